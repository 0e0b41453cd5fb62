package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.TextMap;

/** Reads what an item has because of its type: anchors, scale, cuts or options. */
final class ItemTypeReader {

    private static final double HIGHEST = 100;

    private final Reading reading;
    private final Faults faults;

    ItemTypeReader(Reading reading) {
        this.reading = reading;
        this.faults = reading.faults;
    }

    /** The type with all that belongs to it; null after a fault, here or in the scale that it names. */
    @Nullable
    ItemType read(String type, Fields fields) {
        int before = faults.count();
        ItemType read = switch (type) {
            case "rubric" -> rubric(fields);
            case "agreement" -> agreement(fields);
            case "yesNo" -> new ItemType.YesNo();
            case "number" -> new MeasureReader(reading).read(fields);
            case "choice" -> choice(fields);
            case "choices" -> choices(fields);
            default -> new ItemType.FreeText();
        };
        return faults.noneSince(before) ? read : null;
    }

    private @Nullable ItemType rubric(Fields fields) {
        List<JsonValue> values = fields.list("anchors");
        List<TextMap> anchors = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            TextMap anchor =
                    reading.texts.read(values.get(i), fields.at("anchors").at(i), fields.who());
            if (anchor != null) {
                anchors.add(anchor);
            }
        }
        if (fields.optional("anchors") instanceof JsonArray && values.size() != ItemType.RUBRIC_ANCHORS) {
            reading.wrongCount(
                    fields.at("anchors"),
                    fields.who(),
                    "the number of its anchors is " + values.size(),
                    "アンカー（段階の記述）が" + values.size() + "個です",
                    "exactly five anchors",
                    "ちょうど五つのアンカー");
        }
        return anchors.size() == ItemType.RUBRIC_ANCHORS ? new ItemType.Rubric(anchors) : null;
    }

    private @Nullable ItemType agreement(Fields fields) {
        boolean reverse = fields.flag("reverse");
        JsonValue value = fields.required("scale");
        String scale = value == null ? null : reading.scales.refer(value, fields.at("scale"), fields.who(), faults);
        Integer points = scale == null ? null : reading.points.get(scale);
        return scale == null || points == null ? null : new ItemType.Agreement(scale, points, reverse);
    }

    private @Nullable ItemType choice(Fields fields) {
        int before = faults.count();
        List<Option> options = options(fields, true);
        return faults.noneSince(before) && !options.isEmpty() ? new ItemType.Choice(options) : null;
    }

    private @Nullable ItemType choices(Fields fields) {
        int before = faults.count();
        String count = fields.word("count", Vocabulary.COUNTS);
        List<Option> options = options(fields, false);
        if (count == null || options.isEmpty() || !faults.noneSince(before)) {
            return null;
        }
        return new ItemType.Choices(options, Vocabulary.count(count));
    }

    private List<Option> options(Fields item, boolean one) {
        List<Option> options = new ArrayList<>();
        List<JsonValue> values = item.list("options");
        Place at = item.at("options");
        if (item.optional("options") instanceof JsonArray && values.isEmpty()) {
            reading.emptyList(item, "options");
        }
        if (values.size() > QuestionnaireJson.MAX_OPTIONS) {
            reading.tooMany(at, item.who(), values.size(), QuestionnaireJson.MAX_OPTIONS, "options", "選択肢");
        }
        Keys keys = new Keys("option", "選択肢");
        boolean share = "share".equals(item.object().get("count") instanceof JsonString word ? word.value() : "");
        for (int i = 0; i < values.size(); i++) {
            Fields fields = Fields.open(values.get(i), at.at(i), item.who(), faults);
            if (fields == null) {
                continue;
            }
            fields.only(List.of("key", "text", "score"));
            String key = keys.give(fields, faults);
            TextMap text = reading.texts.required(fields, "text");
            Double score = fields.number("score");
            if (score != null && one && !(score >= 0 && score <= HIGHEST)) {
                fields.outOfRange("score", score, "a number from 0 to 100", "0以上100以下の数値");
            } else if (score != null && share && score < 0) {
                fields.outOfRange("score", score, "a number of at least 0", "0以上の数値");
            } else if (key != null && text != null && score != null) {
                options.add(new Option(key, text, score));
            }
        }
        return options;
    }
}
