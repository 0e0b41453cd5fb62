package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;

/**
 * ICC(1) and ICC(2) of groups of unequal size: how much of a rating is due to the group, and how reliable the groups'
 * means are, from a one-way random-effects analysis of variance.
 *
 * <p>With MSB between and MSW within groups and k the size of a group:
 *
 * <pre>
 * ICC(1) = (MSB - MSW) / (MSB + (k-1) MSW)
 * ICC(2) = (MSB - MSW) / MSB
 * </pre>
 *
 * <p>{@code icc1} takes for k the mean size {@code N / G}, as Bliese and the R package multilevel do; {@code
 * icc1Adjusted} takes {@code (N - sum n_g^2 / N) / (G - 1)}, which makes the estimate of the variance between groups
 * unbiased where sizes differ. With equal sizes they are the same.
 *
 * <p>Range: at most 1; negative where groups differ less than chance would have them. ICC(2) has no lower bound.
 *
 * <p>Missing cells: a missing rating is left out, a group without ratings too.
 *
 * <p>Special cases: fewer than two groups, no group with two members, or no variation give no value; nor does ICC(2) if
 * the group means are equal.
 *
 * <p>Sources: P. D. Bliese (2000), in K. J. Klein and S. W. J. Kozlowski (eds.), Multilevel Theory, Research, and Methods
 * in Organizations, 349-381; J. J. Bartko (1976), Psychological Bulletin 83(5), 762-765; S. R. Searle, G. Casella and C.
 * E. McCulloch (1992), Variance Components, section 3.6.
 *
 * @param icc1 with the mean group size; its n is the number of groups
 * @param icc1Adjusted with the adjusted group size
 * @param icc2 of group means
 * @param betweenGroups MSB, G - 1 degrees of freedom
 * @param withinGroups MSW, N - G degrees of freedom
 * @param p p-value of {@code F = MSB / MSW}, the test that groups do not differ
 * @param groups G, groups with a rating
 * @param members N, ratings in all
 */
public record GroupReliability(
        Estimate icc1,
        Estimate icc1Adjusted,
        Estimate icc2,
        Estimate betweenGroups,
        Estimate withinGroups,
        Estimate p,
        int groups,
        int members)
        implements Serializable {

    private static final Words TOO_FEW = new Words(
            "Reliability over groups needs at least two groups, one of them with two members.",
            "グループ間の信頼性には、二つ以上のグループが必要で、そのうち一つには二人以上の成員が必要です。");

    private static final Words NO_VARIATION =
            new Words("All ratings are equal, so there is no variance to divide up.", "すべての評定が同じで、分けるべき分散がありません。");

    private static final Words EQUAL_MEANS = new Words(
            "The group means do not differ, so their reliability is not defined.", "グループの平均に差がないため、平均の信頼性は定義されません。");

    private static final Words NO_VARIANCE_WITHIN = new Words(
            "Members of a group never differ, so the F ratio is infinite.", "どのグループでも成員間に差がないため、F 比が無限大になります。");

    /**
     * Reliability of ratings sorted by group.
     *
     * @param ratings {@code double[groups][members]}, groups of any size, NaN where a rating is missing; not modified
     * @return both coefficients and what they rest on
     * @throws IllegalArgumentException if a rating is infinite
     */
    public static GroupReliability of(double[][] ratings) {
        double[][] groups = Arrays.stream(ratings)
                .map(group -> Arrays.stream(group).filter(x -> !Double.isNaN(x)).toArray())
                .filter(group -> group.length > 0)
                .toArray(double[][]::new);
        int g = groups.length;
        int n = 0;
        double squaredSizes = 0;
        double total = 0;
        for (double[] group : groups) {
            n += group.length;
            squaredSizes += (double) group.length * group.length;
            for (double rating : group) {
                if (Double.isInfinite(rating)) {
                    throw new IllegalArgumentException(
                            "A rating is " + rating + ": it is a finite number, or NaN where it is missing.");
                }
                total += rating - groups[0][0];
            }
        }
        if (g < 2 || n == g) {
            Estimate none = new Estimate.NotComputable(TOO_FEW);
            return new GroupReliability(none, none, none, none, none, none, g, n);
        }
        double grand = total / n;
        double between = 0;
        double within = 0;
        for (double[] group : groups) {
            double sum = 0;
            for (double rating : group) {
                sum += rating - groups[0][0];
            }
            double mean = sum / group.length;
            between += group.length * (mean - grand) * (mean - grand);
            for (double rating : group) {
                double deviation = rating - groups[0][0] - mean;
                within += deviation * deviation;
            }
        }
        double msb = between / (g - 1);
        double msw = within / (n - g);
        double adjusted = (n - squaredSizes / n) / (g - 1);
        return new GroupReliability(
                icc1(msb, msw, (double) n / g, g),
                icc1(msb, msw, adjusted, g),
                msb > 0
                        ? Estimate.of((msb - msw) / msb, g)
                        : new Estimate.NotComputable(msw > 0 ? EQUAL_MEANS : NO_VARIATION),
                Estimate.of(msb, g),
                Estimate.of(msw, g),
                msw > 0
                        ? Estimate.of(Distributions.fUpper(msb / msw, g - 1, n - g), g)
                        : new Estimate.NotComputable(msb > 0 ? NO_VARIANCE_WITHIN : NO_VARIATION),
                g,
                n);
    }

    private static Estimate icc1(double msb, double msw, double size, int groups) {
        double denominator = msb + (size - 1) * msw;
        return denominator > 0
                ? Estimate.of((msb - msw) / denominator, groups)
                : new Estimate.NotComputable(NO_VARIATION);
    }

    /**
     * Reliability of ratings with the number of each one's group.
     *
     * @param ratings {@code double[ratings]}, NaN where one is missing; not modified
     * @param group {@code int[ratings]}, the group of each; not modified
     * @return both coefficients and what they rest on
     * @throws IllegalArgumentException if there are not as many group numbers as ratings, or a rating is infinite
     */
    public static GroupReliability of(double[] ratings, int[] group) {
        double[][] rows = new double[ratings.length][];
        Arrays.setAll(rows, i -> new double[] {ratings[i]});
        double[][][] groups = WithinGroup.split(rows, group);
        return of(Arrays.stream(groups)
                .map(members ->
                        Arrays.stream(members).mapToDouble(row -> row[0]).toArray())
                .toArray(double[][]::new));
    }
}
