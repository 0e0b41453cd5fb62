package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Status;

/**
 * What the raters of a case company make of one node, or of the index.
 *
 * @param status how much it rests on
 * @param outcome the score from the means of the raters, or why there is none
 * @param bounds what the items that nobody judged could make of it (rule S8); null where it does not apply
 * @param interval the bounds, and besides every disputed item anywhere from its lowest to its highest rating; holds the
 *     bounds and the score; null where the node does not apply
 */
public record Consensus(
        Status status,
        Outcome outcome,
        @Nullable Bounds bounds,
        @Nullable Bounds interval) implements Serializable {

    /** Refuses null. */
    public Consensus {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * The score.
     *
     * @return 0-100, or null without one
     */
    public @Nullable Double score() {
        return outcome instanceof Outcome.Scored scored ? scored.evidenced() : null;
    }
}
