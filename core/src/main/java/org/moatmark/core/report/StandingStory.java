package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/** Where the company stands among named companies, and from whom to learn. */
final class StandingStory {

    private static final String LANGUAGE_OF_RATERS = "en";

    private final Report.Standing standing;
    private final Mark index;
    private final Said said;

    /** The standing with the index of the report beside it. */
    StandingStory(Report.Standing standing, Mark index, Said said) {
        this.standing = standing;
        this.index = index;
        this.said = said;
    }

    void tell(List<Story.Section> sections) {
        sections.add(new Story.Section("standing", said.say("Among named companies", "事例企業の中での位置"), place()));
        if (!standing.lessons().isEmpty()) {
            sections.add(new Story.Section("lessons", said.say("Who to learn from", "誰から学べるか"), lessons()));
        }
    }

    private List<Block> place() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(said.in(standing.text())));
        blocks.add(new Block.Text(said.in(standing.among())));
        if (standing.linked() != null) {
            blocks.add(new Block.Text(said.in(standing.linked())));
        }
        blocks.add(new Block.Text(whichIndex()));
        List<List<String>> rows = new ArrayList<>();
        for (Report.Place place : standing.places()) {
            rows.add(List.of(
                    said.in(place.title()),
                    said.in(place.text()),
                    said.score(place.mark()),
                    Said.whole(place.low()),
                    Said.whole(place.median()),
                    Said.whole(place.high()),
                    Integer.toString(place.n())));
        }
        blocks.add(new Block.Table(
                said.say("Beside the case companies, 0 to 100", "事例企業との比較（0～100）"),
                List.of(
                        said.say("Dimension", "次元"),
                        said.say("Place", "位置"),
                        said.say("Own", "自社"),
                        said.say("Lower quarter", "下位四分位"),
                        said.say("Median", "中央値"),
                        said.say("Upper quarter", "上位四分位"),
                        said.say("Others", "比較社数")),
                rows,
                5,
                standing.linked() == null
                        ? standing.places().stream().map(Report.Place::key).toList()
                        : List.of()));
        if (!standing.peers().isEmpty()) {
            List<String> peers = standing.peers().stream()
                    .map(peer -> said.in(peer.name()) + " " + Said.whole(peer.score()))
                    .toList();
            blocks.add(new Block.Tree(List.of(new Block.Branch(
                    null,
                    said.say(
                            "The index of all " + peers.size() + " case companies, rated from outside",
                            "事例企業" + peers.size() + "社の指数（社外からの評価）"),
                    peers,
                    List.of()))));
        }
        blocks.add(new Block.Text(said.in(standing.honesty())));
        return blocks;
    }

    /** The company has an index of its own questionnaire, and one among the cases: which is which. */
    private String whichIndex() {
        String ofCases =
                said.say("The index of a case company is made of ratings from outside. ", "事例企業の指数は、社外からの評価によるものです。");
        return ofCases
                + (standing.linked() == null
                        ? said.say(
                                "That of this company is worked out alike, on the same questions.",
                                "この会社の指数も、同じ設問から同じように計算しています。")
                        : said.say(
                                "Beside it stands what this company's answers give on the same questions, "
                                        + own() + ". The index on the first page, " + said.score(index)
                                        + ", is another number: it rests on all"
                                        + " its answers.",
                                "比べるのは、この会社の回答を同じ設問で計算した値（" + own() + "）です。冒頭の指数（" + said.score(index)
                                        + "）は、質問票全体による別の値です。"));
    }

    private String own() {
        return standing.places().isEmpty()
                ? "–"
                : said.score(standing.places().get(0).mark());
    }

    private List<Block> lessons() {
        List<Block> blocks = new ArrayList<>();
        if (standing.linked() != null) {
            blocks.add(new Block.Text(said.say(
                    "The scores here rest on the questions that the cases share. The profile counts all questions, so it can"
                            + " tell another score for the same dimension.",
                    "ここでの得点は、事例企業と共通する設問だけによるものです。プロフィールは全設問によるため、同じ次元でも得点が異なることがあります。")));
        }
        if (quotesForeign()) {
            blocks.add(new Block.Text("評価の理由と出典は、もとの言語（英語）のまま示します。"));
        }
        for (Report.Lesson lesson : standing.lessons()) {
            blocks.add(new Block.Heading(said.in(lesson.title())));
            String own = Said.whole(lesson.own());
            String reference = Said.whole(lesson.reference());
            boolean linked = standing.linked() != null;
            blocks.add(new Block.Text(said.say(
                    (linked ? "On the questions of the cases alone" : "Here") + " the company has " + own + ", under "
                            + reference + ", " + said.in(lesson.against()) + ".",
                    "この会社は" + (linked ? "事例企業と共通する設問だけで見ると" : "") + own + "点で、" + said.in(lesson.against()) + "の"
                            + reference + "点を下回ります。")));
            if (lesson.examples().isEmpty()) {
                blocks.add(new Block.Text(
                        said.say("No case company is strong here beyond doubt.", "ここで明らかに強いと言える事例企業はありません。")));
            }
            for (Report.Example example : lesson.examples()) {
                blocks.add(new Block.Text(said.say(
                        said.in(example.name()) + " has " + Said.whole(example.score()) + " (as of " + example.asOf()
                                + "):",
                        said.in(example.name()) + "：" + Said.whole(example.score()) + "点（" + example.asOf() + "年時点）")));
                example.reasons().forEach(reason -> blocks.add(quote(reason)));
            }
        }
        return blocks;
    }

    /** In Japanese it is said once why the quotes are not. */
    private boolean quotesForeign() {
        return !said.say(LANGUAGE_OF_RATERS, "ja").equals(LANGUAGE_OF_RATERS)
                && standing.lessons().stream()
                        .flatMap(lesson -> lesson.examples().stream())
                        .anyMatch(example -> !example.reasons().isEmpty());
    }

    private Block quote(Report.Ground reason) {
        String rating = reason.item() + said.say(", rated " + reason.rating() + " of 5", "、評価は5段階の" + reason.rating());
        List<String> parts = new ArrayList<>(List.of(rating));
        parts.addAll(reason.sources());
        return new Block.Quote(LANGUAGE_OF_RATERS, reason.text(), String.join(Block.Quote.BETWEEN, parts));
    }
}
