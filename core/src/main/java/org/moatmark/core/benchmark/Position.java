package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Where a company stands among the cases, and how sure we are (rules S18 to S21). Numbers are unrounded.
 *
 * @param subject who was placed, as it came in
 * @param group among whom
 * @param crosswalk how its answers came into the tree of the cases; null if it was scored on that very questionnaire
 * @param index where it stands with its index
 * @param nodes where it stands at every node of the cases' questionnaire, in tree order
 * @param dimensions keys of the nodes that are the dimensions of its profile
 * @param similar the cases of the whole library with the nearest profiles, the nearest first
 * @param weak its weak dimensions, the lowest first, and from whom to learn there
 * @param referencePoints published figures on the nodes of the questionnaire that was answered; points, never norms
 * @param runs how many peer groups were resampled
 * @param seed of the draws
 * @param honesty what the library is and what it is not
 */
public record Position(
        Subject subject,
        PeerGroup group,
        @Nullable Crosswalk crosswalk,
        NodePosition index,
        List<NodePosition> nodes,
        List<String> dimensions,
        List<SimilarCompany> similar,
        List<WeakDimension> weak,
        List<ReferencePoint> referencePoints,
        int runs,
        long seed,
        TextMap honesty)
        implements Serializable {

    /** Copies the lists. */
    public Position {
        nodes = List.copyOf(nodes);
        dimensions = List.copyOf(dimensions);
        similar = List.copyOf(similar);
        weak = List.copyOf(weak);
        referencePoints = List.copyOf(referencePoints);
    }

    /**
     * One node.
     *
     * @param key its key
     * @return where the company stands there
     * @throws IllegalArgumentException if the cases' questionnaire has no such node
     */
    public NodePosition node(String key) {
        for (NodePosition node : nodes) {
            if (node.key().equals(key)) {
                return node;
            }
        }
        throw new IllegalArgumentException("The cases have no node '" + key + "'.");
    }
}
