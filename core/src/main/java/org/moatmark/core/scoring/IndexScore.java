package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index of the company over its dimensions, with what it is made of.
 *
 * @param outcome its scores, or why there are none
 * @param bounds what the missing answers could make of it; null if nothing applies
 * @param status how much it rests on
 * @param rule the rule that was used, such as {@code S7 geometric}
 * @param contributions what it is made of, in file order; empty without a score
 */
public record IndexScore(
        Outcome outcome, @Nullable Bounds bounds, Status status, String rule, List<Contribution> contributions)
        implements Serializable {
    /** Copies the list. */
    public IndexScore {
        contributions = List.copyOf(contributions);
    }
}
