package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Crowd;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.Bounds;

/**
 * Crowds as they are kept from release to release. For the keeper alone: who is in a crowd is nobody's business.
 */
public final class CrowdJson {

    private CrowdJson() {}

    /**
     * Writes crowds.
     *
     * @param crowds the crowds
     * @return compact JSON
     */
    public static String write(List<Crowd> crowds) {
        JsonOut out = new JsonOut().beginArray();
        for (Crowd crowd : crowds) {
            out.beginObject().name("item").value(crowd.item()).name("members").beginArray();
            for (Crowd.Member member : crowd.members()) {
                out.beginArray()
                        .value(member.seat())
                        .value(member.edition())
                        .value(member.side().word())
                        .endArray();
            }
            out.endArray();
            if (crowd.department() != null) {
                out.name("department").value(crowd.department());
            }
            out.name("mean").value(crowd.mean());
            Bounds band = crowd.band();
            if (band != null) {
                out.name("low").value(band.low()).name("high").value(band.high());
            }
            out.name("standing").value(crowd.standing()).endObject();
        }
        return out.endArray().toString();
    }

    /**
     * Reads crowds that were written here.
     *
     * @param json what {@link #write} gave
     * @return the same crowds
     * @throws IllegalArgumentException if it is anything else
     */
    public static List<Crowd> read(String json) {
        List<Crowd> crowds = new ArrayList<>();
        for (JsonValue value : array(JsonTree.parse(json).orThrow())) {
            if (!(value instanceof JsonObject crowd)) {
                throw notOurs();
            }
            Double low = number(crowd.get("low"));
            Double high = number(crowd.get("high"));
            Double mean = number(crowd.get("mean"));
            String item = text(crowd.get("item"));
            if (item == null || mean == null) {
                throw notOurs();
            }
            crowds.add(new Crowd(
                    item,
                    array(crowd.get("members")).stream().map(CrowdJson::member).toList(),
                    text(crowd.get("department")),
                    mean,
                    low == null || high == null ? null : new Bounds(low, high),
                    JsonBool.TRUE.equals(crowd.get("standing"))));
        }
        return List.copyOf(crowds);
    }

    private static Crowd.Member member(JsonValue value) {
        List<JsonValue> parts = array(value);
        String seat = parts.size() == 3 ? text(parts.get(0)) : null;
        Double edition = parts.size() == 3 ? number(parts.get(1)) : null;
        String side = parts.size() == 3 ? text(parts.get(2)) : null;
        if (seat == null || edition == null || side == null) {
            throw notOurs();
        }
        return new Crowd.Member(seat, edition.longValue(), Side.valueOf(side.toUpperCase(Locale.ROOT)));
    }

    private static List<JsonValue> array(@Nullable JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.values();
        }
        throw notOurs();
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.value() : null;
    }

    private static @Nullable Double number(@Nullable JsonValue value) {
        return value instanceof JsonNumber number ? Double.valueOf(number.value()) : null;
    }

    private static IllegalArgumentException notOurs() {
        return new IllegalArgumentException("These are no crowds as this library writes them.");
    }
}
