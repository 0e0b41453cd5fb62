package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.moatmark.core.stats.Distributions;
import org.moatmark.core.stats.NoncentralChiSquared;

/**
 * How well a model of the covariances of items fits, by the indices that papers report. No cut-off is applied here: what
 * counts as good depends on items, n and model (Marsh, Hau and Wen 2004).
 *
 * @param n respondents
 * @param chiSquare {@code n F}, with the discrepancy {@code F = log|C| + tr(S C^-1) - log|S| - p} of the sample's
 *     covariances S (divided by n) from the model's C; at least 0 (some programs multiply by n - 1 instead)
 * @param df degrees of freedom: different covariances minus free parameters
 * @param p probability of so great a chi square where the model holds; not computable without degrees of freedom
 * @param baselineChiSquare the same for items that share nothing, {@code -n log|R|}
 * @param baselineDf its degrees of freedom, {@code p (p - 1) / 2}
 * @param cfi comparative fit index, {@code 1 - max(X - df, 0) / max(X - df, X0 - df0, 0)}, 0 to 1 (Bentler 1990);
 *     1 where the denominator is 0
 * @param tli Tucker-Lewis index, {@code (X0/df0 - X/df) / (X0/df0 - 1)}; may pass 1. Not computable without degrees of
 *     freedom, or where the baseline fits as well as chance allows
 * @param rmsea root mean square error of approximation, {@code sqrt(max(X - df, 0) / (n df))} (Steiger 1990);
 *     not computable without degrees of freedom
 * @param rmseaInterval its interval at 90 %: the noncentralities with which X has the probabilities 0.95 and 0.05
 *     (Browne and Cudeck 1993)
 * @param srmr standardised root mean square residual: of the residual correlations, over the {@code p (p + 1) / 2} cells
 *     on and under the diagonal, 0 to 1 (Hu and Bentler 1999)
 * @param logLikelihood of the data under the model, means at the sample's
 * @param aic {@code 2 q - 2 logLikelihood} with q free parameters of the covariances
 * @param bic {@code q log n - 2 logLikelihood}
 * @see <a href="https://doi.org/10.1037/0033-2909.107.2.238">P. M. Bentler (1990), Comparative fit indexes in structural
 *     models, Psychological Bulletin 107, 238-246</a>
 * @see <a href="https://doi.org/10.1207/s15327906mbr2502_4">J. H. Steiger (1990), Structural model evaluation and
 *     modification: an interval estimation approach, Multivariate Behavioral Research 25, 173-180</a>
 * @see <a href="https://doi.org/10.1080/10705519909540118">L. Hu and P. M. Bentler (1999), Cutoff criteria for fit indexes in
 *     covariance structure analysis, Structural Equation Modeling 6, 1-55</a>
 * @see <a href="https://doi.org/10.1007/BF02291170">L. R. Tucker and C. Lewis (1973), A reliability coefficient for maximum
 *     likelihood factor analysis, Psychometrika 38, 1-10</a>
 * @see "M. W. Browne and R. Cudeck (1993), Alternative ways of assessing model fit, in K. A. Bollen and J. S. Long (eds),
 *     Testing Structural Equation Models, 136-162; H. W. Marsh, K.-T. Hau and Z. Wen (2004), In search of golden rules,
 *     Structural Equation Modeling 11, 320-341"
 */
public record FitIndices(
        int n,
        double chiSquare,
        int df,
        Estimate p,
        double baselineChiSquare,
        int baselineDf,
        double cfi,
        Estimate tli,
        Estimate rmsea,
        IntervalEstimate rmseaInterval,
        double srmr,
        double logLikelihood,
        double aic,
        double bic)
        implements Serializable {

    private static final double LEVEL = 0.90;

    private static final Estimate.NotComputable NO_DF = (Estimate.NotComputable) Estimate.notComputable(
            "The model has no degrees of freedom: it fits any data.", "自由度が 0 のモデルはどのデータにも適合するため、求められません。");

    /** What the indices are made of; parameters are counted and the likelihood holds at the model's solution. */
    static FitIndices of(
            int n,
            double chiSquare,
            int df,
            double baselineChiSquare,
            int baselineDf,
            double srmr,
            double logLikelihood,
            int parameters) {
        double excess = Math.max(chiSquare - df, 0);
        double most = Math.max(excess, baselineChiSquare - baselineDf);
        double perDf = baselineChiSquare / baselineDf;
        Estimate tli = perDf > 1
                ? Estimate.of((perDf - chiSquare / Math.max(df, 1)) / (perDf - 1), n)
                : Estimate.notComputable(
                        "Items that share nothing fit as well as chance allows, so there is nothing to compare with.",
                        "独立モデルの適合が偶然の範囲内で、比較の基準になりません。");
        return new FitIndices(
                n,
                chiSquare,
                df,
                df == 0 ? NO_DF : Estimate.of(Distributions.chiSquaredUpper(chiSquare, df), n),
                baselineChiSquare,
                baselineDf,
                most > 0 ? 1 - excess / most : 1,
                df == 0 ? NO_DF : tli,
                df == 0 ? NO_DF : Estimate.of(Math.sqrt(excess / ((double) n * df)), n),
                df == 0 ? new IntervalEstimate.NotComputable(NO_DF.why()) : interval(n, chiSquare, df),
                srmr,
                logLikelihood,
                2.0 * parameters - 2 * logLikelihood,
                parameters * StrictMath.log(n) - 2 * logLikelihood);
    }

    private static IntervalEstimate interval(int n, double chiSquare, int df) {
        double low = NoncentralChiSquared.noncentrality(chiSquare, df, (1 + LEVEL) / 2);
        double high = NoncentralChiSquared.noncentrality(chiSquare, df, (1 - LEVEL) / 2);
        double cases = (double) n * df;
        return new IntervalEstimate.Limits(Math.sqrt(low / cases), Math.sqrt(high / cases), LEVEL);
    }
}
