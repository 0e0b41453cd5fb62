package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Outcome;

/** Places a company at all places of the cases' tree among the same peers. */
final class Placing {

    private final Field field;
    private final int[] members;
    private final List<Measure> own;
    private final PlaceCards cards;

    Placing(CaseLibrary library, Field field, int[] members, List<Measure> own) {
        this.field = field;
        this.members = members;
        this.own = own;
        cards = new PlaceCards(library, field, members);
    }

    List<NodePosition> all(MeanShrinking means, int runs, long seed) {
        List<List<PeerPoint>> points = new ArrayList<>();
        for (int k = 0; k < field.keys.size(); k++) {
            points.add(cards.points(k));
        }
        Standing[] standings = standings(points, runs, seed);
        List<NodePosition> positions = new ArrayList<>();
        for (int k = 0; k < field.keys.size(); k++) {
            positions.add(new NodePosition(
                    field.keys.get(k),
                    cards.title(k),
                    own.get(k),
                    points.get(k).size(),
                    standings[k],
                    points.get(k),
                    means.at(k, members),
                    cards.card(k)));
        }
        return positions;
    }

    private Standing[] standings(List<List<PeerPoint>> points, int runs, long seed) {
        int places = points.size();
        Standing[] standings = new Standing[places];
        int[] keys = new int[places];
        double[] low = new double[places];
        double[] high = new double[places];
        RankBand[] ranks = new RankBand[places];
        int resampled = 0;
        for (int k = 0; k < places; k++) {
            int n = points.get(k).size();
            Bounds band = own.get(k).band();
            if (band == null) {
                standings[k] =
                        new Standing.Nowhere(((Outcome.NotScored) own.get(k).outcome()).reason());
            } else if (n < Standing.RANK_FROM) {
                standings[k] = new Standing.PointsOnly(n);
            } else if (n < Standing.PERCENTILE_FROM) {
                standings[k] = new Standing.Ranked(rank(band, points.get(k)), n);
            } else {
                ranks[resampled] = rank(band, points.get(k));
                low[resampled] = band.low();
                high[resampled] = band.high();
                keys[resampled++] = k;
            }
        }
        if (resampled > 0) {
            double[][] bands =
                    PercentileBands.of(field, members, Arrays.copyOf(keys, resampled), low, high, runs, seed);
            for (int i = 0; i < resampled; i++) {
                standings[keys[i]] = percentile(keys[i], bands[i], ranks[i]);
            }
        }
        return standings;
    }

    private Standing percentile(int key, double[] band, RankBand rank) {
        Double score = own.get(key).score();
        double percent = PercentileBands.percent(field, key, members, score == null ? Double.NaN : score);
        return new Standing.Percentile(percent, Math.min(band[0], percent), Math.max(band[1], percent), rank);
    }

    private static RankBand rank(Bounds band, List<PeerPoint> points) {
        Ranking ranking = new Ranking(band);
        points.forEach(point -> ranking.add(point.low(), point.high()));
        return ranking.band();
    }
}
