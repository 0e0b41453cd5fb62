package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Weights from pairwise judgements (analytic hierarchy process), and how consistent the judgements are.
 *
 * <p>With {@code lambda} the greatest eigenvalue of the judgements over n things, the consistency index is {@code (lambda
 * - n) / (n - 1)} and the consistency ratio is that divided by the mean index of random judgements (Saaty's table, n from
 * 3 to 15). Two things are always judged consistently: the ratio is 0. The eigenvalue is that of the judgements, whatever
 * the method of the weights.
 *
 * <p>The file is long because each method of weighing says its formula; the code is short.
 *
 * @param method how the weights were worked out
 * @param weights one per thing, in their order, above 0, their sum 1
 * @param lambdaMax the greatest eigenvalue, at least n up to rounding
 * @param consistencyIndex 0 for perfect consistency; n is the number of things; not computable for one thing
 * @param consistencyRatio at most .10 is usually accepted; n is the number of things; not computable for one thing and
 *     for more than 15
 * @see <a href="https://doi.org/10.1016/0022-2496(77)90033-5">T. L. Saaty (1977), A scaling method for priorities in
 *     hierarchical structures, Journal of Mathematical Psychology 15, 234-281</a>
 * @see "T. L. Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill, 19-21 (methods) and 21 (random index)"
 */
