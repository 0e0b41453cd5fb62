package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/**
 * Confirmatory factor analysis of a simple structure by maximum likelihood: every item loads on the one factor it was
 * written for, factors have variance 1 and may correlate, and what items do not share with their factor is their own. So
 * the covariances are {@code C = L P L' + U}. Either a proper solution, or why there is none.
 *
 * <p>Answers are taken as continuous and normal. Steps on a scale are neither; with five or more of them, and answers that
 * do not pile up at an end, estimates suffer little, but chi square grows (Rhemtulla, Brosseau-Liard and Savalei 2012).
 * Below about 200 respondents chi square and RMSEA refuse true models too often.
 *
 * @see <a href="https://doi.org/10.1007/BF02289343">K. G. Jöreskog (1969), A general approach to confirmatory maximum
 *     likelihood factor analysis, Psychometrika 34, 183-202</a>
 * @see <a href="https://doi.org/10.1037/a0029315">M. Rhemtulla, P. E. Brosseau-Liard and V. Savalei (2012), When can
 *     categorical variables be treated as continuous?, Psychological Methods 17, 354-373</a>
 */
public sealed interface ConfirmatoryFactors extends Serializable {

    /**
     * A fit that converged to a proper solution.
     *
     * @param loadings one for every item, factor after factor in the order given
     * @param factors in the order given
     * @param correlations {@code [factor][factor]}, 1 on the diagonal
     * @param correlationErrors their standard errors, 0 on the diagonal
     * @param indices how well the model fits
     * @param convergence how the search ended
     * @param incomplete respondents left out because an answer is missing
     */
    record Fitted(
            List<Loading> loadings,
            List<Factor> factors,
            List<List<Double>> correlations,
            List<List<Double>> correlationErrors,
            FitIndices indices,
            Convergence.Converged convergence,
            int incomplete)
            implements ConfirmatoryFactors {
        /** Copies the lists. */
        public Fitted {
            loadings = List.copyOf(loadings);
            factors = List.copyOf(factors);
            correlations = correlations.stream().map(List::copyOf).toList();
            correlationErrors = correlationErrors.stream().map(List::copyOf).toList();
        }
    }

    /**
     * No fit.
     *
     * @param why the reason as a whole sentence
     * @param n complete respondents
     */
    record NotFitted(Words why, int n) implements ConfirmatoryFactors {
        /** Refuses null. */
        public NotFitted {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * An item and its factor. Errors come from the expected information.
     *
     * @param item its column, from 0
     * @param factor which factor, from 0
     * @param raw change of the item, in its unit, with one standard deviation of the factor; a factor's loadings add up to no
     *     negative number
     * @param rawError its standard error
     * @param standardised correlation of item and factor, -1 to 1
     * @param standardisedError its standard error (delta method)
     * @param rawUniqueness variance of its own, in the item's squared unit, above 0
     * @param rawUniquenessError its standard error
     * @param uniqueness share of its variance that is its own, {@code 1 - standardised^2}
     */
    record Loading(
            int item,
            int factor,
            double raw,
            double rawError,
            double standardised,
            double standardisedError,
            double rawUniqueness,
            double rawUniquenessError,
            double uniqueness)
            implements Serializable {}

    /**
     * A factor as a scale of its items.
     *
     * @param items their columns, from 0
     * @param omega reliability of the items' sum, {@code (sum l)^2 / ((sum l)^2 + sum u)} with raw loadings and
     *     uniquenesses (McDonald 1999, pp. 88-90), 0 to 1
     * @param averageVariance average variance extracted, {@code sum l^2 / (sum l^2 + sum u)} of the raw ones (Fornell and
     *     Larcker 1981), 0 to 1
     * @see <a href="https://doi.org/10.1177/002224378101800104">C. Fornell and D. F. Larcker (1981), Evaluating structural
     *     equation models with unobservable variables and measurement error, Journal of Marketing Research 18, 39-50</a>
     * @see "R. P. McDonald (1999), Test Theory: A Unified Treatment, Erlbaum"
     */
    record Factor(List<Integer> items, double omega, double averageVariance) implements Serializable {
        /** Copies the list. */
        public Factor {
            items = List.copyOf(items);
        }
    }

    /**
     * Fits factors to the answers of complete respondents.
     *
     * <p>Special cases without a fit: a factor of one item, or a single factor of two; not more respondents than items; an item that never
     * varies; items that determine each other; a uniqueness at or below zero (a Heywood case); factors that cannot be told
     * apart; parameters that the data leave open; a search without an end.
     *
     * @param answers {@code double[respondents][items]}, NaN where one is missing (a respondent with a missing answer to an
     *     item of the model is left out); not modified
     * @param factors for every factor the columns of its items, from 0; columns that are not named are not used
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if rows differ in length, a cell is infinite, no factor is given, a factor has no item,
     *     or a column does not exist or is named twice
     */
    static ConfirmatoryFactors of(double[][] answers, List<List<Integer>> factors) {
        int[] columns = ConfirmatoryFit.columns(factors, answers.length == 0 ? Integer.MAX_VALUE : answers[0].length);
        double[][] used = new double[answers.length][columns.length];
        for (int i = 0; i < answers.length; i++) {
            if (answers[i].length != answers[0].length) {
                throw new IllegalArgumentException("Respondent " + i + " has " + answers[i].length
                        + " cells where the first has " + answers[0].length + ".");
            }
            for (int j = 0; j < columns.length; j++) {
                used[i][j] = answers[i][columns[j]];
            }
        }
        ItemMoments moments = ItemMoments.of(used);
        int n = moments.respondents();
        if (n < 2) {
            return new NotFitted(ConfirmatoryFit.TOO_FEW, n);
        }
        double[][] covariance = new double[columns.length][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int k = 0; k < columns.length; k++) {
                covariance[j][k] = moments.covariance()[j][k] * (n - 1) / n;
            }
        }
        return ConfirmatoryFit.of(covariance, n, moments.incomplete(), factors, columns);
    }

    /**
     * Fits factors to covariances, as papers print them. Special cases as in {@link #of}.
     *
     * @param covariance {@code double[items][items]}, symmetric, divided by n; with correlations, raw loadings are standardised
     *     ones; not modified
     * @param n respondents behind it, at least 1
     * @param factors for every factor the columns of its items, from 0
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if the matrix is not square and symmetric or a cell is not finite, n is below 1, or
     *     factors are as wrong as {@link #of} says
     */
    static ConfirmatoryFactors ofCovariance(double[][] covariance, int n, List<List<Integer>> factors) {
        if (n < 1) {
            throw new IllegalArgumentException("Covariances rest on at least one respondent, not " + n + ".");
        }
        int[] columns = ConfirmatoryFit.columns(factors, covariance.length);
        return ConfirmatoryFit.of(ConfirmatoryFit.part(covariance, columns), n, 0, factors, columns);
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
