package org.moatmark.core.scoring;

import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.SideJoin;
import org.moatmark.core.stats.Means;

/** The arithmetic of one node: many numbers into one (rules S6, S7). */
final class Joint {

    /** Least value that counts in a geometric mean of a node; the index has its own. */
    static final double FLOOR = 1;

    private Joint() {}

    static double aggregate(Aggregation how, double[] values, double[] weights, int n, double floor) {
        if (how instanceof Aggregation.Arithmetic) {
            return Means.arithmetic(values, weights, n);
        } else if (how instanceof Aggregation.Geometric) {
            return Means.geometric(values, weights, n, floor);
        } else if (how instanceof Aggregation.Minimum) {
            return Means.minimum(values, n);
        } else if (how instanceof Aggregation.MeanOfBest best) {
            return Means.meanOfBest(values, n, best.n());
        }
        return 100 - Math.abs(values[0] - values[1]);
    }

    /** Headquarters and genba into one; NaN for a side that does not exist. */
    static double sides(SideJoin how, double hq, double genba) {
        if (Double.isNaN(hq) || Double.isNaN(genba)) {
            return Double.isNaN(hq) ? genba : hq;
        }
        return switch (how) {
            case MEAN -> (hq + genba) / 2;
            case LOWER -> Math.min(hq, genba);
            case GEOMETRIC -> {
                double a = Math.max(hq, 1);
                double b = Math.max(genba, 1);
                yield hq == 0 && genba == 0 ? 0 : Means.clamp(StrictMath.sqrt(a * b), Math.min(a, b), Math.max(a, b));
            }
        };
    }
}
