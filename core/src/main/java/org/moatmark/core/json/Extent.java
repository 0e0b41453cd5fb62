package org.moatmark.core.json;

/**
 * Refuses a questionnaire that is larger than anybody means, before any part of it is compared with the others: a hostile
 * document must not keep the reader busy. Nor may its numbers be so large that what is computed from them is none any more.
 */
final class Extent {

    /** Most elements of one list, and most members of one object; the shipped ones have a hundred. */
    static final int MOST_ELEMENTS = 1_000;

    /** Most conditions of one questionnaire; the shipped ones have four hundred. */
    static final int MOST_CONDITIONS = 5_000;

    /** Largest size of a number, and one through the least but 0: no sum of such is infinite, and no weight vanishes. */
    static final double LARGEST = 1e15;

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
                if (object.value(i) instanceof JsonArray parts && ConditionReader.LISTS.contains(object.key(i))) {
                    conditions += parts.values().size();
                }
                look(object.value(i), at.at(object.key(i)));
            }
        } else if (value instanceof JsonNumber number) {
            measure(number.value(), at);
        }
    }

    private void measure(double number, Place at) {
        double size = Math.abs(number);
        if (size == 0 || (size >= 1 / LARGEST && size <= LARGEST)) {
            return;
        }
        if (reading.faults.isFull()) {
            reading.faults.onlyCount();
            return;
        } else if (reading.faults.has(at)) {
            return;
        }
        String shown = NumberText.of(number);
        String name = Shown.text(at.lastStep());
        reading.faults.add(
                "out-of-range",
                at,
                Said.QUESTIONNAIRE,
                "'" + name + "' is " + shown + ", but 0 or a number of a size from 1e-15 to 1e15 is expected.",
                "「" + name + "」は " + shown + " ですが、0、または絶対値が1e-15以上1e15以下の数値でなければなりません。",
                "Choose another unit, such as millions; weights only count relative to each other.",
                "百万円単位など、別の単位を使ってください。重みは互いの比だけが意味を持ちます。");
    }

    private void count(int elements, Place at) {
        if (elements > MOST_ELEMENTS) {
            reading.tooMany(at, Said.QUESTIONNAIRE, elements, MOST_ELEMENTS, "elements", "要素");
        }
    }
}
