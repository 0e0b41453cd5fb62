package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;

/** Works out how the scores of a group of cases are spread at every node. */
final class Spreading {

    private final CaseLibrary library;
    private final Field among;

    Spreading(CaseLibrary library, Field among) {
        this.library = library;
        this.among = among;
    }

    Distribution of(PeerGroup group, int[] members) {
        PlaceCards cards = new PlaceCards(library, among, members);
        MeanShrinking means = new MeanShrinking(among, group.used(), null);
        List<Distribution.Place> places = new ArrayList<>();
        for (int k = 0; k < among.keys.size(); k++) {
            double[] scores = among.scores(k, members);
            places.add(new Distribution.Place(
                    among.keys.get(k),
                    cards.title(k),
                    scores.length,
                    scores.length >= Standing.RANK_FROM ? quantiles(scores) : null,
                    means.at(k, members),
                    cards.points(k),
                    cards.card(k)));
        }
        return new Distribution(group, places, library.questionnaire().methodHash(), library.honesty());
    }

    private static List<Double> quantiles(double[] scores) {
        double[] probabilities = Distribution.PERCENTAGES.stream()
                .mapToDouble(percent -> percent / 100.0)
                .toArray();
        double[] quantiles = Quantiles.of(scores, QuantileType.ofNumber(Distribution.QUANTILE_TYPE), probabilities);
        return DoubleStream.of(quantiles).boxed().toList();
    }
}
