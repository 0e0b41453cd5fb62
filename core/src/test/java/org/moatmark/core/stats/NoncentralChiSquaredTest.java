package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoncentralChiSquaredTest {

    /** The square of a normal variable with mean m. */
    @Test
    void one_degree_of_freedom_is_a_squared_normal_variable() {
        for (double m : new double[] {0, 0.3, 1, 2.5, 6, 30}) {
            for (double x : new double[] {0.01, 1, 9, 40, 900}) {
                double root = Math.sqrt(x);
                assertThat(NoncentralChiSquared.cdf(x, 1, m * m))
                        .as("x " + x + ", m " + m)
                        .isCloseTo(
                                Distributions.normalCdf(root - m) - Distributions.normalCdf(-root - m), within(1e-11));
            }
        }
    }

    @Test
    void without_noncentrality_it_is_the_central_distribution() {
        assertThat(NoncentralChiSquared.cdf(7, 3, 0)).isEqualTo(Distributions.chiSquaredCdf(7, 3));
        assertThat(NoncentralChiSquared.cdf(0, 3, 2)).isZero();
        assertThat(NoncentralChiSquared.cdf(Double.POSITIVE_INFINITY, 3, 2)).isEqualTo(1);
    }

    @Test
    void the_noncentrality_found_has_the_probability_asked() {
        for (double x : new double[] {5, 85.3, 4_000}) {
            for (double p : new double[] {0.05, 0.5}) {
                double found = NoncentralChiSquared.noncentrality(x, 4, p);
                assertThat(NoncentralChiSquared.cdf(x, 4, found)).isCloseTo(p, within(1e-8));
            }
        }
        assertThat(NoncentralChiSquared.noncentrality(3, 24, 0.95)).isZero();
    }

    @Test
    void arguments_out_of_range_are_refused() {
        assertThatThrownBy(() -> NoncentralChiSquared.cdf(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A noncentral chi squared distribution needs a number, degrees of freedom above 0 and a"
                        + " noncentrality of at least 0, not 1.0, 0.0 and 1.0.");
        assertThatThrownBy(() -> NoncentralChiSquared.noncentrality(1, 2, 1))
                .hasMessage(
                        "A noncentrality is sought for a finite number and a probability above 0 and below 1, not 1.0"
                                + " and 1.0.");
    }
}
