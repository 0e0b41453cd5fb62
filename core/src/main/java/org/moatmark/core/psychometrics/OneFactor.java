package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.issue.Words;

/** One common factor behind all items of a scale, or why none could be fitted. */
public sealed interface OneFactor extends Serializable {

    /**
     * A fit that converged to a proper solution.
     *
     * @param extraction how
     * @param loadings correlations of the items with the factor; their sum is not negative
     * @param uniquenesses shares of the items' variances that are their own, {@code 1 - loading^2}
     * @param rawLoadings loadings in the items' units, for a factor of variance 1; variances divide by n, as maximum
     *     likelihood has it
     * @param rawUniquenesses variances of their own, in the items' squared units
     * @param discrepancy what was made least: the likelihood's {@code log|S| ...} function, or half the sum of squared
     *     residual correlations off the diagonal
     * @param iterations steps taken
     * @param n complete respondents
     */
    record Fitted(
            Extraction extraction,
            List<Double> loadings,
            List<Double> uniquenesses,
            List<Double> rawLoadings,
            List<Double> rawUniquenesses,
            double discrepancy,
            int iterations,
            int n)
            implements OneFactor {
        /** Copies the lists. */
        public Fitted {
            loadings = List.copyOf(loadings);
            uniquenesses = List.copyOf(uniquenesses);
            rawLoadings = List.copyOf(rawLoadings);
            rawUniquenesses = List.copyOf(rawUniquenesses);
        }
    }

    /**
     * No fit.
     *
     * @param why the reason as a whole sentence
     * @param n complete respondents
     */
    record NotFitted(Words why, int n) implements OneFactor {}

    /**
     * Fits one factor to the correlations of complete respondents.
     *
     * <p>Special cases: fewer than three items or not more respondents than items, an item that never varies, items that
     * determine each other (maximum likelihood only), items that share nothing, and a uniqueness that falls to zero (a Heywood case, which mostly
     * means two items too alike or too little data) give no fit; nor do 500 steps of maximum likelihood, or 20,000 of
     * minimum residual, without an end.
     *
     * @param answers {@code double[respondents][items]}, NaN where one is missing (such respondents are left out); not
     *     modified
     * @param extraction how
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    static OneFactor of(double[][] answers, Extraction extraction) {
        return OneFactorFit.of(ItemMoments.of(answers), extraction);
    }

    /**
     * The fit, for callers who already know that there is one.
     *
     * @return the fit
     * @throws IllegalStateException if there is none; the message is the English reason
     */
    default Fitted orThrow() {
        if (this instanceof Fitted fitted) {
            return fitted;
        }
        throw new IllegalStateException(((NotFitted) this).why().en());
    }
}
