package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/** The slide on what changed; without an earlier snapshot it says so, and how there will be one. */
final class ChangeSlide {

    private static final int MOST = 5;

    private final Report report;
    private final Said said;

    ChangeSlide(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Deck.Slide tell(List<String> ending) {
        Report.Change change = report.change();
        String kicker = said.say("Change", "変化");
        if (change == null) {
            return new Deck.Slide("change", kicker, none(), List.of(), List.of(how()), null, with(List.of(), ending));
        }
        List<Deck.Group> groups = new ArrayList<>();
        groups.add(new Deck.Group(said.say("What it is due to", "変化の内訳"), dueTo(change)));
        List<String> beyond = beyond(change);
        groups.add(new Deck.Group(
                said.say("Beyond what the bands explain", "幅で説明できる範囲を超える変化"),
                beyond.isEmpty() ? List.of(said.say("No dimension.", "該当する次元はありません。")) : beyond));
        Chart chart = report.chart(Charts.CHANGE).orElse(null);
        List<String> numbers = new ArrayList<>();
        if (chart != null) {
            numbers.add(chart.table(said.language()).inWords(said.language()));
        }
        change.lines().forEach(moved -> numbers.add(line(moved)));
        return new Deck.Slide(
                "change",
                kicker + said.say(" since ", "：") + said.named(change.since()) + said.say("", "から"),
                said.in(change.text()),
                List.of(),
                groups,
                chart,
                with(numbers, ending));
    }

    /** The index, split into answers, questionnaire and peers. */
    private List<String> dueTo(Report.Change change) {
        Report.Moved index = change.lines().get(0);
        List<String> lines = new ArrayList<>(List.of(
                said.say("Answers: ", "回答：") + ChangeStory.points(index.you()),
                said.say("Questionnaire: ", "質問票：") + ChangeStory.points(index.ruler())));
        for (PeerChanges.Distance one : change.beside()) {
            lines.add(said.say("Peers, on the distance to their mean: ", "比較企業（平均との差への影響）：")
                    + ChangeStory.points(one.peers()));
        }
        Integer before = change.levelBefore();
        Integer now = report.level().value();
        if (before != null && now != null) {
            lines.add(said.say("Level: ", "レベル：") + before + " → " + now);
        }
        return lines;
    }

    private List<String> beyond(Report.Change change) {
        return change.lines().stream()
                .skip(1)
                .filter(Report.Moved::counts)
                .limit(MOST)
                .map(moved -> said.in(moved.title()) + said.say(": ", "：") + said.cell(moved.before()) + " → "
                        + said.cell(moved.after()))
                .toList();
    }

    private String line(Report.Moved moved) {
        return said.in(moved.title()) + said.say(": ", "：") + said.cell(moved.before()) + " → "
                + said.cell(moved.after()) + said.say(", ", "、") + ChangeStory.reading(moved, said)
                + said.say(", answers ", "、回答 ") + ChangeStory.points(moved.you())
                + said.say(", questionnaire ", "、質問票 ") + ChangeStory.points(moved.ruler());
    }

    private String none() {
        return said.say("There is no earlier snapshot to compare with.", "比較できる過去のスナップショットはありません。");
    }

    private Deck.Group how() {
        return new Deck.Group(
                said.say("So that the next report can tell", "次回の報告書で変化を示すために"),
                List.of(
                        said.say(
                                "Take a snapshot today: it keeps the answers and the scores as they are.",
                                "今日の時点のスナップショットを残しておきます。回答と得点がそのまま保存されます。"),
                        said.say(
                                "Ask the same people next time, so that answers differ and not people.",
                                "次回も同じ人たちに尋ね、人の違いではなく回答の違いを見ます。"),
                        said.say(
                                "The next report splits the change into answers, questionnaire and peers.",
                                "次回の報告書では、変化を「回答」「質問票」「比較企業」に分けて示します。")));
    }

    private List<String> with(List<String> first, List<String> ending) {
        List<String> all = new ArrayList<>(first);
        all.add(new Conventions(report, said).changes());
        all.addAll(ending);
        return all;
    }
}
