package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The last bits of everything that takes logarithms, roots and powers, folded into one number each, as printed on Java 17
 * and on Java 25 alike. A difference here is a difference in results already given, or in those of two machines.
 */
class SameBitsTest {

    private static final double[] VALUES = Shape.NORMAL.draw(60, SeededRandom.of(20261103));

    private long bits = 17;

    private void fold(double number) {
        bits = 31 * bits + Double.doubleToRawLongBits(number);
    }

    private void fold(double[] numbers) {
        for (double number : numbers) {
            fold(number);
        }
    }

    @Test
    void of_distributions() {
        for (int i = 1; i < 200; i++) {
            double p = i / 200.0;
            double shape = 0.3 + i / 7.0;
            fold(Distributions.normalCdf(4 * p - 2));
            fold(Distributions.normalDensity(4 * p - 2));
            fold(Distributions.normalQuantile(p));
            fold(Distributions.studentQuantile(p, shape));
            fold(Distributions.fQuantile(p, shape, 2 * shape));
            fold(Distributions.fUpper(shape, 3, 20 * p));
            fold(Distributions.betaQuantile(p, shape, 3));
            fold(Distributions.chiSquaredQuantile(p, shape));
            fold(Distributions.chiSquaredUpper(shape, 10 * p));
        }
        assertThat(bits).isEqualTo(-7022373602566399923L);
    }

    @Test
    void of_random_numbers() {
        SeededRandom random = SeededRandom.of(5);
        for (int i = 0; i < 1000; i++) {
            fold(random.nextGaussian());
            fold(random.nextGamma(0.1 + i / 100.0));
            fold(random.nextDirichlet(new double[] {1, 2.5}));
        }
        assertThat(bits).isEqualTo(1149251197622151657L);
    }

    @Test
    void of_intervals() {
        Bootstrap bootstrap = Bootstrap.of(VALUES, Statistic.mean(), 1000, 9).orThrow();
        fold(bootstrap.replicates());
        fold(bootstrap.bca(0.95).orThrow().low());
        fold(bootstrap.bca(0.95).orThrow().high());
        AbcInterval abc = AbcInterval.of(VALUES.length, this::logOfMean, 0.9).orThrow();
        fold(abc.interval().low());
        fold(abc.interval().high());
        fold(new Proportion(5, 17).wilsonCorrected(0.9).low());
        fold(new Proportion(5, 17).clopperPearson(0.9).high());
        assertThat(bits).isEqualTo(-6311155855513672654L);
    }

    private double logOfMean(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * VALUES[i];
        }
        return StrictMath.log(10 + sum);
    }

    @Test
    void of_shrinkage_and_scales() {
        double[][] groups = new double[6][];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = Shape.NORMAL.draw(3 + i, SeededRandom.of(i));
            groups[i][0] += i;
        }
        for (RandomEffects.Method method : RandomEffects.Method.values()) {
            RandomEffects effects =
                    OneWay.of(groups).flatMap(g -> g.randomEffects(method)).orThrow();
            fold(effects.betweenVariance());
            effects.groups().forEach(group -> fold(group.shrunkMean()));
        }
        fold(Rescale.zScore(VALUES, 50, 10, Direction.HIGHER_IS_BETTER)
                .orThrow()
                .apply(VALUES));
        double[] positive = Rescale.minMax(VALUES, 1, 100, Direction.LOWER_IS_BETTER)
                .orThrow()
                .apply(VALUES);
        fold(WeightedMean.GEOMETRIC.of(positive).orThrow());
        fold(WeightedMean.HARMONIC.of(positive).orThrow());
        fold(Moments.of(VALUES).orThrow().kurtosis().orThrow());
        assertThat(bits).isEqualTo(335835462219109132L);
    }
}
