package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;

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

    private static final double SIGNIFICANT = 0.05;
    private static final double DELTA = 2.35;
    private static final double LARGE_DELTA = 1.5;
    private static final double LARGE_EFFECT = 0.25;
    private static final double MODERATE_EFFECT = 0.17;

    private static final Words NOBODY =
            new Words("No two people of different groups have the same matching score.", "照合得点が同じで群の異なる回答者がいません。");

    private static final Words ALIKE =
            new Words("All people who can be compared answered alike.", "比較できる回答者の答えがすべて同じです。");

    private static final Words ZERO_CELLS = new Words(
            "In every stratum a cell is empty, so that the odds are 0 or infinite.", "すべての層に空のセルがあり、オッズが 0 か無限大になります。");

    private static final Words ORDINAL = new Words(
            "With more than two different answers no standard error of the odds is worked out.",
            "三通り以上の答えがある場合、オッズの標準誤差は計算しません。");

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
        Tables tables = new Tables(values);
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

    /** What all strata add up to. */
    private static final class Tables {

        private final double[] values;
        private int reference;
        private int focal;
        private int strata;
        private double excess;
        private double variance;
        private double difference;
        private double sum;
        private double squares;
        private double up;
        private double down;
        private double robinsUp;
        private double robinsMixed;
        private double robinsDown;

        Tables(double[] values) {
            this.values = values;
        }

        void add(double[] stratum) {
            int n = stratum.length - 1;
            int others = (int) stratum[n];
            int own = n - others;
            if (others == 0 || own == 0) {
                return;
            }
            strata++;
            reference += others;
            focal += own;
            double first = 0;
            double second = 0;
            for (int i = 0; i < n; i++) {
                double answer = stratum[i] - values[0];
                first += i < others ? answer : 0;
                second += i < others ? 0 : answer;
                sum += answer;
                squares += answer * answer;
            }
            double mean = (first + second) / n;
            double spread = 0;
            for (int i = 0; i < n; i++) {
                spread += (stratum[i] - values[0] - mean) * (stratum[i] - values[0] - mean);
            }
            excess += second - own * mean;
            variance += (double) others * own * spread / n / (n - 1);
            difference += own * (second / own - first / others);
            for (int cut = 1; cut < values.length; cut++) {
                odds(stratum, others, n, values[cut]);
            }
        }

        private void odds(double[] stratum, int others, int n, double from) {
            double above = 0;
            double focalAbove = 0;
            for (int i = 0; i < n; i++) {
                if (stratum[i] >= from) {
                    above += i < others ? 1 : 0;
                    focalAbove += i < others ? 0 : 1;
                }
            }
            double focalBelow = n - others - focalAbove;
            double below = others - above;
            double r = focalAbove * below / n;
            double s = focalBelow * above / n;
            double p = (focalAbove + below) / n;
            up += r;
            down += s;
            robinsUp += p * r;
            robinsMixed += p * s + (1 - p) * r;
            robinsDown += (1 - p) * s;
        }

        DifferentialUse compare(int people) {
            int n = reference + focal;
            if (strata == 0 || !(variance > 0)) {
                Estimate none = new Estimate.NotComputable(strata == 0 ? NOBODY : ALIKE);
                return new DifferentialUse(
                        reference, focal, strata, people - n, none, none, none, none, none, none, null);
            }
            boolean two = values.length == 2;
            double correction = two ? (values[1] - values[0]) / 2 : 0;
            double off = Math.max(0, Math.abs(excess) - correction);
            double chiSquared = off * off / variance;
            double p = Distributions.chiSquaredUpper(chiSquared, 1);
            double standard = difference / focal;
            double deviation = Math.sqrt((squares - sum * sum / n) / (n - 1));
            boolean odds = up > 0 && down > 0;
            Estimate logOdds =
                    odds ? Estimate.of(StrictMath.log(up / down), n) : new Estimate.NotComputable(ZERO_CELLS);
            double error = odds && two
                    ? Math.sqrt(
                            robinsUp / (2 * up * up) + robinsMixed / (2 * up * down) + robinsDown / (2 * down * down))
                    : 0;
            double effect = standard / deviation;
            return new DifferentialUse(
                    reference,
                    focal,
                    strata,
                    people - n,
                    Estimate.of(chiSquared, n),
                    Estimate.of(p, n),
                    Estimate.of(standard, n),
                    Estimate.of(effect, n),
                    logOdds,
                    error > 0 ? Estimate.of(error, n) : new Estimate.NotComputable(odds ? ORDINAL : ZERO_CELLS),
                    two ? sizeOf(logOdds, error, p) : sizeOf(effect, p));
        }

        private static Size sizeOf(double effect, double p) {
            double most = Math.abs(effect);
            if (most <= MODERATE_EFFECT || p >= SIGNIFICANT) {
                return Size.NEGLIGIBLE;
            }
            return most <= LARGE_EFFECT ? Size.MODERATE : Size.LARGE;
        }

        private static @Nullable Size sizeOf(Estimate logOdds, double error, double p) {
            if (!(logOdds instanceof Estimate.Point point)) {
                return null;
            }
            double delta = DELTA * Math.abs(point.value());
            if (delta < 1 || p >= SIGNIFICANT) {
                return Size.NEGLIGIBLE;
            }
            double above = (delta - 1) / (DELTA * error);
            boolean large = delta >= LARGE_DELTA && above > Distributions.normalQuantile(1 - SIGNIFICANT);
            return large ? Size.LARGE : Size.MODERATE;
        }
    }
}
