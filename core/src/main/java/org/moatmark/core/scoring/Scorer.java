package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Wave;

/**
 * Scores waves of one questionnaire: rules S1 to S10.
 *
 * <p>A scorer is made once, is immutable, and may be called from many threads. The same wave gives the same numbers, to
 * the last bit, on every machine; the order of respondents and answers says nothing.
 */
public final class Scorer implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Plan plan;
    private final ScoringPolicy policy;

    private Scorer(Plan plan, ScoringPolicy policy) {
        this.plan = plan;
        this.policy = policy;
    }

    /**
     * A scorer with the agreed thresholds.
     *
     * @param questionnaire what was asked
     * @return the scorer
     */
    public static Scorer of(Questionnaire questionnaire) {
        return new Scorer(new Plan(questionnaire), ScoringPolicy.DEFAULT);
    }

    /**
     * The same scorer with other thresholds.
     *
     * @param other the thresholds
     * @return the new scorer
     */
    public Scorer with(ScoringPolicy other) {
        return new Scorer(plan, other);
    }

    /**
     * The questionnaire.
     *
     * @return what was asked
     */
    public Questionnaire questionnaire() {
        return plan.questionnaire;
    }

    /**
     * Scores a wave, with the gain of every next step.
     *
     * @param wave the answers; read by the {@code json} room, or made by hand with answers that fit their items
     * @return every number with what it is made of
     * @throws IllegalArgumentException if the wave is of another questionnaire or version, names an unknown item or
     *     informant kind, has a seat twice, or has an answer off its scale
     */
    public ScoreTree score(Wave wave) {
        return score(wave, true);
    }

    /**
     * Scores a wave without the gain of every next step, which is about a third of the work.
     *
     * @param wave the answers
     * @return every number but {@code gainOfNextStep}, which is null
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public ScoreTree scoreWithoutGains(Wave wave) {
        return score(wave, false);
    }

    /**
     * Scores a wave again and again with other respondents, items and methods (rule S16): how far its scores can be
     * trusted, and on what that hangs.
     *
     * @param tree the wave, scored by this scorer
     * @param how seed and runs
     * @param eachRun gets what levels read of each run, in turn; a reading is good only while it is looked at
     * @return intervals, parts and effects
     * @throws IllegalArgumentException if the tree is of another questionnaire, fewer than two respondents are present, or
     *     there is no run
     */
    public Resampled resample(ScoreTree tree, Resampling how, Consumer<WaveReading> eachRun) {
        if (!tree.questionnaire().methodHash().equals(plan.questionnaire.methodHash())) {
            throw new IllegalArgumentException("This score tree is of another questionnaire than this scorer.");
        }
        if (tree.presentRespondents() < 2 || how.runs() < 1) {
            throw new IllegalArgumentException("Resampling needs at least two respondents and one run, not "
                    + tree.presentRespondents() + " and " + how.runs() + ".");
        }
        return new JointRuns(plan, policy, tree, how).give(eachRun);
    }

    /**
     * Between which numbers the missing answers leave the evidenced index (rule S8), and nothing else: what {@link #score(Wave)}
     * gives as {@code index().bounds()}, to the last bit, for a fraction of the work.
     *
     * @param wave the answers
     * @return the bounds; null where the index does not apply
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public @Nullable Bounds possibleIndex(Wave wave) {
        refuseOther(wave);
        Answers answers = new Answers(plan, wave);
        ItemScoring items = new ItemScoring(plan, answers, policy);
        NodeStructure structure = new NodeStructure(plan, answers, items, policy, wave.form() == Form.CORE);
        NodeScoring evidenced = new NodeScoring(plan, structure, items.evidenced);
        evidenced.all();
        double index = structure.indexScored() ? evidenced.index() : Double.NaN;
        return new BoundsScoring(plan, structure, items.evidenced).ofIndex(index);
    }

    private void refuseOther(Wave wave) {
        Questionnaire questionnaire = plan.questionnaire;
        if (!wave.questionnaire().equals(questionnaire.id())
                || !wave.version().equals(questionnaire.version().toString())) {
            throw new IllegalArgumentException("This wave is of '" + wave.questionnaire() + "' " + wave.version()
                    + ", not of '" + questionnaire.id() + "' " + questionnaire.version() + ".");
        }
    }

    private ScoreTree score(Wave wave, boolean withGains) {
        refuseOther(wave);
        Questionnaire questionnaire = plan.questionnaire;
        Answers answers = new Answers(plan, wave);
        ItemScoring items = new ItemScoring(plan, answers, policy);
        NodeStructure structure = new NodeStructure(plan, answers, items, policy, wave.form() == Form.CORE);
        NodeScoring claimed = new NodeScoring(plan, structure, items.claimed);
        NodeScoring evidenced = new NodeScoring(plan, structure, items.evidenced);
        evidenced.all();
        if (items.claimed.hasItemsOf(items.evidenced)) {
            items.claimed.takeNodesOf(items.evidenced);
        } else {
            claimed.all();
        }
        double index = structure.indexScored() ? evidenced.index() : Double.NaN;
        BoundsScoring bounds = new BoundsScoring(plan, structure, items.evidenced);
        Explaining explaining = new Explaining(plan, structure, items.evidenced);
        return new ScoreTree(
                questionnaire,
                wave,
                answers.presentByKind(),
                answers.presentCount,
                new IndexScore(
                        structure.indexScored()
                                ? new Outcome.Scored(claimed.index(), index)
                                : new Outcome.NotScored(structure.indexReason()),
                        bounds.ofIndex(index),
                        structure.indexStatus,
                        plan.indexRule,
                        explaining.ofIndex(index)),
                nodes(structure, items, bounds, explaining),
                items(items, structure, withGains ? index : Double.NaN),
                List.of(items.readings),
                higherSides(items.claimed),
                Warnings.of(plan, answers, items));
    }

    private List<NodeScore> nodes(
            NodeStructure structure, ItemScoring items, BoundsScoring bounds, Explaining explaining) {
        NodeScore[] result = new NodeScore[plan.nodes.length];
        for (int i = 0; i < result.length; i++) {
            Node node = plan.nodes[i];
            boolean applies = structure.status[i].applies();
            boolean scored = structure.scored[i];
            result[i] = new NodeScore(
                    node.key(),
                    plan.parent[i] < 0 ? null : plan.nodes[plan.parent[i]].key(),
                    node.head().title(),
                    scored
                            ? new Outcome.Scored(items.claimed.node[i], items.evidenced.node[i])
                            : new Outcome.NotScored(structure.reason(i)),
                    bounds.of(i),
                    applies ? structure.coverage[i] : null,
                    applies ? structure.askedCoverage[i] : null,
                    structure.status[i],
                    plan.rule[i],
                    scored ? nodeSides(i, items.evidenced) : NodeSides.NONE,
                    flags(i, structure, items),
                    explaining.of(i));
        }
        return List.of(result);
    }

    private static NodeSides nodeSides(int node, Pass evidenced) {
        double hq = evidenced.nodeHq[node];
        double genba = evidenced.nodeGenba[node];
        if (Double.isNaN(hq) && Double.isNaN(genba)) {
            return NodeSides.NONE;
        }
        return new NodeSides(Double.isNaN(hq) ? null : hq, Double.isNaN(genba) ? null : genba);
    }

    private List<Double> higherSides(Pass claimed) {
        Double[] result = new Double[plan.nodes.length];
        for (int i = 0; i < result.length; i++) {
            double hq = claimed.nodeHq[i];
            double genba = claimed.nodeGenba[i];
            double higher = Double.isNaN(hq) ? genba : Double.isNaN(genba) ? hq : Math.max(hq, genba);
            result[i] = Double.isNaN(higher) ? claimed.node[i] : higher;
        }
        return List.of(result);
    }

    /** Both sides of an item; a side that says the same as the item's own number is that very value. */
    private static Sides itemSides(int i, ItemScoring items, Outcome.Scored joined) {
        Outcome.Scored hq = scored(items.claimed.itemHq[i], items.evidenced.itemHq[i], joined);
        Outcome.Scored genba = scored(items.claimed.itemGenba[i], items.evidenced.itemGenba[i], joined);
        return new Sides(hq, genba);
    }

    private static Outcome.@Nullable Scored scored(double claimed, double evidenced, Outcome.Scored same) {
        if (Double.isNaN(claimed)) {
            return null;
        }
        boolean equal = claimed == same.claimed() && evidenced == same.evidenced();
        return equal ? same : new Outcome.Scored(claimed, evidenced);
    }

    private List<Flag> flags(int node, NodeStructure structure, ItemScoring items) {
        boolean below = isBelowParent(node, structure, items);
        boolean capped = false;
        int end = plan.firstItem[node] + plan.itemCount[node];
        for (int i = plan.firstItem[node]; i < end; i++) {
            capped |= items.capped[i];
        }
        if (!below && !structure.thin[node] && !capped) {
            return List.of();
        }
        List<Flag> flags = new ArrayList<>();
        if (below) {
            flags.add(Flag.BELOW_PARENT);
        }
        if (structure.thin[node]) {
            flags.add(Flag.THIN_SIDE);
        }
        if (capped) {
            flags.add(Flag.CAPPED_BY_CUSTOMERS);
        }
        return flags;
    }

    private boolean isBelowParent(int node, NodeStructure structure, ItemScoring items) {
        int parent = plan.parent[node];
        return parent >= 0
                && structure.scored[node]
                && structure.scored[parent]
                && plan.nodes[parent] instanceof Node.Branch branch
                && branch.flagBelow() != null
                && Slack.below(items.evidenced.node[node], items.evidenced.node[parent] - branch.flagBelow());
    }

    /** The items; with their gains unless {@code index} is NaN. */
    private List<ItemScore> items(ItemScoring items, NodeStructure structure, double index) {
        boolean withGains = !Double.isNaN(index);
        Gains gains = withGains ? new Gains(plan, structure, items.evidenced, policy, index) : null;
        ItemScore[] result = new ItemScore[plan.items.length];
        for (int i = 0; i < result.length; i++) {
            Outcome.Scored score =
                    structure.itemScored(i) ? new Outcome.Scored(items.claimed.item[i], items.evidenced.item[i]) : null;
            result[i] = new ItemScore(
                    plan.items[i].key(),
                    items.state[i],
                    score,
                    score == null ? Sides.NONE : itemSides(i, items, score),
                    items.conflicts.get(i),
                    items.respondents.get(i),
                    score == null ? null : gain(gains, i));
        }
        return List.of(result);
    }

    private static @Nullable Double gain(@Nullable Gains gains, int item) {
        return gains == null ? null : gains.of(item);
    }
}
