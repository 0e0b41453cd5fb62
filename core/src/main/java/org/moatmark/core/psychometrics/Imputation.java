package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.issue.Words;

/**
 * Replaces missing answers by single numbers, for research only: no score of this product rests on an imputed answer
 * ({@link Imputed#NOTICE}). Single imputation makes data look surer than they are; where that matters, impute many times
 * or fit a model that takes missing answers as they are ({@link ItemResponse}).
 *
 * <p>Answers are {@code double[respondents][items]}, {@code NaN} where one is missing; they are not modified. Means are
 * over all answers given. Nothing is rounded or drawn.
 */
public final class Imputation {

    private Imputation() {}

    /**
     * Replaces a missing answer by the mean of the respondent's other answers.
     *
     * @param answers {@code double[respondents][items]}, NaN for a missing answer; not modified
     * @return the answers; respondents without any stay as they are and are named
     * @throws IllegalArgumentException if rows differ in length or an answer is infinite
     * @see "R. G. Downey and C. V. King (1998), Missing data in Likert ratings: a comparison of replacement methods, The
     *     Journal of General Psychology 125, 175-191"
     */
    public static Imputed personMean(double[][] answers) {
        Means means = Means.of(answers);
        return fill(answers, (row, column) -> means.person(row), unanswered(means));
    }

    /**
     * Replaces a missing answer by the mean of the item's other answers.
     *
     * @param answers {@code double[respondents][items]}, NaN for a missing answer; not modified
     * @return the answers; items that nobody answered stay as they are and are named
     * @throws IllegalArgumentException if rows differ in length or an answer is infinite
     * @see "R. G. Downey and C. V. King (1998), Missing data in Likert ratings: a comparison of replacement methods, The
     *     Journal of General Psychology 125, 175-191"
     */
    public static Imputed itemMean(double[][] answers) {
        Means means = Means.of(answers);
        List<LeftOut> leftOut = new ArrayList<>();
        for (int column = 0; column < means.itemCounts.length; column++) {
            if (means.itemCounts[column] == 0) {
                leftOut.add(new LeftOut(
                        column, new Words("Nobody answered column " + column + ".", "列" + column + "には誰も回答していません。")));
            }
        }
        return fill(answers, (row, column) -> means.item(column), leftOut);
    }

    /**
     * Two-way imputation without an error term: the respondent's mean, plus the item's mean, less the mean of all
     * answers, brought inside the range of the answers.
     *
     * @param answers {@code double[respondents][items]}, NaN for a missing answer; not modified
     * @param least the least possible answer
     * @param greatest the greatest possible answer
     * @return the answers; respondents without any stay as they are and are named; so do cells of items without any
     * @throws IllegalArgumentException if rows differ in length, an answer is infinite, or the range is empty
     * @see <a href="https://doi.org/10.1207/S15327906MBR3503_03">C. A. Bernaards and K. Sijtsma (2000), Influence of
     *     imputation and EM methods on factor analysis when item nonresponse in questionnaire data is nonignorable,
     *     Multivariate Behavioral Research 35, 321-364</a>
     */
    public static Imputed twoWay(double[][] answers, double least, double greatest) {
        if (!(least < greatest)) {
            throw new IllegalArgumentException(
                    "The least possible answer lies below the greatest, not at " + least + " with " + greatest + ".");
        }
        Means means = Means.of(answers);
        return fill(
                answers,
                (row, column) -> {
                    double value = means.person(row) + means.item(column) - means.overall();
                    return Math.min(Math.max(value, least), greatest);
                },
                unanswered(means));
    }

    private static List<LeftOut> unanswered(Means means) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (int row = 0; row < means.personCounts.length; row++) {
            if (means.personCounts[row] == 0) {
                leftOut.add(new LeftOut(
                        row, new Words("Respondent " + row + " answered nothing.", "回答者" + row + "は何も回答していません。")));
            }
        }
        return leftOut;
    }

    private static Imputed fill(double[][] answers, Filler filler, List<LeftOut> leftOut) {
        double[][] values = new double[answers.length][];
        boolean[][] replaced = new boolean[answers.length][];
        for (int row = 0; row < answers.length; row++) {
            values[row] = answers[row].clone();
            replaced[row] = new boolean[values[row].length];
            for (int column = 0; column < values[row].length; column++) {
                if (Double.isNaN(values[row][column])) {
                    values[row][column] = filler.value(row, column);
                    replaced[row][column] = !Double.isNaN(values[row][column]);
                }
            }
        }
        return new Imputed(values, replaced, leftOut);
    }

    private interface Filler {
        double value(int row, int column);
    }

    /** Sums and counts by respondent and by item; a mean of nothing is NaN. */
    private static final class Means {

        private final double[] personSums;
        private final int[] personCounts;
        private final double[] itemSums;
        private final int[] itemCounts;
        private double sum;
        private int count;

        private Means(int respondents, int items) {
            personSums = new double[respondents];
            personCounts = new int[respondents];
            itemSums = new double[items];
            itemCounts = new int[items];
        }

        static Means of(double[][] answers) {
            int width = answers.length == 0 ? 0 : answers[0].length;
            Means means = new Means(answers.length, width);
            for (int row = 0; row < answers.length; row++) {
                if (answers[row].length != width) {
                    throw new IllegalArgumentException("Row " + row + " of the answers has " + answers[row].length
                            + " columns; the first has " + width + ".");
                }
                for (int column = 0; column < width; column++) {
                    means.add(row, column, answers[row][column]);
                }
            }
            return means;
        }

        private void add(int row, int column, double answer) {
            if (Double.isInfinite(answer)) {
                throw new IllegalArgumentException(
                        "Row " + row + ", column " + column + " of the answers is infinite.");
            }
            if (!Double.isNaN(answer)) {
                personSums[row] += answer;
                personCounts[row]++;
                itemSums[column] += answer;
                itemCounts[column]++;
                sum += answer;
                count++;
            }
        }

        double person(int row) {
            return personSums[row] / personCounts[row];
        }

        double item(int column) {
            return itemSums[column] / itemCounts[column];
        }

        double overall() {
            return sum / count;
        }
    }
}
