package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Form;
import org.moatmark.core.stats.SeededRandom;

/**
 * The joint runs of one wave (rule S16).
 *
 * <p>Each run draws a joint state a: for every side as many of its present respondents as there are, with replacement; one
 * item to leave out of every items-node with three or more; weights, means and missing rule. Its scores are those of the
 * intervals. For the parts of the variance it draws a second state b in the same way and scores what has one source of a
 * and the others of b ({@link org.moatmark.core.stats.PickFreeze}); for the effects of the method it scores a with one
 * choice changed.
 *
 * <p>Every source has a stream of random numbers of its own, respondents are in order of their seat keys and items in the
 * order of the file, so that a result depends on seed, runs and wave alone.
 */
final class JointRuns {

    /** What one run draws, but for the people. */
    private static final class Choices {
        final int[] leftOut;
        final DrawnWeights weights;
        DrawnWeights.Means means = DrawnWeights.Means.DECLARED;
        int missing;

        Choices(Plan plan) {
            leftOut = new int[plan.nodes.length];
            weights = new DrawnWeights(plan);
        }

        Method method() {
            return weights.method(means);
        }
    }

    private static final int LEAST_ITEMS = 3;
    private static final int PEOPLE = 0;
    private static final int ITEMS = 1;
    private static final int WEIGHTS = 2;
    private static final int MEANS = 3;
    private static final int MISSING = 4;
    private static final int SOURCES = 5;

    private final Plan plan;
    private final ScoreTree tree;
    private final Resampling how;
    private final boolean shortForm;
    private final ScoringPolicy[] missingRules;
    private final Method[] declared;
    private final int[][] strata;
    private final int[][] droppable;
    private final SeededRandom[] random = new SeededRandom[2 * SOURCES];
    private final DrawnItems peopleA;
    private final DrawnItems peopleB;
    private final Choices a;
    private final Choices b;
    private final RunScores scores;

    JointRuns(Plan plan, ScoringPolicy policy, ScoreTree tree, Resampling how) {
        this.plan = plan;
        this.tree = tree;
        this.how = how;
        Answers answers = new Answers(plan, tree.wave());
        shortForm = tree.wave().form() == Form.CORE;
        missingRules = new ScoringPolicy[] {
            policy, policy.withProvisionalFrom(policy.fullAskedCoverage(), policy.provisionalCoverage())
        };
        declared = DrawnWeights.methods(plan, plan.itemWeight, plan.nodeWeight);
        strata = strata(answers);
        droppable = droppable();
        SeededRandom root = SeededRandom.of(how.seed());
        for (int i = 0; i < random.length; i++) {
            random[i] = root.stream(i);
        }
        ItemAnswers[] items = new ItemAnswers[plan.items.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = ItemAnswers.of(plan, answers, i, tree.items().get(i).state(), policy);
        }
        peopleA = new DrawnItems(plan, answers, items);
        peopleB = new DrawnItems(plan, answers, items);
        a = new Choices(plan);
        b = new Choices(plan);
        scores = new RunScores(how.runs(), plan.nodes.length);
    }

    private int[][] strata(Answers answers) {
        List<int[]> strata = new ArrayList<>();
        for (Side side : Side.values()) {
            int[] own = new int[answers.respondents.length];
            int n = 0;
            for (int r = 0; r < own.length; r++) {
                if (answers.present[r] && answers.side[r] == side) {
                    own[n++] = r;
                }
            }
            strata.add(Arrays.copyOf(own, n));
        }
        return strata.toArray(new int[0][]);
    }

    /** By items-node the items of which one is left out: those that apply to the company, if they are three or more. */
    private int[][] droppable() {
        int[][] result = new int[plan.nodes.length][];
        for (int node = 0; node < result.length; node++) {
            int[] own = new int[plan.itemCount[node]];
            int n = 0;
            for (int i = plan.firstItem[node]; i < plan.firstItem[node] + own.length; i++) {
                if (!plan.text[i] && tree.items().get(i).state().applies()) {
                    own[n++] = i;
                }
            }
            result[node] = n < LEAST_ITEMS ? new int[0] : Arrays.copyOf(own, n);
        }
        return result;
    }

