package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.moatmark.core.stats.SeededRandom;

class EffectiveWeightsTest {

    private static final double NA = Double.NaN;

    @Test
    void a_part_that_varies_twice_as_much_counts_four_times_as_much() {
        // Independent parts with equal weights: y = (a + b) / 2, variances 16 and 4, so 16 / 20 and 4 / 20 of y.
        double[][] parts = new double[400][];
        double[] index = new double[400];
        for (int i = 0; i < 400; i++) {
            parts[i] = new double[] {2 * (i % 20), i / 20};
            index[i] = (parts[i][0] + parts[i][1]) / 2;
        }
        EffectiveWeights weights = EffectiveWeights.of(parts, index, new double[] {1, 1});

        assertThat(weights.parts()).extracting(part -> part.linear().orThrow()).satisfies(linear -> {
            assertThat(linear.get(0)).isCloseTo(0.8, within(1e-12));
            assertThat(linear.get(1)).isCloseTo(0.2, within(1e-12));
        });
        assertThat(weights.largestGap().orThrow()).isCloseTo(0.3, within(1e-12));
        assertThat(weights.parts().get(0).mainEffect().orThrow()).isCloseTo(0.8, within(0.02));
        assertThat(weights.parts().get(1).nominal()).isEqualTo(0.5);
    }

    @Test
    void a_curved_relation_shows_in_the_main_effect_only() {
        double[][] parts = new double[101][];
        double[] index = new double[101];
        for (int i = 0; i <= 100; i++) {
            parts[i] = new double[] {i - 50};
            index[i] = (i - 50) * (i - 50);
        }
        EffectiveWeights.Part part =
                EffectiveWeights.of(parts, index, new double[] {1}).parts().get(0);

        assertThat(part.linear().orThrow()).isCloseTo(0, within(1e-12));
        assertThat(part.mainEffect().orThrow()).isGreaterThan(0.9);
    }

    @Test
    void chance_alone_has_no_main_effect_on_average() {
        SeededRandom random = SeededRandom.of(11);
        double sum = 0;
        for (int run = 0; run < 500; run++) {
            double[][] parts = new double[49][1];
            double[] index = new double[49];
            for (int i = 0; i < 49; i++) {
                parts[i][0] = random.nextGaussian();
                index[i] = random.nextGaussian();
            }
            sum += EffectiveWeights.of(parts, index, new double[] {1})
                    .parts()
                    .get(0)
                    .mainEffect()
                    .orThrow();
        }

        // The estimate is unbiased at 0 but for being cut off there: half the runs give 0.
        assertThat(sum / 500).isBetween(0.0, 0.06);
    }

    @Test
    void companies_without_all_parts_are_left_out_and_too_few_give_no_value() {
        double[][] parts = {{1, 2}, {2, NA}, {3, 1}, {4, 4}, {5, 3}, {6, 8}, {7, 7}, {8, 5}, {9, 6}};
        double[] index = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        EffectiveWeights weights = EffectiveWeights.of(parts, index, new double[] {1, 3});
        assertThat(weights.n()).isEqualTo(8);
        assertThat(weights.incomplete()).isEqualTo(1);
        assertThat(weights.parts().get(1).nominal()).isEqualTo(0.75);

        index[8] = NA;
        EffectiveWeights none = EffectiveWeights.of(parts, index, new double[] {1, 3});
        assertThat(none.largestGap()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(((Estimate.NotComputable) none.parts().get(0).share()).why().en())
                .isEqualTo("Effective weights need at least eight companies with all parts and an index.");
    }

    @Test
    void a_part_that_never_varies_has_no_value_and_the_others_have() {
        double[][] parts = new double[10][];
        double[] index = new double[10];
        for (int i = 0; i < 10; i++) {
            parts[i] = new double[] {i, 50};
            index[i] = i;
        }
        EffectiveWeights weights = EffectiveWeights.of(parts, index, new double[] {1, 1});

        assertThat(weights.parts().get(0).share().orThrow()).isEqualTo(1);
        assertThat(weights.parts().get(1).share()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(weights.largestGap().orThrow()).isEqualTo(0.5);
        assertThat(EffectiveWeights.of(parts, new double[10], new double[] {1, 1})
                        .largestGap())
                .isInstanceOf(Estimate.NotComputable.class);
    }

    @Test
    void what_does_not_belong_together_is_refused() {
        assertThatThrownBy(() -> EffectiveWeights.of(new double[][] {{1}}, new double[1], new double[] {1, 1}))
                .hasMessage("Company 0 has 1 parts, but there are 2 weights.");
        assertThatThrownBy(() -> EffectiveWeights.of(new double[][] {{1}}, new double[1], new double[] {0}))
                .hasMessage("A weight is finite and above 0, not 0.0.");
        assertThatThrownBy(() -> EffectiveWeights.of(new double[][] {{1}}, new double[2], new double[] {1}))
                .hasMessage("There are parts of 1 companies, 2 indices and 1 weights.");
    }
}
