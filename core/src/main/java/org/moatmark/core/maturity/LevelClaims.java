package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.StagingRow;
import org.moatmark.core.response.Form;
import org.moatmark.core.scoring.ScoreTree;

/** Levels that cannot be reached with these people, whatever they answer (rules S11, S12). */
final class LevelClaims {

    private static final int FIRST_GATED_LEVEL = 2;

    private final Claims claims;
    private final Attendance people;
    private final ScoreTree tree;
    private final MaturityVerdict verdict;
    private final Readings readings;

    LevelClaims(Claims claims, Attendance people, ScoreTree tree, MaturityVerdict verdict) {
        this.claims = claims;
        this.people = people;
        this.tree = tree;
        this.verdict = verdict;
        readings = new Readings(claims.ladder, tree, tree, node -> 0);
    }

    void addTo(ClaimList list) {
        organisation(list);
        for (int node = 0; node < claims.ladder.gates.length; node++) {
            if (claims.gatesAskForPeople.contains(tree.nodes().get(node).key())) {
                Integer reached = verdict.nodes().get(node).level();
                if (reached != null && reached < claims.ladder.top(node)) {
                    node(node, reached, list);
                }
            }
        }
    }

    private void organisation(ClaimList list) {
        LevelCap cap = verdict.capped();
        if (cap != null) {
            Allowed level = new Allowed.Level(cap.from(), null);
            boolean alone = cap.reason() == LevelCap.Reason.ONE_RESPONDENT;
            List<MorePeople> another = alone ? List.of(MorePeople.anybody(1, 1)) : List.of();
            if (tree.wave().form() == Form.CORE) {
                list.fullForm(another, level);
            } else {
                list.add(another, level);
            }
        }
        Integer reached = verdict.level();
        if (reached == null || !claims.stagingAsksForPeople) {
            return;
        }
        TreeMap<Integer, Integer> needed = new TreeMap<>();
        for (Map.Entry<Integer, List<StagingRow>> rows : claims.ladder.staging.entrySet()) {
            TreeMap<Integer, Integer> here = new TreeMap<>();
            for (StagingRow row : rows.getValue()) {
                raise(here, needed(row.require()));
            }
            raise(needed, here);
            if (rows.getKey() > reached && lacks(here)) {
                list.add(more(needed), new Allowed.Level(rows.getKey(), null));
            }
        }
    }

    private void node(int node, int reached, ClaimList list) {
        TreeMap<Integer, Integer> needed = new TreeMap<>();
        for (int level = FIRST_GATED_LEVEL; level <= claims.ladder.top(node); level++) {
            TreeMap<Integer, Integer> here = new TreeMap<>();
            for (Gate gate : claims.ladder.gates[node][level]) {
                raise(here, needed(gate.require()));
            }
            raise(needed, here);
            if (level > reached && lacks(here)) {
                String key = tree.nodes().get(node).key();
                list.add(more(needed), new Allowed.Level(level, key));
            }
        }
    }

    private boolean lacks(Map<Integer, Integer> needed) {
        return needed.entrySet().stream().anyMatch(one -> people.count(one.getKey()) < one.getValue());
    }

    private List<MorePeople> more(TreeMap<Integer, Integer> needed) {
        List<MorePeople> more = new ArrayList<>();
        needed.forEach((kind, count) -> {
            if (people.count(kind) < count) {
                more.add(people.more(kind, count - people.count(kind)));
            }
        });
        return more;
    }

    /** By kind how many people it takes for all of these to hold as far as the rest of them holds. */
    private TreeMap<Integer, Integer> needed(Collection<Condition> conditions) {
        TreeMap<Integer, Integer> needed = new TreeMap<>();
        for (Condition condition : conditions) {
            if (!readings.drops(condition)) {
                raise(needed, needed(condition));
            }
        }
        return needed;
    }

    private TreeMap<Integer, Integer> needed(Condition condition) {
        if (condition instanceof Condition.InformantsPresent of) {
            return new TreeMap<>(Map.of(claims.kind(of.informant()), of.atLeast()));
        } else if (condition instanceof Condition.All all) {
            return needed(all.parts());
        } else if (condition instanceof Condition.Any any) {
            // The way that takes the fewest more; one that takes none says nothing of people.
            TreeMap<Integer, Integer> best = null;
            for (Condition part : any.parts()) {
                if (!readings.drops(part)) {
                    TreeMap<Integer, Integer> way = needed(part);
                    best = best == null || lacking(way) < lacking(best) ? way : best;
                }
            }
            return best == null ? new TreeMap<>() : best;
        }
        return new TreeMap<>();
    }

    private int lacking(Map<Integer, Integer> needed) {
        int lacking = 0;
        for (Map.Entry<Integer, Integer> one : needed.entrySet()) {
            lacking += Math.max(0, one.getValue() - people.count(one.getKey()));
        }
        return lacking;
    }

    private static void raise(TreeMap<Integer, Integer> needed, Map<Integer, Integer> by) {
        by.forEach((kind, count) -> needed.merge(kind, count, Math::max));
    }
}
