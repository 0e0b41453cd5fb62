package org.moatmark.core.json;

import java.util.List;

/**
 * Refuses a questionnaire that is larger than anybody means, before any part of it is compared with the others: bounds that
 * exclude each other are looked for among all pairs, and a hostile document must not keep the reader busy for minutes.
 */
final class Extent {

    /** Most elements of one list, and most members of one object; the shipped ones have a hundred. */
    static final int MOST_ELEMENTS = 1_000;

    /** Most conditions of one questionnaire; the shipped ones have four hundred. */
    static final int MOST_CONDITIONS = 5_000;

    private static final List<String> CONDITIONS = List.of("require", "all", "any");

    private final Reading reading;
    private int conditions;

    private Extent(Reading reading) {
        this.reading = reading;
    }

    /** Notes everything that is too large; whether the document may be read. */
    static boolean check(JsonValue document, Reading reading) {
        int before = reading.faults.count();
        Extent extent = new Extent(reading);
        extent.look(document, Place.ROOT);
        if (extent.conditions > MOST_CONDITIONS) {
            reading.tooMany(Place.ROOT, Said.QUESTIONNAIRE, extent.conditions, MOST_CONDITIONS, "conditions", "条件");
        }
        return reading.faults.noneSince(before);
    }

    private void look(JsonValue value, Place at) {
        if (value instanceof JsonArray array) {
            count(array.values().size(), at);
            for (int i = 0; i < array.values().size(); i++) {
                look(array.values().get(i), at.at(i));
            }
        } else if (value instanceof JsonObject object) {
            count(object.size(), at);
            for (int i = 0; i < object.size(); i++) {
                if (object.value(i) instanceof JsonArray parts && CONDITIONS.contains(object.key(i))) {
                    conditions += parts.values().size();
                }
                look(object.value(i), at.at(object.key(i)));
            }
        }
    }

    private void count(int elements, Place at) {
        if (elements > MOST_ELEMENTS) {
            reading.tooMany(at, Said.QUESTIONNAIRE, elements, MOST_ELEMENTS, "elements", "要素");
        }
    }
}