public record AhpPriorities(
        Method method, List<Double> weights, double lambdaMax, Estimate consistencyIndex, Estimate consistencyRatio)
        implements Serializable {

    /** Up to this consistency ratio judgements are usually accepted. */
    public static final double ACCEPTED = 0.1;

    private static final double[] RANDOM_INDEX = {
        0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };

    private static final int SQUARINGS = 64;
    private static final double STILL = 1e-15;

    /** How weights are drawn from judgements. */
    public enum Method {
        /** The principal eigenvector. */
        EIGENVECTOR,
        /** The geometric mean of each row (logarithmic least squares). */
        GEOMETRIC_MEAN,
        /** The mean of each row after every column is divided by its sum. */
        NORMALISED_COLUMNS
    }

    /** How the priorities of a group become one. */
    public enum GroupMean {
        /** The weighted arithmetic mean. */
        ARITHMETIC,
        /** The weighted geometric mean, scaled to a sum of 1. */
        GEOMETRIC
    }

    /** Copies the list. */
    public AhpPriorities {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(consistencyIndex, "consistencyIndex");
        Objects.requireNonNull(consistencyRatio, "consistencyRatio");
        weights = List.copyOf(weights);
    }

    /**
     * Weights by the principal eigenvector.
     *
     * @param judgements the judgements
     * @return the weights and their consistency
     */
    public static AhpPriorities of(PairwiseJudgements judgements) {
        return of(judgements, Method.EIGENVECTOR);
    }

    /**
     * Weights by a given method.
     *
     * @param judgements the judgements
     * @param method how
     * @return the weights and their consistency
     */
    public static AhpPriorities of(PairwiseJudgements judgements, Method method) {
        int n = judgements.size();
        double[] eigenvector = eigenvector(judgements);
        double lambda = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lambda += judgements.over(i, j) * eigenvector[j];
            }
        }
        double[] weights = switch (method) {
            case EIGENVECTOR -> eigenvector;
            case GEOMETRIC_MEAN -> geometric(judgements);
            case NORMALISED_COLUMNS -> columns(judgements);
        };
        Estimate index = n == 1 ? alone() : Estimate.of((lambda - n) / (n - 1), n);
        return new AhpPriorities(method, list(weights), lambda, index, ratio(index, n));
    }

    /**
     * The priorities of a group as one (aggregation of individual priorities).
     *
     * @param members the priorities of each, all about as many things; at least one
     * @param weights how much each member counts, finite and above 0, one per member
     * @param mean which mean
     * @return the joint weights, their sum 1
     * @throws IllegalArgumentException if there are no members, they differ in size or the weights do not fit
     * @see <a href="https://doi.org/10.1016/S0377-2217(97)00244-0">E. Forman and K. Peniwati (1998), Aggregating individual
     *     judgments and priorities with the analytic hierarchy process, European Journal of Operational Research 108,
     *     165-169</a>
     */
    public static List<Double> ofGroup(List<AhpPriorities> members, List<Double> weights, GroupMean mean) {
        double[] shares = shares(members.size(), weights);
        double[] joint = new double[members.get(0).weights().size()];
        for (int m = 0; m < shares.length; m++) {
            List<Double> own = members.get(m).weights();
            if (own.size() != joint.length) {
                throw new IllegalArgumentException("Member " + m + " of the group weighs " + own.size()
                        + " things; the first weighs " + joint.length + ".");
            }
            for (int i = 0; i < joint.length; i++) {
                joint[i] += shares[m] * (mean == GroupMean.ARITHMETIC ? own.get(i) : StrictMath.log(own.get(i)));
            }
        }
        if (mean == GroupMean.GEOMETRIC) {
            Arrays.setAll(joint, i -> StrictMath.exp(joint[i]));
        }
        normalise(joint);
        return list(joint);
    }

    /**
     * Whether the judgements are consistent enough to use.
     *
     * @return true if the consistency ratio is at most {@link #ACCEPTED}, and for one thing
     */
    public boolean isAcceptable() {
        return weights.size() == 1 || consistencyRatio.number().orElse(Double.POSITIVE_INFINITY) <= ACCEPTED;
    }

    /**
     * One judgement beside what the weights say.
     *
     * @param one the thing that is judged, from 0
     * @param other what it is judged against, from 0
     * @param given how many times the one outweighs the other, as judged
     * @param implied the same by the weights
     */
    public record Mismatch(int one, int other, double given, double implied) implements Serializable {}

    /**
     * The judgement that lies furthest, as a ratio, from what the weights say: the first to look at again.
     *
     * @param judgements those that the weights come from
     * @return the judgement; of equal ones the first
     * @throws IllegalArgumentException if there are fewer than two things or another number of weights
     */
    public Mismatch worst(PairwiseJudgements judgements) {
        int n = judgements.size();
        if (n < 2 || n != weights.size()) {
            throw new IllegalArgumentException(
                    "Judgements about " + n + " things cannot be set beside " + weights.size() + " weights.");
        }
        Mismatch worst = new Mismatch(0, 1, 1, 1);
        double furthest = -1;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double implied = weights.get(i) / weights.get(j);
                double off = Math.abs(StrictMath.log(judgements.over(i, j) / implied));
                if (off > furthest) {
                    furthest = off;
                    worst = new Mismatch(i, j, judgements.over(i, j), implied);
                }
            }
        }
        return worst;
    }

    /** Powers of the matrix by repeated squaring, until their rows no longer turn: safe also where judgements circle. */
    private static double[] eigenvector(PairwiseJudgements judgements) {
        int n = judgements.size();
        double[][] power = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                power[i][j] = judgements.over(i, j);
            }
        }
        double[] before = new double[n];
        for (int round = 0; round < SQUARINGS; round++) {
            double[] sums = new double[n];
            double most = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sums[i] += power[i][j];
                    most = Math.max(most, power[i][j]);
                }
            }
            normalise(sums);
            double moved = 0;
            for (int i = 0; i < n; i++) {
                moved = Math.max(moved, Math.abs(sums[i] - before[i]));
            }
            before = sums;
            if (moved <= STILL) {
                break;
            }
            power = square(power, most);
        }
        return before;
    }

    private static double[][] square(double[][] matrix, double scale) {
        int n = matrix.length;
        double[][] square = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    square[i][j] += matrix[i][k] / scale * (matrix[k][j] / scale);
                }
            }
        }
        return square;
    }

    private static double[] geometric(PairwiseJudgements judgements) {
        int n = judgements.size();
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double log = 0;
            for (int j = 0; j < n; j++) {
                log += StrictMath.log(judgements.over(i, j));
            }
            weights[i] = StrictMath.exp(log / n);
        }
        normalise(weights);
        return weights;
    }

    private static double[] columns(PairwiseJudgements judgements) {
        int n = judgements.size();
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += judgements.over(i, j);
            }
            for (int i = 0; i < n; i++) {
                weights[i] += judgements.over(i, j) / sum / n;
            }
        }
        return weights;
    }

    private static Estimate ratio(Estimate index, int n) {
        if (n == 1) {
            return index;
        }
        if (n == 2) {
            return Estimate.of(0, n);
        }
        if (n > RANDOM_INDEX.length) {
            return Estimate.notComputable(
                    "The random index is known for up to " + RANDOM_INDEX.length + " things; there are " + n + ".",
                    "ランダム整合度指数は" + RANDOM_INDEX.length + "個までしか知られていません。ここでは" + n + "個です。");
        }
        return Estimate.of(index.orThrow() / RANDOM_INDEX[n - 1], n);
    }

    private static Estimate alone() {
        return Estimate.notComputable("One thing alone is compared with nothing.", "1つだけでは比較になりません。");
    }

    /** Weights of the members of a group as shares of 1. */
    static double[] shares(int members, List<Double> weights) {
        if (members == 0 || weights.size() != members) {
            throw new IllegalArgumentException("A group has members and one weight each, not " + members
                    + " members and " + weights.size() + " weights.");
        }
        for (double weight : weights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The weight of a member of a group is finite and above 0, not " + weight + ".");
            }
        }
        double[] shares = weights.stream().mapToDouble(Double::doubleValue).toArray();
        normalise(shares);
        return shares;
    }

    private static void normalise(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= sum;
        }
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
