package org.moatmark.core.report;

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
                                .map(one ->
                                        one.name() + said.say(" (", "（") + Said.whole(one.score()) + said.say(")", "）"))
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

    /** How to read what stands beside the picture. */
    String weighed() {
        return said.say(
                "Gap times weight is what the index could gain there if the gap were closed, other things being equal.",
                "差×重みは、他の条件が同じなら、その差を埋めたときに指数が得られる点の目安です。");
    }
}
