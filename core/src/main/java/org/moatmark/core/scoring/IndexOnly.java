package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.stats.Means;

/**
 * The index alone, for millions of companies: one respondent of one kind, answers in an array, no evidence, no
 * explanation. The number is the evidenced index of {@link Scorer#score} for the same answers, to the last bit.
 *
 * <p>Immutable, serialisable and safe for many threads. For questionnaires of rubric, agreement, number, yes/no and text
 * items.
 */
public final class IndexOnly implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Plan plan;
    private final ScoringPolicy policy;

    /** By item: scores of the answers 0, 1, 2 ... to items with points; null for measured numbers. */
    private final double[] @Nullable [] points;

    /** By item: whether this respondent is asked, and his answer counts. */
    private final boolean[] counts;

    private final boolean[] applies;

    private IndexOnly(Plan plan, ScoringPolicy policy, int kind) {
        this.plan = plan;
        this.policy = policy;
        int n = plan.items.length;
        points = new double[n][];
        counts = new boolean[n];
        applies = new boolean[n];
        for (int i = 0; i < n; i++) {
            boolean asked = (plan.asked[i] & 1L << kind) != 0;
            boolean customer = plan.sideOfKind[kind] == Side.CUSTOMERS;
            applies[i] = !plan.text[i];
            counts[i] = applies[i] && asked && (!customer || plan.customersOnly[i]);
            points[i] = pointScores(plan.items[i], policy, customer);
        }
    }

    /**
     * Prepares a questionnaire for one kind of respondent, with the agreed thresholds.
     *
     * @param questionnaire what was asked
     * @param informant key of the respondent's kind
     * @return the function from answers to the index
     * @throws IllegalArgumentException if there is no such kind, or the questionnaire has choice items
     */
    public static IndexOnly of(Questionnaire questionnaire, String informant) {
        List<String> kinds = new ArrayList<>();
        for (Informant one : questionnaire.informants()) {
            kinds.add(one.key());
        }
        if (!kinds.contains(informant)) {
            throw new IllegalArgumentException(
                    "There is no informant kind '" + informant + "'; there are " + kinds + ".");
        }
        return new IndexOnly(new Plan(questionnaire), ScoringPolicy.DEFAULT, kinds.indexOf(informant));
    }

    /**
     * How many numbers an array of answers holds.
     *
     * @return the number of items, in file order
     */
    public int items() {
        return plan.items.length;
    }

    /**
     * The evidenced index.
     *
     * @param answers {@code double[offset + items or more]}, not modified: the raw answers in file order, yes as 1 and no
     *     as 0, NaN where there is none
     * @param offset where the answers begin
     * @return 0-100, or NaN if the answers are too few
     * @throws IllegalArgumentException if an answer is off its scale
     */
    public double index(double[] answers, int offset) {
        double[] score = new double[plan.nodes.length];
        for (int node : plan.order) {
            if (plan.itemCount[node] > 0) {
                score[node] = leaf(node, answers, offset);
            } else if (plan.target[node] >= 0) {
                score[node] = score[plan.target[node]];
            } else {
                score[node] = over(plan.children[node], plan.aggregation[node], Joint.FLOOR, score);
            }
        }
        return over(
                plan.tops,
                plan.questionnaire.index().aggregation(),
                plan.questionnaire.index().floor(),
                score);
    }

    private double leaf(int node, double[] answers, int offset) {
        int first = plan.firstItem[node];
        int end = first + plan.itemCount[node];
        if (!(plan.aggregation[node] instanceof Aggregation.Arithmetic)) {
            return unusualLeaf(node, answers, offset);
        }
        double sum = 0;
        double answered = 0;
        double asked = 0;
        double whole = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            double weight = applies[i] ? plan.itemWeight[i] : 0;
            whole += weight;
            if (counts[i]) {
                asked += weight;
                double answer = answers[offset + i];
                if (!Double.isNaN(answer)) {
                    double value = score(i, answer);
                    sum += weight * value;
                    answered += weight;
                    least = value < least ? value : least;
                    greatest = value > greatest ? value : greatest;
                }
            }
        }
        if (!enough(answered, asked, whole)) {
            return Double.NaN;
        }
        return Means.clamp(sum / answered, least, greatest);
    }

    private double unusualLeaf(int node, double[] answers, int offset) {
        double[] values = new double[plan.itemCount[node]];
        double[] weights = new double[values.length];
        int n = 0;
        double answered = 0;
        double asked = 0;
        double whole = 0;
        boolean complete = true;
        int first = plan.firstItem[node];
        for (int i = first; i < first + values.length; i++) {
            double weight = applies[i] ? plan.itemWeight[i] : 0;
            whole += weight;
            asked += counts[i] ? weight : 0;
            if (counts[i] && !Double.isNaN(answers[offset + i])) {
                values[n] = score(i, answers[offset + i]);
                weights[n++] = weight;
                answered += weight;
            } else {
                complete &= !applies[i];
            }
        }
        boolean minimumMisses = plan.aggregation[node] instanceof Aggregation.Minimum && !complete;
        if (minimumMisses || !enough(answered, asked, whole)) {
            return Double.NaN;
        }
        return Joint.aggregate(plan.aggregation[node], values, weights, n, Joint.FLOOR);
    }

    private boolean enough(double answered, double asked, double whole) {
        return answered > 0
                && Slack.atLeast(answered / asked, policy.provisionalAskedCoverage())
                && Slack.atLeast(answered / whole, policy.provisionalCoverage());
    }

    private double score(int item, double answer) {
        double[] table = points[item];
        if (table == null) {
            return AnswerScale.capped(
                    plan.items[item],
                    AnswerScale.score(plan.items[item], new AnswerValue.Number(answer)),
                    EvidenceGrade.E0,
                    policy);
        }
        int point = (int) answer;
        if (point != answer || point < 0 || point >= table.length || table[point] < 0) {
            throw new IllegalArgumentException(
                    "Item '" + plan.items[item].key() + "': answer " + answer + " is not on its scale.");
        }
        return table[point];
    }

    /** A branch or the index: the same as in a score tree, NaN for what has no score. */
    private double over(int[] nodes, Aggregation how, double floor, double[] score) {
        boolean geometric = how instanceof Aggregation.Geometric;
        if (!geometric && !(how instanceof Aggregation.Arithmetic)) {
            return unusual(nodes, how, floor, score);
        }
        double sum = 0;
        double have = 0;
        double whole = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int node : nodes) {
            double weight = plan.nodeWeight[node];
            boolean empty = plan.onlyTexts[node];
            whole += empty ? 0 : weight;
            double value = score[node];
            if (!Double.isNaN(value)) {
                value = geometric && value < floor ? floor : value;
                sum += weight * (geometric ? StrictMath.log(value) : value);
                have += weight;
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
            }
        }
        if (!(have > 0) || !Slack.atLeast(have / whole, policy.provisionalAskedCoverage())) {
            return Double.NaN;
        }
        double mean = sum / have;
        return Means.clamp(geometric ? StrictMath.exp(mean) : mean, least, greatest);
    }

    private double unusual(int[] nodes, Aggregation how, double floor, double[] score) {
        double[] values = new double[nodes.length];
        double[] weights = new double[nodes.length];
        int n = 0;
        int applicable = 0;
        for (int node : nodes) {
            applicable += plan.onlyTexts[node] ? 0 : 1;
            if (!Double.isNaN(score[node])) {
                values[n] = score[node];
                weights[n++] = plan.nodeWeight[node];
            }
        }
        boolean all = how instanceof Aggregation.Minimum || how instanceof Aggregation.Balance;
        int enough = how instanceof Aggregation.MeanOfBest best ? Math.min(best.n(), applicable) : applicable;
        boolean balanceLacks = how instanceof Aggregation.Balance && applicable < nodes.length;
        if (n == 0
                || balanceLacks
                || (all && n < applicable)
                || !Slack.atLeast((double) n / enough, policy.provisionalAskedCoverage())) {
            return Double.NaN;
        }
        return Joint.aggregate(how, values, weights, n, floor);
    }

    private static double @Nullable [] pointScores(Item item, ScoringPolicy policy, boolean customer) {
        ItemType type = item.type();
        int most;
        if (type instanceof ItemType.Rubric) {
            most = ItemType.RUBRIC_ANCHORS;
        } else if (type instanceof ItemType.Agreement scale) {
            most = scale.points();
        } else if (type instanceof ItemType.YesNo) {
            most = 1;
        } else if (type instanceof ItemType.Choice || type instanceof ItemType.Choices) {
            throw new IllegalArgumentException(
                    "Item '" + item.key() + "': choices do not fit into an array of numbers.");
        } else {
            return null;
        }
        double[] table = new double[most + 1];
        table[0] = -1;
        for (int point = type instanceof ItemType.YesNo ? 0 : 1; point <= most; point++) {
            AnswerValue answer =
                    type instanceof ItemType.YesNo ? new AnswerValue.YesNo(point == 1) : new AnswerValue.Number(point);
            double claimed = AnswerScale.score(item, answer);
            table[point] = customer ? claimed : AnswerScale.capped(item, claimed, EvidenceGrade.E0, policy);
        }
        return table;
    }
}
