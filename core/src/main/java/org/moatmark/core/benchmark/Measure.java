package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Status;

/**
 * The index or a node of a company that is to be placed among others.
 *
 * @param key key of the node, or {@link #INDEX}
 * @param status how much it rests on
 * @param outcome the score, or why there is none; what is placed is the evidenced score
 * @param bounds what the missing answers could make of it (rule S8); null where it does not apply
 * @param interval a narrower or wider band from elsewhere, such as a resampling (rule S16) or disputed ratings; null if
 *     there is none
 */
public record Measure(
        String key,
        Status status,
        Outcome outcome,
        @Nullable Bounds bounds,
        @Nullable Bounds interval) implements Serializable {

    /** The key under which the index stands where nodes stand under theirs. */
    public static final String INDEX = "index";

    /** Refuses null. */
    public Measure {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(outcome, "outcome");
    }

    static Measure of(IndexScore index) {
        return new Measure(INDEX, index.status(), index.outcome(), index.bounds(), null);
    }

    static Measure of(NodeScore node) {
        return new Measure(node.key(), node.status(), node.outcome(), node.bounds(), null);
    }

    static Measure of(String key, Consensus consensus) {
        return new Measure(key, consensus.status(), consensus.outcome(), consensus.bounds(), consensus.interval());
    }

    /**
     * The score.
     *
     * @return 0-100, or null without one
     */
    public @Nullable Double score() {
        return outcome instanceof Outcome.Scored scored ? scored.evidenced() : null;
    }

    /**
     * Where the score lies as far as it is known: the interval, else the bounds, else the score alone; always with the
     * score inside.
     *
     * @return the band, or null without a score
     */
    public @Nullable Bounds band() {
        Double score = score();
        if (score == null) {
            return null;
        }
        Bounds known = interval != null ? interval : bounds;
        return known == null
                ? new Bounds(score, score)
                : new Bounds(Math.min(known.low(), score), Math.max(known.high(), score));
    }

    Measure with(Bounds other) {
        return new Measure(key, status, outcome, bounds, other);
    }
}
