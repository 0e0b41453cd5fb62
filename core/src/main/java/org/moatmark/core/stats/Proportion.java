package org.moatmark.core.stats;

import java.io.Serializable;

/**
 * A share of successes among cases, and how far the true share may lie from it. All shares are from 0 to 1.
 *
 * <p>{@link #wilson} is the one to take as a rule. {@link #wilsonCorrected} and {@link #clopperPearson} are wider: they
 * hold the true share at least as often as the level says, whatever it is, where Wilson's does so on average. With no
 * case at all every interval is 0 to 1, which is what is known then.
 *
 * @param successes how many cases are successes, 0 to n
 * @param n how many cases there are, at least 0
 * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C857::AID-SIM777%3E3.0.CO;2-E">R. G. Newcombe
 *     (1998), Two-sided confidence intervals for the single proportion: comparison of seven methods, Statistics in
 *     Medicine 17, 857-872, methods 3, 4 and 5 on page 859</a>
 */
public record Proportion(int successes, int n) implements Serializable {

    /** Refuses counts that do not fit together. */
    public Proportion {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("A proportion of " + successes + " successes among " + n
                    + " cases does not exist: give from 0 successes to as many as there are cases.");
        }
    }

    /**
     * The observed share.
     *
     * @return successes over n, or the reason why there is none: no case
     */
    public Computed<Double> share() {
        return n == 0 ? Computed.not(Reason.NO_VALUES) : Computed.of((double) successes / n);
    }

    /**
     * Wilson's score interval: all shares P that lie within z standard errors {@code sqrt(P (1 - P) / n)} of the observed
     * share p; with q = 1 - p these are {@code (2 n p + z^2 -+ z sqrt(z^2 + 4 n p q)) / (2 (n + z^2))}.
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, within 0 to 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson (1927), Probable inference, the law of
     *     succession, and statistical inference, Journal of the American Statistical Association 22, 209-212</a>
     */
    public Interval wilson(double level) {
        double z = z(level);
        double twice = 2 * (n + z * z);
        double middle = (2.0 * successes + z * z) / twice;
        double half = z * Math.sqrt(z * z + 4 * spread()) / twice;
        return ends(middle - half, middle + half);
    }

    /**
     * Wilson's score interval with continuity correction: from
     * {@code (2 n p + z^2 - 1 - z sqrt(z^2 - 2 - 1/n + 4 p (n q + 1))) / (2 (n + z^2))} to
     * {@code (2 n p + z^2 + 1 + z sqrt(z^2 + 2 - 1/n + 4 p (n q - 1))) / (2 (n + z^2))}.
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, within 0 to 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval wilsonCorrected(double level) {
        double z = z(level);
        if (n == 0) {
            return ends(0, 1);
        }
        double p = (double) successes / n;
        double twice = 2 * (n + z * z);
        double middle = 2.0 * successes + z * z;
        double below = z * z - 2 - 1.0 / n + 4 * (spread() + p);
        double above = z * z + 2 - 1.0 / n + 4 * (spread() - p);
        return ends(
                (middle - 1 - z * Math.sqrt(Math.max(below, 0))) / twice,
                (middle + 1 + z * Math.sqrt(Math.max(above, 0))) / twice);
    }

    /**
     * The interval of Clopper and Pearson: the shares that neither the upper nor the lower tail of the binomial
     * distribution makes less likely than half of what the level leaves over. With x successes its ends are the
     * quantiles of the beta distributions (x, n - x + 1) and (x + 1, n - x).
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, within 0 to 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">C. J. Clopper and E. S. Pearson (1934), The use of
     *     confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26, 404-413</a>
     */
    public Interval clopperPearson(double level) {
        Interval.checkLevel(level);
        double tail = (1 - level) / 2;
        double low = successes == 0 ? 0 : Distributions.betaQuantile(tail, successes, n - successes + 1.0);
        double high = successes == n ? 1 : Distributions.betaQuantile(1 - tail, successes + 1.0, n - successes);
        return new Interval(low, high);
    }

    /** n p q. */
    private double spread() {
        return n == 0 ? 0 : (double) successes * (n - successes) / n;
    }

    private static double z(double level) {
        Interval.checkLevel(level);
        return -Distributions.normalQuantile((1 - level) / 2);
    }

    /** No success allows a share of 0 and no failure one of 1, which rounding must not hide. */
    private Interval ends(double low, double high) {
        return new Interval(successes == 0 ? 0 : Math.max(low, 0), successes == n ? 1 : Math.min(high, 1));
    }
}
