package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * The categories that raters choose from, and how much each pair of them counts as agreement: 1 for the same, down to 0
 * for the farthest. Immutable.
 *
 * <p>The categories are those that <em>could</em> be chosen, not only those that were: coefficients such as Gwet's and
 * Brennan and Prediger's depend on how many there are.
 */
public final class AgreementWeights implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] categories;
    private final double[][] weights;

    private AgreementWeights(double[] categories, double[][] weights) {
        this.categories = categories;
        this.weights = weights;
    }

    /**
     * Names: 1 for the same category, else 0.
     *
     * @param categories rising numbers; not modified
     * @return weights without degrees
     * @throws IllegalArgumentException if the categories are not finite and rising
     */
    public static AgreementWeights identity(double... categories) {
        return from(categories, (a, b) -> a == b ? 1 : 0);
    }

    /**
     * Linear weights {@code 1 - |a - b| / (max - min)} from the values of the categories.
     *
     * @param categories rising numbers; not modified
     * @return weights that fall evenly with distance
     * @throws IllegalArgumentException if the categories are not finite and rising
     */
    public static AgreementWeights linear(double... categories) {
        double span = span(categories);
        return from(categories, (a, b) -> a == b ? 1 : 1 - Math.abs(a - b) / span);
    }

    /**
     * Quadratic weights {@code 1 - (a - b)^2 / (max - min)^2} from the values of the categories.
     *
     * @param categories rising numbers; not modified
     * @return weights that fall with squared distance
     * @throws IllegalArgumentException if the categories are not finite and rising
     */
    public static AgreementWeights quadratic(double... categories) {
        double span = span(categories);
        return from(categories, (a, b) -> a == b ? 1 : 1 - (a - b) * (a - b) / (span * span));
    }

    /**
     * Gwet's ordinal weights {@code 1 - C(d + 1, 2) / C(q, 2)}, where d is how many categories lie between (the ends
     * counted as one step) and q how many there are; only their order matters.
     *
     * <p>Source: K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 3.
     *
     * @param categories rising numbers; not modified
     * @return weights that fall with the number of steps
     * @throws IllegalArgumentException if the categories are not finite and rising
     */
    public static AgreementWeights ordinal(double... categories) {
        double[] own = checked(categories);
        int q = own.length;
        double[][] weights = new double[q][q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                int steps = Math.abs(i - j);
                weights[i][j] = steps == 0 ? 1 : 1 - (double) (steps * (steps + 1)) / (q * (q - 1));
            }
        }
        return new AgreementWeights(own, weights);
    }

    /**
     * Weights of one's own.
     *
     * @param weights {@code double[categories][categories]}, symmetric, from 0 to 1, 1 on the diagonal; not modified
     * @param categories rising numbers; not modified
     * @return these weights
     * @throws IllegalArgumentException if the table does not fit the categories or breaks a rule above
     */
    public static AgreementWeights of(double[][] weights, double... categories) {
        double[] own = checked(categories);
        requireSquare(weights, own.length);
        double[][] copy = new double[own.length][own.length];
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < own.length; j++) {
                double weight = weights[i][j];
                if (!(weight >= 0 && weight <= 1) || weight != weights[j][i] || (i == j && weight != 1)) {
                    throw new IllegalArgumentException("The agreement weight of categories " + own[i] + " and " + own[j]
                            + " is " + weight
                            + ": weights lie from 0 to 1, are 1 on the diagonal and the same both ways round.");
                }
                copy[i][j] = weight;
            }
        }
        return new AgreementWeights(own, copy);
    }

    /**
     * Weights from disagreements, {@code 1 - v / max v}; kappa does not depend on the scale of v.
     *
     * <p>Source: J. Cohen (1968), Weighted kappa, Psychological Bulletin 70(4), 213-220.
     *
     * @param disagreements {@code double[categories][categories]}, symmetric, at least 0, 0 on the diagonal, not all 0;
     *     not modified
     * @param categories rising numbers; not modified
     * @return these weights
     * @throws IllegalArgumentException if the table does not fit the categories or breaks a rule above
     */
    public static AgreementWeights ofDisagreements(double[][] disagreements, double... categories) {
        double[] own = checked(categories);
        requireSquare(disagreements, own.length);
        double greatest = 0;
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < own.length; j++) {
                double weight = disagreements[i][j];
                if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)
                        || weight != disagreements[j][i]
                        || (i == j && weight != 0)) {
                    throw new IllegalArgumentException("The disagreement weight of categories " + own[i] + " and "
                            + own[j] + " is " + weight
                            + ": weights are finite, at least 0, 0 on the diagonal and the same both ways round.");
                }
                greatest = Math.max(greatest, weight);
            }
        }
        if (greatest == 0) {
            throw new IllegalArgumentException(
                    "All disagreement weights are 0: at least two categories must differ for raters to disagree.");
        }
        double[][] weights = new double[own.length][own.length];
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < own.length; j++) {
                weights[i][j] = 1 - disagreements[i][j] / greatest;
            }
        }
        return new AgreementWeights(own, weights);
    }

    /**
     * The values that occur in a table, rising: categories for data whose scale is not known.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @return the values, each once
     */
    public static double[] valuesIn(double[][] ratings) {
        return Arrays.stream(ratings)
                .flatMapToDouble(Arrays::stream)
                .filter(rating -> !Double.isNaN(rating))
                .map(rating -> rating + 0.0)
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * How many categories there are.
     *
     * @return at least 1
     */
    public int size() {
        return categories.length;
    }

    /**
     * A category.
     *
     * @param index from 0
     * @return its number
     */
    public double category(int index) {
        return categories[index];
    }

    /**
     * How much two categories count as agreement.
     *
     * @param one index from 0
     * @param other index from 0
     * @return from 0 to 1
     */
    public double weight(int one, int other) {
        return weights[one][other];
    }

    /** The index of a rating's category. */
    int indexOf(double rating) {
        int index = Arrays.binarySearch(categories, rating + 0.0);
        if (index < 0) {
            throw new IllegalArgumentException("Rating " + rating + " is none of the categories "
                    + Arrays.toString(categories) + ". Name every category that raters may choose.");
        }
        return index;
    }

    private static AgreementWeights from(double[] categories, DoubleBinaryOperator weight) {
        double[] own = checked(categories);
        double[][] weights = new double[own.length][own.length];
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < own.length; j++) {
                weights[i][j] = weight.applyAsDouble(own[i], own[j]);
            }
        }
        return new AgreementWeights(own, weights);
    }

    private static double span(double[] categories) {
        return categories.length == 0 ? 0 : categories[categories.length - 1] - categories[0];
    }

    private static double[] checked(double[] categories) {
        double[] own = new double[categories.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = categories[i] + 0.0;
            if (!Double.isFinite(own[i]) || (i > 0 && !(own[i] > own[i - 1]))) {
                throw new IllegalArgumentException(
                        "Categories are finite rising numbers, not " + Arrays.toString(categories) + ".");
            }
        }
        if (own.length == 0) {
            throw new IllegalArgumentException("Raters need at least one category to choose from.");
        }
        return own;
    }

    private static void requireSquare(double[][] table, int size) {
        boolean square = table.length == size;
        for (double[] row : table) {
            square &= row.length == size;
        }
        if (!square) {
            throw new IllegalArgumentException("A table of weights for " + size + " categories has " + size
                    + " rows of " + size + " cells; this one does not.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgreementWeights that
                && Arrays.equals(categories, that.categories)
                && Arrays.deepEquals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(categories) + Arrays.deepHashCode(weights);
    }

    @Override
    public String toString() {
        return "weights of " + Arrays.toString(categories) + ": " + Arrays.deepToString(weights);
    }
}
