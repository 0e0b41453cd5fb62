package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * Scores a tree from the scores of its items, wherever these came from: rules S6 to S9 without answers.
 *
 * <p>The items belong to no side, as where only neutral respondents answered; claimed and evidenced scores are the same,
 * and no node carries a flag. For the items of a wave in which only neutral respondents answered the numbers are those
 * of {@link Scorer#score}, to the last bit.
 *
 * <p>Immutable, serialisable and safe for many threads.
 */
public final class NodesOnly implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Plan plan;
    private final ScoringPolicy policy;

    private NodesOnly(Plan plan, ScoringPolicy policy) {
        this.plan = plan;
        this.policy = policy;
    }

    /**
     * Prepares a questionnaire, with the agreed thresholds.
     *
     * @param questionnaire what the items belong to
     * @return the function from item scores to node scores
     */
    public static NodesOnly of(Questionnaire questionnaire) {
        return new NodesOnly(new Plan(questionnaire), ScoringPolicy.DEFAULT);
    }

    /**
     * Scores the tree from items that are sure of their scores.
     *
     * @param scores {@code double[items]}, in file order, not modified: evidenced scores 0-100; NaN where the state is
     *     not {@code ANSWERED}
     * @param states what became of each item, in file order; what applies and is not {@code ANSWERED} is missing, and
     *     what is {@code NOT_ASKED} counts in coverage but not in asked coverage (rule S6)
     * @return index and nodes; the bounds hold what the missing items could make of them (rule S8)
     * @throws IllegalArgumentException if an argument has another length than the questionnaire has items, or a score
     *     and its state do not fit
     */
    public NodeScores score(double[] scores, List<ItemState> states) {
        Pass items = pass(scores, states, "score");
        return score(items, items, items, states);
    }

    /**
     * Scores the tree from items each of which could also have had another score: the bounds hold what these and the
     * missing items could make of every node.
     *
     * @param scores {@code double[items]}, in file order, not modified: as in {@link #score(double[], List)}
     * @param lowest {@code double[items]}, not modified: the lowest score that each could have had
     * @param highest {@code double[items]}, not modified: the highest score that each could have had
     * @param states what became of each item, in file order
     * @return index and nodes; the bounds by the arithmetic of rule S8, with each scored item anywhere from its lowest
     *     to its highest score
     * @throws IllegalArgumentException as {@link #score(double[], List)}, and if a score does not lie between its ends
     */
    public NodeScores score(double[] scores, double[] lowest, double[] highest, List<ItemState> states) {
        Pass items = pass(scores, states, "score");
        Pass low = pass(lowest, states, "lowest score");
        Pass high = pass(highest, states, "highest score");
        for (int i = 0; i < scores.length; i++) {
            if (lowest[i] > scores[i] || highest[i] < scores[i]) {
                throw new IllegalArgumentException("Item '" + plan.items[i].key() + "': " + scores[i]
                        + " does not lie from " + lowest[i] + " to " + highest[i] + ".");
            }
        }
        return score(items, low, high, states);
    }

    private NodeScores score(Pass items, Pass lowest, Pass highest, List<ItemState> states) {
        NodeStructure structure = new NodeStructure(plan, states.toArray(new ItemState[0]), policy);
        NodeScoring scoring = new NodeScoring(plan, structure, items);
        scoring.all();
        double index = structure.indexScored() ? scoring.index() : Double.NaN;
        BoundsScoring bounds = new BoundsScoring(plan, structure, items, lowest, highest);
        Explaining explaining = new Explaining(plan, structure, items);
        IndexScore whole = new IndexScore(
                structure.indexScored()
                        ? new Outcome.Scored(index, index)
                        : new Outcome.NotScored(structure.indexReason()),
                bounds.ofIndex(index),
                structure.indexStatus,
                plan.indexRule,
                explaining.ofIndex(index));
        List<NodeScore> nodes = new ArrayList<>(plan.nodes.length);
        for (int i = 0; i < plan.nodes.length; i++) {
            nodes.add(node(i, items.node[i], structure, bounds, explaining));
        }
        return new NodeScores(whole, nodes);
    }

    private NodeScore node(int i, double score, NodeStructure structure, BoundsScoring bounds, Explaining explaining) {
        boolean applies = structure.status[i].applies();
        return new NodeScore(
                plan.nodes[i].key(),
                plan.parent[i] < 0 ? null : plan.nodes[plan.parent[i]].key(),
                plan.nodes[i].head().title(),
                structure.scored[i] ? new Outcome.Scored(score, score) : new Outcome.NotScored(structure.reason(i)),
                bounds.of(i),
                applies ? structure.coverage[i] : null,
                applies ? structure.askedCoverage[i] : null,
                structure.status[i],
                plan.rule[i],
                NodeSides.NONE,
                List.of(),
                explaining.of(i));
    }

    private Pass pass(double[] scores, List<ItemState> states, String what) {
        if (scores.length != plan.items.length || states.size() != plan.items.length) {
            throw new IllegalArgumentException("Questionnaire '" + plan.questionnaire.id() + "' has "
                    + plan.items.length + " items, but there are " + scores.length + " scores and " + states.size()
                    + " states.");
        }
        Pass pass = new Pass(plan);
        for (int i = 0; i < scores.length; i++) {
            boolean answered = states.get(i) == ItemState.ANSWERED;
            boolean fits = answered && !plan.text[i] ? scores[i] >= 0 && scores[i] <= 100 : Double.isNaN(scores[i]);
            if (!fits) {
                throw new IllegalArgumentException("Item '" + plan.items[i].key() + "' is "
                        + states.get(i).word() + " with a " + what + " of " + scores[i]
                        + "; answered items have 0-100, all others NaN.");
            }
            if (answered) {
                pass.setItem(i, scores[i], scores[i]);
            }
        }
        return pass;
    }
}
