package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/**
 * Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 14: 90 % intervals for the variance (divisor n)
 * of the spatial test data, as printed and as the packages boot and bootstrap compute them.
 */
class EfronTibshirani1993Test {

    /** The tolerances of the reference allow for at least 50,000 runs. */
    private static final int RUNS = 100_000;

    private final ReferenceCase spatial = ReferenceCase.of("bootstrap_spatial");
    private final double[] values = ReferenceCase.column("bootstrap_spatial.csv", "A");

    private static double variance(double[] sample) {
        double mean = Statistic.mean().of(sample);
        double squares = 0;
        for (double value : sample) {
            squares += (value - mean) * (value - mean);
        }
        return squares / sample.length;
    }

    private static double variance(double[] weights, double[] values) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * values[i];
        }
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return squares;
    }

    @Test
    void drawn_intervals() {
        for (long seed = 1; seed <= 3; seed++) {
            Bootstrap bootstrap = Bootstrap.of(values, EfronTibshirani1993Test::variance, RUNS, seed)
                    .orThrow();
            spatial.check("theta_hat (divisor n)", bootstrap.observed());
            spatial.check("bootstrap_se_large_B", bootstrap.standardError().orThrow());
            spatial.check(
                    "z0", bootstrap.biasCorrection(Bootstrap.Ties.NOT_BELOW).orThrow());
            spatial.check(
                    "z0_large_B",
                    bootstrap.biasCorrection(Bootstrap.Ties.NOT_BELOW).orThrow());
            spatial.check("acceleration_a", bootstrap.acceleration().orThrow());
            double[] percentile = ends(bootstrap.percentile(0.9).orThrow());
            spatial.check("percentile_90", percentile);
            spatial.check("percentile_90_large_B", percentile);
            double[] bca = ends(bootstrap.bca(0.9).orThrow());
            spatial.check("bca_90", bca);
            spatial.check("bca_90_large_B", bca);
        }
    }

    @Test
    void the_jackknife() {
        Jackknife jackknife =
                Jackknife.of(values, EfronTibshirani1993Test::variance).orThrow();
        spatial.check("a_jackknife", jackknife.acceleration().orThrow());
        spatial.check("jackknife_se", jackknife.standardError());
    }

    @Test
    void intervals_without_draws() {
        AbcInterval abc =
                AbcInterval.of(values.length, w -> variance(w, values), 0.9).orThrow();
        spatial.check("abc_90", ends(abc.interval()));
        spatial.check("acceleration_a", abc.acceleration());
        AbcInterval firstOrder = AbcInterval.ofFirstOrder(values.length, w -> variance(w, values), 0.9)
                .orThrow();
        spatial.check("abc_90_boot_package", ends(firstOrder.interval()));
        assertThat(abc.observed()).isEqualTo(firstOrder.observed());
    }

    @Test
    void the_infinitesimal_jackknife() {
        Influence influence =
                Influence.of(values.length, w -> variance(w, values)).orThrow();
        spatial.check("a_infinitesimal", influence.acceleration().orThrow());
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