    Resampled give(Consumer<WaveReading> eachRun) {
        for (int run = 0; run < how.runs(); run++) {
            draw(peopleA, a, 0);
            draw(peopleB, b, SOURCES);
            run(run, eachRun);
        }
        Map<Side, Integer> people = new TreeMap<>();
        for (Side side : Side.values()) {
            if (strata[side.ordinal()].length > 0) {
                people.put(side, strata[side.ordinal()].length);
            }
        }
        return scores.summary(tree, how, people);
    }

    private void draw(DrawnItems people, Choices choices, int stream) {
        Arrays.fill(people.times, 0);
        for (int[] stratum : strata) {
            for (int k = 0; k < stratum.length; k++) {
                people.times[stratum[random[stream + PEOPLE].nextInt(stratum.length)]]++;
            }
        }
        people.score();
        for (int node = 0; node < droppable.length; node++) {
            int n = droppable[node].length;
            choices.leftOut[node] = n == 0 ? -1 : droppable[node][random[stream + ITEMS].nextInt(n)];
        }
        choices.weights.draw(random[stream + WEIGHTS]);
        DrawnWeights.Means[] means = DrawnWeights.Means.values();
        choices.means = means[random[stream + MEANS].nextInt(means.length)];
        choices.missing = random[stream + MISSING].nextInt(missingRules.length);
    }

    private void run(int run, Consumer<WaveReading> eachRun) {
        leaveOut(peopleA, a.leftOut);
        NodeStructure structure = structure(peopleA, a.missing);
        RunReading reading = new RunReading(plan, peopleA);
        scores.claimed[run] = whole(peopleA.claimed, structure, a.method());
        scores.drawn[run] = whole(peopleA.evidenced, structure, a.method());
        scores.keepNodes(run, peopleA.evidenced);
        reading.keepNodes(structure.indexScored());
        for (DrawnWeights.Means means : DrawnWeights.Means.values()) {
            scores.means[means.ordinal()][run] =
                    means == a.means ? scores.drawn[run] : index(peopleA, structure, a.weights.method(means));
        }
        scores.declaredWeights[run] = index(peopleA, structure, declared[a.means.ordinal()]);
        scores.missing[a.missing][run] = scores.drawn[run];
        scores.missing[1 - a.missing][run] = index(peopleA, structure(peopleA, 1 - a.missing), a.method());
        takeBack(peopleA, a.leftOut);
        eachRun.accept(reading);

        leaveOut(peopleA, b.leftOut);
        scores.people[run] = index(peopleA, structure(peopleA, b.missing), b.method());
        leaveOut(peopleB, b.leftOut);
        structure = structure(peopleB, b.missing);
        scores.second[run] = index(peopleB, structure, b.method());
        scores.weights[run] = index(peopleB, structure, a.weights.method(b.means));
        scores.method[run] = index(peopleB, structure(peopleB, a.missing), a.method());
        takeBack(peopleB, b.leftOut);
        leaveOut(peopleB, a.leftOut);
        scores.items[run] = index(peopleB, structure(peopleB, b.missing), b.method());
    }

    private NodeStructure structure(DrawnItems people, int missing) {
        return people.structure(missingRules[missing], shortForm);
    }

    private static void leaveOut(DrawnItems people, int[] leftOut) {
        for (int item : leftOut) {
            if (item >= 0) {
                people.leaveOut(item);
            }
        }
    }

    private static void takeBack(DrawnItems people, int[] leftOut) {
        for (int item : leftOut) {
            if (item >= 0) {
                people.score(item);
            }
        }
    }

    /** Scores every node of a pass, sides and all, and gives the index; NaN without one. */
    private double whole(Pass pass, NodeStructure structure, Method method) {
        pass.forgetNodes();
        NodeScoring nodes = new NodeScoring(plan, method, structure, pass);
        nodes.all();
        return structure.indexScored() ? nodes.index() : Double.NaN;
    }

    /** The evidenced index alone; NaN without one. */
    private double index(DrawnItems people, NodeStructure structure, Method method) {
        if (!structure.indexScored()) {
            return Double.NaN;
        }
        people.evidenced.forgetNodes();
        NodeScoring nodes = new NodeScoring(plan, method, structure, people.evidenced);
        nodes.joined();
        return nodes.index();
    }
}
