package org.moatmark.core.report;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.PeerPoint;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;

/** How the scores of peers are spread. */
final class Peerage {

    private Peerage() {}

    /** Their quartiles (definition 7 of Hyndman and Fan); null under 10 peers, whose points say more. */
    static ChartValue.@Nullable Spread spread(NodePosition place) {
        double[] scores = place.peers().stream().mapToDouble(PeerPoint::score).toArray();
        if (scores.length < Standing.RANK_FROM) {
            return null;
        }
        double[] quartiles = Quantiles.of(scores, QuantileType.LINEAR, 0.25, 0.5, 0.75);
        return new ChartValue.Spread(quartiles[0], quartiles[1], quartiles[2], scores.length);
    }
}
