package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An index made up of parts, which are made up of parts again, down to the indicators: each is the weighted mean of its
 * parts. A missing indicator is NaN; the weights of the parts that are there are taken in proportion, and a part without
 * any is missing itself.
 *
 * <p>Indicators are to be on one scale before ({@link Rescale}).
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD and JRC (2008), Handbook on Constructing Composite
 *     Indicators, step 6, pages 31-34 and 102-105</a>
 */
public final class CompositeIndex implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<String> indicators;
    private final List<String> aggregates;

    /** For each aggregate its parts, as places among the indicators and, after them, the aggregates. */
    private final int[][] parts;

    private final double[][] weights;

    private CompositeIndex(List<String> indicators, List<String> aggregates, int[][] parts, double[][] weights) {
        this.indicators = indicators;
        this.aggregates = aggregates;
        this.parts = parts;
        this.weights = weights;
    }

    /**
     * One part of an index.
     *
     * @param name its own name
     * @param parent the name of what it is part of; empty for the index itself
     * @param weight its weight there, finite and at least 0
     */
    public record Part(String name, String parent, double weight) implements Serializable {}

    /**
     * Builds an index of its parts, in any order. Parts that have no parts themselves are the indicators.
     *
     * @param all the index itself and all its parts, down to the indicators
     * @return the index
     * @throws IllegalArgumentException if a name occurs twice, a parent does not exist, parts go round in a circle, or a
     *     weight is not finite or below 0
     */
    public static CompositeIndex of(List<Part> all) {
        Map<String, Part> byName = new LinkedHashMap<>();
        for (Part part : all) {
            if (byName.put(part.name(), part) != null) {
                throw new IllegalArgumentException("Part '" + part.name() + "' is listed twice: give each part once.");
            }
            if (!(part.weight() >= 0 && part.weight() < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Part '" + part.name() + "' has a weight of " + part.weight() + ": give a finite one from 0.");
            }
        }
        Map<String, List<Part>> children = new LinkedHashMap<>();
        for (Part part : all) {
            if (!part.parent().isEmpty() && !byName.containsKey(part.parent())) {
                throw new IllegalArgumentException(
                        "Part '" + part.name() + "' belongs to '" + part.parent() + "', which is not listed.");
            }
            children.computeIfAbsent(part.parent(), name -> new ArrayList<>()).add(part);
        }
        List<String> indicators = byName.keySet().stream()
                .filter(name -> !children.containsKey(name))
                .toList();
        List<String> aggregates = bottomUp(byName, children);
        int[][] parts = new int[aggregates.size()][];
        double[][] weights = new double[aggregates.size()][];
        for (int i = 0; i < parts.length; i++) {
            List<Part> own = children.getOrDefault(aggregates.get(i), List.of());
            parts[i] = own.stream()
                    .mapToInt(part -> place(part.name(), indicators, aggregates))
                    .toArray();
            weights[i] = own.stream().mapToDouble(Part::weight).toArray();
        }
        return new CompositeIndex(indicators, aggregates, parts, weights);
    }

    /** The parts that have parts, each after all of its own. */
    private static List<String> bottomUp(Map<String, Part> byName, Map<String, List<Part>> children) {
        List<String> open = new ArrayList<>(
                byName.keySet().stream().filter(children::containsKey).toList());
        List<String> done = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> next = open.stream()
                    .filter(name -> children.getOrDefault(name, List.of()).stream()
                            .noneMatch(part -> open.contains(part.name())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalArgumentException("Parts go round in a circle: " + String.join(", ", open) + ".");
            }
            done.addAll(next);
            open.removeAll(next);
        }
        return List.copyOf(done);
    }

    private static int place(String name, List<String> indicators, List<String> aggregates) {
        int among = indicators.indexOf(name);
        return among >= 0 ? among : indicators.size() + aggregates.indexOf(name);
    }

    /**
     * The indicators.
     *
     * @return their names in the order in which they were listed, which is the order of the columns of data
     */
    public List<String> indicators() {
        return indicators;
    }

    /**
     * What is made up of others.
     *
     * @return the names, each after all of its own parts; the index itself is last
     */
    public List<String> aggregates() {
        return aggregates;
    }

    /**
     * Works out the index and all its aggregates.
     *
     * @param data {@code double[units][indicators]}, finite or NaN, not modified
     * @param mean how parts are put together at every level
     * @return {@code double[units][aggregates]}; NaN where nothing below has a value, or where a value below 0 has no such
     *     mean
     * @throws IllegalArgumentException if a row has another length than there are indicators, or a value is infinite
     */
    public double[][] scores(double[][] data, WeightedMean mean) {
        double[][] scores = new double[data.length][];
        for (int unit = 0; unit < data.length; unit++) {
            if (data[unit].length != indicators.size()) {
                throw new IllegalArgumentException(
                        "Unit " + unit + " has " + data[unit].length + " values and the index " + indicators.size()
                                + " indicators: give one value for each, NaN for a missing one.");
            }
            scores[unit] = scores(data[unit], mean);
        }
        return scores;
    }

    private double[] scores(double[] values, WeightedMean mean) {
        double[] scores = new double[aggregates.size()];
        for (int i = 0; i < scores.length; i++) {
            double[] own = new double[parts[i].length];
            for (int k = 0; k < own.length; k++) {
                int place = parts[i][k];
                own[k] = place < values.length ? values[place] : scores[place - values.length];
            }
            scores[i] = mean.of(own, weights[i]).toOptional().orElse(Double.NaN);
        }
        return scores;
    }
}
