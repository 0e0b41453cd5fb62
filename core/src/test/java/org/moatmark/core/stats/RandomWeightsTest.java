package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomWeightsTest {

    @Test
    void weights_lie_around_the_given_ones_as_wide_as_asked() {
        double[] given = {1, 2, 5};
        RandomWeights weights = RandomWeights.around(given, 0.3);
        SeededRandom random = SeededRandom.of(1);
        int n = 100_000;
        double[] means = new double[3];
        double[] squares = new double[3];
        for (int draw = 0; draw < n; draw++) {
            double[] drawn = weights.draw(random);
            for (int i = 0; i < 3; i++) {
                double share = given[i] / 8;
                means[i] += drawn[i] / n;
                squares[i] += (drawn[i] / share - 1) * (drawn[i] / share - 1) / n;
            }
        }

        assertThat(means).containsExactly(new double[] {0.125, 0.25, 0.625}, within(0.002));
        double spread = Math.sqrt(0.125 * squares[0] + 0.25 * squares[1] + 0.625 * squares[2]);
        assertThat(spread).isCloseTo(0.3, within(0.003));
        assertThat(squares[0]).isGreaterThan(squares[2]);
    }

    @Test
    void weights_anywhere_are_uniform() {
        RandomWeights weights = RandomWeights.anywhere(2);
        SeededRandom random = SeededRandom.of(2);
        int low = 0;
        for (int draw = 0; draw < 10_000; draw++) {
            low += weights.draw(random)[0] < 0.2 ? 1 : 0;
        }

        assertThat(low).isBetween(1850, 2150);
    }

    @Test
    void a_single_weight_is_1() {
        assertThat(RandomWeights.around(new double[] {7}, 0.3).draw(SeededRandom.of(1)))
                .containsExactly(1);
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> RandomWeights.around(new double[] {1, 0}, 0.3))
                .hasMessage("A weight is finite and above 0, not 0.0.");
        assertThatThrownBy(() -> RandomWeights.around(new double[] {1, 1}, 1))
                .hasMessage("The spread of 2 weights is above 0 and below the root of one weight less, not 1.0.");
        assertThatThrownBy(() -> RandomWeights.anywhere(0))
                .hasMessage("Weights are drawn for at least 1 thing, not for 0.");
    }
}
