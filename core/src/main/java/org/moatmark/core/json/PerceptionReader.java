package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.ItemAgreement;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.maturity.Perceptions;
import org.moatmark.core.maturity.SharedView;
import org.moatmark.core.maturity.SideAgreement;
import org.moatmark.core.psychometrics.PermutationTest;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.stats.Interval;

/** Reads agreement and gaps of a result. */
final class PerceptionReader {

    private static final int FARTHEST = 4;

    private final ResultParts parts;

    PerceptionReader(ResultParts parts) {
        this.parts = parts;
    }

    /** Both lists; null where neither is there. */
    @Nullable
    Perceptions perceptions(Fields in) {
        if (!in.has("agreement") && !in.has("gaps")) {
            return null;
        }
        List<SideAgreement> agreement = parts.list(in, "agreement", this::agreement);
        return new Perceptions(agreement, parts.list(in, "gaps", this::gap));
    }

    private @Nullable SideAgreement agreement(Fields fields) {
        String node = fields.text("node");
        String side = fields.word("side", ResultWords.SIDES);
        Integer n = count(fields.whole("n"), 2, "n", fields);
        Double rwgJ = within(0, 1, "rwgJ", fields);
        Double skewed = within(0, 1, "rwgJSkewed", fields);
        Double ad = within(0, FARTHEST, "ad", fields);
        Double adMedian = within(0, FARTHEST, "adMedian", fields);
        String shared = fields.word("shared", ResultWords.SHARED);
        SharedView view = shared == null ? null : SharedView.values()[ResultWords.SHARED.indexOf(shared)];
        Double median = view == SharedView.NO ? within(0, 100, "median", fields) : null;
        List<ItemAgreement> items = parts.list(fields, "items", this::item);
        if (node == null || side == null || n == null || view == null || (view == SharedView.NO && median == null)) {
            return null;
        }
        return rwgJ == null || skewed == null || ad == null || adMedian == null
                ? null
                : new SideAgreement(
                        node,
                        Side.values()[ResultWords.SIDES.indexOf(side)],
                        n,
                        rwgJ,
                        skewed,
                        ad,
                        adMedian,
                        view,
                        median,
                        items);
    }

    private @Nullable ItemAgreement item(Fields fields) {
        String key = fields.text("key");
        Integer n = count(fields.whole("n"), 2, "n", fields);
        Double rwg = within(0, 1, "rwg", fields);
        Double skewed = within(0, 1, "rwgSkewed", fields);
        return key == null || n == null || rwg == null || skewed == null
                ? null
                : new ItemAgreement(key, n, rwg, skewed);
    }

    private @Nullable PerceptionGap gap(Fields fields) {
        String node = fields.text("node");
        PerceptionGap.Between between = between(fields);
        List<JsonValue> people = pair("n", fields);
        Integer first = people.isEmpty() ? null : people(people, 0, fields);
        Integer second = people.isEmpty() ? null : people(people, 1, fields);
        Double difference = within(-FARTHEST, FARTHEST, "difference", fields);
        Interval interval = interval(fields);
        Double hedgesG = parts.numberOrNull(fields, "hedgesG");
        PermutationTest test = test(fields);
        boolean few = fields.optional("detectable") == JsonNull.NULL;
        Double detectable = few ? null : fields.number("detectable");
        String word = few || fields.optional("reading") == JsonNull.NULL
                ? null
                : fields.word("reading", ResultWords.READINGS);
        PerceptionGap.Reading reading =
                word == null ? null : PerceptionGap.Reading.values()[ResultWords.READINGS.indexOf(word)];
        if (node == null || between == null || first == null || second == null || difference == null || test == null) {
            return null;
        }
        return reading != null && detectable == null
                ? null
                : new PerceptionGap(
                        node, between, first, second, difference, interval, hedgesG, test, detectable, reading);
    }

    /** The two groups of a gap; null after a fault. */
    PerceptionGap.@Nullable Between between(Fields fields) {
        List<JsonValue> groups = pair("between", fields);
        if (groups.isEmpty()) {
            return null;
        }
        Place at = fields.at("between");
        String first =
                Values.word(groups.get(0), ResultWords.FIRST_GROUPS, at.at(0), ResultParts.RESULT, parts.faults());
        int kind = ResultWords.FIRST_GROUPS.indexOf(first);
        String second = kind < 0
                ? null
                : Values.word(
                        groups.get(1),
                        List.of(ResultWords.SECOND_GROUPS.get(kind)),
                        at.at(1),
                        ResultParts.RESULT,
                        parts.faults());
        return second == null ? null : PerceptionGap.Between.values()[kind];
    }

    private @Nullable Integer people(List<JsonValue> people, int place, Fields fields) {
        Place at = fields.at("n").at(place);
        Integer n = Values.whole(people.get(place), at, ResultParts.RESULT, parts.faults());
        return count(n, 1, "n", fields);
    }

    private @Nullable Interval interval(Fields in) {
        Fields fields = parts.objectOrNull(in, "interval");
        Double low = fields == null ? null : fields.number("low");
        Double high = fields == null ? null : fields.number("high");
        if (fields == null || low == null || high == null) {
            return null;
        }
        if (low > high) {
            fields.outOfRange("low", low, "a number not over 'high'", "「high」以下の数");
            return null;
        }
        return new Interval(low, high);
    }

    private @Nullable PermutationTest test(Fields fields) {
        Double p = within(0, 1, "p", fields);
        Integer arrangements = count(fields.whole("arrangements"), 1, "arrangements", fields);
        Integer seed = fields.has("seed") ? fields.whole("seed") : null;
        if (p != null && p == 0) {
            fields.outOfRange("p", p, "a number above 0", "0より大きい数");
            return null;
        }
        return p == null || arrangements == null
                ? null
                : new PermutationTest(p, arrangements, seed == null ? null : (long) seed);
    }

    /** A list of two; empty after a fault. */
    private List<JsonValue> pair(String name, Fields fields) {
        List<JsonValue> pair = fields.list(name);
        if (fields.has(name) && pair.size() != 2) {
            fields.outOfRange(name, pair.size(), "a list of two", "要素が二つのリスト");
            return List.of();
        }
        return pair;
    }

    private static @Nullable Integer count(@Nullable Integer count, int least, String name, Fields fields) {
        if (count != null && count < least) {
            fields.outOfRange(name, count, "a number from " + least + " on", least + "以上の数");
            return null;
        }
        return count;
    }

    private static @Nullable Double within(double low, double high, String name, Fields fields) {
        Double number = fields.number(name);
        if (number != null && !(number >= low && number <= high)) {
            String from = NumberText.of(low);
            String to = NumberText.of(high);
            fields.outOfRange(name, number, "a number from " + from + " to " + to, from + "以上" + to + "以下の数");
            return null;
        }
        return number;
    }
}
