package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.PairwiseJudgements;

/** Reads what one judge says about every pair of the children of one parent; used once. */
final class PairsReader {

    /** Saaty's scale: 9 times as important is the most that is said. */
    private static final double MOST = 9;

    /** The reciprocal of the most, written with three decimals. */
    private static final double LEAST = 0.111;

    /** How far the product of a value and the value the other way round may lie from 1: 0.333 is 1/3. */
    private static final double RECIPROCAL = 0.005;

    private final List<String> children;
    private final @Nullable String parent;
    private final Fields fields;
    private final Faults faults;
    private final Keys keys;
    private final double[][] values;
    private final @Nullable Place[][] places;

    PairsReader(List<String> children, @Nullable String parent, Fields fields, Faults faults) {
        this.children = children;
        this.parent = parent;
        this.fields = fields;
        this.faults = faults;
        this.keys = Keys.of("child", "子", children);
        this.values = new double[children.size()][children.size()];
        this.places = new Place[children.size()][children.size()];
    }

    /** The judgements, or null after a fault. */
    @Nullable
    PairwiseJudgements read(List<JsonValue> pairs) {
        int before = faults.count();
        boolean complete = !pairs.isEmpty();
        for (int i = 0; i < pairs.size(); i++) {
            Fields pair = Fields.open(pairs.get(i), fields.at("pairs").at(i), fields.who(), faults);
            complete &= pair != null && isPlaced(pair);
        }
        if (complete) {
            checkAllThere();
        }
        return faults.noneSince(before) ? judgements() : null;
    }

    /** Reads one pair and says whether its two things are known. */
    private boolean isPlaced(Fields pair) {
        pair.only(List.of("a", "b", "value"));
        int a = child(pair, "a");
        int b = child(pair, "b");
        Double value = pair.number("value");
        if (value != null && !(value >= LEAST && value <= MOST)) {
            pair.outOfRange("value", value, "a number from 1/9 (0.111) to 9", "1/9（0.111）以上9以下の数値");
            value = null;
        }
        if (a < 0 || b < 0) {
            return false;
        }
        if (a == b) {
            JudgementFaults.withItself(pair, children.get(a), faults);
            return true;
        }
        Place first = places[a][b];
        if (first == null) {
            places[a][b] = pair.at("value");
            places[b][a] = pair.at("value");
            if (value != null) {
                values[a][b] = value;
                values[b][a] = 1 / value;
            }
        } else if (value != null && values[a][b] > 0 && Math.abs(value / values[a][b] - 1) > RECIPROCAL) {
            JudgementFaults.contradiction(pair, value, first, values[a][b], faults);
        }
        return true;
    }

    private int child(Fields pair, String name) {
        JsonValue value = pair.required(name);
        String key = value == null ? null : keys.refer(value, pair.at(name), pair.who(), faults);
        return key == null ? -1 : children.indexOf(key);
    }

    private void checkAllThere() {
        List<String> missing = new ArrayList<>();
        int n = children.size();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (places[i][j] == null) {
                    missing.add(children.get(i) + "/" + children.get(j));
                }
            }
        }
        if (!missing.isEmpty()) {
            JudgementFaults.missingPairs(fields, parent, missing, n * (n - 1) / 2, faults);
        }
    }

    private PairwiseJudgements judgements() {
        int n = children.size();
        double[] upper = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                upper[next++] = values[i][j];
            }
        }
        return PairwiseJudgements.ofUpper(n, upper);
    }
}
