package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.moatmark.core.issue.Words;

/**
 * Answers made ready for an item response model: every answer replaced by the number of its category, equal rows
 * counted once, rows without an answer and columns with fewer than two different answers left out. The patterns are
 * sorted, so that the order of the respondents changes nothing.
 */
final class ResponsePatterns {

    /** More different answers than this are measurements and no categories. */
    private static final int MOST_CATEGORIES = 50;

    /** Columns that take part, ascending. */
    final int[] columns;
    /** Categories of every column that takes part. */
    final List<List<Double>> categories;
    /** Columns that do not. */
    final List<LeftOut> leftOut;
    /** {@code int[patterns][columns that take part]}: number of the category, -1 for none. */
    final int[][] patterns;
    /** How often every pattern occurs. */
    final int[] frequencies;
    /** Respondents with at least one answer that counts. */
    final int respondents;

    private ResponsePatterns(int[] columns, List<List<Double>> categories, List<LeftOut> leftOut, int[][] codes) {
        this.columns = columns;
        this.categories = categories;
        this.leftOut = List.copyOf(leftOut);
        int[][] answered = Arrays.stream(codes)
                .filter(row -> Arrays.stream(row).anyMatch(code -> code >= 0))
                .toArray(int[][]::new);
        Arrays.sort(answered, Arrays::compare);
        respondents = answered.length;
        List<int[]> distinct = new ArrayList<>();
        int[] counts = new int[respondents];
        for (int[] row : answered) {
            if (distinct.isEmpty() || !Arrays.equals(distinct.get(distinct.size() - 1), row)) {
                distinct.add(row);
            }
            counts[distinct.size() - 1]++;
        }
        patterns = distinct.toArray(int[][]::new);
        frequencies = Arrays.copyOf(counts, patterns.length);
    }

    /**
     * Reads answers.
     *
     * @param answers {@code double[respondents][items]}, NaN where there is none; not modified
     * @return the patterns in them
     */
    static ResponsePatterns of(double[][] answers) {
        int width = width(answers);
        List<Integer> columns = new ArrayList<>();
        List<List<Double>> categories = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            List<Double> found = categories(answers, column);
            if (found.size() >= 2) {
                columns.add(column);
                categories.add(found);
            } else {
                leftOut.add(new LeftOut(column, tooFew(column, found)));
            }
        }
        int[] chosen = columns.stream().mapToInt(Integer::intValue).toArray();
        int[][] codes = new int[answers.length][chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            double[] values =
                    categories.get(i).stream().mapToDouble(Double::doubleValue).toArray();
            for (int row = 0; row < answers.length; row++) {
                double answer = answers[row][chosen[i]];
                codes[row][i] = Double.isNaN(answer) ? -1 : Arrays.binarySearch(values, answer + 0.0);
            }
        }
        return new ResponsePatterns(chosen, categories, leftOut, codes);
    }

    /** The most different answers that a column has. */
    int mostCategories() {
        return categories.stream().mapToInt(List::size).max().orElse(0);
    }

    private static int width(double[][] answers) {
        int width = answers.length == 0 ? 0 : answers[0].length;
        for (int row = 0; row < answers.length; row++) {
            if (answers[row].length != width) {
                throw new IllegalArgumentException("Row " + row + " of the answers has " + answers[row].length
                        + " columns; the first has " + width + ".");
            }
        }
        return width;
    }

    private static List<Double> categories(double[][] answers, int column) {
        TreeSet<Double> found = new TreeSet<>();
        double last = Double.NaN;
        for (int row = 0; row < answers.length; row++) {
            double answer = answers[row][column];
            if (answer != last && !Double.isNaN(answer)) {
                if (Double.isInfinite(answer)) {
                    throw new IllegalArgumentException(
                            "Row " + row + ", column " + column + " of the answers is infinite.");
                }
                found.add(answer + 0.0);
                last = answer;
            }
        }
        if (found.size() > MOST_CATEGORIES) {
            throw new IllegalArgumentException("Column " + column + " of the answers has " + found.size()
                    + " different answers; an item response model takes at most " + MOST_CATEGORIES + ".");
        }
        return List.copyOf(found);
    }

    private static Words tooFew(int column, List<Double> found) {
        return found.isEmpty()
                ? new Words("Nobody answered column " + column + ".", "列" + column + "には誰も回答していません。")
                : new Words(
                        "Everybody who answered column " + column + " gave the same answer.",
                        "列" + column + "の回答はすべて同じです。");
    }
}
