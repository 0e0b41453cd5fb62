package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Aggregation;

/** Reads how children are aggregated, for nodes and for the index. */
final class AggregationReader {

    private static final String MEAN_OF_BEST = "meanOfBest";
    private static final List<String> WORDS =
            List.of("arithmetic", "geometric", "minimum", "balance", "{\"" + MEAN_OF_BEST + "\": n}");

    private final Faults faults;

    AggregationReader(Faults faults) {
        this.faults = faults;
    }

    /** The aggregation; null after a fault. */
    @Nullable
    Aggregation read(JsonValue value, Fields owner) {
        Place at = owner.at("aggregation");
        if (value instanceof JsonObject) {
            return meanOfBest(value, owner);
        }
        if (!(value instanceof JsonString word)) {
            Values.wrongType(value, Kind.AGGREGATION, at, owner.who(), faults);
            return null;
        }
        switch (word.value()) {
            case "arithmetic":
                return new Aggregation.Arithmetic();
            case "geometric":
                return new Aggregation.Geometric();
            case "minimum":
                return new Aggregation.Minimum();
            case "balance":
                return new Aggregation.Balance();
            default:
                Values.unknownWord(word.value(), WORDS, at, owner.who(), faults);
                return null;
        }
    }

    private @Nullable Aggregation meanOfBest(JsonValue value, Fields owner) {
        int before = faults.count();
        Fields fields = Fields.open(value, owner.at("aggregation"), owner.who(), faults);
        if (fields == null) {
            return null;
        }
        fields.only(List.of(MEAN_OF_BEST));
        if (!fields.has(MEAN_OF_BEST) && !faults.noneSince(before)) {
            return null;
        }
        Integer n = fields.whole(MEAN_OF_BEST);
        if (n != null && n < 1) {
            fields.outOfRange(MEAN_OF_BEST, n, "a whole number of at least 1", "1以上の整数");
            return null;
        }
        return n == null ? null : new Aggregation.MeanOfBest(n);
    }

    /** Notes a balance over anything but two children. */
    void checkBalance(@Nullable Aggregation aggregation, int children, Fields owner) {
        if (!(aggregation instanceof Aggregation.Balance) || children == 2) {
            return;
        }
        faults.add(
                "balance-needs-two",
                owner.at("aggregation"),
                owner.who(),
                "balance is for exactly two child nodes; there are " + children + ".",
                "balance はちょうど二つの子ノードに使います。子は" + children + "個あります。",
                "Give it two child nodes, or use another aggregation.",
                "子ノードを二つにするか、別の集計方法を使ってください。");
    }

    /** Notes a balance over items. */
    void refuseBalance(@Nullable Aggregation aggregation, Fields owner) {
        if (!(aggregation instanceof Aggregation.Balance)) {
            return;
        }
        faults.add(
                "balance-on-items",
                owner.at("aggregation"),
                owner.who(),
                "balance is for two child nodes, not for items.",
                "balance は二つの子ノードに使うもので、設問には使えません。",
                "Use arithmetic, geometric, minimum or meanOfBest.",
                "arithmetic、geometric、minimum、meanOfBest のいずれかを使ってください。");
    }
}
