package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Graded items on one scale, on which the ability of the population is standard normal: what they say about a
 * respondent, and how much.
 *
 * @param items the items, by column; columns of the answers that are not among them are not looked at
 * @param quadrature where the ability is integrated
 */
public record GradedModel(List<GradedItem> items, Quadrature quadrature) implements Serializable {

    /** Copies the list; refuses none at all. */
    public GradedModel {
        items = List.copyOf(items);
        Objects.requireNonNull(quadrature, "quadrature");
        if (items.isEmpty()) {
            throw new IllegalArgumentException("An item response model has at least one item, not none.");
        }
    }

    /**
     * Expected a posteriori ability (EAP): mean and standard deviation of the ability given the answers, under a
     * standard normal prior.
     *
     * @param answers {@code double[items]}: one row of answers, by column, NaN where there is none; not modified
     * @return the ability; none if nothing was answered or an answer is none that the model knows
     * @throws IllegalArgumentException if the row ends before the last item
     * @see <a href="https://doi.org/10.1177/014662168200600405">R. D. Bock and R. J. Mislevy (1982), Adaptive EAP
     *     estimation of ability in a microcomputer environment, Applied Psychological Measurement 6, 431-444</a>
     */
    public Ability eap(double[] answers) {
        return new AbilityScoring(this).eap(answers);
    }

    /**
     * Expected a posteriori abilities of many respondents.
     *
     * @param answers {@code double[respondents][items]}, NaN where there is no answer; not modified
     * @return one ability per row, in their order
     * @throws IllegalArgumentException if a row ends before the last item
     */
    public List<Ability> eap(double[][] answers) {
        AbilityScoring scoring = new AbilityScoring(this);
        List<Ability> abilities = new ArrayList<>(answers.length);
        for (double[] row : answers) {
            abilities.add(scoring.eap(row));
        }
        return List.copyOf(abilities);
    }

    /**
     * Maximum a posteriori ability (MAP): the likeliest ability given the answers, under a standard normal prior; its
     * standard error comes from the curvature of the posterior there.
     *
     * @param answers {@code double[items]}: one row of answers, by column, NaN where there is none; not modified
     * @return the ability; none if nothing was answered or an answer is none that the model knows
     * @throws IllegalArgumentException if the row ends before the last item
     */
    public Ability map(double[] answers) {
        return new AbilityScoring(this).map(answers);
    }

    /**
     * Test information: Fisher information about the ability in answers to all items.
     *
     * @param theta an ability, finite
     * @return at least 0; its inverse root is the standard error of a maximum likelihood estimate
     */
    public double information(double theta) {
        double sum = 0;
        for (GradedItem item : items) {
            sum += item.information(theta);
        }
        return sum;
    }

    /**
     * The expected sum of the answers (test characteristic curve).
     *
     * @param theta an ability, finite
     * @return between the sums of the least and the greatest categories
     */
    public double expectedSum(double theta) {
        double sum = 0;
        for (GradedItem item : items) {
            sum += item.expected(theta);
        }
        return sum;
    }

    /**
     * Marginal reliability: the mean over the population of {@code I / (I + 1)}, where I is the test information and 1
     * the variance of the abilities.
     *
     * @return from 0 to 1
     * @see "B. F. Green, R. D. Bock, L. G. Humphreys, R. L. Linn
     *     and M. D. Reckase (1984), Technical guidelines for assessing computerized adaptive tests, Journal of
     *     Educational Measurement 21, 347-360"
     */
    public double marginalReliability() {
        double[] points = quadrature.points();
        double[] weights = quadrature.weights();
        double sum = 0;
        for (int q = 0; q < points.length; q++) {
            double information = information(points[q]);
            sum += weights[q] * information / (information + 1);
        }
        return sum;
    }

    /**
     * Empirical reliability of abilities: their variance, divided by itself and the mean of their squared errors. n is
     * the number of abilities.
     *
     * @param abilities from {@link #eap(double[][])}; those that are not placed are not counted
     * @return from 0 to 1; not computable from fewer than two abilities
     * @see <a href="https://doi.org/10.18637/jss.v048.i06">R. P. Chalmers (2012), mirt: a multidimensional item response
     *     theory package for the R environment, Journal of Statistical Software 48(6), 1-29</a>
     */
    public static Estimate empiricalReliability(List<Ability> abilities) {
        double n = 0;
        double mean = 0;
        double squares = 0;
        double errors = 0;
        for (Ability ability : abilities) {
            if (ability instanceof Ability.Placed placed) {
                n++;
                double off = placed.theta() - mean;
                mean += off / n;
                squares += off * (placed.theta() - mean);
                errors += placed.error() * placed.error();
            }
        }
        if (n < 2) {
            return Estimate.notComputable("A reliability needs at least two abilities.", "信頼性の計算には少なくとも2人分の能力値が必要です。");
        }
        double variance = squares / (n - 1);
        return Estimate.of(variance / (variance + errors / n), (int) n);
    }
}
