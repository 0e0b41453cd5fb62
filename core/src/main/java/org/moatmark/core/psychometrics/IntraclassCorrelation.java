package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;

/**
 * Intraclass correlations of n targets rated by k raters, from the mean squares of an analysis of variance.
 *
 * <p>With BMS between targets, WMS within targets, JMS between raters and EMS the rest:
 *
 * <pre>
 * ICC(1,1) = (BMS - WMS) / (BMS + (k-1) WMS)                     ICC(1,k) = (BMS - WMS) / BMS
 * ICC(2,1) = (BMS - EMS) / (BMS + (k-1) EMS + k (JMS - EMS)/n)   ICC(2,k) = (BMS - EMS) / (BMS + (JMS - EMS)/n)
 * ICC(3,1) = (BMS - EMS) / (BMS + (k-1) EMS)                     ICC(3,k) = (BMS - EMS) / BMS
 * </pre>
 *
 * <p>Range: 1 is full agreement (or consistency); 0 and below means that ratings of one target are no more alike than
 * ratings of different ones. Single forms are at least about {@code -1/(k-1)}; forms for means have no lower bound.
 *
 * <p>Missing cells: listwise, a target that any rater left out is not used; {@code incomplete} counts them.
 *
 * <p>Special cases: fewer than two complete targets or two raters, or no variation at all, give no coefficient; nor does
 * a denominator of 0 or less, which forms for means can have where targets hardly differ. Where raters leave no residual ({@code EMS = 0}, or {@code WMS = 0} in the one-way forms) the coefficient exists, but F and
 * the interval do not. A mean square below {@code 1e-12} of the total counts as 0: that is rounding.
 *
 * <p>Sources: P. E. Shrout and J. L. Fleiss (1979), Intraclass correlations: uses in assessing rater reliability,
 * Psychological Bulletin 86(2), 420-428; K. O. McGraw and S. P. Wong (1996), Forming inferences about some intraclass
 * correlation coefficients, Psychological Methods 1(1), 30-46, with correction 1(4), 390.
 *
 * @param targets complete targets, n
 * @param raters raters, k
 * @param incomplete targets left out because a cell is missing
 * @param betweenTargets BMS, n - 1 degrees of freedom
 * @param withinTargets WMS, n (k - 1) degrees of freedom
 * @param betweenRaters JMS, k - 1 degrees of freedom
 * @param error EMS, (n - 1)(k - 1) degrees of freedom
 */
