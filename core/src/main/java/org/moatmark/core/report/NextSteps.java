package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Finding;

/** What to do next, told once for all: the last slide and the report show the same steps with the same numbers. */
final class NextSteps {

    private static final int STEPS = 3;
    private static final int FEW = 2;
    private static final double LEAST_GAIN = 0.05;

    private final Report report;
    private final Said said;

    NextSteps(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    /**
     * An item whose next better answer lifts the index.
     *
     * @param item the item
     * @param points by how much, all else being equal
     */
    record Gain(Report.Item item, double points) {
        /** The points as they are quoted wherever this gain is. */
        String quoted() {
            return NumbersStory.tenths(points);
        }
    }

    static String title(Said said) {
        return said.say("Next steps", "次の一歩");
    }

    /** What the part says, as a sentence. */
    String message() {
        Chart chart = chart();
        if (report.index().score() == null) {
            return said.say("There is no score to show yet.", "まだ示せる得点がありません。");
        }
        return chart == null ? appeal() : chart.takeaway(said.language());
    }

    /** What the readers are to do with it. */
    String appeal() {
        return said.say("Agree on three steps, and on who takes them.", "最初の三つの取り組みと、その担当者を決めましょう。");
    }

    /** Where to act; null where the report has no pictures. */
    @Nullable
    Chart chart() {
        return report.chart(Charts.ACTIONS).orElse(null);
    }

    /** The items whose next better answer adds most, the most first. */
    List<Gain> gains() {
        return report.items().stream()
                .map(item -> new Gain(item, gain(item)))
                .filter(one -> one.points() >= LEAST_GAIN)
                .sorted(Comparator.comparingDouble(one -> -one.points()))
                .limit(STEPS)
                .toList();
    }

    private static double gain(Report.Item item) {
        Double gain = item.gain();
        return gain == null ? 0 : gain;
    }

    String gainsTitle() {
        return said.say("Steps that lift the index most", "指数を最も押し上げる一歩");
    }

    /** What the report says that could be used. */
    List<String> opportunities() {
        return report.findings().stream()
                .filter(one -> one.tone() == Finding.Tone.OPPORTUNITY)
                .map(one -> said.in(one.message()))
                .toList();
    }

    String opportunitiesTitle() {
        return said.say("Opportunities", "機会");
    }

    /** In what to learn from whom. */
    List<String> lessons() {
        Report.Standing standing = report.standing();
        if (standing == null) {
            return List.of();
        }
        return standing.lessons().stream()
                .filter(lesson -> !lesson.examples().isEmpty())
                .limit(FEW)
                .map(lesson -> said.in(lesson.title())
                        + said.say(": ", "：")
                        + lesson.examples().stream()
                                .map(one -> said.in(one.name())
                                        + said.say(" (", "（")
                                        + Said.whole(one.score())
                                        + said.say(")", "）"))
                                .collect(Collectors.joining(said.say(", ", "、"))))
                .toList();
    }

    String lessonsTitle() {
        return said.say("Who to learn from", "誰から学べるか");
    }

    /** What would allow better claims. */
    List<String> claims() {
        return report.claims().stream().map(said::in).toList();
    }

    String claimsTitle() {
        return said.say("What would allow better claims", "より確かなことを言うために必要なもの");
    }

    /** How the steps relate to the next level; empty where nothing blocks one. */
    String choice() {
        return report.level().next().isEmpty()
                ? ""
                : said.say(
                        "What lifts the index most need not be what blocks the next level. Choose from both: the lists here,"
                                + " and the conditions in the part on the level.",
                        "指数を最も押し上げる取り組みと、次のレベルを妨げている条件は、同じとは限りません。ここの一覧と、レベルの章に挙げた条件の両方から選んでください。");
    }

    /** How to read what stands beside the picture, with what the index would really gain. */
    String weighed() {
        List<ActionBars.Row> rows = chart() instanceof ActionBars bars ? bars.rows() : List.of();
        List<String> gains = new ArrayList<>();
        for (ActionBars.Row row : rows) {
            if (row.gain() != null) {
                gains.add(said.named(said.in(row.label()))
                        + said.say(" ", "")
                        + ActionBars.tenths(row.gain())
                        + said.say("", "点"));
            }
        }
        return said.say("Gap times weight ranks the dimensions and is only a guide.", "差×重みは順位を付けるための目安です。")
                + (gains.isEmpty()
                        ? ""
                        : said.say(
                                " By the rule of the index, closing one gap alone would add this to it: "
                                        + said.list(gains) + ".",
                                "指数の計算規則どおりに求めると、その差だけを埋めたときに指数が得るのは、" + said.list(gains) + "です。"));
    }
}
