package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.LevelStability;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.MethodEffect;
import org.moatmark.core.scoring.NodeInterval;
import org.moatmark.core.scoring.Resampled;
import org.moatmark.core.scoring.Resampling;
import org.moatmark.core.scoring.ScoreInterval;
import org.moatmark.core.scoring.VariancePart;

/** Reads intervals, stability and what they are due to from one result; used once. */
final class ConfidenceReader {

    private static final double BEST = 100;
    private static final String RUNS = "runs";
    private static final List<String> SOURCES = Arrays.stream(VariancePart.Source.values())
            .map(VariancePart.Source::word)
            .toList();
    private static final List<String> CHOICES = Arrays.stream(MethodEffect.Choice.values())
            .map(MethodEffect.Choice::word)
            .toList();

    private final ResultParts parts;
    private long seed;
    private int runs;
    private final List<NodeInterval> nodes = new ArrayList<>();
    private final Map<String, LevelStability> levels = new TreeMap<>();

    ConfidenceReader(ResultParts parts) {
        this.parts = parts;
    }

    /** All of it; null where the result was not resampled, or after a fault. */
    @Nullable
    Confidence confidence(Fields result) {
        Fields fields = result.has("resampling") ? parts.object(result, "resampling") : null;
        if (fields == null) {
            return null;
        }
        Double seedRead = within(-Resampling.GREATEST_SEED, Resampling.GREATEST_SEED, "seed", fields);
        Integer runsRead = count(1, Resampling.MOST_RUNS, RUNS, fields);
        if (seedRead == null || runsRead == null) {
            return null;
        }
        if (seedRead != StrictMath.rint(seedRead)) {
            fields.outOfRange("seed", seedRead, "a whole number", "整数");
            return null;
        }
        seed = seedRead.longValue();
        runs = runsRead;
        Map<Side, Integer> strata = new EnumMap<>(Side.class);
        Fields people = parts.object(fields, "respondents");
        for (Side side : Side.values()) {
            Integer n = people == null || !people.has(side.word())
                    ? null
                    : count(1, Integer.MAX_VALUE, side.word(), people);
            if (n != null) {
                strata.put(side, n);
            }
        }
        Double mean = parts.scoreOrNull(fields, "mean");
        Double deviation = parts.numberOrNull(fields, "deviation");
        List<VariancePart> sources = parts.list(fields, "parts", this::part);
        List<MethodEffect> effects = parts.list(fields, "effects", this::effect);
        Fields index = parts.object(result, "index");
        ScoreInterval interval = index == null ? null : interval(index, "interval");
        parts.list(result, "nodes", this::node);
        Fields level = parts.object(result, "level");
        LevelStability stability = level == null ? null : stability(level, parts.wholeOrNull(level, "value"));
        return new Confidence(
                new Resampled(seed, runs, strata, interval, mean, deviation, sources, effects, nodes),
                stability,
                levels);
    }

    private NodeInterval node(Fields fields) {
        NodeInterval node = NodeInterval.NONE;
        ScoreInterval joined = interval(fields, "interval");
        Fields own = joined == null ? null : parts.object(fields, "interval");
        Fields sides = own == null ? null : parts.object(own, "sides");
        if (sides != null) {
            node = new NodeInterval(joined, interval(sides, "headquarters"), interval(sides, "genba"));
        }
        nodes.add(node);
        String key = fields.text("key");
        LevelStability stability = stability(fields, parts.wholeOrNull(fields, "level"));
        if (key != null && stability != null) {
            levels.put(key, stability);
        }
        return node;
    }

    /** An interval; null if it is absent or after a fault. Sides do not say again what their node says. */
    private @Nullable ScoreInterval interval(Fields in, String name) {
        Fields fields = in.has(name) ? parts.object(in, name) : null;
        Double low = fields == null ? null : within(0, BEST, "low", fields);
        Double high = fields == null || low == null ? null : within(low, BEST, "high", fields);
        Integer unscored = fields == null ? null : count(0, runs - 1, "unscored", fields);
        if (fields != null && fields.has("level")) {
            within(Resampling.LEVEL, Resampling.LEVEL, "level", fields);
            within(seed, seed, "seed", fields);
            count(runs, runs, RUNS, fields);
        }
        return low == null || high == null || unscored == null
                ? null
                : new ScoreInterval(low, high, seed, runs, unscored);
    }

    private @Nullable LevelStability stability(Fields in, @Nullable Integer level) {
        Fields fields = in.has("stability") ? parts.object(in, "stability") : null;
        if (fields == null || level == null) {
            return null;
        }
        Map<Integer, Integer> distribution = new TreeMap<>();
        parts.list(fields, "distribution", one -> {
            Integer reached = one.whole("level");
            Integer times = count(1, runs, RUNS, one);
            return reached == null || times == null ? null : distribution.put(reached, times);
        });
        int all = distribution.values().stream().mapToInt(Integer::intValue).sum();
        count(runs, runs, RUNS, fields);
        if (all > runs) {
            fields.outOfRange("distribution", all, "at most " + runs + " runs in all", "合計" + runs + "回以下");
            return null;
        }
        LevelStability stability = new LevelStability(level, runs, distribution);
        count(stability.unscored(), stability.unscored(), "unscored", fields);
        within(stability.share(), stability.share(), "share", fields);
        return stability;
    }

    private @Nullable VariancePart part(Fields fields) {
        String source = fields.word("source", SOURCES);
        Double first = fields.number("first");
        Double total = fields.number("total");
        return source == null || first == null || total == null
                ? null
                : new VariancePart(VariancePart.Source.values()[SOURCES.indexOf(source)], first, total);
    }

    private @Nullable MethodEffect effect(Fields fields) {
        String choice = fields.word("choice", CHOICES);
        Double part = parts.numberOrNull(fields, "part");
        List<MethodEffect.Shift> shifts = parts.list(fields, "shifts", this::shift);
        return choice == null
                ? null
                : new MethodEffect(MethodEffect.Choice.values()[CHOICES.indexOf(choice)], part, shifts);
    }

    private MethodEffect.@Nullable Shift shift(Fields fields) {
        String option = fields.text("option");
        String against = fields.text("against");
        Integer both = count(0, runs, RUNS, fields);
        Double mean = parts.numberOrNull(fields, "mean");
        Double deviation = parts.numberOrNull(fields, "deviation");
        return option == null || against == null || both == null
                ? null
                : new MethodEffect.Shift(option, against, both, mean, deviation);
    }

    private static @Nullable Integer count(int least, int most, String name, Fields fields) {
        Integer count = fields.whole(name);
        return count == null || within(least, most, count, name, fields) == null ? null : count;
    }

    private static @Nullable Double within(double low, double high, String name, Fields fields) {
        Double number = fields.number(name);
        return number == null ? null : within(low, high, number, name, fields);
    }

    private static @Nullable Double within(double low, double high, double number, String name, Fields fields) {
        if (number >= low && number <= high) {
            return number;
        }
        String from = NumberText.of(low);
        String to = NumberText.of(high);
        fields.outOfRange(
                name,
                number,
                low == high ? from : "a number from " + from + " to " + to,
                low == high ? from : from + "以上" + to + "以下の数");
        return null;
    }
}
