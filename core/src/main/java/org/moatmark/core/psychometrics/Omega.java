package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.issue.Words;

/**
 * McDonald's omega total from a one-factor model: the share of the sum score's variance that is due to the factor.
 *
 * <p>Two conventions divide by different totals, and items can enter raw or standardised, which makes four numbers. With
 * loadings l, uniquenesses u, S the sum of all covariances (n - 1 divided as the loadings are) and R that of all
 * correlations:
 *
 * <pre>
 * modelImplied             = (sum l)^2 / ((sum l)^2 + sum u)      in the items' units; semTools, most textbooks
 * observed                 = 1 - sum u / S                        in the items' units
 * standardizedModelImplied = the first for standardised items
 * standardizedObserved     = 1 - sum u / R                        psych's omega.tot with one factor
 * </pre>
 *
 * <p>They differ in the third decimal where one factor fits well; where they differ more, the model is wrong. Range: 0
 * to 1 for the model-implied forms.
 *
 * <p>Missing cells and special cases are those of {@link OneFactor#of}.
 *
 * <p>Source: R. P. McDonald (1999), Test Theory: A Unified Treatment, pp. 88-90; W. Revelle and R. E. Zinbarg (2009),
 * Psychometrika 74(1), 145-154.
 *
 * @param modelImplied raw items over what the model says they vary
 * @param observed raw items over what they do vary
 * @param standardizedModelImplied standardised items over what the model says
 * @param standardizedObserved standardised items over what is
 * @param factor the model
 */
public record Omega(
        Estimate modelImplied,
        Estimate observed,
        Estimate standardizedModelImplied,
        Estimate standardizedObserved,
        OneFactor factor)
        implements Serializable {

    private static final Words NO_VARIATION =
            new Words("The sum score does not vary between respondents.", "合計点に回答者間の差がありません。");

    /**
     * Omega of answers.
     *
     * @param answers {@code double[respondents][items]}, reversed items already turned, NaN where an answer is missing
     *     (such respondents are left out); not modified
     * @param extraction how the factor is found
     * @return all four forms with the model, or why there are none
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static Omega of(double[][] answers, Extraction extraction) {
        ItemMoments moments = ItemMoments.of(answers);
        OneFactor factor = OneFactorFit.of(moments, extraction);
        if (factor instanceof OneFactor.Fitted fit) {
            int n = fit.n();
            double raw = ItemMoments.total(moments.covariance()) * (n - 1) / n;
            double standardized = ItemMoments.total(moments.correlation());
            return new Omega(
                    modelImplied(fit.rawLoadings(), fit.rawUniquenesses(), n),
                    observed(fit.rawUniquenesses(), raw, n),
                    modelImplied(fit.loadings(), fit.uniquenesses(), n),
                    observed(fit.uniquenesses(), standardized, n),
                    fit);
        }
        Estimate none = new Estimate.NotComputable(((OneFactor.NotFitted) factor).why());
        return new Omega(none, none, none, none, factor);
    }

    private static Estimate modelImplied(List<Double> loadings, List<Double> uniquenesses, int n) {
        double common = sum(loadings) * sum(loadings);
        return Estimate.of(common / (common + sum(uniquenesses)), n);
    }

    private static Estimate observed(List<Double> uniquenesses, double total, int n) {
        double own = sum(uniquenesses);
        return total > 1e-14 * own ? Estimate.of(1 - own / total, n) : new Estimate.NotComputable(NO_VARIATION);
    }

    private static double sum(List<Double> numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
