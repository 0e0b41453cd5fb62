package org.moatmark.core.benchmark;

import java.io.Serializable;

/**
 * The ranks that a company can have, as far as its band and those of the others leave it open (rule S25): it is behind
 * only those whose bands lie wholly above its own, and before only those whose bands lie wholly below. Overlapping is not
 * transitive, and so ranks are a span for each company and never a list of tied groups.
 *
 * @param best the best rank, from 1, the highest score
 * @param worst the worst rank
 * @param of how many are ranked, the company among them
 */
public record RankBand(int best, int worst, int of) implements Serializable {

    /** Refuses ranks that are not in order. */
    public RankBand {
        if (best < 1 || worst < best || of < worst) {
            throw new IllegalArgumentException("Ranks " + best + " to " + worst + " of " + of + " are not in order.");
        }
    }

    static RankBand of(int above, int below, int others) {
        return new RankBand(1 + above, 1 + others - below, 1 + others);
    }

    /**
     * Whether there is one rank only.
     *
     * @return true if no other band overlaps
     */
    public boolean isClear() {
        return best == worst;
    }

    /**
     * The word in files.
     *
     * @return {@code clear} or {@code tie}
     */
    public String word() {
        return isClear() ? "clear" : "tie";
    }
}