public record IntraclassCorrelation(
        int targets,
        int raters,
        int incomplete,
        Estimate betweenTargets,
        Estimate withinTargets,
        Estimate betweenRaters,
        Estimate error)
        implements Serializable {

    private static final double ROUNDING = 1e-12;

    private static final Words TOO_FEW = new Words(
            "An intraclass correlation needs at least two raters and two targets that all of them rated.",
            "級内相関には、二人以上の評定者と、その全員が評定した二つ以上の対象が必要です。");

    private static final Words NO_VARIATION = new Words(
            "Neither targets nor ratings differ, so there is no variance to divide up.",
            "対象間にも評定間にも差がなく、分けるべき分散がありません。");

    private static final Words NO_DIFFERENCES = new Words(
            "The targets differ so little beside the raters that the formula divides by zero or less.",
            "評定者の差に比べて対象間の差が小さすぎるため、式の分母がゼロ以下になります。");

    private static final Words NO_LIMITS = new Words(
            "The F-based formula gives no two rising limits for these mean squares.",
            "この平均平方では、F 分布に基づく式から上限と下限を求められません。");

    private static final Words NO_ERROR = new Words(
            "The raters leave no residual variance, so the F ratio is infinite and has no interval.",
            "評定者間に残差の分散がないため、F 比が無限大となり、区間は求められません。");

    /**
     * The analysis of variance of a table of ratings.
     *
     * @param ratings {@code double[targets][raters]}, NaN where one is missing; not modified
     * @return mean squares, from which every form follows
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static IntraclassCorrelation of(double[][] ratings) {
        int k = Cells.columns(ratings, "target", "rater");
        double[][] complete = Cells.complete(ratings);
        int n = complete.length;
        int incomplete = ratings.length - n;
        if (n < 2 || k < 2) {
            Estimate none = new Estimate.NotComputable(TOO_FEW);
            return new IntraclassCorrelation(n, k, incomplete, none, none, none, none);
        }
        SumsOfSquares sums = SumsOfSquares.of(complete, k);
        return new IntraclassCorrelation(
                n,
                k,
                incomplete,
                Estimate.of(sums.targets() / (n - 1), n),
                Estimate.of((sums.raters() + sums.error()) / ((double) n * (k - 1)), n),
                Estimate.of(sums.raters() / (k - 1), n),
                Estimate.of(sums.error() / ((n - 1.0) * (k - 1)), n));
    }

    /**
     * A coefficient.
     *
     * @param form which
     * @return the coefficient, its n the number of targets, or why there is none
     */
    public Estimate coefficient(IccForm form) {
        if (!isComputed()) {
            return error;
        }
        double b = betweenTargets.orThrow();
        double e = residual(form);
        double raterPart = isAgreement(form) ? (betweenRaters.orThrow() - e) / targets : 0;
        double denominator = form.isAverage() ? b + raterPart : b + (raters - 1) * e + raters * raterPart;
        if (!(denominator > 0)) {
            return new Estimate.NotComputable(b + e > 0 ? NO_DIFFERENCES : NO_VARIATION);
        }
        return Estimate.of((b - e) / denominator, targets);
    }

    /**
     * The F ratio of the test that a form's coefficient is 0: {@code BMS / WMS} one-way, else {@code BMS / EMS}.
     *
     * @param form which
     * @return F with n - 1 and {@link #errorDegrees} degrees of freedom, or why there is none
     */
    public Estimate f(IccForm form) {
        if (!isComputed()) {
            return error;
        }
        double e = residual(form);
        return e > 0
                ? Estimate.of(betweenTargets.orThrow() / e, targets)
                : new Estimate.NotComputable(betweenTargets.orThrow() > 0 ? NO_ERROR : NO_VARIATION);
    }

    /**
     * The p-value of that test.
     *
     * @param form which
     * @return the upper tail of F, or why there is none
     */
    public Estimate p(IccForm form) {
        return f(form) instanceof Estimate.Point point
                ? Estimate.of(Distributions.fUpper(point.value(), targets - 1, errorDegrees(form)), targets)
                : f(form);
    }

    /**
     * The denominator's degrees of freedom in that test.
     *
     * @param form which
     * @return {@code n (k - 1)} one-way, else {@code (n - 1)(k - 1)}
     */
    public int errorDegrees(IccForm form) {
        return isOneWay(form) ? targets * (raters - 1) : (targets - 1) * (raters - 1);
    }

    /**
     * The F-based interval, for ICC(2,k) as McGraw and Wong have it.
     *
     * @param form which
     * @param level confidence, such as 0.95
     * @return the limits, or why there are none
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public IntervalEstimate interval(IccForm form, double level) {
        return interval(form, level, IccConvention.MCGRAW_WONG);
    }

    /**
     * The F-based interval: exact for the one-way and consistency forms, by Satterthwaite's degrees of freedom for
     * agreement.
     *
     * @param form which
     * @param level confidence, such as 0.95
     * @param convention whose formula, which matters for ICC(2,k) alone
     * @return the limits, or why there are none
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public IntervalEstimate interval(IccForm form, double level, IccConvention convention) {
        IntervalEstimate.requireLevel(level);
        if (f(form) instanceof Estimate.NotComputable none) {
            return new IntervalEstimate.NotComputable(none.why());
        }
        if (coefficient(form) instanceof Estimate.NotComputable none) {
            return new IntervalEstimate.NotComputable(none.why());
        }
        double p = (1 + level) / 2;
        if (!isAgreement(form)) {
            double f = f(form).orThrow();
            double df1 = targets - 1;
            double df2 = errorDegrees(form);
            return limits(
                    fromF(f / Distributions.fQuantile(p, df1, df2), form.isAverage()),
                    fromF(f * Distributions.fQuantile(p, df2, df1), form.isAverage()),
                    level);
        }
        if (form.isAverage() && convention == IccConvention.SHROUT_FLEISS) {
            return interval(IccForm.AGREEMENT_SINGLE, level) instanceof IntervalEstimate.Limits single
                    ? limits(steppedUp(single.low()), steppedUp(single.high()), level)
                    : interval(IccForm.AGREEMENT_SINGLE, level);
        }
        return agreement(form.isAverage(), p, level);
    }

    /**
     * McGraw and Wong (1996), table 7. For means their degrees of freedom take ICC(A,k) itself for rho; with ICC(A,1) in
     * its place the limits would be those of Shrout and Fleiss.
     */
    private IntervalEstimate agreement(boolean average, double p, double level) {
        double n = targets;
        double k = raters;
        double b = betweenTargets.orThrow();
        double j = betweenRaters.orThrow();
        double e = residual(IccForm.AGREEMENT_SINGLE);
        double rho = coefficient(average ? IccForm.AGREEMENT_AVERAGE : IccForm.AGREEMENT_SINGLE)
                .orThrow();
        double u = k * rho / (n * (1 - rho));
        double v = 1 + k * rho * (n - 1) / (n * (1 - rho));
        double df = square(u * j + v * e) / (square(u * j) / (k - 1) + square(v * e) / ((n - 1) * (k - 1)));
        if (!(df > 0)) {
            return new IntervalEstimate.NotComputable(NO_LIMITS);
        }
        double lower = Distributions.fQuantile(p, n - 1, df);
        double upper = Distributions.fQuantile(p, df, n - 1);
        double spread = average ? j - e : k * j + (k * n - k - n) * e;
        return limits(
                n * (b - lower * e) / (lower * spread + n * b), n * (upper * b - e) / (spread + n * upper * b), level);
    }

    private static IntervalEstimate limits(double low, double high, double level) {
        return Double.isFinite(low) && Double.isFinite(high) && low <= high
                ? new IntervalEstimate.Limits(low, high, level)
                : new IntervalEstimate.NotComputable(NO_LIMITS);
    }

    private double fromF(double f, boolean average) {
        return average ? 1 - 1 / f : (f - 1) / (f + raters - 1);
    }

    private double steppedUp(double single) {
        return raters * single / (1 + (raters - 1) * single);
    }

    private double residual(IccForm form) {
        double mean = (isOneWay(form) ? withinTargets : error).orThrow();
        double total = betweenTargets.orThrow() + withinTargets.orThrow();
        return mean <= ROUNDING * total ? 0 : mean;
    }

    private boolean isComputed() {
        return error instanceof Estimate.Point;
    }

    private static boolean isOneWay(IccForm form) {
        return form == IccForm.ONE_WAY_SINGLE || form == IccForm.ONE_WAY_AVERAGE;
    }

    private static boolean isAgreement(IccForm form) {
        return form == IccForm.AGREEMENT_SINGLE || form == IccForm.AGREEMENT_AVERAGE;
    }

    private static double square(double x) {
        return x * x;
    }

    /** Sums of squares of a two-way table, about the grand mean. */
    private record SumsOfSquares(double targets, double raters, double error) {

        static SumsOfSquares of(double[][] table, int k) {
            int n = table.length;
            double grand = 0;
            double[] columns = new double[k];
            double[] rows = new double[n];
            double shift = table[0][0];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    rows[i] += table[i][j] - shift;
                    columns[j] += table[i][j] - shift;
                }
                grand += rows[i];
            }
            grand /= (double) n * k;
            double between = 0;
            double error = 0;
            for (int i = 0; i < n; i++) {
                between += k * square(rows[i] / k - grand);
                for (int j = 0; j < k; j++) {
                    error += square(table[i][j] - shift - rows[i] / k - columns[j] / n + grand);
                }
            }
            double raters = 0;
            for (int j = 0; j < k; j++) {
                raters += n * square(columns[j] / n - grand);
            }
            return new SumsOfSquares(between, raters, error);
        }
    }
}
