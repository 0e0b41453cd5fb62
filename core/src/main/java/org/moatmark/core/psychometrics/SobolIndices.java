package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;

/**
 * Which inputs a result hangs on: the parts of its variance that are due to each input alone (first order) and to each
 * with all its interactions (total), when the inputs vary independently of each other.
 *
 * <p>With V the variance of the result: first order {@code V(E(y | x_i)) / V}, total {@code E(V(y | all but x_i)) / V}.
 * Totals are at least the first orders, up to error of estimation; for an additive model both are equal and sum to 1.
 * Estimates from draws may lie a little outside 0 to 1 and are not clipped.
 *
 * @param mean mean of the result
 * @param variance its variance
 * @param first first-order index of each input; not computable for a constant result; n is the number of evaluations
 * @param total total index of each input; not computable for a constant result; n is the number of evaluations
 * @param evaluations how often the model was asked
 * @see <a href="https://doi.org/10.1016/S0378-4754(00)00270-6">I. M. Sobol' (2001), Global sensitivity indices for nonlinear
 *     mathematical models and their Monte Carlo estimates, Mathematics and Computers in Simulation 55, 271-280</a>
 */
public record SobolIndices(double mean, double variance, List<Estimate> first, List<Estimate> total, int evaluations)
        implements Serializable {

    /** Variances smaller than this part of the squared size of the result are rounding. */
    private static final double ROUNDING = 1e-24;

    /** Copies the lists. */
    public SobolIndices {
        first = List.copyOf(first);
        total = List.copyOf(total);
    }

    /**
     * The values that one input takes, all equally likely.
     *
     * @param lower the least, finite
     * @param upper the greatest, finite and above the least
     */
    public record Range(double lower, double upper) implements Serializable {
        /** Refuses an empty range. */
        public Range {
            if (!(lower < upper) || Double.isInfinite(upper - lower)) {
                throw new IllegalArgumentException(
                        "An input varies between two finite numbers, not between " + lower + " and " + upper + ".");
            }
        }

        double at(double part) {
            return lower + part * (upper - lower);
        }
    }

    /** A part of the variance, or that there is none to part. */
    static Estimate part(double part, double variance, double greatest, int evaluations) {
        if (!(variance > ROUNDING * greatest * greatest)) {
            return Estimate.notComputable("The result is the same whatever the inputs are.", "入力を変えても結果が変わりません。");
        }
        return Estimate.of(part / variance, evaluations);
    }
}
