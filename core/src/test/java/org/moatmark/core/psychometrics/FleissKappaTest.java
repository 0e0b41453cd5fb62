package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FleissKappaTest {

    private static final double NA = Double.NaN;

    @Test
    void kappas_of_categories_add_up_to_the_whole() {
        double[][] ratings = {{1, 1, 2}, {2, 2, 2}, {3, 1, 3}, {1, 1, 1}, {2, 3, 3}, {NA, 1, 1}};
        FleissKappa kappa = FleissKappa.of(ratings, 1, 2, 3);
        double[] shares = {6 / 15.0, 5 / 15.0, 4 / 15.0};
        double sum = 0;
        double weights = 0;
        for (int j = 0; j < 3; j++) {
            double weight = shares[j] * (1 - shares[j]);
            sum += weight * kappa.categories().get(j).kappa().orThrow();
            weights += weight;
        }
        assertThat(kappa.kappa().orThrow()).isCloseTo(sum / weights, within(1e-14));
        assertThat(kappa.n()).isEqualTo(5);
        assertThat(kappa.raters()).isEqualTo(3);
        assertThat(kappa.incomplete()).isEqualTo(1);
    }

    @Test
    void the_test_rejects_independent_raters_as_often_as_it_says() {
        Random random = new Random(3);
        int rejected = 0;
        for (int run = 0; run < 1000; run++) {
            double[][] ratings = new double[100][4];
            for (double[] unit : ratings) {
                for (int j = 0; j < 4; j++) {
                    unit[j] = random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(2);
                }
            }
            if (FleissKappa.of(ratings, 0, 1, 2).p().orThrow() < 0.05) {
                rejected++;
            }
        }
        assertThat(rejected).isBetween(25, 80);
    }

    @Test
    void a_category_that_nobody_or_everybody_uses_has_none() {
        FleissKappa unused = FleissKappa.of(new double[][] {{1, 2}, {2, 2}}, 1, 2, 3);
        assertThat(unused.kappa().number()).isPresent();
        assertThatThrownBy(unused.categories().get(2).kappa()::orThrow)
                .hasMessage("All ratings or none fell into this category, so agreement on it cannot be told.");

        FleissKappa single = FleissKappa.of(new double[][] {{2, 2}, {2, 2}}, 1, 2, 3);
        assertThatThrownBy(single.kappa()::orThrow)
                .hasMessage("All ratings fell into one category, so agreement beyond chance cannot be told.");
        assertThat(single.z().number()).isEmpty();
    }

    @Test
    void without_a_complete_unit_there_is_none() {
        for (double[][] ratings : new double[][][] {{}, {{1}, {2}}, {{NA, 1}}}) {
            FleissKappa kappa = FleissKappa.of(ratings, 1, 2);
            assertThatThrownBy(kappa.kappa()::orThrow)
                    .hasMessage("Fleiss' kappa needs a unit that two or more raters all rated.");
            assertThatThrownBy(kappa.categories().get(0).z()::orThrow)
                    .hasMessage("Fleiss' kappa needs a unit that two or more raters all rated.");
        }
    }
}
