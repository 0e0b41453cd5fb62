package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.NodeScores;
import org.moatmark.core.scoring.NodesOnly;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/**
 * Scores the companies of a library one after the other.
 *
 * <p>By hand: of two items of weight 1 in a node the raters give the one 2 and 4, the other 3 and 3. The first is
 * disputed; its score is (25 + 75) / 2 = 50, and so is the node's, whose interval goes from (25 + 50) / 2 = 37.5 to
 * (75 + 50) / 2 = 62.5.
 */
final class CaseScoring {

    /** Ratings that differ by more steps than this are a dispute. */
    private static final int ONE_STEP = 1;

    /** Points of one step between the anchors of a rubric (rule S1). */
    private static final double POINTS = 25;

    private static final Bounds ANYTHING = new Bounds(0, 100);

    private final CaseLibrary library;
    private final List<String> items;
    private final Set<String> kept;
    private final Scorer scorer;
    private final NodesOnly nodesOnly;

    CaseScoring(CaseLibrary library, List<String> items, Set<String> kept) {
        this.library = library;
        this.items = items;
        this.kept = kept;
        scorer = Scorer.of(library.questionnaire());
        nodesOnly = NodesOnly.of(library.questionnaire());
    }

    CaseScore score(CaseCompany company) {
        ScoreTree tree = scorer.scoreWithoutGains(library.wave(company.id()));
        Map<String, Map<String, CaseRating>> ratings = new TreeMap<>();
        for (CaseRating rating : library.ratingsOf(company.id())) {
            ratings.computeIfAbsent(rating.item(), item -> new TreeMap<>()).put(rating.rater(), rating);
        }
        int n = items.size();
        double[] scores = unknown(n);
        double[] lowest = unknown(n);
        double[] highest = unknown(n);
        List<ItemState> states = new ArrayList<>(n);
        List<ConsensusItem> consensus = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            ConsensusItem item = item(tree.items().get(i), ratings.getOrDefault(items.get(i), Map.of()));
            boolean asked = kept.contains(item.key());
            if (asked) {
                consensus.add(item);
            }
            states.add(asked || !item.state().applies() ? item.state() : ItemState.NOT_ASKED);
            Double score = item.score();
            Bounds span = item.interval();
            if (asked && score != null && span != null) {
                scores[i] = score;
                lowest[i] = span.low();
                highest[i] = span.high();
            }
        }
        return whole(
                company, nodesOnly.score(scores, states), nodesOnly.score(scores, lowest, highest, states), consensus);
    }

    private static double[] unknown(int n) {
        double[] scores = new double[n];
        Arrays.fill(scores, Double.NaN);
        return scores;
    }

    private static ConsensusItem item(ItemScore item, Map<String, CaseRating> ratings) {
        Double score = item.score() == null ? null : item.score().evidenced();
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (CaseRating rating : ratings.values()) {
            if (rating.judgement() instanceof Judgement.Rated rated) {
                least = Math.min(least, rated.value());
                greatest = Math.max(greatest, rated.value());
            }
        }
        boolean disputed = score != null && greatest - least > ONE_STEP;
        Bounds interval;
        if (disputed) {
            interval = new Bounds((least - 1) * POINTS, (greatest - 1) * POINTS);
        } else if (score != null) {
            interval = new Bounds(score, score);
        } else {
            interval = item.state().applies() ? ANYTHING : null;
        }
        return new ConsensusItem(item.key(), item.state(), score, ratings, disputed, interval);
    }

    private static CaseScore whole(
            CaseCompany company, NodeScores plain, NodeScores disputed, List<ConsensusItem> items) {
        Map<String, Consensus> nodes = new LinkedHashMap<>();
        for (int i = 0; i < plain.nodes().size(); i++) {
            NodeScore node = plain.nodes().get(i);
            Bounds interval = disputed.nodes().get(i).bounds();
            nodes.put(node.key(), new Consensus(node.status(), node.outcome(), node.bounds(), interval));
        }
        IndexScore index = plain.index();
        return new CaseScore(
                company,
                new Consensus(
                        index.status(),
                        index.outcome(),
                        index.bounds(),
                        disputed.index().bounds()),
                nodes,
                items);
    }
}
