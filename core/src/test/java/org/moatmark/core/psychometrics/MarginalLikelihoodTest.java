package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.stats.SeededRandom;

/** Derivatives against differences, and long tests against logarithms. */
class MarginalLikelihoodTest {

    private static final double STEP = 1e-5;

    static List<Slopes> slopes() {
        return List.of(Slopes.free(), Slopes.common(), Slopes.fixed(1.3));
    }

    private static GradedHill hill(Slopes slopes) {
        SeededRandom random = SeededRandom.of(21);
        List<GradedItem> items = new ArrayList<>(Simulated.items(random, 3, 4));
        items.addAll(Simulated.items(random, 2, 2));
        double[][] answers = Simulated.answers(random, items, Simulated.abilities(random, 120));
        ResponsePatterns data = ResponsePatterns.of(Simulated.thinned(random, answers, 0.2));
        return new GradedHill(data, slopes, Quadrature.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void the_gradient_is_the_slope_of_the_log_likelihood(Slopes slopes) {
        GradedHill hill = hill(slopes);
        double[] place = hill.start();
        hill.height(place);
        double[] gradient = hill.gradient();

        for (int i = 0; i < place.length; i++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[i] += STEP;
            down[i] -= STEP;
            double slope = (hill.height(up) - hill.height(down)) / (2 * STEP);
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo(slope, within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void the_observed_information_is_the_fall_of_the_gradient(Slopes slopes) {
        GradedHill hill = hill(slopes);
        double[] place = hill.start();
        hill.height(place);
        double[][] information = hill.observedInformation();

        for (int i = 0; i < place.length; i++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[i] += STEP;
            down[i] -= STEP;
            hill.height(up);
            double[] above = hill.gradient();
            hill.height(down);
            double[] below = hill.gradient();
            for (int j = 0; j < place.length; j++) {
                assertThat(information[i][j])
                        .as("parameters %d and %d", i, j)
                        .isCloseTo((below[j] - above[j]) / (2 * STEP), within(1e-5));
            }
        }
    }

    @Test
    void a_test_of_a_thousand_items_does_not_underflow() {
        SeededRandom random = SeededRandom.of(22);
        List<GradedItem> items = Simulated.items(random, 1000, 5);
        double[][] answers = Simulated.answers(random, items, Simulated.abilities(random, 40));
        MarginalLikelihood likelihood = new MarginalLikelihood(ResponsePatterns.of(answers), Quadrature.DEFAULT);
        double[] parameters = new GradedHill(ResponsePatterns.of(answers), Slopes.free(), Quadrature.DEFAULT).start();

        double ours = likelihood.evaluate(parameters);

        assertThat(ours).isCloseTo(byLogarithms(likelihood), within(1e-7));
        assertThat(ours).isLessThan(-20_000);
    }

    private static double byLogarithms(MarginalLikelihood likelihood) {
        double[] weights = Quadrature.DEFAULT.weights();
        double sum = 0;
        for (int p = 0; p < likelihood.data.patterns.length; p++) {
            double[] logs = new double[weights.length];
            double greatest = Double.NEGATIVE_INFINITY;
            for (int q = 0; q < logs.length; q++) {
                logs[q] = Math.log(weights[q]);
                for (int at = likelihood.chosenAt[p]; at < likelihood.chosenAt[p + 1]; at++) {
                    logs[q] += Math.log(likelihood.table[likelihood.chosen[at] * weights.length + q]);
                }
                greatest = Math.max(greatest, logs[q]);
            }
            double total = 0;
            for (double log : logs) {
                total += Math.exp(log - greatest);
            }
            sum += likelihood.data.frequencies[p] * (greatest + Math.log(total));
        }
        return sum;
    }
}
