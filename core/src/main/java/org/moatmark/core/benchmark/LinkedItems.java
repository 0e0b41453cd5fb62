package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScores;
import org.moatmark.core.scoring.NodesOnly;

/**
 * The tree of the cases scored on some of its items only, for companies that are compared on these.
 *
 * <p>Scores, status and bounds are those of rules S6 to S8 with the other items missing. The band by which companies are
 * compared leaves the other items out of account: they are out on both sides, so that they are no part of what is
 * compared; what is missing or disputed among the linked items is.
 */
final class LinkedItems {

    private final List<Item> items;
    private final Set<String> linked;
    private final NodesOnly scoring;

    LinkedItems(Questionnaire questionnaire, NodesOnly scoring, Set<String> linked) {
        this.items = questionnaire.items();
        this.scoring = scoring;
        this.linked = linked;
    }

    /** One item: NaN without a score. */
    record Reading(ItemState state, double score, double low, double high) {

        static Reading of(ItemState state, @Nullable Double score, @Nullable Bounds interval) {
            if (score == null) {
                return new Reading(state, Double.NaN, Double.NaN, Double.NaN);
            }
            return new Reading(
                    state,
                    score,
                    interval == null ? score : interval.low(),
                    interval == null ? score : interval.high());
        }
    }

    /** Index and then nodes, from the readings of all items in file order. */
    List<Measure> measures(List<Reading> readings, @Nullable Company company) {
        int n = items.size();
        double[] score = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        List<ItemState> missing = new ArrayList<>(n);
        List<ItemState> leftOut = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Reading reading = readings.get(i);
            boolean in = linked.contains(items.get(i).key());
            score[i] = in ? reading.score() : Double.NaN;
            low[i] = in ? reading.low() : Double.NaN;
            high[i] = in ? reading.high() : Double.NaN;
            ItemState state = in ? reading.state() : unlinked(items.get(i), reading.state(), company);
            missing.add(state);
            leftOut.add(in || !state.applies() ? state : ItemState.LEFT_OUT);
        }
        NodeScores whole = scoring.score(score, missing);
        NodeScores compared = scoring.score(score, low, high, leftOut);
        List<Measure> measures = new ArrayList<>(whole.nodes().size() + 1);
        measures.add(banded(Measure.of(whole.index()), compared.index().bounds()));
        for (int i = 0; i < whole.nodes().size(); i++) {
            measures.add(banded(
                    Measure.of(whole.nodes().get(i)), compared.nodes().get(i).bounds()));
        }
        return measures;
    }

    private static Measure banded(Measure measure, @Nullable Bounds band) {
        return band == null ? measure : measure.with(band);
    }

    private static ItemState unlinked(Item item, ItemState state, @Nullable Company company) {
        if (!state.applies()) {
            return state;
        }
        boolean excluded = company != null && item.appliesTo().excludes(company.size(), company.market());
        return excluded ? ItemState.EXCLUDED : ItemState.NOT_ASKED;
    }
}
