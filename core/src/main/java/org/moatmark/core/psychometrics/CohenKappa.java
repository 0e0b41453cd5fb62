package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;

/**
 * Cohen's kappa: agreement of two raters beyond chance, plain or weighted by how near their choices are.
 *
 * <p>{@code kappa = (p_o - p_e) / (1 - p_e)} with {@code p_o = sum w_ij p_ij} and {@code p_e = sum w_ij p_i. p_.j}. With
 * {@link AgreementWeights#identity} it is Cohen's of 1960, with {@link AgreementWeights#quadratic} on evenly spaced
 * categories close to an intraclass correlation. Range: 1 is full agreement, 0 what chance gives from each rater's own
 * habits, negative worse than chance.
 *
 * <p>The standard error holds for large n; {@code standardErrorOfNone} is the one for a test that kappa is 0.
 *
 * <p>Special cases: without a pair, and where chance agreement is already full (both raters use the same single
 * category, or categories of full weight), there is no kappa.
 *
 * <p>Sources: J. Cohen (1960), Educational and Psychological Measurement 20(1), 37-46; J. Cohen (1968), Psychological
 * Bulletin 70(4), 213-220; J. L. Fleiss, J. Cohen and B. S. Everitt (1969), Psychological Bulletin 72(5), 323-327
 * (standard errors).
 *
 * @param kappa the coefficient
 * @param standardError large-sample standard error, for an interval
 * @param standardErrorOfNone the same if the raters were independent, for a test
 * @param observedAgreement {@code p_o}, a share
 * @param expectedAgreement {@code p_e}, a share
 * @param n how many units both raters rated
 * @param incomplete how many units were left out because a rating is missing
 */
