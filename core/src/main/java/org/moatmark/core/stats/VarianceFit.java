package org.moatmark.core.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates the two variances of {@link RandomEffects}. For ML and REML the ratio {@code r = T / S} is the only unknown
 * left once mean and S are put at their best for it; minus twice the log-likelihood is computed on a grid of ratios, which
 * finds the right one of several minima, and its slope is halved to 0 around the best of them.
 */
final class VarianceFit {

    private static final double LEAST_RATIO = 1e-8;
    private static final double GREATEST_RATIO = 1e36;
    private static final int STEPS_PER_DECADE = 4;

    private final OneWay data;
    private final int[] sizes;
    private final double[] means;
    private final boolean restricted;

    private VarianceFit(OneWay data, RandomEffects.Method method) {
        this.data = data;
        this.sizes = data.sizes();
        this.means = data.means();
        this.restricted = method == RandomEffects.Method.REML;
    }

    static Computed<RandomEffects> of(OneWay data, RandomEffects.Method method) {
        VarianceFit fit = new VarianceFit(data, method);
        if (data.within() == 0) {
            return fit.withoutSpreadWithin(method);
        }
        if (method == RandomEffects.Method.ANOVA) {
            return Computed.of(fit.anova());
        }
        return fit.likely(method);
    }

    /** No value differs from its group's mean: S is 0, and T the variance of the group means. */
    private Computed<RandomEffects> withoutSpreadWithin(RandomEffects.Method method) {
        if (data.between() == 0) {
            return Computed.not(Reason.ALL_EQUAL);
        }
        if (method == RandomEffects.Method.ANOVA) {
            return Computed.of(anova());
        }
        double mean = Statistic.mean().of(means);
        double squares = 0;
        for (double one : means) {
            squares += (one - mean) * (one - mean);
        }
        return Computed.of(result(method, squares / (restricted ? means.length - 1 : means.length), 0, false));
    }

    private RandomEffects anova() {
        double n = data.n();
        double squares = 0;
        for (int size : sizes) {
            squares += (double) size * size;
        }
        double typicalSize = (n - squares / n) / (sizes.length - 1);
        double between = (data.meanSquareBetween() - data.meanSquareWithin()) / typicalSize;
        return result(RandomEffects.Method.ANOVA, Math.max(between, 0), data.meanSquareWithin(), between < 0);
    }

    private Computed<RandomEffects> likely(RandomEffects.Method method) {
        double below = 0;
        double best = 0;
        double above = LEAST_RATIO;
        double least = at(0).deviance;
        double before = 0;
        double factor = StrictMath.pow(10, 1.0 / STEPS_PER_DECADE);
        for (double ratio = LEAST_RATIO; ratio <= GREATEST_RATIO; ratio *= factor) {
            double deviance = at(ratio).deviance;
            if (deviance < least) {
                least = deviance;
                below = before;
                best = ratio;
                above = ratio * factor;
            }
            before = ratio;
        }
        if (above > GREATEST_RATIO) {
            return Computed.not(Reason.NOT_CONVERGED);
        }
        double ratio = best == 0 && at(0).slope >= 0 ? 0 : flat(below, above);
        Point point = at(ratio);
        return Computed.of(result(method, ratio * point.variance, point.variance, ratio == 0));
    }

    /** Halves until the slope of the deviance changes its sign between two neighbouring numbers. */
    private double flat(double below, double above) {
        double low = below;
        double high = above;
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (at(middle).slope < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /**
     * The likelihood at one ratio.
     *
     * @param deviance minus twice the log-likelihood, up to a constant
     * @param slope its derivative by the ratio
     * @param variance the best S for this ratio
     */
    private record Point(double deviance, double slope, double variance) {}

    private Point at(double ratio) {
        double weights = 0;
        double weighted = 0;
        double squaredWeights = 0;
        double logs = 0;
        for (int i = 0; i < sizes.length; i++) {
            double weight = sizes[i] / (1 + sizes[i] * ratio);
            weights += weight;
            weighted += weight * means[i];
            squaredWeights += weight * weight;
            logs += StrictMath.log1p(sizes[i] * ratio);
        }
        double mean = weighted / weights;
        double squares = data.within();
        double slopeOfSquares = 0;
        for (int i = 0; i < sizes.length; i++) {
            double weight = sizes[i] / (1 + sizes[i] * ratio);
            double off = means[i] - mean;
            squares += weight * off * off;
            slopeOfSquares -= weight * weight * off * off;
        }
        double degrees = restricted ? data.n() - 1.0 : data.n();
        double deviance = degrees * StrictMath.log(squares) + logs;
        double slope = degrees * slopeOfSquares / squares + weights;
        if (restricted) {
            deviance += StrictMath.log(weights);
            slope -= squaredWeights / weights;
        }
        return new Point(deviance, slope, squares / degrees);
    }

    private RandomEffects result(RandomEffects.Method method, double between, double within, boolean truncated) {
        double weights = 0;
        double weighted = 0;
        for (int i = 0; i < sizes.length; i++) {
            double weight = 1 / (between + within / sizes[i]);
            weights += weight;
            weighted += weight * means[i];
        }
        double mean = weighted / weights;
        List<RandomEffects.Group> groups = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            double factor = between / (between + within / sizes[i]);
            double effect = factor * (means[i] - mean);
            double error = Math.sqrt(factor * within / sizes[i]);
            groups.add(new RandomEffects.Group(sizes[i], means[i], factor, effect, error, mean + effect));
        }
        return new RandomEffects(method, mean, Math.sqrt(1 / weights), between, within, truncated, groups);
    }
}
