package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/**
 * The nine definitions of Hyndman and Fan (1996), The American Statistician 50(4), 361-365, on published examples and
 * against R.
 */
class HyndmanFan1996Test {

    private static final double[] ELEVEN = {3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20};

    private final ReferenceCase definitions = ReferenceCase.of("percentile_definitions");
    private final double[] five = ReferenceCase.column("percentile_wiki.csv", "x");

    @Test
    void worked_examples_of_single_definitions() {
        definitions.check(
                "nearest_rank_p5_p30_p40_p50_p100",
                Quantiles.of(five, QuantileType.INVERSE_CDF, 0.05, 0.3, 0.4, 0.5, 1));
        definitions.check("linear_C1_p40 (type 7)", Quantiles.one(five, QuantileType.LINEAR, 0.4));
        definitions.check("linear_C0_p40 (type 6)", Quantiles.one(five, QuantileType.WEIBULL, 0.4));
        definitions.check(
                "linear_Chalf_p5_p30_p40_p95 (type 5)", Quantiles.of(five, QuantileType.HAZEN, 0.05, 0.3, 0.4, 0.95));
        definitions.check(
                "nearest_rank_11_values_quartiles", Quantiles.of(ELEVEN, QuantileType.INVERSE_CDF, 0.25, 0.5, 0.75, 1));
    }

    @Test
    void all_definitions_as_r_computes_them() {
        double[] probabilities = {0.05, 0.1, 0.25, 0.3, 0.4, 0.5, 0.75, 0.9, 0.95};
        definitions.check("probs", probabilities);
        definitions.check("quantiles_types_1_to_9", all(five, probabilities));
        definitions.check("quantiles_types_1_to_9_11_values", all(ELEVEN, 0.25, 0.5, 0.75, 1));
    }

    private static double[][] all(double[] values, double... probabilities) {
        double[][] rows = new double[probabilities.length][QuantileType.values().length];
        for (QuantileType type : QuantileType.values()) {
            double[] quantiles = Quantiles.of(values, type, probabilities);
            for (int i = 0; i < rows.length; i++) {
                rows[i][type.number() - 1] = quantiles[i];
            }
        }
        return rows;
    }

    /** Of 1 to 100 the 7th, 14th ... value is the 7, 14 ... % quantile, whatever 0.07 * 100 is in floating point. */
    @Test
    void whole_positions_are_whole_in_spite_of_rounding() {
        for (int n : new int[] {100, 1000, 100_000}) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = i + 1;
            }
            for (int percent = 1; percent < 100; percent++) {
                double expected = (double) percent * n / 100;
                double p = percent / 100.0;
                assertThat(Quantiles.one(values, QuantileType.INVERSE_CDF, p)).isEqualTo(expected);
                assertThat(Quantiles.one(values, QuantileType.AVERAGED_INVERSE_CDF, p))
                        .isEqualTo(expected + 0.5);
                assertThat(Quantiles.one(values, QuantileType.LINEAR_CDF, p)).isEqualTo(expected);
            }
        }
    }
}
