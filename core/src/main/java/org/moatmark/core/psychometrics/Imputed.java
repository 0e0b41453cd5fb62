package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.moatmark.core.issue.Words;

/**
 * Answers in which missing ones were replaced: for research only. No score, level or benchmark of this product ever
 * rests on an imputed answer.
 */
public final class Imputed implements Serializable {

    /** What stands beside every use of such answers. */
    public static final Words NOTICE =
            new Words("Research use only: imputed answers never enter a score.", "研究用のみ:補完した回答は、得点には一切使われません。");

    private static final long serialVersionUID = 1L;

    private final double[][] values;
    private final boolean[][] replaced;
    private final List<LeftOut> leftOut;

    /** Takes ownership of the arrays. */
    Imputed(double[][] values, boolean[][] replaced, List<LeftOut> leftOut) {
        this.values = values;
        this.replaced = replaced;
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * The answers.
     *
     * @return a new {@code double[respondents][items]}, NaN where a missing answer could not be replaced
     */
    public double[][] values() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Whether an answer was missing and replaced.
     *
     * @param respondent from 0
     * @param item from 0
     * @return false for an answer as given and for one that is still missing
     */
    public boolean isReplaced(int respondent, int item) {
        return replaced[respondent][item];
    }

    /**
     * How many answers were replaced.
     *
     * @return at least 0
     */
    public int count() {
        int count = 0;
        for (boolean[] row : replaced) {
            for (boolean cell : row) {
                count += cell ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * Respondents, or for item means items, whose missing answers could not be replaced.
     *
     * @return which and why, ascending
     */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Imputed that
                && Arrays.deepEquals(values, that.values)
                && Arrays.deepEquals(replaced, that.replaced)
                && leftOut.equals(that.leftOut);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(values) + Arrays.deepHashCode(replaced);
    }
}
