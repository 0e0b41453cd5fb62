package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.WithoutRespondent.Change;
import org.moatmark.core.maturity.WithoutRespondent.Levels;
import org.moatmark.core.maturity.WithoutRespondent.NodeChange;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/** Scores a wave again without one of its respondents. */
final class LeavingOut {

    private static final double STILL = 1e-9;

    private static final Comparator<NodeChange> LARGEST_FIRST = Comparator.comparingDouble(LeavingOut::negativeSize);

    private final ScoreTree whole;
    private final MaturityVerdict verdict;
    private final Scorer scorer;
    private final Maturity maturity;

    LeavingOut(ScoreTree whole, MaturityVerdict verdict, Scorer scorer, Maturity maturity) {
        this.whole = whole;
        this.verdict = verdict;
        this.scorer = scorer;
        this.maturity = maturity;
    }

    WithoutRespondent without(String seat) {
        Wave wave = whole.wave();
        ScoreTree rest = scorer.scoreWithoutGains(wave.withRespondents(wave.respondents().stream()
                .filter(one -> !one.seat().key().equals(seat))
                .toList()));
        List<NodeChange> moved = new ArrayList<>();
        for (int i = 0; i < whole.nodes().size(); i++) {
            Change change =
                    change(whole.nodes().get(i).outcome(), rest.nodes().get(i).outcome());
            Double difference = change.difference();
            boolean moves = difference == null
                    ? change.with() != null || change.without() != null
                    : Math.abs(difference) > STILL;
            if (moves) {
                moved.add(new NodeChange(whole.nodes().get(i).key(), change));
            }
        }
        moved.sort(LARGEST_FIRST);
        return new WithoutRespondent.Effect(
                change(whole.index().outcome(), rest.index().outcome()),
                new Levels(verdict.level(), maturity.verdict(rest).level()),
                moved.subList(0, Math.min(WithoutRespondent.NODES, moved.size())));
    }

    private static double negativeSize(NodeChange change) {
        Double difference = change.score().difference();
        return difference == null ? Double.NEGATIVE_INFINITY : -Math.abs(difference);
    }

    private static Change change(Outcome with, Outcome without) {
        return new Change(score(with), score(without));
    }

    private static @Nullable Double score(Outcome outcome) {
        return outcome instanceof Outcome.Scored scored ? Double.valueOf(scored.evidenced()) : null;
    }
}
