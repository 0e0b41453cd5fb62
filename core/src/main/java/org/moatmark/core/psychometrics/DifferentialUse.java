package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether two groups of people answer an item differently although they stand alike on what it is about (differential
 * item functioning). People are compared only with those who have the same matching score, such as the sum of the items.
 *
 * <p>In stratum s with {@code nR} people of the reference group, {@code nF} of the focal group and n in all, M and S the
 * mean and the sum of squared distances of all answers, F the sum of the focal group's answers:
 *
 * <pre>
 * chi squared = (|sum (F - nF M)| - c)^2 / sum (nR nF S / (n (n - 1)))          1 degree of freedom
 * difference  = sum nF (focal mean - reference mean) / sum nF                   in the unit of the answers
 * effect      = difference / standard deviation of all answers
 * log odds    = log( sum over s and cuts k of (focal above k)(reference up to k) / n
 *                  / sum over s and cuts k of (focal up to k)(reference above k) / n )
 * </pre>
 *
 * <p>With two different answers this is the test of Mantel and Haenszel (1959) with its correction of continuity (c half
 * the distance of the answers) and their common odds ratio, with the standard error of Robins, Breslow and Greenland; with
 * more the test of Mantel (1963), c = 0, and the cumulative odds ratio of Liu and Agresti (1996), without a standard error.
 * Positive numbers: the focal group gives higher answers than matched members of the reference group.
 *
 * <p>Sizes are those of the Educational Testing Service. Two answers: on {@code D = 2.35 |log odds|}, LARGE from 1.5 and
 * significantly above 1, NEGLIGIBLE under 1 or not significantly above 0, else MODERATE. More: on |effect|, NEGLIGIBLE up to
 * .17 or not significant, MODERATE up to .25, else LARGE. Tests at 5 %.
 *
 * <p>Strata with people of one group only, or with one person, say nothing and are not used.
 *
 * <p>Special cases: nobody comparable, or all comparable people answering alike, gives no value; zero cells in all strata
 * leave no odds. With fewer than 200 people in the smaller group it takes large differences to be seen (Zwick 2012).
 *
 * @param reference people of the reference group who were compared
 * @param focal people of the focal group who were compared
 * @param strata strata used
 * @param unmatched people in strata that were not used
 * @param chiSquared the test statistic; n is all people compared
 * @param p of the test
 * @param difference standardised to the focal group's matching scores
 * @param effect the same in standard deviations
 * @param logOdds common log odds ratio
 * @param logOddsError its standard error
 * @param size how large; null if there is no p, or no effect or odds to judge by
 * @see <a href="https://doi.org/10.1093/jnci/22.4.719">N. Mantel and W. Haenszel (1959), Statistical aspects of the
 *     analysis of data from retrospective studies of disease, Journal of the National Cancer Institute 22, 719-748</a>
 * @see <a href="https://doi.org/10.1080/01621459.1963.10500879">N. Mantel (1963), Chi-square tests with one degree of
 *     freedom, Journal of the American Statistical Association 58, 690-700</a>
 * @see <a href="https://doi.org/10.2307/2533034">I.-M. Liu and A. Agresti (1996), Mantel-Haenszel-type inference for
 *     cumulative odds ratios with a stratified ordinal response, Biometrics 52, 1223-1234</a>
 * @see "J. Robins, N. Breslow and S. Greenland (1986), Biometrics 42, 311-323; P. W. Holland and D. T. Thayer (1988), in H.
 *     Wainer and H. I. Braun (eds.), Test Validity, 129-145; N. J. Dorans and A. P. Schmitt (1991), ETS Research Report
 *     91-47 (difference); R. Zwick (2012), A review of ETS differential item functioning assessment procedures, ETS Research
 *     Report 12-08"
 */
public record DifferentialUse(
        int reference,
        int focal,
        int strata,
        int unmatched,
        Estimate chiSquared,
        Estimate p,
        Estimate difference,
        Estimate effect,
        Estimate logOdds,
        Estimate logOddsError,
        @Nullable Size size)
        implements Serializable {

    /** How large a difference is. */
    public enum Size {
        /** A of the Educational Testing Service. */
        NEGLIGIBLE("negligible"),
        /** B. */
        MODERATE("moderate"),
        /** C. */
        LARGE("large");

        private final String word;

        Size(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in documents
         */
        public String word() {
            return word;
        }
    }

    /** Refuses null. */
    public DifferentialUse {
        Objects.requireNonNull(chiSquared, "chiSquared");
        Objects.requireNonNull(p, "p");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(logOdds, "logOdds");
        Objects.requireNonNull(logOddsError, "logOddsError");
    }

    /**
     * Compares two groups on one item.
     *
     * @param answers {@code double[people]}, finite; at most 50 different ones; not modified
     * @param matching {@code double[people]}: what people are matched on, finite; not modified
     * @param isFocal {@code boolean[people]}: who belongs to the focal group; not modified
     * @return the difference, or why there is none
     * @throws IllegalArgumentException if the arrays differ in length, a number is not finite or there are more different
     *     answers
     */
    public static DifferentialUse of(double[] answers, double[] matching, boolean[] isFocal) {
        int n = answers.length;
        if (matching.length != n || isFocal.length != n) {
            throw new IllegalArgumentException("There are " + n + " answers, " + matching.length
                    + " matching scores and " + isFocal.length + " people sorted into groups.");
        }
        TwoGroups.check(answers, matching);
        double[] values = distinct(answers);
        if (values.length > 50) {
            throw new IllegalArgumentException(
                    "An item has at most 50 different answers here, not " + values.length + ".");
        }
        MantelTables tables = new MantelTables(values);
        for (double[] stratum : strata(answers, matching, isFocal)) {
            tables.add(stratum);
        }
        return tables.compare(n);
    }

    /** Per stratum, by rising matching score: answers, those of the focal group as they are after all of the others. */
    private static double[][] strata(double[] answers, double[] matching, boolean[] isFocal) {
        double[] scores = distinct(matching);
        int[] sizes = new int[scores.length];
        int[] at = new int[answers.length];
        for (int i = 0; i < answers.length; i++) {
            at[i] = Arrays.binarySearch(scores, matching[i] + 0.0);
            sizes[at[i]]++;
        }
        double[][] strata = new double[scores.length][];
        for (int s = 0; s < strata.length; s++) {
            strata[s] = new double[sizes[s] + 1];
        }
        int[] filled = new int[scores.length];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < answers.length; i++) {
                if (isFocal[i] == (pass == 1)) {
                    strata[at[i]][filled[at[i]]++] = answers[i];
                }
            }
            for (int s = 0; s < strata.length && pass == 0; s++) {
                // The last cell says how many of the others there are.
                strata[s][sizes[s]] = filled[s];
            }
        }
        return strata;
    }

    private static double[] distinct(double[] numbers) {
        TreeSet<Double> found = new TreeSet<>();
        for (double number : numbers) {
            found.add(number + 0.0);
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
