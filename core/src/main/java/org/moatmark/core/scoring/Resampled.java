package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a wave over joint runs (rule S16): how wide they are, and why.
 *
 * @param seed seed of the draws
 * @param runs how many joint runs
 * @param index the interval of the index; null if it has no score in the wave or in any run
 * @param mean mean of the index over the runs that have one; null as the interval
 * @param deviation its standard deviation over these runs (n in the denominator); null as the interval
 * @param parts due to people, items and method, in this order; empty where the index does not vary or has no interval
 * @param effects of each choice of the method; empty where the index has no interval
 * @param nodes the intervals of every node in tree order
 */
public record Resampled(
        long seed,
        int runs,
        @Nullable ScoreInterval index,
        @Nullable Double mean,
        @Nullable Double deviation,
        List<VariancePart> parts,
        List<MethodEffect> effects,
        List<NodeInterval> nodes)
        implements Serializable {

    /** Copies the lists. */
    public Resampled {
        parts = List.copyOf(parts);
        effects = List.copyOf(effects);
        nodes = List.copyOf(nodes);
    }
}
