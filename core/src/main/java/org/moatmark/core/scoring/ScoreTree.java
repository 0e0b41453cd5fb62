package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Wave;

/**
 * A scored wave: every number with what it is made of. The explanation is the result; the bare number is read off the
 * index.
 *
 * @param questionnaire what was asked
 * @param wave what was answered
 * @param present how many present respondents are of each informant kind, by kind in alphabetical order
 * @param presentRespondents how many respondents are present
 * @param index the index
 * @param nodes every node in tree order
 * @param items every item in tree order
 * @param readings what gates read of each item, in the order of {@code items}
 * @param higherSides what gates read of each node besides (rule S11): the claimed score of the higher side where both
 *     exist, else of the one, else the joined one; NaN without a score; in the order of {@code nodes}
 * @param warnings what the owner of the answers should know, in order of seat keys and of the file
 */
public record ScoreTree(
        Questionnaire questionnaire,
        Wave wave,
        Map<String, Integer> present,
        int presentRespondents,
        IndexScore index,
        List<NodeScore> nodes,
        List<ItemScore> items,
        List<ItemReading> readings,
        List<Double> higherSides,
        List<Issue> warnings)
        implements WaveReading, Serializable {
    /** Copies the lists and the map. */
    public ScoreTree {
        present = present.size() < 2 ? Map.copyOf(present) : Collections.unmodifiableMap(new TreeMap<>(present));
        nodes = List.copyOf(nodes);
        items = List.copyOf(items);
        readings = List.copyOf(readings);
        higherSides = List.copyOf(higherSides);
        warnings = List.copyOf(warnings);
    }

    @Override
    public boolean indexScored() {
        return index.outcome().isScored();
    }

    @Override
    public double lowerSide(int node) {
        return nodes.get(node).lowerSide();
    }

    @Override
    public double higherSide(int node) {
        return higherSides.get(node);
    }

    @Override
    public ItemState state(int item) {
        return items.get(item).state();
    }

    @Override
    public ItemReading reading(int item) {
        return readings.get(item);
    }

    @Override
    public double claimedHeadquarters(int item) {
        return claimed(items.get(item).sides().headquarters());
    }

    @Override
    public double claimedGenba(int item) {
        return claimed(items.get(item).sides().genba());
    }

    private static double claimed(Outcome.@Nullable Scored side) {
        return side == null ? Double.NaN : side.claimed();
    }
}
