package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Condition.Comparison;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;

/** Reads conditions on a raw answer: a number compared, a yes or no, or an option. */
final class AnswerConditions {

    private final Reading reading;
    private final Faults faults;

    AnswerConditions(Reading reading) {
        this.reading = reading;
        this.faults = reading.faults;
    }

    @Nullable
    Condition read(Fields fields, AppliesTo own, ConditionReader.Around around) {
        JsonValue value = fields.required("answer");
        String key = value == null ? null : reading.items.refer(value, fields.at("answer"), fields.who(), faults);
        Item item = key == null ? null : reading.sound.get(key);
        Comparison comparison = LeafConditions.comparison(fields);
        if (comparison != null) {
            Double bound = fields.number(comparison.word());
            return item == null || bound == null ? null : compared(item, comparison, bound, fields, own, around);
        }
        JsonValue is = fields.required("is");
        return item == null || is == null ? null : is(item, is, fields, own, around);
    }

    private @Nullable Condition compared(
            Item item,
            Comparison comparison,
            double bound,
            Fields fields,
            AppliesTo own,
            ConditionReader.Around around) {
        if (!item.type().isOpinion() && !(item.type() instanceof ItemType.Measure)) {
            notComparable(fields, comparison.word(), item, faults);
            return null;
        }
        Reach reach = Reach.ofAnswer(item.type());
        if (!reach.holds(bound) || !reach.allows(comparison, bound)) {
            LeafConditions.outOfReach(fields, comparison, bound, reach, Said.answerTo(item.key()), faults);
            return null;
        }
        around.bounds().add(Said.answerTo(item.key()), comparison, bound, around.applies(), fields.at(), fields.who());
        return new Condition.OfAnswer(item.key(), comparison, bound, own);
    }

    private @Nullable Condition is(
            Item item, JsonValue is, Fields fields, AppliesTo own, ConditionReader.Around around) {
        Words subject = Said.answerTo(item.key());
        if (item.type() instanceof ItemType.YesNo) {
            if (!(is instanceof JsonBool yes)) {
                Values.wrongType(is, Kind.BOOL, fields.at("is"), fields.who(), faults);
                return null;
            }
            String answer = String.valueOf(yes.value());
            around.bounds().addAnswer(subject, answer, around.applies(), fields.at(), fields.who());
            return new Condition.AnswerIsYesNo(item.key(), yes.value(), own);
        }
        List<Option> options;
        if (item.type() instanceof ItemType.Choice choice) {
            options = choice.options();
        } else if (item.type() instanceof ItemType.Choices choices) {
            options = choices.options();
        } else {
            notComparable(fields, "is", item, faults);
            return null;
        }
        String option = Values.text(is, fields.at("is"), fields.who(), faults);
        if (option == null) {
            return null;
        }
        List<String> keys = options.stream().map(Option::key).toList();
        if (!keys.contains(option)) {
            unknownOption(item, option, keys, fields.at("is"), fields.who(), faults);
            return null;
        }
        if (item.type() instanceof ItemType.Choice) {
            around.bounds().addAnswer(subject, option, around.applies(), fields.at(), fields.who());
        }
        return new Condition.AnswerIsOption(item.key(), option, own);
    }

    /** Notes an option that the item does not have. */
    static void unknownOption(Item item, String option, List<String> keys, Place at, Words who, Faults faults) {
        String nearest = Nearest.to(option, keys);
        String list = String.join(", ", keys);
        String shown = Shown.text(option);
        faults.add(
                "unknown-option",
                at,
                who,
                "item '" + item.key() + "' has no option '" + shown + "'.",
                "設問「" + item.key() + "」に選択肢「" + shown + "」はありません。",
                (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + "Options: " + list + ".",
                (nearest == null ? "" : "「" + nearest + "」ではありませんか。") + "選択肢：" + list);
    }

    /** Notes a comparison that the item's type does not allow. */
    static void notComparable(Fields fields, String property, Item item, Faults faults) {
        String type = item.type().word();
        String hintEn;
        String hintJa;
        if (item.type() instanceof ItemType.FreeText) {
            hintEn = "Texts are in no condition; name another item.";
            hintJa = "自由記述は条件に使えません。別の設問を指定してください。";
        } else if (property.equals("is")) {
            hintEn = "Use atLeast, atMost or below; 'is' is for yesNo, choice and choices items.";
            hintJa = "atLeast、atMost、below のいずれかを使ってください。is は yesNo、choice、choices の設問に使います。";
        } else {
            hintEn = "Use 'is'; numbers are compared on number, rubric and agreement items.";
            hintJa = "is を使ってください。数値で比べられるのは number、rubric、agreement の設問です。";
        }
        faults.add(
                "comparison-not-for-item",
                fields.at(property),
                fields.who(),
                "item '" + item.key() + "' is of type " + type + ", which cannot be compared like this.",
                "設問「" + item.key() + "」の種類は " + type + " で、この比べ方はできません。",
                hintEn,
                hintJa);
    }
}
