package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire weighed by pairwise judgements: the priorities under each parent, how consistent they are, and the new
 * weights.
 *
 * @param judgements what was judged
 * @param parents one per comparison, in their order
 * @param weighed the questionnaire with the new weights
 */
public record PriorityWeights(WeightJudgements judgements, List<Parent> parents, Reweighting weighed)
        implements Serializable {

    /**
     * The priorities under one parent.
     *
     * @param comparison what was compared
     * @param priorities one per child, above 0, their sum 1
     * @param own what each judge alone comes to, in the order of the opinions
     * @param joint the priorities of the joint judgements with their consistency; null where several judges were joined by
     *     their priorities, since there are no joint judgements then
     */
    public record Parent(
            WeightJudgements.Comparison comparison,
            List<Double> priorities,
            List<AhpPriorities> own,
            @Nullable AhpPriorities joint)
            implements Serializable {
        /** Copies the lists. */
        public Parent {
            Objects.requireNonNull(comparison, "comparison");
            priorities = List.copyOf(priorities);
            own = List.copyOf(own);
        }
    }

    /** Copies the list. */
    public PriorityWeights {
        Objects.requireNonNull(judgements, "judgements");
        Objects.requireNonNull(weighed, "weighed");
        parents = List.copyOf(parents);
    }
}
