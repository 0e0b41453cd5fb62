package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * TOPSIS (technique for order preference by similarity to ideal solution): alternatives ordered by how close they are to
 * the best of every criterion, and how far from the worst. Each column is divided by the root of its sum of squares and
 * multiplied by its weight; with the distances a to the ideal and b to the anti-ideal alternative the closeness is
 * {@code b / (a + b)}.
 *
 * <p>The closeness depends on which alternatives are compared; adding a poor one can turn the order of the others.
 *
 * @param ideal the best weighted value of each criterion
 * @param antiIdeal the worst one
 * @param closeness of each alternative, 0 (worst in all) to 1 (best in all)
 * @param ranks of each alternative, 1 for the closest; equal ones share the lower number
 * @see <a href="https://doi.org/10.1007/978-3-642-48318-9">C.-L. Hwang and K. Yoon (1981), Multiple Attribute Decision
 *     Making, Springer, pages 128-140</a>
 */
public record Topsis(List<Double> ideal, List<Double> antiIdeal, List<Double> closeness, List<Integer> ranks)
        implements Serializable {

    /** Copies the lists. */
    public Topsis {
        ideal = List.copyOf(ideal);
        antiIdeal = List.copyOf(antiIdeal);
        closeness = List.copyOf(closeness);
        ranks = List.copyOf(ranks);
    }

    /**
     * Compares alternatives.
     *
     * @param alternatives {@code double[alternatives][criteria]}, finite, at least one row, not modified
     * @param weights {@code double[criteria]}, finite and at least 0, on any scale (they are divided by their sum), not
     *     modified
     * @param directions which way is up in each criterion
     * @return the comparison, or why there is none: no alternative, no weight, or no difference in any criterion that has
     *     weight
     * @throws IllegalArgumentException if lengths do not fit, or a number is not finite or a weight below 0
     */
    public static Computed<Topsis> of(double[][] alternatives, double[] weights, List<Direction> directions) {
        double total = check(alternatives, weights, directions);
        if (alternatives.length == 0) {
            return Computed.not(Reason.NO_VALUES);
        }
        if (!(total > 0)) {
            return Computed.not(Reason.NO_WEIGHT);
        }
        List<Double> ideal = new ArrayList<>();
        List<Double> antiIdeal = new ArrayList<>();
        double[] toIdeal = new double[alternatives.length];
        double[] toAntiIdeal = new double[alternatives.length];
        for (int c = 0; c < weights.length; c++) {
            double[] column = column(alternatives, c, weights[c] / total);
            Interval range = Present.of("A comparison", column).range().orThrow();
            boolean up = directions.get(c) == Direction.HIGHER_IS_BETTER;
            double best = up ? range.high() : range.low();
            double worst = up ? range.low() : range.high();
            ideal.add(best);
            antiIdeal.add(worst);
            for (int i = 0; i < column.length; i++) {
                toIdeal[i] += (column[i] - best) * (column[i] - best);
                toAntiIdeal[i] += (column[i] - worst) * (column[i] - worst);
            }
        }
        List<Double> closeness = new ArrayList<>();
        for (int i = 0; i < toIdeal.length; i++) {
            double away = Math.sqrt(toAntiIdeal[i]);
            double sum = Math.sqrt(toIdeal[i]) + away;
            if (sum == 0) {
                return Computed.not(Reason.ALL_EQUAL);
            }
            closeness.add(away / sum);
        }
        double[] farness = closeness.stream().mapToDouble(close -> -close).toArray();
        List<Integer> ranks = new ArrayList<>();
        for (double rank : Ranks.of(farness, TieRule.MIN)) {
            ranks.add((int) rank);
        }
        return Computed.of(new Topsis(ideal, antiIdeal, closeness, ranks));
    }

    /** A criterion divided by the root of its sum of squares and multiplied by its weight; all zeros stay zeros. */
    private static double[] column(double[][] alternatives, int criterion, double weight) {
        double squares = 0;
        for (double[] alternative : alternatives) {
            squares += alternative[criterion] * alternative[criterion];
        }
        double root = squares == 0 ? 1 : Math.sqrt(squares);
        double[] column = new double[alternatives.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = alternatives[i][criterion] / root * weight;
        }
        return column;
    }

    private static double check(double[][] alternatives, double[] weights, List<Direction> directions) {
        Numbers.finite("A comparison with these weights", weights);
        double total = 0;
        for (double weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException(
                        "A comparison cannot be computed: a weight is " + weight + ". Give weights from 0.");
            }
            total += weight;
        }
        if (directions.size() != weights.length) {
            throw new IllegalArgumentException("A comparison cannot be computed: there are " + weights.length
                    + " weights and " + directions.size() + " directions. Give one of each for every criterion.");
        }
        for (int i = 0; i < alternatives.length; i++) {
            if (alternatives[i].length != weights.length) {
                throw new IllegalArgumentException("A comparison cannot be computed: alternative " + i + " has "
                        + alternatives[i].length + " values and there are " + weights.length
                        + " weights. Give one of each for every criterion.");
            }
            Numbers.finite("A comparison of alternative " + i, alternatives[i]);
        }
        return total;
    }
}
