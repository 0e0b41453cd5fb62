package org.moatmark.core.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.response.AnswerValue;

/** Reads the values of answers to one item: of the right kind, and on its scale. */
final class AnswerValues {

    private final Item item;
    private final Words who;
    private final List<String> options;

    AnswerValues(Item item, Words who) {
        this.item = item;
        this.who = who;
        if (item.type() instanceof ItemType.Choice choice) {
            this.options = choice.options().stream().map(Option::key).toList();
        } else if (item.type() instanceof ItemType.Choices choices) {
            this.options = choices.options().stream().map(Option::key).toList();
        } else {
            this.options = List.of();
        }
    }

    /** The value; null after a fault. */
    @Nullable
    AnswerValue read(JsonValue value, Place at, Faults faults) {
        ItemType type = item.type();
        if (type instanceof ItemType.YesNo) {
            if (value instanceof JsonBool bool) {
                return new AnswerValue.YesNo(bool.value());
            }
            return wrong(value, "true or false", "真偽値（true または false）", at, faults);
        } else if (type instanceof ItemType.Choice) {
            if (value instanceof JsonString string) {
                return isOption(string.value(), at, faults) ? new AnswerValue.OneOption(string.value()) : null;
            }
            return wrong(value, "the key of an option", "選択肢のキー", at, faults);
        } else if (type instanceof ItemType.Choices) {
            if (value instanceof JsonArray array) {
                return someOptions(array.values(), at, faults);
            }
            return wrong(value, "a list of option keys", "選択肢のキーの配列", at, faults);
        } else if (type instanceof ItemType.FreeText) {
            if (value instanceof JsonString string) {
                return new AnswerValue.FreeText(string.value());
            }
            return wrong(value, "a text", "文字列", at, faults);
        }
        return number(value, at, faults);
    }

    private @Nullable AnswerValue number(JsonValue value, Place at, Faults faults) {
        Reach scale = Reach.ofAnswer(item.type());
        String least = NumberText.of(scale.least());
        String most = NumberText.of(scale.most());
        boolean whole = item.type().isOpinion();
        if (!(value instanceof JsonNumber number)) {
            String kind = whole ? "a whole number" : "a number";
            String kindJa = whole ? "整数" : "数値";
            return wrong(value, kind + " from " + least + " to " + most, least + "〜" + most + "の" + kindJa, at, faults);
        }
        if (scale.holds(number.value()) && (!whole || number.value() == (int) number.value())) {
            return new AnswerValue.Number(number.value());
        }
        String shown = number.text();
        String kind = whole ? "a whole number" : "a number";
        faults.add(
                "answer-out-of-range",
                at,
                who,
                "answer " + shown + " is not on its scale (" + least + " to " + most + ").",
                "回答 " + shown + " は尺度（" + least + "〜" + most + "）の範囲にありません。",
                "Write " + kind + " from " + least + " to " + most + ".",
                least + "〜" + most + "の" + (whole ? "整数" : "数値") + "を書いてください。");
        return null;
    }

    private @Nullable AnswerValue someOptions(List<JsonValue> values, Place at, Faults faults) {
        int before = faults.count();
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Place place = at.at(i);
            if (!(values.get(i) instanceof JsonString string)) {
                wrong(values.get(i), "the key of an option", "選択肢のキー", place, faults);
            } else if (isOption(string.value(), place, faults) && !chosen.add(string.value())) {
                twice(string.value(), place, faults);
            }
        }
        return faults.noneSince(before) ? new AnswerValue.SomeOptions(List.copyOf(chosen)) : null;
    }

    private boolean isOption(String option, Place at, Faults faults) {
        if (options.contains(option)) {
            return true;
        }
        if (faults.isFull()) {
            faults.onlyCount();
            return false;
        }
        String shown = Shown.text(option);
        String nearest = Nearest.to(option, options);
        String list = String.join(", ", options);
        faults.add(
                "unknown-option",
                at,
                who,
                "answer '" + shown + "' is not one of its options.",
                "回答「" + shown + "」は選択肢にありません。",
                (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + "Options: " + list + ".",
                (nearest == null ? "" : "「" + nearest + "」ではありませんか。") + "選択肢：" + list);
        return false;
    }

    private void twice(String option, Place at, Faults faults) {
        String shown = Shown.text(option);
        faults.add(
                "duplicate-option",
                at,
                who,
                "option '" + shown + "' is chosen more than once.",
                "選択肢「" + shown + "」が二回以上選ばれています。",
                "Keep it once.",
                "一つだけ残してください。");
    }

    private @Nullable AnswerValue wrong(JsonValue value, String en, String ja, Place at, Faults faults) {
        String shown = Shown.value(value);
        faults.add(
                "wrong-type",
                at,
                who,
                "answer " + shown + " is of the wrong kind; " + en + " is expected.",
                "回答 " + shown + " の種類が違います。" + ja + "が必要です。",
                "Write " + en + ".",
                ja + "を書いてください。");
        return null;
    }
}
