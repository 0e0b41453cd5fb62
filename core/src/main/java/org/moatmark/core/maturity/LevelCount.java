package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.moatmark.core.scoring.Resampled;
import org.moatmark.core.scoring.ScoreTree;

/** Counts over joint runs which levels are reached. */
final class LevelCount {

    private final ScoreTree tree;
    private final MaturityVerdict verdict;
    private final Map<Integer, Integer> organisation = new TreeMap<>();
    private final List<Map<Integer, Integer>> nodes = new ArrayList<>();

    LevelCount(ScoreTree tree, MaturityVerdict verdict) {
        this.tree = tree;
        this.verdict = verdict;
        verdict.nodes().forEach(node -> nodes.add(new TreeMap<>()));
    }

    /**
     * Counts a run.
     *
     * @param level the level of the organisation; 0 without one
     * @param nodeLevels the level of a node by its place; 0 without one
     */
    void add(int level, IntUnaryOperator nodeLevels) {
        count(level, organisation);
        for (int i = 0; i < nodes.size(); i++) {
            if (verdict.nodes().get(i).level() != null) {
                count(nodeLevels.applyAsInt(i), nodes.get(i));
            }
        }
    }

    private static void count(int level, Map<Integer, Integer> into) {
        if (level > 0) {
            into.merge(level, 1, Integer::sum);
        }
    }

    Confidence confidence(Resampled scores) {
        Map<String, LevelStability> each = new TreeMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Integer level = verdict.nodes().get(i).level();
            if (level != null) {
                each.put(tree.nodes().get(i).key(), new LevelStability(level, scores.runs(), nodes.get(i)));
            }
        }
        Integer level = verdict.level();
        return new Confidence(
                scores, level == null ? null : new LevelStability(level, scores.runs(), organisation), each);
    }
}
