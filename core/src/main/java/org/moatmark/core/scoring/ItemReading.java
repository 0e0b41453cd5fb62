package org.moatmark.core.scoring;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.AnswerValue;

/**
 * What gates, staging and findings read of an item (rule S11); not part of a result document.
 *
 * @param lowest evidenced score of the lower side (for a fact also the claimed scores of the sides' own standing
 *     answers); NaN without a score
 * @param highest claimed score of the higher side (for a fact also those of the sides' own standing answers); NaN
 *     without a score
 * @param number the raw answer: of an opinion the mean of all who answered, of a number the standing one; else NaN
 * @param standing the standing answer of a fact, or null
 * @param documented whether the raw answer may count in gates: no evidence is asked for, or it has E2 or better
 * @param answeredByBothSides whether own respondents of headquarters and of genba answered this opinion
 * @param customersMean mean of the customers where it caps the item (rule S5); else NaN
 */
public record ItemReading(
        double lowest,
        double highest,
        double number,
        @Nullable AnswerValue standing,
        boolean documented,
        boolean answeredByBothSides,
        double customersMean)
        implements Serializable {

    /** An item without any answer. */
    static final ItemReading NOTHING =
            new ItemReading(Double.NaN, Double.NaN, Double.NaN, null, false, false, Double.NaN);
}
