package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/**
 * How many times more important each thing is than each other, as one person or one group judges (analytic hierarchy
 * process). Cell (i, j) says how many times i outweighs j; cell (j, i) is its reciprocal and the diagonal is 1.
 *
 * @see <a href="https://doi.org/10.1016/0022-2496(77)90033-5">T. L. Saaty (1977), A scaling method for priorities in
 *     hierarchical structures, Journal of Mathematical Psychology 15, 234-281</a>
 */
public final class PairwiseJudgements implements Serializable {

    /** How far the product of two reciprocal cells may lie from 1. */
    private static final double RECIPROCAL = 1e-6;

    private static final double EXTREME = 1e9;
    private static final long serialVersionUID = 1L;

    private final double[][] cells;

    private PairwiseJudgements(double[][] cells) {
        this.cells = cells;
    }

    /**
     * Reads a whole matrix.
     *
     * @param matrix {@code double[n][n]}, n at least 1; not modified
     * @return the judgements, or every cell that does not fit, with its place as {@code /row/column}
     */
    public static Checked<PairwiseJudgements> of(double[][] matrix) {
        List<Issue> issues = new ArrayList<>();
        int n = matrix.length;
        if (n == 0) {
            issues.add(Faults.empty());
        }
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                issues.add(Faults.notSquare(i, matrix[i].length, n));
            }
        }
        for (int i = 0; i < n && issues.isEmpty(); i++) {
            for (int j = 0; j < n; j++) {
                if (!isJudgement(matrix[i][j])) {
                    issues.add(Faults.notPositive(i, j, matrix[i][j]));
                }
            }
        }
        for (int i = 0; i < n && issues.stream().noneMatch(Faults::isOfShape); i++) {
            for (int j = 0; j <= i; j++) {
                if (isJudgement(matrix[i][j]) && isJudgement(matrix[j][i])) {
                    if (!(Math.abs(matrix[i][j] * matrix[j][i] - 1) <= RECIPROCAL)) {
                        issues.add(Faults.notReciprocal(i, j, matrix[i][j], matrix[j][i]));
                    }
                }
            }
        }
        if (!issues.isEmpty()) {
            return new Checked.Invalid<>(issues);
        }
        return new Checked.Valid<>(
                new PairwiseJudgements(
                        Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new)),
                List.of());
    }

    /**
     * Takes the judgements above the diagonal, row by row, and works out the rest.
     *
     * @param n how many things, at least 1
     * @param judgements {@code n * (n - 1) / 2} numbers above 0: 1 over 2, 1 over 3, ..., 2 over 3, ...; not modified
     * @return the judgements
     * @throws IllegalArgumentException if there are too few or too many, or one is not above 0 and finite
     */
    public static PairwiseJudgements ofUpper(int n, double... judgements) {
        if (n < 1 || judgements.length != n * (n - 1) / 2) {
            throw new IllegalArgumentException("Comparing " + n + " things takes " + n * (n - 1) / 2
                    + " judgements, not " + judgements.length + ".");
        }
        double[][] cells = new double[n][n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            cells[i][i] = 1;
            for (int j = i + 1; j < n; j++) {
                double judgement = judgements[next++];
                if (!isJudgement(judgement)) {
                    throw new IllegalArgumentException(
                            "A judgement is a number above 0, such as 3 or 1/3, not " + judgement + ".");
                }
                cells[i][j] = judgement;
                cells[j][i] = 1 / judgement;
            }
        }
        return new PairwiseJudgements(cells);
    }

    /**
     * The judgements of a group as one (aggregation of individual judgements): the geometric mean of each cell, which
     * alone keeps reciprocals reciprocal.
     *
     * @param members the judgements of each, all about as many things; at least one
     * @param weights how much each member counts, finite and above 0, one per member
     * @return the joint judgements
     * @throws IllegalArgumentException if there are no members, they differ in size or the weights do not fit
     * @see <a href="https://doi.org/10.1016/0022-2496(83)90028-7">J. Aczel and T. L. Saaty (1983), Procedures for
     *     synthesizing ratio judgements, Journal of Mathematical Psychology 27, 93-102</a>
     */
    public static PairwiseJudgements ofGroup(List<PairwiseJudgements> members, List<Double> weights) {
        double[] shares = AhpPriorities.shares(members.size(), weights);
        int n = members.get(0).size();
        double[][] cells = new double[n][n];
        for (int i = 0; i < n; i++) {
            cells[i][i] = 1;
            for (int j = i + 1; j < n; j++) {
                double log = 0;
                for (int m = 0; m < shares.length; m++) {
                    if (members.get(m).size() != n) {
                        throw new IllegalArgumentException("Member " + m + " of the group compares "
                                + members.get(m).size() + " things; the first compares " + n + ".");
                    }
                    log += shares[m] * StrictMath.log(members.get(m).cells[i][j]);
                }
                cells[i][j] = StrictMath.exp(log);
                cells[j][i] = 1 / cells[i][j];
            }
        }
        return new PairwiseJudgements(cells);
    }

    /**
     * How many things are compared.
     *
     * @return at least 1
     */
    public int size() {
        return cells.length;
    }

    /**
     * How many times one thing outweighs another.
     *
     * @param one from 0
     * @param other from 0
     * @return above 0
     */
    public double over(int one, int other) {
        return cells[one][other];
    }

    private static boolean isJudgement(double number) {
        return number >= 1 / EXTREME && number <= EXTREME;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairwiseJudgements that && Arrays.deepEquals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(cells);
    }

    /** What can be wrong with a matrix. */
    private static final class Faults {

        private static final String SHAPE = "judgements-not-square";

        static Issue empty() {
            return new Issue(
                    SHAPE,
                    "",
                    new Words("There is nothing to compare.", "比較するものがありません。"),
                    new Words("Give at least one row.", "少なくとも1行を入力してください。"));
        }

        static Issue notSquare(int row, int length, int n) {
            return new Issue(
                    SHAPE,
                    "/" + row,
                    new Words(
                            "Row " + row + " has " + length + " judgements; " + n + " were expected.",
                            "行" + row + "の判断は" + length + "個です。" + n + "個必要です。"),
                    new Words("Give one judgement per thing in every row.", "各行に、比較対象ごとに1つの判断を入力してください。"));
        }

        static boolean isOfShape(Issue issue) {
            return issue.code().equals(SHAPE);
        }

        static Issue notPositive(int row, int column, double value) {
            return new Issue(
                    "judgement-not-positive",
                    "/" + row + "/" + column,
                    new Words(
                            "Row " + row + ", column " + column + ": " + value + " is not a judgement.",
                            "行" + row + "、列" + column + ":" + value + "は判断として使えません。"),
                    new Words("Write a number above 0, such as 3 or 1/3.", "3や1/3のような正の数を入力してください。"));
        }

        static Issue notReciprocal(int row, int column, double value, double other) {
            if (row == column) {
                return new Issue(
                        "judgement-not-reciprocal",
                        "/" + row + "/" + column,
                        new Words(
                                "Row " + row + " compared with itself is " + value + "; 1 was expected.",
                                "行" + row + "自身との比較が" + value + "です。1でなければなりません。"),
                        new Words("Write 1 on the diagonal.", "対角には1を入力してください。"));
            }
            return new Issue(
                    "judgement-not-reciprocal",
                    "/" + row + "/" + column,
                    new Words(
                            "Row " + row + " over column " + column + " is " + value
                                    + ", but the other way round it is " + other
                                    + "; the one must be 1 divided by the other.",
                            "行" + row + "対列" + column + "は" + value + "ですが、逆の比較は" + other + "です。一方は他方の逆数でなければなりません。"),
                    new Words(
                            "Write " + 1 / other + " here, or change the other judgement.",
                            "ここに" + 1 / other + "を入力するか、もう一方の判断を修正してください。"));
        }
    }
}
