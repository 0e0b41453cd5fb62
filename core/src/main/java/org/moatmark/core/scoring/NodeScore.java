package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * One node of the score tree, with what its score is made of.
 *
 * @param key key of the node
 * @param parent key of its parent, or null for a dimension at the top
 * @param title its name
 * @param outcome its scores, or why there are none
 * @param bounds what the missing answers could make of it; null where it does not apply
 * @param coverage weight of what has a score over the weight of all that applies, 0-1; null where it does not apply
 * @param askedCoverage the same over what was asked; of a parent equal to its coverage
 * @param status how much it rests on
 * @param rule the rule that was used, such as {@code S6 arithmetic}
 * @param sides the evidenced scores of its sides
 * @param flags what a reader should notice
 * @param contributions what its score is made of, in file order; empty without a score
 */
public record NodeScore(
        String key,
        @Nullable String parent,
        TextMap title,
        Outcome outcome,
        @Nullable Bounds bounds,
        @Nullable Double coverage,
        @Nullable Double askedCoverage,
        Status status,
        String rule,
        NodeSides sides,
        List<Flag> flags,
        List<Contribution> contributions)
        implements Serializable {

    /** Copies the lists. */
    public NodeScore {
        flags = List.copyOf(flags);
        contributions = List.copyOf(contributions);
    }

    /**
     * The evidenced score of the lower side where both sides exist, else of the one, else the joined one (rule S11).
     *
     * @return 0-100, or NaN without a score
     */
    public double lowerSide() {
        if (!(outcome instanceof Outcome.Scored joined)) {
            return Double.NaN;
        }
        Double hq = sides.headquarters();
        Double genba = sides.genba();
        if (hq != null && genba != null) {
            return Math.min(hq, genba);
        }
        return hq != null ? hq : genba != null ? genba : joined.evidenced();
    }
}
