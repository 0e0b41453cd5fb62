package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.TextMap;

/** Reads the range and the cuts of a number item. */
final class MeasureReader {

    private final Reading reading;
    private final Faults faults;

    MeasureReader(Reading reading) {
        this.reading = reading;
        this.faults = reading.faults;
    }

    /** The measure; null after a fault. */
    @Nullable
    ItemType read(Fields fields) {
        int before = faults.count();
        TextMap unit = reading.texts.required(fields, "unit");
        Double min = fields.number("min");
        Double max = fields.number("max");
        double[] cuts = cuts(fields);
        Double upper = fields.optionalNumber("upper");
        range(fields, min, max, cuts);
        if (upper != null && cuts.length == ItemType.CUTS && isMonotone(cuts)) {
            boolean known = min != null && max != null && min < max;
            upper(fields, upper, cuts, known && max != null ? max : Double.POSITIVE_INFINITY);
        }
        if (unit == null || min == null || max == null || cuts.length != ItemType.CUTS || !faults.noneSince(before)) {
            return null;
        }
        return new ItemType.Measure(unit, min, max, cuts[0], cuts[1], cuts[2], cuts[3], upper);
    }

    private void range(Fields fields, @Nullable Double min, @Nullable Double max, double[] cuts) {
        boolean four = cuts.length == ItemType.CUTS;
        if (four && !isMonotone(cuts)) {
            notMonotone(fields, cuts);
        }
        if (min == null || max == null) {
            return;
        }
        if (min >= max) {
            minNotBelowMax(fields, min, max);
        } else if (four) {
            inside(fields, cuts, min, max);
        }
    }

    private double[] cuts(Fields fields) {
        List<JsonValue> values = fields.list("cuts");
        double[] cuts = new double[values.size()];
        boolean sound = true;
        for (int i = 0; i < cuts.length; i++) {
            Double cut = Values.number(values.get(i), fields.at("cuts").at(i), fields.who(), faults);
            sound &= cut != null;
            cuts[i] = cut == null ? 0 : cut;
        }
        if (fields.optional("cuts") instanceof JsonArray && cuts.length != ItemType.CUTS) {
            reading.wrongCount(
                    fields.at("cuts"),
                    fields.who(),
                    "the number of its cuts is " + cuts.length,
                    "区切り値が" + cuts.length + "個です",
                    "exactly four cuts",
                    "ちょうど四つの区切り値");
        }
        return sound ? cuts : new double[0];
    }

    private static boolean isMonotone(double[] cuts) {
        boolean rising = true;
        boolean falling = true;
        for (int i = 1; i < cuts.length; i++) {
            rising &= cuts[i - 1] < cuts[i];
            falling &= cuts[i - 1] > cuts[i];
        }
        return rising || falling;
    }

    private void inside(Fields fields, double[] cuts, double min, double max) {
        for (int i = 0; i < cuts.length; i++) {
            if (cuts[i] < min || cuts[i] > max) {
                String range = NumberText.of(min) + " to " + NumberText.of(max);
                String cut = NumberText.of(cuts[i]);
                faults.add(
                        "cut-out-of-range",
                        fields.at("cuts").at(i),
                        fields.who(),
                        "cut " + cut + " is outside of its range (" + range + ").",
                        "区切り値 " + cut + " が範囲（" + NumberText.of(min) + "〜" + NumberText.of(max) + "）の外にあります。",
                        "Move the cut into min to max, or widen the range.",
                        "区切り値を min から max の間に収めるか、範囲を広げてください。");
            }
        }
    }

    private void upper(Fields fields, double upper, double[] cuts, double max) {
        boolean rising = cuts[0] < cuts[1];
        if (rising && upper >= cuts[cuts.length - 1] && upper <= max) {
            return;
        }
        String shown = NumberText.of(upper);
        faults.add(
                "upper-out-of-place",
                fields.at("upper"),
                fields.who(),
                "'upper' is " + shown + ", but "
                        + (rising ? "it must lie between cut 4 and max." : "it is only for rising cuts."),
                "「upper」は " + shown + " ですが、" + (rising ? "4番目の区切り値と max の間でなければなりません。" : "上昇する区切り値にだけ使えます。"),
                rising ? "Write a number from cut 4 to max." : "Remove 'upper'.",
                rising ? "4番目の区切り値以上、max 以下の数値を書いてください。" : "「upper」を削除してください。");
    }

    private void minNotBelowMax(Fields fields, double min, double max) {
        faults.add(
                "min-not-below-max",
                fields.at("min"),
                fields.who(),
                "'min' is " + NumberText.of(min) + ", which is not below 'max' (" + NumberText.of(max) + ").",
                "「min」が " + NumberText.of(min) + " で、「max」（" + NumberText.of(max) + "）より小さくありません。",
                "Write the least possible answer as min and the greatest as max.",
                "ありうる最小の回答を min、最大の回答を max に書いてください。");
    }

    private void notMonotone(Fields fields, double[] cuts) {
        StringBuilder list = new StringBuilder();
        for (double cut : cuts) {
            list.append(list.length() == 0 ? "" : ", ").append(NumberText.of(cut));
        }
        faults.add(
                "cuts-not-monotone",
                fields.at("cuts"),
                fields.who(),
                "the cuts " + list + " neither rise nor fall all the way.",
                "区切り値 " + list + " が、上昇か下降のどちらかにそろっていません。",
                "Write four cuts that only rise, or only fall; no two may be equal.",
                "四つとも上昇、または四つとも下降にし、同じ値を使わないでください。");
    }
}
