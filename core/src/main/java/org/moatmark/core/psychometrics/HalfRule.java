package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;

/**
 * A scale that is scored only if enough of its items are answered, from those alone: the half rule of questionnaire
 * research. For research and for comparison with published instruments; the scores of this product follow rule S6.
 *
 * @param items how many items the scale has
 * @param answered how many were answered
 * @param mean the mean of the answers given
 * @param sum that mean times the number of items (prorated sum)
 * @param percent the mean as percent of the way from the least to the greatest possible answer, 0-100
 * @see "D. L. Fairclough and D. F. Cella (1996), Functional Assessment of Cancer Therapy (FACT-G): non-response to
 *     individual questions, Quality of Life Research 5, 321-329"
 */
public record HalfRule(int items, int answered, Estimate mean, Estimate sum, Estimate percent) implements Serializable {

    /** The part of the items that may be missing. */
    public static final double HALF = 0.5;

    private static final double SLACK = 1e-9;

    /** Refuses more answers than items. */
    public HalfRule {
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(percent, "percent");
        if (answered < 0 || answered > items) {
            throw new IllegalArgumentException("Of " + items + " items " + answered + " cannot be answered.");
        }
    }

    /**
     * Scores one respondent if at most half of the items are missing.
     *
     * @param answers {@code double[items]}, NaN for a missing answer; reversed items already turned; not modified
     * @param least the least possible answer
     * @param greatest the greatest possible answer
     * @return the scores, n the number of answers; or why there are none
     * @throws IllegalArgumentException if there are no items, the range is empty or an answer lies outside it
     */
    public static HalfRule of(double[] answers, double least, double greatest) {
        return of(answers, least, greatest, HALF);
    }

    /**
     * Scores one respondent if at most a given part of the items is missing.
     *
     * @param answers {@code double[items]}, NaN for a missing answer; reversed items already turned; not modified
     * @param least the least possible answer
     * @param greatest the greatest possible answer
     * @param missing the part of the items that may be missing, from 0 to 1
     * @return the scores, n the number of answers; or why there are none
     * @throws IllegalArgumentException if there are no items, the range is empty, an answer lies outside it or the part
     *     is not between 0 and 1
     */
    public static HalfRule of(double[] answers, double least, double greatest, double missing) {
        if (answers.length == 0 || !(least < greatest) || !(missing >= 0 && missing <= 1)) {
            throw new IllegalArgumentException(
                    "A scale has items, a range and a part from 0 to 1 that may be missing, not " + answers.length
                            + " items, " + least + " to " + greatest + " and " + missing + ".");
        }
        double total = 0;
        int answered = 0;
        for (double answer : answers) {
            if (!Double.isNaN(answer)) {
                if (!(answer >= least && answer <= greatest)) {
                    throw new IllegalArgumentException(
                            "Answer " + answer + " does not lie between " + least + " and " + greatest + ".");
                }
                total += answer;
                answered++;
            }
        }
        if (answered == 0 || answers.length - answered > missing * answers.length + SLACK) {
            Estimate none = Estimate.notComputable(
                    "Only " + answered + " of " + answers.length + " items are answered.",
                    answers.length + "問中" + answered + "問しか回答されていません。");
            return new HalfRule(answers.length, answered, none, none, none);
        }
        double mean = total / answered;
        return new HalfRule(
                answers.length,
                answered,
                Estimate.of(mean, answered),
                Estimate.of(mean * answers.length, answered),
                Estimate.of(100 * (mean - least) / (greatest - least), answered));
    }
}
