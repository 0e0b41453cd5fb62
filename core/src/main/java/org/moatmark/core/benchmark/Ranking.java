package org.moatmark.core.benchmark;

import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Slack;

/** Ranks where bands do not overlap (rule S25). Bands that touch overlap. */
final class Ranking {

    private final Bounds own;
    private int above;
    private int below;
    private int others;

    Ranking(Bounds own) {
        this.own = own;
    }

    /** Counts one more company. */
    void add(double low, double high) {
        others++;
        above += Slack.below(own.high(), low) ? 1 : 0;
        below += Slack.below(high, own.low()) ? 1 : 0;
    }

    RankBand band() {
        return RankBand.of(above, below, others);
    }
}
