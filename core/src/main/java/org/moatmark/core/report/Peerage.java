package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.NodePosition;
import org.moatmark.core.benchmark.PeerPoint;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Status;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;

/** The charts of a company among others. */
final class Peerage {

    static final Words MEDIAN = new Words("median of the peers", "比較企業の中央値");

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

    /** The dimensions of the cases, on the items that the answers are linked to. */
    static DotPlot profile(Position position, TextMap us) {
        List<ChartValue.Row> rows = new ArrayList<>();
        for (String key : position.dimensions()) {
            NodePosition place = position.node(key);
            rows.add(new ChartValue.Row(key, place.title(), value(place), null, null, spread(place)));
        }
        return new DotPlot(
                Charts.PEERS,
                TextMap.of("Profile among peers", "比較企業の中のプロフィール"),
                us,
                ChartWords.RANGE,
                MEDIAN,
                rows,
                notes(position));
    }

    static RankStrip ranks(Position position, TextMap us) {
        List<RankStrip.Row> rows = new ArrayList<>();
        rows.add(row(
                position.index(),
                position.crosswalk() == null ? TextMap.of("Index", "指数") : StandingReporting.LINKED_INDEX));
        for (String key : position.dimensions()) {
            NodePosition place = position.node(key);
            rows.add(row(place, place.title()));
        }
        return new RankStrip(
                Charts.RANK, TextMap.of("Position among companies", "企業の中での位置"), us, rows, notes(position));
    }

    private static RankStrip.Row row(NodePosition place, TextMap label) {
        Standing standing = place.standing();
        RankBand rank = standing instanceof Standing.Percentile percentile
                ? percentile.rank()
                : standing instanceof Standing.Ranked ranked ? ranked.rank() : null;
        return new RankStrip.Row(
                place.key(),
                label,
                value(place),
                place.peers().stream().map(PeerPoint::score).toList(),
                rank,
                standing instanceof Standing.Percentile percentile ? percentile.percent() : null);
    }

    private static ChartValue value(NodePosition place) {
        return place.own().outcome() instanceof Outcome.Scored scored
                ? new ChartValue.Scored(
                        scored.evidenced(), place.own().band(), place.own().status() == Status.PROVISIONAL)
                : new ChartValue.Missing(
                        Figures.why(((Outcome.NotScored) place.own().outcome()).reason()));
    }

    private static List<Words> notes(Position position) {
        List<Words> notes = new ArrayList<>();
        int n = position.index().n();
        notes.add(new Words(
                n + " companies have an index here. They are cases, not a sample.",
                "ここで指数のある企業は" + n + "社です。標本ではなく事例です。"));
        if (position.crosswalk() != null) {
            int rows = position.crosswalk().rows().size();
            int all = rows + position.crosswalk().unlinked().size();
            notes.add(new Words(
                    "Compared on the " + rows + " of " + all
                            + " items that are linked; these scores are not those of the full questionnaire.",
                    "対応する" + all + "問中" + rows + "問での比較であり、元の質問票の得点とは異なります。"));
        }
        return notes;
    }
}
