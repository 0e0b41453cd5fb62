package org.moatmark.core.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.AhpPriorities;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.PriorityWeights;
import org.moatmark.core.psychometrics.Reweighting;
import org.moatmark.core.psychometrics.Reweighting.Change;
import org.moatmark.core.psychometrics.WeightJudgements.Comparison;
import org.moatmark.core.psychometrics.WeightJudgements.Opinion;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * What judgements change in a questionnaire, as words for people: every weight that differs, how consistent the
 * judgements are, and which scores can move. The text may change with any release.
 */
public final class WeightChanges {

    private final PriorityWeights priorities;
    private final Questionnaire after;
    private final Wording words;

    private WeightChanges(PriorityWeights priorities, Questionnaire after, String language) {
        this.priorities = priorities;
        this.after = after;
        this.words = new Wording(language);
    }

    /**
     * What changes.
     *
     * @param priorities the priorities and the new weights
     * @param after the new version of the questionnaire
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(PriorityWeights priorities, Questionnaire after, String language) {
        return new WeightChanges(priorities, after, language).write();
    }

    private String write() {
        Reweighting weighed = priorities.weighed();
        Questionnaire before = weighed.before();
        int count = weighed.changes().size();
        String versions = before.id() + " " + before.version() + " -> " + after.version();
        words.line(
                0,
                words.say(
                        versions + ": " + count + (count == 1 ? " weight differs" : " weights differ"),
                        versions + "：" + count + "個の重みが変わります"));
        words.line(0, words.say("method hash ", "方式のハッシュ値 ") + before.methodHash() + " -> " + after.methodHash());
        priorities.parents().forEach(this::parent);
        words.blank();
        words.line(0, movable(weighed));
        return words.toString();
    }

    private void parent(PriorityWeights.Parent parent) {
        Comparison comparison = parent.comparison();
        words.blank();
        words.line(0, comparison.node() == null ? words.say("The index", "指数") : node(comparison.node()));
        children(parent);
        for (int i = 0; i < parent.own().size(); i++) {
            Opinion opinion = comparison.opinions().get(i);
            consistency(opinion.judge(), parent.own().get(i), opinion, comparison.children());
        }
        if (parent.own().size() > 1) {
            joint(parent.joint());
        }
    }

    private String node(String key) {
        return priorities.weighed().before().nodes().stream()
                .filter(node -> node.key().equals(key))
                .map(node -> key + " " + words.in(node.head().title()))
                .findFirst()
                .orElse(key);
    }

    private void children(PriorityWeights.Parent parent) {
        List<String> children = parent.comparison().children();
        Reweighting.Kind kind =
                priorities.weighed().kindUnder(parent.comparison().node());
        for (int i = 0; i < children.size(); i++) {
            String key = children.get(i);
            String share = percent(parent.priorities().get(i));
            Change change = change(kind, key);
            words.line(
                    1,
                    change == null
                            ? key + words.say(": weight as before, ", "：重みは変わらず、") + share
                            : key + words.say(": weight ", "：重み ") + number(change.from()) + " -> "
                                    + number(change.to()) + words.say(", now ", "、構成比 ") + share);
        }
    }

    private @Nullable Change change(Reweighting.Kind kind, String key) {
        for (Change change : priorities.weighed().changes()) {
            if (change.kind() == kind && change.key().equals(key)) {
                return change;
            }
        }
        return null;
    }

    private void consistency(String who, AhpPriorities own, Opinion opinion, List<String> children) {
        words.line(1, who + words.say(": ", "：") + ratio(own));
        if (isInconsistent(own)) {
            AhpPriorities.Mismatch worst = own.worst(opinion.judgements());
            String pair = children.get(worst.one()) + " / " + children.get(worst.other());
            words.line(
                    2,
                    words.say(
                            "look first at " + pair + ": judged " + number(worst.given()) + ", the weights imply "
                                    + number(worst.implied()),
                            "まず " + pair + " を見直してください：判断は " + number(worst.given()) + "、重みから導かれる値は "
                                    + number(worst.implied())));
        }
    }

    private void joint(@Nullable AhpPriorities joint) {
        if (joint == null) {
            words.line(
                    1,
                    words.say(
                            "joined by the geometric mean of priorities (AIP), which has no consistency ratio of its own",
                            "優先度の幾何平均で統合（AIP）。統合後の整合比はありません"));
        } else {
            words.line(
                    1,
                    words.say(
                            "joined by the geometric mean of judgements (AIJ): " + ratio(joint),
                            "判断の幾何平均で統合（AIJ）：" + ratio(joint)));
        }
    }

    private String ratio(AhpPriorities priorities) {
        Estimate ratio = priorities.consistencyRatio();
        if (ratio instanceof Estimate.NotComputable none) {
            return words.say("no consistency ratio: ", "整合比なし：") + words.in(none.why());
        }
        String number = String.format(Locale.ROOT, "%.3f", StrictMath.max(0, ratio.orThrow()));
        return words.say("consistency ratio ", "整合比 ")
                + number
                + (isInconsistent(priorities)
                        ? words.say(
                                " - WARNING: above 0.10, the judgements contradict each other (Saaty 1980)",
                                " - 警告：0.10を超えており、判断に矛盾があります（Saaty 1980）")
                        : "");
    }

    private static boolean isInconsistent(AhpPriorities priorities) {
        return priorities.consistencyRatio() instanceof Estimate.Point && !priorities.isAcceptable();
    }

    private String movable(Reweighting weighed) {
        if (weighed.changes().isEmpty()) {
            return words.say("No score can move.", "動きうる得点はありません。");
        }
        String nodes = words.list(weighed.movable());
        return words.say("Scores that can move: the index", "動きうる得点：指数")
                + (nodes.isEmpty() ? "" : words.say(", ", "、") + nodes)
                + words.say("; with them levels and findings whose conditions read them.", "。これらを条件に含むレベルと所見も変わりうる。");
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
