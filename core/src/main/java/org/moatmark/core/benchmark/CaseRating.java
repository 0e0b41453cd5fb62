package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one rater made of one item for one company.
 *
 * @param company id of the company
 * @param rater name of the rater
 * @param item key of the item
 * @param judgement the rating, or why there is none
 * @param basis what it rests on
 * @param reason why, in the rater's words, or null; some raters give none
 */
public record CaseRating(
        String company,
        String rater,
        String item,
        Judgement judgement,
        Basis basis,
        @Nullable String reason) implements Serializable {

    /** Refuses null. */
    public CaseRating {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(rater, "rater");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(judgement, "judgement");
        Objects.requireNonNull(basis, "basis");
    }
}
