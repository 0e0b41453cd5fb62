package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.moatmark.core.issue.Words;

/**
 * How far answers keep to an order of steps: a Guttman error is a pair of steps of which the harder one is taken and the
 * easier one is not.
 *
 * <p>An item with m different answers has m - 1 steps: "answered more than the lowest", and so on. For the n respondents
 * who answered everything, p the share of them who took a step, and G the errors of one respondent among T steps of
 * which he took r:
 *
 * <pre>
 * G           = sum of the places of the steps taken, from 1 for the easiest, - r (r + 1) / 2
 * normed      = G / the most that a respondent with that many steps could have made
 * scalability = 1 - sum G / (n sum over pairs of different items of (1 - p easier) p harder)
 * </pre>
 *
 * <p>Range: G from 0; normed from 0 to 1; scalability (Loevinger's H) at most 1, 0 where items have nothing to do with
 * each other. From .3 a scale is weak, from .4 medium, from .5 strong (Mokken 1971, p. 185): conventions. Normed errors
 * do not depend on where a respondent stands, raw ones do.
 *
 * <p>Missing cells: listwise, {@code incomplete} counts the respondents left out.
 *
 * <p>Special cases: no complete respondent, or fewer than two items with two different answers, gives no value; nor have
 * respondents at the very bottom or top a normed value; steps that nobody or everybody took leave no scalability. Under
 * about 30 respondents the order by popularity is itself mostly chance.
 *
 * @param n complete respondents
 * @param incomplete respondents left out because an answer is missing
 * @param mean errors per respondent
 * @param normed mean of the normed errors over those who have one; its n is their number
 * @param flawed share of respondents with at least one error, 0-1
 * @param scalability H of the whole set
 * @see "L. Guttman (1950), in S. A. Stouffer et al., Measurement and Prediction, pp. 60-90; J. Loevinger (1948),
 *     Psychological Bulletin 45, 507-529; R. J. Mokken (1971), A Theory and Procedure of Scale Analysis, pp. 148-153, 185;
 *     I. W. Molenaar (1991), Kwantitatieve Methoden 37, 97-117 (several categories); W. H. M. Emons (2008), Applied
 *     Psychological Measurement 32, 224-247 (normed errors)"
 */
