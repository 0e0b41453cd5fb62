package org.moatmark.core.benchmark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a company is placed.
 *
 * @param peers how its peers are chosen; null: by what follows from the company, {@link PeerCriteria#of}
 * @param minimum until how many companies with an index a group by criteria is widened, at least 1
 * @param runs how many peer groups are resampled, at least 1
 * @param seed of the draws
 * @param examples how many similar companies, and how many to learn from in each dimension, at least 0
 */
public record PositionSettings(@Nullable PeerChoice peers, int minimum, int runs, long seed, int examples)
        implements Serializable {

    /** Peers from the company, at least 10 of them; 2,000 runs, seed 1, 5 examples. */
    public static final PositionSettings DEFAULT = new PositionSettings(null, 10, 2000, 1, 5);

    /** Refuses numbers under the least. */
    public PositionSettings {
        if (minimum < 1 || runs < 1 || examples < 0) {
            throw new IllegalArgumentException("A position takes at least 1 peer, 1 run and 0 examples, not " + minimum
                    + ", " + runs + " and " + examples + ".");
        }
    }

    /**
     * The same with other peers.
     *
     * @param other how they are chosen
     * @return the new settings
     */
    public PositionSettings with(PeerChoice other) {
        return new PositionSettings(other, minimum, runs, seed, examples);
    }

    /**
     * The same with another number of runs and another seed.
     *
     * @param otherRuns how many peer groups are resampled
     * @param otherSeed of the draws
     * @return the new settings
     */
    public PositionSettings with(int otherRuns, long otherSeed) {
        return new PositionSettings(peers, minimum, otherRuns, otherSeed, examples);
    }
}
