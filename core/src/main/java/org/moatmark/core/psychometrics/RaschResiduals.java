package org.moatmark.core.psychometrics;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What answers leave over once a model of Rasch or Masters has said what it expects. Respondents with the same sum over
 * the same items have the same ability, which is worked out once for all of them.
 */
final class RaschResiduals {

    private static final int STEPS = 200;
    private static final double EXACT = 1e-12;

    /** Sums over the respondents who answered one item. */
    static final class Sums {
        /** Respondents. */
        int n;
        /** Of squared residuals. */
        double squares;
        /** Of squared residuals over their variances. */
        double standardised;
        /** Of variances, W. */
        double variance;
        /** Of C / W^2. */
        double kurtosis;
        /** Of C - W^2. */
        double fourthLess;
    }

    /** Which items were answered, and what the answers add up to. */
    private record Case(BitSet answered, int sum) {}

    private final double[][] thresholds;
    private final Sums[] sums;

    RaschResiduals(List<RaschItem> items, double[][] answers) {
        int j = items.size();
        thresholds = new double[j][];
        sums = new Sums[j];
        for (int i = 0; i < j; i++) {
            thresholds[i] = items.get(i).thresholds().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            sums[i] = new Sums();
        }
        Map<Case, double[][]> known = new HashMap<>();
        int[] codes = new int[j];
        for (int row = 0; row < answers.length; row++) {
            Case one = read(items, answers[row], row, codes);
            if (isBetweenTheEnds(one)) {
                add(codes, known.computeIfAbsent(one, this::moments));
            }
        }
    }

    Sums of(int item) {
        return sums[item];
    }

    private static Case read(List<RaschItem> items, double[] row, int number, int[] codes) {
        BitSet answered = new BitSet();
        int sum = 0;
        for (int i = 0; i < codes.length; i++) {
            RaschItem item = items.get(i);
            if (item.column() >= row.length) {
                throw new IllegalArgumentException("Row " + number + " has " + row.length
                        + " cells, but the model has an item of column " + item.column() + ".");
            }
            double answer = row[item.column()] + 0.0;
            codes[i] = -1;
            if (!Double.isNaN(answer)) {
                codes[i] = Collections.binarySearch(item.categories(), answer);
                if (codes[i] < 0) {
                    throw new IllegalArgumentException("Row " + number + ", column " + item.column() + ": answer "
                            + answer + " is none of the item's categories " + item.categories() + ".");
                }
                answered.set(i);
                sum += codes[i];
            }
        }
        return new Case(answered, sum);
    }

    private boolean isBetweenTheEnds(Case one) {
        int most = one.answered().stream().map(i -> thresholds[i].length).sum();
        return one.answered().cardinality() >= 2 && one.sum() > 0 && one.sum() < most;
    }

    private void add(int[] codes, double[][] moments) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                double variance = moments[i][1];
                double residual = codes[i] - moments[i][0];
                Sums to = sums[i];
                to.n++;
                to.squares += residual * residual;
                to.standardised += residual * residual / variance;
                to.variance += variance;
                to.kurtosis += moments[i][2] / (variance * variance);
                to.fourthLess += moments[i][2] - variance * variance;
            }
        }
    }

    /** {@code [item]}: mean, variance and fourth central moment of its answer at the ability of a case. */
    private double[][] moments(Case one) {
        double theta = ability(one);
        double[][] moments = new double[thresholds.length][];
        one.answered().stream().forEach(i -> moments[i] = moments(thresholds[i], theta));
        return moments;
    }

    /**
     * The ability at which the expected sum is the one that was reached: Newton's steps, halved between known bounds
     * where they leave them, as the expected sum only rises.
     */
    private double ability(Case one) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double theta = 0;
        for (int step = 0; step < STEPS; step++) {
            double expected = 0;
            double variance = 0;
            for (int i = one.answered().nextSetBit(0);
                    i >= 0;
                    i = one.answered().nextSetBit(i + 1)) {
                double[] moments = moments(thresholds[i], theta);
                expected += moments[0];
                variance += moments[1];
            }
            double change = (one.sum() - expected) / Math.max(variance, 1e-300);
            if (Math.abs(change) < EXACT) {
                break;
            }
            if (change > 0) {
                low = theta;
            } else {
                high = theta;
            }
            double next = theta + Math.max(-2, Math.min(2, change));
            theta = next > low && next < high ? next : low / 2 + high / 2;
        }
        return theta;
    }

    private static double[] moments(double[] thresholds, double theta) {
        double[] weight = new double[thresholds.length + 1];
        double greatest = 0;
        for (int k = 1; k < weight.length; k++) {
            weight[k] = weight[k - 1] + theta - thresholds[k - 1];
            greatest = Math.max(greatest, weight[k]);
        }
        double total = 0;
        double mean = 0;
        for (int k = 0; k < weight.length; k++) {
            weight[k] = StrictMath.exp(weight[k] - greatest);
            total += weight[k];
            mean += k * weight[k];
        }
        mean /= total;
        double second = 0;
        double fourth = 0;
        for (int k = 0; k < weight.length; k++) {
            double square = (k - mean) * (k - mean);
            second += weight[k] / total * square;
            fourth += weight[k] / total * square * square;
        }
        return new double[] {mean, second, fourth};
    }
}
