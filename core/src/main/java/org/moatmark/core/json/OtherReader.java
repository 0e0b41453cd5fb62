package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.OtherResult;

/**
 * Reads the results of the same company on other questionnaires. A result may have more properties than are read here,
 * and may get more in later versions; what is read must have its form.
 */
final class OtherReader {

    private static final String FORMAT = "moatmark/result/1";

    private final Faults faults;

    OtherReader(Faults faults) {
        this.faults = faults;
    }

    List<OtherResult> read(Fields wave) {
        List<OtherResult> others = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<JsonValue> values = wave.optionalList("others");
        for (int i = 0; i < values.size(); i++) {
            Place at = wave.at("others").at(i);
            Fields fields = Fields.open(values.get(i), at, Said.OTHER, faults);
            OtherResult other = fields == null ? null : other(fields);
            if (other == null) {
                continue;
            }
            if (seen.add(other.questionnaire())) {
                others.add(other);
            } else {
                twice(other.questionnaire(), at);
            }
        }
        return others;
    }

    private @Nullable OtherResult other(Fields fields) {
        fields.word("format", List.of(FORMAT));
        JsonValue value = fields.required("questionnaire");
        Fields questionnaire =
                value == null ? null : Fields.open(value, fields.at("questionnaire"), Said.OTHER, faults);
        String id = questionnaire == null ? null : questionnaire.text("id");
        String version = questionnaire == null ? null : questionnaire.text("version");
        Map<String, Double> lower = new HashMap<>();
        JsonValue hidden = fields.optional("nodes");
        List<JsonValue> nodes = hidden != null && isSuppressed(hidden) ? List.of() : fields.list("nodes");
        for (int i = 0; i < nodes.size(); i++) {
            Fields node = Fields.open(nodes.get(i), fields.at("nodes").at(i), Said.OTHER, faults);
            if (node == null) {
                continue;
            }
            String key = node.text("key");
            Double score = lowerSide(node);
            if (key != null && score != null) {
                lower.merge(key, score, Math::min);
            }
        }
        return id == null || version == null ? null : new OtherResult(id, version, lower);
    }

    /** The lower of the sides, or the score itself where there is no side; null where there is no score. */
    private @Nullable Double lowerSide(Fields node) {
        Double evidenced = score(node, "evidenced");
        Double lower = null;
        JsonValue value = node.optional("sides");
        Fields sides = value == null || value == JsonNull.NULL || isSuppressed(value)
                ? null
                : Fields.open(value, node.at("sides"), Said.OTHER, faults);
        for (int i = 0; sides != null && i < sides.object().size(); i++) {
            Double side = score(sides, sides.object().key(i));
            if (side != null && (lower == null || side < lower)) {
                lower = side;
            }
        }
        return lower == null ? evidenced : lower;
    }

    /** Whether a release hides this part, so that it reads like a part without a score. */
    private static boolean isSuppressed(JsonValue value) {
        return value instanceof JsonObject object && JsonBool.TRUE.equals(object.get("suppressed"));
    }

    private @Nullable Double score(Fields fields, String name) {
        JsonValue value = fields.optional(name);
        if (value == null || value == JsonNull.NULL || isSuppressed(value)) {
            return null;
        }
        Double score = Values.number(value, fields.at(name), fields.who(), faults);
        if (score != null && !Reach.SCORE.holds(score)) {
            fields.outOfRange(name, score, "a score from 0 to 100", "0以上100以下の得点");
            return null;
        }
        return score;
    }

    private void twice(String questionnaire, Place at) {
        String shown = Shown.text(questionnaire);
        faults.add(
                "key-not-unique",
                at,
                Said.OTHER,
                "there is more than one result of questionnaire '" + shown + "'.",
                "質問票「" + shown + "」の結果が二つ以上あります。",
                "Keep the one that counts.",
                "使うものを一つだけ残してください。");
    }
}