public record CohenKappa(
        Estimate kappa,
        Estimate standardError,
        Estimate standardErrorOfNone,
        Estimate observedAgreement,
        Estimate expectedAgreement,
        int n,
        int incomplete)
        implements Serializable {

    private static final Words NO_PAIRS = new Words("No unit was rated by both raters.", "二人の評定者がともに評定した対象がありません。");

    private static final Words FULL_BY_CHANCE = new Words(
            "Both raters used the same single category, so agreement beyond chance cannot be told.",
            "二人の評定者が同じ一つのカテゴリーしか使っていないため、偶然を超えた一致かどうかを判断できません。");

    /**
     * Kappa of two lists of ratings.
     *
     * @param first {@code double[units]}, NaN where one is missing; not modified
     * @param second the other rater's, for the same units in the same order; not modified
     * @param weights the categories and their weights
     * @return the coefficient and what it rests on
     * @throws IllegalArgumentException if the lists differ in length or a rating is none of the categories
     */
    public static CohenKappa of(double[] first, double[] second, AgreementWeights weights) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Two raters have " + first.length + " and " + second.length
                    + " ratings: both need one for each unit, NaN where it is missing.");
        }
        double[][] table = new double[weights.size()][weights.size()];
        int n = 0;
        for (int unit = 0; unit < first.length; unit++) {
            if (!Double.isNaN(first[unit]) && !Double.isNaN(second[unit])) {
                table[weights.indexOf(first[unit])][weights.indexOf(second[unit])]++;
                n++;
            }
        }
        return of(table, n, weights, first.length - n);
    }

    /**
     * Kappa of a table of both raters' choices.
     *
     * @param table {@code double[categories][categories]}, counts or shares, rows the first rater; it is divided by its
     *     sum; not modified
     * @param n how many units the table stands for
     * @param weights the categories and their weights
     * @return the coefficient and what it rests on
     * @throws IllegalArgumentException if the table does not fit the weights, a cell is negative or not finite, n is
     *     negative, or the table is empty although n is not 0
     */
    public static CohenKappa ofTable(double[][] table, int n, AgreementWeights weights) {
        if (table.length != weights.size() || Cells.columns(table, "row", "column") != weights.size()) {
            throw new IllegalArgumentException("A table of " + weights.size()
                    + " categories has as many rows and columns; this one has " + table.length + " rows.");
        }
        double sum = 0;
        for (double[] row : table) {
            for (double cell : row) {
                if (!(cell >= 0)) {
                    throw new IllegalArgumentException(
                            "A table of choices holds counts or shares of at least 0, not " + cell + ".");
                }
                sum += cell;
            }
        }
        if (n < 0 || (sum == 0) != (n == 0)) {
            throw new IllegalArgumentException(
                    "A table whose cells add up to " + sum + " cannot stand for " + n + " units.");
        }
        return of(table, n, weights, 0);
    }

    /**
     * The large-sample interval {@code kappa -+ z * standardError}, its upper limit at most 1.
     *
     * @param level confidence, such as 0.95
     * @return the limits, or why there are none
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public IntervalEstimate interval(double level) {
        IntervalEstimate.requireLevel(level);
        if (kappa instanceof Estimate.NotComputable none) {
            return new IntervalEstimate.NotComputable(none.why());
        }
        double reach = Distributions.normalQuantile((1 + level) / 2) * standardError.orThrow();
        double value = kappa.orThrow();
        return new IntervalEstimate.Limits(value - reach, Math.min(1, value + reach), level);
    }

    private static CohenKappa of(double[][] table, int n, AgreementWeights weights, int incomplete) {
        if (n == 0) {
            Estimate none = new Estimate.NotComputable(NO_PAIRS);
            return new CohenKappa(none, none, none, none, none, 0, incomplete);
        }
        Shares shares = new Shares(table, weights);
        Estimate observed = Estimate.of(shares.observed(), n);
        Estimate expected = Estimate.of(shares.expected(), n);
        if (shares.isFullByChance()) {
            Estimate none = new Estimate.NotComputable(FULL_BY_CHANCE);
            return new CohenKappa(none, none, none, observed, expected, n, incomplete);
        }
        double beyond = 1 - shares.expected();
        return new CohenKappa(
                Estimate.of((shares.observed() - shares.expected()) / beyond, n),
                Estimate.of(Math.sqrt(shares.variance() / n) / (beyond * beyond), n),
                Estimate.of(Math.sqrt(shares.varianceOfNone() / n) / beyond, n),
                observed,
                expected,
                n,
                incomplete);
    }

    /** Joint and marginal shares, and the sums that kappa is made of. */
    private static final class Shares {

        private final AgreementWeights weights;
        private final double[][] joint;
        private final double[] rows;
        private final double[] columns;

        Shares(double[][] table, AgreementWeights weights) {
            int q = weights.size();
            this.weights = weights;
            joint = new double[q][q];
            rows = new double[q];
            columns = new double[q];
            double sum = 0;
            for (double[] row : table) {
                for (double cell : row) {
                    sum += cell;
                }
            }
            for (int i = 0; i < q; i++) {
                for (int j = 0; j < q; j++) {
                    joint[i][j] = table[i][j] / sum;
                    rows[i] += joint[i][j];
                    columns[j] += joint[i][j];
                }
            }
        }

        double observed() {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    sum += weights.weight(i, j) * joint[i][j];
                }
            }
            return sum;
        }

        double expected() {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    sum += weights.weight(i, j) * rows[i] * columns[j];
                }
            }
            return sum;
        }

        /** Whether every pair of categories that chance can bring together has full weight. */
        boolean isFullByChance() {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    if (rows[i] > 0 && columns[j] > 0 && weights.weight(i, j) < 1) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** How well row category i does by chance plus how well column category j does. */
        private double chance(int i, int j) {
            double sum = 0;
            for (int k = 0; k < rows.length; k++) {
                sum += weights.weight(i, k) * columns[k] + weights.weight(k, j) * rows[k];
            }
            return sum;
        }

        double variance() {
            double po = observed();
            double pe = expected();
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    double term = weights.weight(i, j) * (1 - pe) - chance(i, j) * (1 - po);
                    sum += joint[i][j] * term * term;
                }
            }
            double center = po * pe - 2 * pe + po;
            return Math.max(0, sum - center * center);
        }

        double varianceOfNone() {
            double pe = expected();
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    double term = weights.weight(i, j) - chance(i, j);
                    sum += rows[i] * columns[j] * term * term;
                }
            }
            return Math.max(0, sum - pe * pe);
        }
    }
}
