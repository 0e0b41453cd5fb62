package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Condition.Comparison;
import org.moatmark.core.questionnaire.Item;

/** Reads the conditions that do not nest. */
final class LeafConditions {

    private static final Words SCORE = new Words("a score", "得点");
    private static final Words GAP = new Words("a gap", "差");
    private static final Words RESPONDENTS = new Words("a number of respondents", "回答者の人数");
    private static final int MOST_PEOPLE = 10_000;

    private final Reading reading;
    private final Faults faults;
    private final GateLevels levels;
    private final AnswerConditions answers;

    LeafConditions(Reading reading, GateLevels levels) {
        this.reading = reading;
        this.faults = reading.faults;
        this.levels = levels;
        this.answers = new AnswerConditions(reading);
    }

    /** One condition whose form is known to be right; null after a fault. */
    @Nullable
    Condition read(String subject, Fields fields, AppliesTo own, ConditionReader.Around around) {
        return switch (subject) {
            case "item" -> item(fields, own, around);
            case "node" -> node(fields, own, around);
            case "answer" -> answers.read(fields, own, around);
            case "level" -> level(fields, own, around);
            case "gap" -> gap(fields, own, around);
            case "informants" -> informants(fields, own);
            default -> other(fields, own);
        };
    }

    static @Nullable Comparison comparison(Fields fields) {
        for (Comparison comparison : Comparison.values()) {
            if (fields.has(comparison.word())) {
                return comparison;
            }
        }
        return null;
    }

    private @Nullable Condition item(Fields fields, AppliesTo own, ConditionReader.Around around) {
        String key = refer(fields, "item", reading.items);
        Comparison comparison = comparison(fields);
        Double bound = comparison == null ? null : fields.number(comparison.word());
        if (comparison == null || bound == null || !isReachable(fields, comparison, bound, Reach.SCORE, SCORE)) {
            return null;
        }
        Item item = key == null ? null : reading.sound.get(key);
        if (key == null || item == null) {
            return null;
        }
        if (!item.type().isFact() && !item.type().isOpinion()) {
            AnswerConditions.notComparable(fields, "item", item, faults);
            return null;
        }
        Words what = Said.scoreOfItem(key);
        if (!Reach.ofScore(item).allows(comparison, bound)) {
            outOfReach(fields, comparison, bound, Reach.ofScore(item), what, faults);
            return null;
        }
        around.bounds().add(what, comparison, bound, around.applies(), fields.at(), fields.who());
        return new Condition.OfItem(key, comparison, bound, own);
    }

    private @Nullable Condition node(Fields fields, AppliesTo own, ConditionReader.Around around) {
        String key = refer(fields, "node", reading.nodes);
        Comparison comparison = comparison(fields);
        Double bound = comparison == null ? null : fields.number(comparison.word());
        if (comparison == null || bound == null || !isReachable(fields, comparison, bound, Reach.SCORE, SCORE)) {
            return null;
        }
        if (key == null) {
            return null;
        }
        around.bounds().add(Said.scoreOfNode(key), comparison, bound, around.applies(), fields.at(), fields.who());
        return new Condition.OfNode(key, comparison, bound, own);
    }

    private @Nullable Condition level(Fields fields, AppliesTo own, ConditionReader.Around around) {
        String key = refer(fields, "level", reading.nodes);
        Integer level = fields.whole("atLeast");
        if (key == null || level == null || !levels.check(key, level, fields, faults)) {
            return null;
        }
        if (around.gate() != null) {
            levels.needs(around.gate(), key, level, fields);
        }
        return new Condition.LevelReached(key, level, own);
    }

    private @Nullable Condition gap(Fields fields, AppliesTo own, ConditionReader.Around around) {
        String key = refer(fields, "gap", reading.nodes);
        Double points = fields.number("atMost");
        if (points == null || !isReachable(fields, Comparison.AT_MOST, points, Reach.SCORE, GAP)) {
            return null;
        }
        return key == null ? null : new Condition.GapAtMost(key, points, own);
    }

    private @Nullable Condition informants(Fields fields, AppliesTo own) {
        String key = refer(fields, "informants", reading.informants);
        Integer count = fields.whole("atLeast");
        if (count == null) {
            return null;
        }
        Reach reach = new Reach(0, MOST_PEOPLE);
        if (!isReachable(fields, Comparison.AT_LEAST, count, reach, RESPONDENTS)) {
            return null;
        }
        return key == null ? null : new Condition.InformantsPresent(key, count, own);
    }

    private @Nullable Condition other(Fields fields, AppliesTo own) {
        JsonValue value = fields.required("other");
        Fields other = value == null ? null : Fields.open(value, fields.at("other"), fields.who(), faults);
        String questionnaire = null;
        String node = null;
        if (other != null) {
            other.only(List.of("questionnaire", "node"));
            JsonValue id = other.required("questionnaire");
            questionnaire = id == null ? null : Identity.id(id, other.at("questionnaire"), other.who(), faults);
            JsonValue key = other.required("node");
            node = key == null ? null : Keys.read(key, other.at("node"), other.who(), faults);
        }
        Double bound = fields.number("atLeast");
        if (bound == null || !isReachable(fields, Comparison.AT_LEAST, bound, Reach.SCORE, SCORE)) {
            return null;
        }
        return questionnaire == null || node == null ? null : new Condition.OfOther(questionnaire, node, bound, own);
    }

    private @Nullable String refer(Fields fields, String name, Keys keys) {
        JsonValue value = fields.required(name);
        return value == null ? null : keys.refer(value, fields.at(name), fields.who(), faults);
    }

    private boolean isReachable(Fields fields, Comparison comparison, double bound, Reach reach, Words what) {
        if (reach.holds(bound) && reach.allows(comparison, bound)) {
            return true;
        }
        outOfReach(fields, comparison, bound, reach, what, faults);
        return false;
    }

    /** Notes a bound that nothing reaches, or that is not on the scale of what it is compared with. */
    static void outOfReach(Fields fields, Comparison comparison, double bound, Reach reach, Words what, Faults faults) {
        String shown = comparison.word() + " " + NumberText.of(bound);
        String range = NumberText.of(reach.least()) + " to " + NumberText.of(reach.most());
        String rangeJa = NumberText.of(reach.least()) + "〜" + NumberText.of(reach.most());
        faults.add(
                "bound-out-of-reach",
                fields.at(comparison.word()),
                fields.who(),
                "'" + shown + "' is a bound that no answer can reach: " + what.en() + " lies in " + range + ".",
                "「" + shown + "」はどの回答でも満たせません。" + what.ja() + "の範囲は " + rangeJa + " です。",
                "Write a bound inside " + range + (comparison == Comparison.BELOW ? ", above the least value." : "."),
                rangeJa + " の範囲" + (comparison == Comparison.BELOW ? "で、最小値より大きい値" : "内の値") + "を書いてください。");
    }
}