public record GuttmanErrors(
        int n, int incomplete, Estimate mean, Estimate normed, Estimate flawed, Estimate scalability)
        implements Serializable {

    private static final Estimate NOTHING = Estimate.notComputable(
            "Errors of order need a respondent who answered everything, and two items with two different answers.",
            "順序の誤りを数えるには、すべてに答えた回答者と、二通り以上の回答がある項目が二つ以上必要です。");

    private static final Estimate ALL_AT_AN_END =
            Estimate.notComputable("Nobody took some steps and left others.", "一部の段階だけに達した回答者がいません。");

    private static final Words NO_CHANCE =
            new Words("By chance alone there would be no errors either.", "偶然だけでも誤りは生じません。");

    /** Refuses null. */
    public GuttmanErrors {
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(normed, "normed");
        Objects.requireNonNull(flawed, "flawed");
        Objects.requireNonNull(scalability, "scalability");
    }

    /**
     * Errors against the order of popularity: the step that most respondents took is the easiest; of equally popular
     * ones that of the earlier column.
     *
     * @param answers {@code double[respondents][items]}, reversed items already turned, NaN where an answer is missing;
     *     not modified
     * @return the errors
     * @throws IllegalArgumentException if rows differ in length, a cell is infinite or a column has more than 50
     *     different answers
     */
    public static GuttmanErrors byPopularity(double[][] answers) {
        Steps steps = new Steps(answers);
        Integer[] order = IntStream.range(0, steps.count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingInt((Integer step) -> -steps.taken[step]));
        return steps.errors(order);
    }

    /**
     * Errors against an order that was laid down, such as that of levels.
     *
     * @param reached {@code double[respondents][levels]}, from the level that should be easiest up, 1 where it is
     *     reached, 0 where not, NaN where that is not known; not modified
     * @return the errors; levels that all or none reached take no part, as they can be in no error
     * @throws IllegalArgumentException if rows differ in length or a cell is none of these
     */
    public static GuttmanErrors inOrder(double[][] reached) {
        for (double[] row : reached) {
            for (double cell : row) {
                if (cell != 0 && cell != 1 && !Double.isNaN(cell)) {
                    throw new IllegalArgumentException(
                            "A level is reached (1), not reached (0) or unknown (NaN), and not " + cell + ".");
                }
            }
        }
        Steps steps = new Steps(reached);
        return steps.errors(IntStream.range(0, steps.count).boxed().toArray(Integer[]::new));
    }

    /** The steps of all items, item by item, and who took them. */
    private static final class Steps {

        private final int incomplete;
        private final int[][] codes;
        private final int[] firstOf;
        private final int[] itemOf;
        private final int[] taken;
        private final int count;

        Steps(double[][] answers) {
            Cells.columns(answers, "respondent", "item");
            double[][] complete = Cells.complete(answers);
            incomplete = answers.length - complete.length;
            ResponsePatterns data = ResponsePatterns.of(complete);
            int items = data.columns.length;
            firstOf = new int[items + 1];
            for (int i = 0; i < items; i++) {
                firstOf[i + 1] = firstOf[i] + data.categories.get(i).size() - 1;
            }
            count = firstOf[items];
            itemOf = new int[count];
            taken = new int[count];
            codes = items < 2 ? new int[0][] : new int[complete.length][items];
            for (int i = 0; i < items; i++) {
                Arrays.fill(itemOf, firstOf[i], firstOf[i + 1], i);
                double[] values = data.categories.get(i).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                for (int row = 0; row < codes.length; row++) {
                    codes[row][i] = Arrays.binarySearch(values, complete[row][data.columns[i]] + 0.0);
                    for (int k = 0; k < codes[row][i]; k++) {
                        taken[firstOf[i] + k]++;
                    }
                }
            }
        }

        GuttmanErrors errors(Integer[] order) {
            int n = codes.length;
            if (n == 0) {
                return new GuttmanErrors(0, incomplete, NOTHING, NOTHING, NOTHING, NOTHING);
            }
            int[] place = new int[count];
            for (int at = 0; at < count; at++) {
                place[order[at]] = at + 1;
            }
            long[] most = most(place);
            long all = 0;
            double normed = 0;
            int between = 0;
            int flawed = 0;
            for (int[] row : codes) {
                int r = 0;
                long sum = 0;
                for (int i = 0; i < row.length; i++) {
                    for (int k = 0; k < row[i]; k++) {
                        sum += place[firstOf[i] + k];
                    }
                    r += row[i];
                }
                long least = (long) r * (r + 1) / 2;
                all += sum - least;
                flawed += sum > least ? 1 : 0;
                if (most[r] > least) {
                    normed += (double) (sum - least) / (most[r] - least);
                    between++;
                }
            }
            double chance = byChance(order);
            return new GuttmanErrors(
                    n,
                    incomplete,
                    Estimate.of((double) all / n, n),
                    between == 0 ? ALL_AT_AN_END : Estimate.of(normed / between, between),
                    Estimate.of((double) flawed / n, n),
                    chance > 0 ? Estimate.of(1 - all / chance, n) : new Estimate.NotComputable(NO_CHANCE));
        }

        /** By number of steps taken, the greatest sum of places that answers with so many steps can have. */
        private long[] most(int[] place) {
            long[] most = new long[1];
            for (int i = 0; i + 1 < firstOf.length; i++) {
                int own = firstOf[i + 1] - firstOf[i];
                long[] next = new long[most.length + own];
                long sum = 0;
                for (int k = 0; k <= own; k++) {
                    for (int r = 0; r < most.length; r++) {
                        next[r + k] = Math.max(next[r + k], most[r] + sum);
                    }
                    sum += k < own ? place[firstOf[i] + k] : 0;
                }
                most = next;
            }
            return most;
        }

        /** How many errors there would be if nobody's answer to one item said anything about those to the others. */
        private double byChance(Integer[] order) {
            double n = codes.length;
            double expected = 0;
            for (int easy = 0; easy < count; easy++) {
                for (int hard = easy + 1; hard < count; hard++) {
                    if (itemOf[order[easy]] != itemOf[order[hard]]) {
                        expected += (n - taken[order[easy]]) * taken[order[hard]] / n;
                    }
                }
            }
            return expected;
        }
    }
}
