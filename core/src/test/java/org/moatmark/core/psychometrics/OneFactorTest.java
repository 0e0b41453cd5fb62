package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moatmark.core.reference.ReferenceCase;
import org.moatmark.core.stats.SymmetricEigen;

/** One factor and omega beyond the published data. */
class OneFactorTest {

    private static final double NA = Double.NaN;

    /** As {@code fa(attitude, nfactors = 1, fm = "minres")} of psych 2.2.9 prints them. */
    @Test
    void minimum_residual_loadings_of_the_attitude_data_are_those_of_psych() {
        double[][] answers = ReferenceCase.numbers("alpha_attitude.csv");

        assertThat(OneFactor.of(answers, Extraction.MINIMUM_RESIDUAL).orThrow().loadings().stream()
                        .mapToDouble(x -> x)
                        .toArray())
                .containsExactly(
                        new double[] {
                            0.757772224935,
                            0.833827161664,
                            0.603427276333,
                            0.788727056277,
                            0.841119377112,
                            0.284464807131,
                            0.491046864893
                        },
                        within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(Extraction.class)
    void three_items_are_fitted_exactly(Extraction extraction) {
        double[][] answers = ScaleReliabilityTest.simulated(3, 200, 0.8, 0.7, 0.6);
        double[][] r = ItemMoments.of(answers).correlation();

        OneFactor.Fitted fit = OneFactor.of(answers, extraction).orThrow();

        assertThat(fit.loadings().get(0)).isCloseTo(Math.sqrt(r[0][1] * r[0][2] / r[1][2]), within(1e-7));
        assertThat(fit.discrepancy()).isCloseTo(0, within(1e-12));
        assertThat(fit.n()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Extraction.class)
    void loadings_come_back_from_many_respondents(Extraction extraction) {
        double[] truth = {0.9, 0.75, 0.6, 0.45, 0.3, -0.5, 0.8, 0.2};
        OneFactor.Fitted fit = OneFactor.of(ScaleReliabilityTest.simulated(5, 20_000, truth), extraction)
                .orThrow();

        for (int j = 0; j < truth.length; j++) {
            assertThat(fit.loadings().get(j)).isCloseTo(truth[j], within(0.02));
            assertThat(fit.uniquenesses().get(j)).isCloseTo(1 - truth[j] * truth[j], within(0.03));
            assertThat(fit.rawLoadings().get(j)).isCloseTo((1 + j) * truth[j], within(0.02 * (1 + j)));
        }
    }

    @Test
    void no_small_step_beats_what_was_found() {
        for (long seed = 1; seed <= 30; seed++) {
            double[][] answers = ScaleReliabilityTest.simulated(seed, 40, 0.7, 0.6, 0.5, 0.8, 0.4, 0.3);
            double[][] r = ItemMoments.of(answers).correlation();
            if (OneFactor.of(answers, Extraction.MAXIMUM_LIKELIHOOD) instanceof OneFactor.Fitted fit) {
                double best = discrepancy(r, fit.loadings(), fit.uniquenesses(), -1, 0);
                assertThat(fit.discrepancy()).as("seed " + seed).isCloseTo(best, within(1e-9));
                assertThat(fit.iterations()).as("seed " + seed).isLessThan(40);
                for (int place = 0; place < 12; place++) {
                    assertThat(discrepancy(r, fit.loadings(), fit.uniquenesses(), place, 1e-3))
                            .as("seed " + seed + ", place " + place)
                            .isGreaterThan(best);
                    assertThat(discrepancy(r, fit.loadings(), fit.uniquenesses(), place, -1e-3))
                            .as("seed " + seed + ", place " + place)
                            .isGreaterThan(best);
                }
            }
        }
    }

    /** log|M| + trace(R M^-1) - log|R| - J for M = l l' + diag(u), one number moved; M by its closed inverse. */
    private static double discrepancy(double[][] r, List<Double> l, List<Double> u, int place, double by) {
        int items = l.size();
        double[] loadings = new double[items];
        double[] own = new double[items];
        for (int j = 0; j < items; j++) {
            loadings[j] = l.get(j) + (place == j ? by : 0);
            own[j] = u.get(j) + (place == j + items ? by : 0);
        }
        double lift = 1;
        double logs = 0;
        for (int j = 0; j < items; j++) {
            lift += loadings[j] * loadings[j] / own[j];
            logs += Math.log(own[j]);
        }
        double trace = 0;
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < items; k++) {
                double cell = (j == k ? 1 / own[j] : 0) - loadings[j] / own[j] * loadings[k] / own[k] / lift;
                trace += r[j][k] * cell;
            }
        }
        double logOfR =
                Arrays.stream(SymmetricEigen.of(r).values()).map(Math::log).sum();
        return logs + Math.log(lift) + trace - logOfR - items;
    }

    @ParameterizedTest
    @EnumSource(Extraction.class)
    void a_uniqueness_of_zero_is_no_fit(Extraction extraction) {
        // r12 r13 / r23 = 1.4: the first item would need a loading above 1.
        double[][] answers = exact(new double[][] {{1, 0.7, 0.7}, {0.7, 1, 0.35}, {0.7, 0.35, 1}});

        OneFactor fit = OneFactor.of(answers, extraction);

        assertThatThrownBy(fit::orThrow)
                .hasMessage("The uniqueness of an item fell to zero (a Heywood case), so the one-factor solution is"
                        + " improper.");
        assertThatThrownBy(Omega.of(answers, extraction).modelImplied()::orThrow)
                .hasMessage("The uniqueness of an item fell to zero (a Heywood case), so the one-factor solution is"
                        + " improper.");
    }

    /** Eight answers whose correlations are exactly those wanted, from orthogonal contrasts. */
    private static double[][] exact(double[][] r) {
        double[][] contrasts = {{1, 1, 1, 1, -1, -1, -1, -1}, {1, 1, -1, -1, 1, 1, -1, -1}, {1, -1, 1, -1, 1, -1, 1, -1}
        };
        double l22 = Math.sqrt(1 - r[1][0] * r[1][0]);
        double l32 = (r[2][1] - r[2][0] * r[1][0]) / l22;
        double l33 = Math.sqrt(1 - r[2][0] * r[2][0] - l32 * l32);
        double[][] answers = new double[8][3];
        for (int i = 0; i < 8; i++) {
            answers[i][0] = contrasts[0][i];
            answers[i][1] = r[1][0] * contrasts[0][i] + l22 * contrasts[1][i];
            answers[i][2] = r[2][0] * contrasts[0][i] + l32 * contrasts[1][i] + l33 * contrasts[2][i];
        }
        return answers;
    }

    @ParameterizedTest
    @EnumSource(Extraction.class)
    void items_that_share_nothing_have_no_factor(Extraction extraction) {
        String nothing = "The items share too little to tell which loadings a common factor has.";
        double[][] strangers = exact(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        double[][] couple = exact(new double[][] {{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}});

        assertThatThrownBy(OneFactor.of(strangers, extraction)::orThrow).hasMessage(nothing);
        assertThatThrownBy(OneFactor.of(couple, extraction)::orThrow).hasMessage(nothing);
        assertThat(Omega.of(strangers, extraction).observed().number()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Extraction.class)
    void too_little_has_no_factor(Extraction extraction) {
        String tooFew = "One factor needs at least three items and more complete respondents than items.";
        assertThatThrownBy(OneFactor.of(new double[10][2], extraction)::orThrow).hasMessage(tooFew);
        assertThatThrownBy(
                        OneFactor.of(new double[][] {{1, 2, 3}, {2, 3, 1}, {NA, 1, 1}, {3, 1, 2}}, extraction)::orThrow)
                .hasMessage(tooFew);
        assertThatThrownBy(
                        OneFactor.of(new double[][] {{1, 2, 3}, {2, 2, 1}, {4, 2, 1}, {3, 2, 2}}, extraction)::orThrow)
                .hasMessage("An item was answered alike by everybody, so it correlates with nothing.");
    }

    @Test
    void items_that_determine_each_other_have_no_likelihood() {
        double[][] answers = {{1, 2, 3}, {2, 2, 4}, {4, 1, 5}, {3, 5, 8}, {2, 1, 3}};

        assertThatThrownBy(OneFactor.of(answers, Extraction.MAXIMUM_LIKELIHOOD)::orThrow)
                .hasMessage("Some items are determined by others, so there is no likelihood.");
    }

    @Test
    void the_two_denominators_meet_where_the_model_is_exact() {
        Omega omega = Omega.of(ScaleReliabilityTest.simulated(3, 200, 0.8, 0.7, 0.6), Extraction.MAXIMUM_LIKELIHOOD);

        assertThat(omega.observed().orThrow()).isCloseTo(omega.modelImplied().orThrow(), within(1e-9));
        assertThat(omega.standardizedObserved().orThrow())
                .isCloseTo(omega.standardizedModelImplied().orThrow(), within(1e-9));
    }
}
