package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What resampling promises beside the printed numbers: the same draws, honest reasons, and intervals that hold. */
class BootstrapTest {

    private static final double[] VALUES = Shape.NORMAL.draw(40, SeededRandom.of(1));
    private static final Statistic MEAN = Statistic.mean();

    @Test
    void the_same_seed_gives_the_same_runs_and_another_seed_others() {
        Bootstrap one = Bootstrap.of(VALUES, MEAN, 500, 7).orThrow();
        Bootstrap same = Bootstrap.of(VALUES, MEAN, 500, 7).orThrow();
        Bootstrap other = Bootstrap.of(VALUES, MEAN, 500, 8).orThrow();
        assertThat(one.replicates()).isEqualTo(same.replicates()).isSorted().isNotEqualTo(other.replicates());
        assertThat(one.n()).isEqualTo(40);
        assertThat(one.runs()).isEqualTo(500);
        assertThat(one.seed()).isEqualTo(7);
        assertThat(one.undefinedRuns()).isZero();
    }

    /** Printed once, on Java 17 and on Java 25 alike. */
    @Test
    void these_intervals_stay_the_same_for_ever() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        Bootstrap bootstrap = Bootstrap.of(values, MEAN, 2000, 1).orThrow();
        assertThat(bootstrap.percentile(0.9).orThrow()).isEqualTo(new Interval(2.7, 5.2));
        assertThat(bootstrap.bca(0.9).orThrow()).isEqualTo(new Interval(2.7, 5.2));
        assertThat(bootstrap.bca(0.9, Bootstrap.Ties.HALF_BELOW).orThrow()).isEqualTo(new Interval(2.8, 5.3));
        assertThat(bootstrap.standardError().orThrow()).isEqualTo(0.7491684885338564);
    }

    @Test
    void values_and_cases_are_drawn_alike() {
        Statistic third = Statistic.quantile(QuantileType.LINEAR, 0.75);
        Bootstrap ofValues = Bootstrap.of(VALUES, third, 300, 3).orThrow();
        Bootstrap ofCases = Bootstrap.ofIndices(
                        VALUES.length,
                        drawn -> Quantiles.one(
                                Arrays.stream(drawn).mapToDouble(i -> VALUES[i]).toArray(), QuantileType.LINEAR, 0.75),
                        300,
                        3)
                .orThrow();
        assertThat(ofValues.replicates()).isEqualTo(ofCases.replicates());
        assertThat(ofValues.observed()).isEqualTo(Quantiles.one(VALUES, QuantileType.LINEAR, 0.75));
        assertThat(ofValues.bca(0.95)).isEqualTo(ofCases.bca(0.95));
    }

    @Test
    void quantiles_read_off_counts_are_those_of_the_samples() {
        SeededRandom random = SeededRandom.of(17);
        for (Shape shape : Shape.values()) {
            for (QuantileType type : QuantileType.values()) {
                double[] values = shape.draw(2 + random.nextInt(30), random);
                double p = random.nextDouble();
                Bootstrap counted = Bootstrap.of(values, Statistic.quantile(type, p), 100, 3)
                        .orThrow();
                Bootstrap picked = Bootstrap.of(values, sample -> Quantiles.one(sample, type, p), 100, 3)
                        .orThrow();
                assertThat(counted.replicates())
                        .as("seed 17, " + shape + " " + type + " " + p)
                        .isEqualTo(picked.replicates());
                assertThat(counted.acceleration()).isEqualTo(picked.acceleration());
            }
        }
    }

    @Test
    void the_runs_of_a_mean_have_its_standard_error_and_no_bias() {
        Bootstrap bootstrap = Bootstrap.of(VALUES, MEAN, 20_000, 2).orThrow();
        double mean = MEAN.of(VALUES);
        double variance = Arrays.stream(VALUES)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        double expected = Math.sqrt(variance / VALUES.length);
        assertThat(bootstrap.standardError().orThrow()).isCloseTo(expected, within(0.02 * expected));
        assertThat(bootstrap.bias()).isCloseTo(0, within(0.03 * expected));
        Interval percentile = bootstrap.percentile(0.95).orThrow();
        assertThat(percentile.width()).isCloseTo(2 * 1.96 * expected, within(0.3 * expected));
        Interval basic = bootstrap.basic(0.95).orThrow();
        assertThat(basic.low()).isCloseTo(2 * mean - percentile.high(), within(1e-12));
        assertThat(basic.high()).isCloseTo(2 * mean - percentile.low(), within(1e-12));
        assertThat(bootstrap.bca(0.95, 0, 0).orThrow().low()).isCloseTo(percentile.low(), within(0.1 * expected));
    }

    /** Of 400 samples of 30 some 95 % of the intervals hold the true mean. */
    @Test
    void intervals_hold_the_truth_about_as_often_as_they_say() {
        SeededRandom random = SeededRandom.of(99);
        int held = 0;
        for (int sample = 0; sample < 400; sample++) {
            Bootstrap bootstrap = Bootstrap.of(Shape.NORMAL.draw(30, random), MEAN, 600, sample)
                    .orThrow();
            held += bootstrap.bca(0.95).orThrow().contains(0) ? 1 : 0;
        }
        assertThat(held).isBetween(400 * 90 / 100, 400 * 98 / 100);
    }

    @Test
    void ties_of_symmetric_data_need_no_correction() {
        double[] answers = {1, 2, 2, 3, 3, 3, 4, 4, 5};
        Bootstrap bootstrap = Bootstrap.of(answers, MEAN, 20_000, 4).orThrow();
        double half = bootstrap.biasCorrection(Bootstrap.Ties.HALF_BELOW).orThrow();
        double textbook = bootstrap.biasCorrection(Bootstrap.Ties.NOT_BELOW).orThrow();
        assertThat(half).isCloseTo(0, within(0.03));
        assertThat(textbook).isLessThan(-0.05);
        assertThat(bootstrap.bca(0.9))
                .isEqualTo(bootstrap.bca(0.9, textbook, bootstrap.acceleration().orThrow()));
        assertThat(bootstrap.bca(0.9, Bootstrap.Ties.HALF_BELOW))
                .isEqualTo(bootstrap.bca(0.9, half, bootstrap.acceleration().orThrow()));
        assertThat(bootstrap.acceleration().orThrow()).isCloseTo(0, within(1e-12));
    }

    @Test
    void too_little_data_is_a_reason() {
        assertThat(Bootstrap.of(new double[0], MEAN, 10, 1)).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(Bootstrap.of(new double[] {3}, MEAN, 10, 1)).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(Jackknife.of(new double[] {3}, MEAN)).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(Influence.of(1, w -> w[0])).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(AbcInterval.of(1, w -> w[0], 0.9)).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(Bootstrap.of(new double[] {3, 4}, MEAN, 1, 1).orThrow().standardError())
                .isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
    }

    @Test
    void constant_data_are_a_reason() {
        double[] constant = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        Bootstrap bootstrap = Bootstrap.of(constant, MEAN, 50, 1).orThrow();
        assertThat(bootstrap.standardError().orThrow()).isZero();
        assertThat(bootstrap.percentile(0.9)).isEqualTo(Computed.not(Reason.RESAMPLES_ALL_EQUAL));
        assertThat(bootstrap.basic(0.9)).isEqualTo(Computed.not(Reason.RESAMPLES_ALL_EQUAL));
        assertThat(bootstrap.bca(0.9)).isEqualTo(Computed.not(Reason.RESAMPLES_ALL_EQUAL));
        assertThat(bootstrap.bca(0.9, 0, 0.1)).isEqualTo(Computed.not(Reason.RESAMPLES_ALL_EQUAL));
        assertThat(bootstrap.acceleration()).isEqualTo(Computed.not(Reason.NO_INFLUENCE));
        WeightedStatistic mean =
                w -> Arrays.stream(w).map(weight -> 0.1 * weight).sum();
        assertThat(AbcInterval.of(6, mean, 0.9)).isEqualTo(Computed.not(Reason.NO_INFLUENCE));
        assertThat(Influence.of(6, mean).orThrow().acceleration()).isEqualTo(Computed.not(Reason.NO_INFLUENCE));
    }

    /** The greatest value is never exceeded by a run. */
    @Test
    void a_correction_without_bound_is_a_reason() {
        Statistic greatest = sample -> Arrays.stream(sample).max().orElseThrow();
        Bootstrap bootstrap = Bootstrap.of(new double[] {1, 2, 3}, sample -> -greatest.of(sample), 50, 1)
                .orThrow();
        assertThat(bootstrap.bca(0.9, 0, 5)).isEqualTo(Computed.not(Reason.CORRECTION_UNBOUNDED));
        Bootstrap onOneSide =
                Bootstrap.ofReplicates(5, 1, 0, new double[] {1, 2, 3}).orThrow();
        assertThat(onOneSide.biasCorrection(Bootstrap.Ties.NOT_BELOW))
                .isEqualTo(Computed.not(Reason.CORRECTION_UNBOUNDED));
        assertThat(onOneSide.bca(0.9)).isEqualTo(Computed.not(Reason.CORRECTION_UNBOUNDED));
        assertThat(onOneSide.percentile(0.9).orThrow()).isEqualTo(new Interval(1, 3));
        assertThat(Bootstrap.ofReplicates(5, 1, 2, new double[] {1, 2, 3})
                        .orThrow()
                        .bca(0.9))
                .isEqualTo(Computed.not(Reason.NO_JACKKNIFE));
    }

    @Test
    void runs_without_a_value_are_counted_and_many_are_a_reason() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Statistic seldom =
                sample -> lacks(sample, 10) && lacks(sample, 9) && lacks(sample, 8) ? Double.NaN : MEAN.of(sample);
        Bootstrap bootstrap = Bootstrap.of(values, seldom, 1000, 1).orThrow();
        assertThat(bootstrap.undefinedRuns()).isBetween(1, 100);
        assertThat(bootstrap.runs()).isEqualTo(1000);
        assertThat(bootstrap.replicates()).hasSize(1000 - bootstrap.undefinedRuns());
        Statistic often = sample -> lacks(sample, 10) ? Double.NaN : MEAN.of(sample);
        assertThat(Bootstrap.of(values, often, 1000, 1)).isEqualTo(Computed.not(Reason.OFTEN_UNDEFINED));
        assertThat(Jackknife.of(values, often)).isEqualTo(Computed.not(Reason.OFTEN_UNDEFINED));
        Statistic never = sample -> Double.NaN;
        assertThat(Bootstrap.of(values, never, 10, 1)).isEqualTo(Computed.not(Reason.STATISTIC_UNDEFINED));
        assertThat(Jackknife.of(values, never)).isEqualTo(Computed.not(Reason.STATISTIC_UNDEFINED));
        assertThat(AbcInterval.of(5, w -> Double.NaN, 0.9)).isEqualTo(Computed.not(Reason.STATISTIC_UNDEFINED));
        assertThat(Influence.of(5, w -> Double.NaN)).isEqualTo(Computed.not(Reason.STATISTIC_UNDEFINED));
    }

    private static boolean lacks(double[] sample, double value) {
        return Arrays.stream(sample).noneMatch(one -> one == value);
    }

    /** The jackknife of a mean is exact: its standard error is s / sqrt(n), its bias 0. */
    @Test
    void the_jackknife_of_a_mean_is_known() {
        double[] values = {2, 4, 4, 10};
        Jackknife jackknife = Jackknife.of(values, MEAN).orThrow();
        assertThat(jackknife.values()).containsExactly(new double[] {6, 16.0 / 3, 16.0 / 3, 10.0 / 3}, within(1e-12));
        assertThat(jackknife.standardError()).isCloseTo(Math.sqrt(36.0 / 3 / 4), within(1e-12));
        assertThat(jackknife.bias()).isCloseTo(0, within(1e-12));
        assertThat(jackknife.n()).isEqualTo(4);
        assertThat(jackknife.observed()).isEqualTo(5);
    }

    @Test
    void arguments_stay_as_they_are() {
        double[] values = VALUES.clone();
        Statistic sorts = sample -> {
            Arrays.sort(sample);
            return sample[sample.length / 2];
        };
        Bootstrap.of(values, sorts, 20, 1).orThrow().bca(0.9);
        assertThat(values).isEqualTo(VALUES);
        double[] runs = {3, 1, 2};
        Bootstrap.ofReplicates(3, 1, 2, runs);
        assertThat(runs).containsExactly(3, 1, 2);
    }

    @Test
    void callers_mistakes_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> Bootstrap.of(VALUES, MEAN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A bootstrap of 0 runs does not exist: give at least 1.");
        assertThatThrownBy(() -> Bootstrap.of(new double[] {1, Double.NaN}, MEAN, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A bootstrap cannot be computed: value 1 is NaN. Leave out what is missing and give finite"
                        + " numbers.");
        Bootstrap bootstrap = Bootstrap.of(VALUES, MEAN, 10, 1).orThrow();
        assertThatThrownBy(() -> bootstrap.bca(95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bootstrap.bca(0.9, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A BCa interval was asked with bias correction NaN and acceleration 0.0: give finite numbers.");
        assertThatThrownBy(() -> bootstrap.percentile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Statistic.quantile(QuantileType.LINEAR, 75))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile was asked at probability 75.0: give one from 0 to 1.");
    }
}
