package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;

/** Reads the small parts of a result that occur in several places; every fault goes to the same collector. */
final class ResultParts {

    static final Words RESULT = new Words("The result", "結果");

    private static final double BEST = 100;

    private final Faults faults;

    ResultParts(Faults faults) {
        this.faults = faults;
    }

    /** Where faults go. */
    Faults faults() {
        return faults;
    }

    /** A required object; null after a fault. */
    @Nullable
    Fields object(Fields in, String name) {
        JsonValue value = in.required(name);
        return value == null ? null : Fields.open(value, in.at(name), RESULT, faults);
    }

    /** A required object or null. */
    @Nullable
    Fields objectOrNull(Fields in, String name) {
        JsonValue value = in.required(name);
        return value == null || value == JsonNull.NULL ? null : Fields.open(value, in.at(name), RESULT, faults);
    }

    /** A required list of objects; elements with faults are left out. */
    <T> List<T> list(Fields in, String name, Function<Fields, @Nullable T> reader) {
        List<T> read = new ArrayList<>();
        List<JsonValue> values = in.list(name);
        for (int i = 0; i < values.size(); i++) {
            Fields fields = Fields.open(values.get(i), in.at(name).at(i), RESULT, faults);
            T one = fields == null ? null : reader.apply(fields);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    /** A required list of texts. */
    List<String> texts(Fields in, String name) {
        List<String> read = new ArrayList<>();
        List<JsonValue> values = in.list(name);
        for (int i = 0; i < values.size(); i++) {
            String text = Values.anyText(values.get(i), in.at(name).at(i), RESULT, faults);
            if (text != null) {
                read.add(text);
            }
        }
        return read;
    }

    /** A required number or null. */
    @Nullable
    Double numberOrNull(Fields in, String name) {
        JsonValue value = in.required(name);
        return value == null || value == JsonNull.NULL ? null : Values.number(value, in.at(name), RESULT, faults);
    }

    /** A required whole number or null. */
    @Nullable
    Integer wholeOrNull(Fields in, String name) {
        JsonValue value = in.required(name);
        return value == null || value == JsonNull.NULL ? null : Values.whole(value, in.at(name), RESULT, faults);
    }

    /** A required text or null. */
    @Nullable
    String textOrNull(Fields in, String name) {
        JsonValue value = in.required(name);
        return value == null || value == JsonNull.NULL ? null : Values.anyText(value, in.at(name), RESULT, faults);
    }

    /** A required score 0-100 or null. */
    @Nullable
    Double scoreOrNull(Fields in, String name) {
        Double score = numberOrNull(in, name);
        if (score != null && !(score >= 0 && score <= BEST)) {
            in.outOfRange(name, score, "a score from 0 to 100", "0以上100以下の得点");
            return null;
        }
        return score;
    }

    /** Both scores; null without them or after a fault. */
    Outcome.@Nullable Scored scores(Fields in) {
        Double claimed = scoreOrNull(in, "claimed");
        Double evidenced = scoreOrNull(in, "evidenced");
        return claimed == null || evidenced == null ? null : new Outcome.Scored(claimed, evidenced);
    }

    /** Both scores, or the reason why there are none; null after a fault. */
    @Nullable
    Outcome outcome(Fields in) {
        Outcome.Scored scored = scores(in);
        if (scored != null) {
            return scored;
        }
        String reason = in.word("reason", ResultWords.REASONS);
        return reason == null ? null : new Outcome.NotScored(Reason.values()[ResultWords.REASONS.indexOf(reason)]);
    }

    /** Bounds or null. */
    @Nullable
    Bounds bounds(Fields in) {
        Fields fields = objectOrNull(in, "bounds");
        Double low = fields == null ? null : scoreOrNull(fields, "low");
        Double high = fields == null ? null : scoreOrNull(fields, "high");
        if (fields == null || low == null || high == null) {
            return null;
        }
        if (low > high) {
            fields.outOfRange("low", low, "a number not over 'high'", "「high」以下の数");
            return null;
        }
        return new Bounds(low, high);
    }

    List<Contribution> contributions(Fields in) {
        return list(in, "contributions", fields -> {
            String key = fields.text("key");
            Double weight = fields.number("weight");
            Double share = fields.number("share");
            Double points = fields.number("points");
            return key == null || weight == null || share == null || points == null
                    ? null
                    : new Contribution(key, weight, share, points);
        });
    }

    /** A text map; null after a fault. */
    @Nullable
    TextMap textMap(Fields fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < fields.object().size(); i++) {
            String language = fields.object().key(i);
            String text = fields.text(language);
            if (text != null) {
                texts.put(language, text);
            }
        }
        if (texts.isEmpty()) {
            faults.add(
                    "missing-language",
                    fields.at(),
                    RESULT,
                    "a text has no language.",
                    "テキストに言語がありません。",
                    "Give the text in at least one language.",
                    "少なくとも一つの言語で書いてください。");
            return null;
        }
        return new TextMap(texts);
    }

    /** A sentence in both languages; null after a fault. */
    @Nullable
    Words words(Fields in, String name) {
        Fields fields = object(in, name);
        String en = fields == null ? null : fields.text("en");
        String ja = fields == null ? null : fields.text("ja");
        return en == null || ja == null ? null : new Words(en, ja);
    }

    /** A raw answer of any kind; null for JSON null. */
    @Nullable
    AnswerValue answer(Fields in, String name) {
        JsonValue value = in.required(name);
        if (value instanceof JsonNumber number) {
            return new AnswerValue.Number(number.value());
        } else if (value instanceof JsonBool bool) {
            return new AnswerValue.YesNo(bool.value());
        } else if (value instanceof JsonString string) {
            return new AnswerValue.OneOption(string.value());
        } else if (value instanceof JsonArray) {
            return new AnswerValue.SomeOptions(texts(in, name));
        } else if (value instanceof JsonObject) {
            Values.wrongType(value, Kind.TEXT, in.at(name), RESULT, faults);
        }
        return null;
    }
}
