package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.moatmark.core.scoring.ItemState;

/** Every number with what it is made of, down to the answers as far as they may be told. */
final class NumbersStory {

    private static final double POINTS_A_STEP = 25;

    private final Report report;
    private final Said said;
    private final BackingWords backings;

    NumbersStory(Report report, Said said) {
        this.report = report;
        this.said = said;
        this.backings = new BackingWords(said);
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(said.say(
                "Below each number stands what it is made of. Points add up to the score above them.",
                "各数字の下に内訳を示します。内訳の点を足すと、その上の得点になります。")));
        blocks.add(new Block.Tree(List.of(index())));
        return new Story.Section("numbers", said.say("Every number, down to the answers", "すべての数字の内訳"), blocks);
    }

    /** The id of the explanation of the index. */
    static final String INDEX = "index";

    /** The id of the explanation of a node. */
    static String node(String key) {
        return "n-" + key;
    }

    /** The id of the explanation of an item. */
    static String item(String key) {
        return "i-" + key;
    }

    private Block.Branch index() {
        List<String> lines = new ArrayList<>(List.of(rule(report.rule())));
        margins(report.index(), report.rule(), lines);
        report.parts().forEach(part -> lines.add(points(part)));
        String level = report.level().value() == null
                ? ""
                : " · " + said.level(report.level().value());
        List<Block.Branch> inside = report.nodes().stream()
                .filter(node -> node.parent() == null)
                .map(this::node)
                .toList();
        return new Block.Branch(INDEX, said.say("Index: ", "指数：") + said.score(report.index()) + level, lines, inside);
    }

    private String rule(Rule rule) {
        return said.say("Rule: ", "計算規則：") + said.rule(rule);
    }

    /** The band of a score, and what was claimed where that is more. */
    private void margins(Mark mark, Rule rule, List<String> lines) {
        if (mark.kind() != Mark.Band.NONE) {
            lines.add(said.bandNamed(mark));
        }
        Integer gap = mark.sayShowGap();
        if (gap != null && gap > 0 && !rule.balances()) {
            lines.add(said.say("Claimed ", "申告 ") + Said.whole(mark.claimed()));
        }
    }

    private Block.Branch node(Report.Node node) {
        List<String> lines = new ArrayList<>(List.of(rule(node.rule())));
        if (node.headquarters() != null || node.genba() != null) {
            lines.add(said.say("Headquarters ", "本社 ")
                    + Said.whole(node.headquarters())
                    + said.say(", genba ", "、現場 ")
                    + Said.whole(node.genba()));
        }
        margins(node.mark(), node.rule(), lines);
        node.parts().forEach(part -> lines.add(points(part)));
        List<Block.Branch> inside = new ArrayList<>();
        for (Report.Node child : report.nodes()) {
            if (node.key().equals(child.parent())) {
                inside.add(node(child));
            }
        }
        for (Report.Item item : report.items()) {
            if (node.key().equals(item.node())) {
                inside.add(item(item));
            }
        }
        return new Block.Branch(node(node.key()), summary(node), lines, inside);
    }

    private String summary(Report.Node node) {
        String level = node.level() == null ? "" : " · " + said.level(node.level());
        return node.key() + " " + said.in(node.title()) + said.say(": ", "：") + said.score(node.mark()) + level;
    }

    private String points(Report.Part part) {
        String points = tenths(part.points());
        String weight = said.percent(part.share());
        String from = report.nodes().stream()
                .filter(node -> node.key().equals(part.key()))
                .findFirst()
                .map(node -> part.key() + " " + said.in(node.title()))
                .orElse(part.key());
        return said.say(
                points + " points from " + from + " (" + weight + " of the weight)",
                from + "から" + points + "点（重み" + weight + "）");
    }

    private Block.Branch item(Report.Item item) {
        List<String> lines = new ArrayList<>();
        if (!item.opinion()
                && item.answers().stream()
                                .mapToDouble(Report.Given::claimed)
                                .distinct()
                                .count()
                        > 1) {
            lines.add(said.say(
                    "One answer to a question of fact stands for all: the middle one of those on the best evidence.",
                    "事実に関する質問では、最も確かな根拠のある回答（複数あれば中央のもの）を全体の回答とします。"));
        }
        if (item.gain() != null && item.gain() >= 0.05) {
            lines.add(said.say(
                    "One step up would add " + tenths(item.gain()) + " to the index.",
                    "一段上がると、指数が" + tenths(item.gain()) + "点上がります。"));
        }
        String score = item.mark().score() == null
                ? state(item)
                : value(item, item.mark().score());
        return new Block.Branch(
                item(item.key()),
                item.key() + " " + said.answered(said.in(item.text()), score),
                item.answers().stream().map(given -> answer(item, given)).toList(),
                lines,
                List.of());
    }

    private Block.Answer answer(Report.Item item, Report.Given given) {
        String of = Mark.whole(given.claimed()) == Mark.whole(given.evidenced())
                ? ""
                : said.say(", claimed ", "、申告 ") + value(item, given.claimed());
        String answer = given.answer() == null ? "" : said.named(said.in(given.answer())) + said.say(", ", "、");
        Backing backing = given.backing();
        return new Block.Answer(
                given.seat(),
                said.say(": ", "：") + answer + value(item, given.evidenced()) + of,
                backing == null ? List.of() : backings.rule(given, backing),
                backing == null ? List.of() : backings.exhibits(backing));
    }

    /** A score of an item; of an opinion with its step of 1-5. */
    private String value(Report.Item item, double score) {
        String whole = Said.whole(score);
        if (!item.opinion()) {
            return whole;
        }
        String step =
                String.format(Locale.ROOT, "%.1f", 1 + score / POINTS_A_STEP).replace(".0", "");
        return whole + said.say(" (" + step + " of 5)", "（5段階の" + step + "）");
    }

    private String state(Report.Item item) {
        if (item.mark().suppressed()) {
            return said.missing(item.mark());
        }
        ItemState state = item.state();
        return switch (state) {
            case ANSWERED -> said.say("in no score", "得点に含めない");
            case NOT_APPLICABLE -> said.say("does not apply", "該当なし");
            case DONT_KNOW -> said.say("nobody knows", "わからない");
            case SKIPPED -> said.say("not answered", "無回答");
            case NOT_ASKED -> said.say("not asked", "質問対象外");
            case EXCLUDED -> said.say("not meant for this company", "この企業は対象外");
            case LEFT_OUT -> said.say("left out by the short form", "短縮版では対象外");
        };
    }

    /** Points with one decimal, as they are quoted. */
    static String tenths(double points) {
        return String.format(Locale.ROOT, "%.1f", Math.abs(points) < 0.05 ? 0.0 : points);
    }
}
