package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.List;

/**
 * Groups as draws from a population of groups (the one-way random-effects model): a value is the population mean, plus its
 * group's effect with variance T, plus its own deviation with variance S. The mean of a group of n is shrunk toward the
 * population mean by the factor {@code T / (T + S / n)}: little for large groups and where groups differ much, fully
 * where they do not seem to differ at all (T = 0). This is empirical Bayes; the effects are the best linear unbiased
 * predictors with the estimated variances put in.
 *
 * <p>The population mean is the mean of the group means, each weighted by {@code 1 / (T + S / n)}.
 *
 * @param method how the variances were estimated
 * @param mean the population mean
 * @param meanStandardError its standard error, {@code sqrt(1 / sum of the weights)}
 * @param betweenVariance T, at least 0
 * @param withinVariance S, at least 0
 * @param truncated whether T came out below 0 (ANOVA) or at the bound (ML, REML), and is 0 therefore
 * @param groups what becomes of each group, in the order of the groups
 * @see <a href="https://doi.org/10.1214/ss/1177011926">G. K. Robinson (1991), That BLUP is a good thing: the estimation of
 *     random effects, Statistical Science 6, 15-51</a>
 * @see <a href="https://doi.org/10.1002/9780470316856">S. R. Searle, G. Casella and C. E. McCulloch (1992), Variance
 *     Components, chapter 3 for the variances and chapter 7 for prediction</a>
 */
public record RandomEffects(
        Method method,
        double mean,
        double meanStandardError,
        double betweenVariance,
        double withinVariance,
        boolean truncated,
        List<Group> groups)
        implements Serializable {

    /** Copies the list. */
    public RandomEffects {
        groups = List.copyOf(groups);
    }

    /** How to estimate the two variances. */
    public enum Method {
        /**
         * From the mean squares: S is the one within, T their difference over
         * {@code (N - sum(n^2) / N) / (groups - 1)}.
         */
        ANOVA,

        /** Greatest likelihood of normal values. Too small a T on average where there are few groups. */
        ML,

        /** Greatest restricted likelihood, which allows for the mean being estimated; with equal sizes as ANOVA. */
        REML
    }

    /**
     * One group.
     *
     * @param n how many values it has
     * @param mean their mean
     * @param factor how much of its distance from the population mean stays, 0 to 1
     * @param effect what stays of that distance: the predicted effect of the group
     * @param standardError the standard deviation of the effect given the data and the estimated parameters,
     *     {@code sqrt(factor S / n)}
     * @param shrunkMean population mean plus effect
     */
    public record Group(int n, double mean, double factor, double effect, double standardError, double shrunkMean)
            implements Serializable {}
}
