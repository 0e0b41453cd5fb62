package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;

/**
 * The scores of a wave over joint runs (rule S16): how wide they are, and why.
 *
 * @param seed seed of the draws
 * @param runs how many joint runs
 * @param strata how many respondents are drawn of each side; sides without any are left out
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
        Map<Side, Integer> strata,
        @Nullable ScoreInterval index,
        @Nullable Double mean,
        @Nullable Double deviation,
        List<VariancePart> parts,
        List<MethodEffect> effects,
        List<NodeInterval> nodes)
        implements Serializable {

    /** Copies the lists and the map. */
    public Resampled {
        strata = Collections.unmodifiableMap(new TreeMap<>(strata));
        parts = List.copyOf(parts);
        effects = List.copyOf(effects);
        nodes = List.copyOf(nodes);
    }
}
