package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.reference.ReferenceCase;
import org.moatmark.core.stats.SeededRandom;

class RaschConditionalTest {

    private static final double NONE = Double.NaN;

    private static double[][] lsat() {
        return Arrays.stream(ReferenceCase.numbers("irt_lsat6_patterns.csv"))
                .flatMap(row -> Collections.nCopies((int) row[5], Arrays.copyOf(row, 5)).stream())
                .map(double[]::clone)
                .toArray(double[][]::new);
    }

    private static double[] difficulties(RaschFit.Fitted fit) {
        return fit.items().stream().mapToDouble(RaschItem::difficulty).toArray();
    }

    private static double[] errors(RaschFit.Fitted fit) {
        return fit.items().stream()
                .mapToDouble(item -> item.errors().get(0).orThrow())
                .toArray();
    }

    /** eRm 1.0-2: {@code RM(x)$se.beta}; it stops a little before the maximum, hence these tolerances. */
    @Test
    void standard_errors_agree_with_eRm() {
        RaschFit.Fitted fit = RaschConditional.dichotomous(lsat()).orThrow();

        assertThat(errors(fit))
                .containsExactly(
                        new double[] {
                            0.104405693422747,
                            0.069917067470029,
                            0.068777691170535,
                            0.072619444845032,
                            0.085917413729276
                        },
                        within(1e-5));
    }

    /** eRm 1.0-2 on LSAT 6 without the cells of row i and column j where {@code (7 i + 3 j) mod 5} is 0. */
    @Test
    void missing_answers_agree_with_eRm() {
        double[][] answers = lsat();
        for (int i = 0; i < answers.length; i++) {
            for (int j = 0; j < 5; j++) {
                answers[i][j] = (7 * i + 3 * j) % 5 == 0 ? NONE : answers[i][j];
            }
        }

        RaschFit.Fitted fit = RaschConditional.dichotomous(answers).orThrow();

        assertThat(fit.logLikelihood()).isCloseTo(-746.79548190078, within(1e-8));
        assertThat(difficulties(fit))
                .containsExactly(
                        new double[] {
                            -1.27250446296288, 0.48830952655421, 1.24910400201758, 0.15259534405661, -0.61750440966552
                        },
                        within(1e-5));
        assertThat(errors(fit))
                .containsExactly(
                        new double[] {
                            0.120589979038406,
                            0.081704654576845,
                            0.081668729656397,
                            0.084720576015754,
                            0.099016973749410
                        },
                        within(1e-5));
    }

    /** eRm 1.0-2: {@code thresholds(PCM(Science - 1))}, brought to difficulties with mean 0. */
    @Test
    void partial_credit_agrees_with_eRm() {
        double[][] theirs = {
            {-1.77654309661736, -1.040374754462221, 2.8414642313863},
            {-0.28012921757353, 0.515509639903834, 3.3583408661153},
            {-1.02680458124227, 0.069118171742821, 2.5619407729496},
            {-0.83378010128641, 0.549391727960534, 2.8027355494176}
        };
        double mean =
                Arrays.stream(theirs).flatMapToDouble(Arrays::stream).average().orElseThrow();

        RaschFit.Fitted fit = RaschConditional.partialCredit(ReferenceCase.numbers("irt_science_grm.csv"))
                .orThrow();

        assertThat(fit.logLikelihood()).isCloseTo(-791.24445980842, within(1e-8));
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(fit.items().get(i).thresholds().get(k)).isCloseTo(theirs[i][k] - mean, within(1e-4));
            }
        }
        assertThat(fit.items()).allMatch(RaschItem::isOrdered);
    }

    @Test
    void two_items_have_a_closed_form() {
        double[][] answers = new double[40][2];
        for (int p = 0; p < 40; p++) {
            answers[p] = p < 20 ? new double[] {1, 0} : p < 25 ? new double[] {0, 1} : new double[] {1, 1};
        }

        RaschFit.Fitted fit = RaschConditional.dichotomous(answers).orThrow();

        double half = Math.log(20.0 / 5) / 2;
        assertThat(difficulties(fit)).containsExactly(new double[] {-half, half}, within(1e-6));
        assertThat(errors(fit)[0]).isCloseTo(Math.sqrt(1.0 / 20 + 1.0 / 5) / 2, within(1e-6));
        assertThat(fit.respondents()).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void known_thresholds_are_found_again_within_their_errors(long seed) {
        SeededRandom random = SeededRandom.of(seed);
        double[][] truth = new double[8][3];
        for (double[] item : truth) {
            double at = 2 * random.nextDouble() - 1;
            for (int k = 0; k < 3; k++) {
                item[k] = at + k - 1 + 0.5 * random.nextGaussian();
            }
        }
        double[][] answers = new double[2000][8];
        for (double[] row : answers) {
            double theta = 1.5 * random.nextGaussian();
            for (int i = 0; i < 8; i++) {
                row[i] = random.nextDouble() < 0.15 ? NONE : draw(random, theta, truth[i]);
            }
        }

        RaschFit.Fitted fit = RaschConditional.partialCredit(answers).orThrow();

        double mean =
                Arrays.stream(truth).flatMapToDouble(Arrays::stream).average().orElseThrow();
        int inside = 0;
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < 3; k++) {
                double error = fit.items().get(i).errors().get(k).orThrow();
                double off = Math.abs(fit.items().get(i).thresholds().get(k) - truth[i][k] + mean);
                assertThat(off).as("seed %d", seed).isLessThan(4.5 * error);
                inside += off < 1.96 * error ? 1 : 0;
            }
        }
        assertThat(inside).as("of 24 within 1.96 errors, seed %d", seed).isGreaterThanOrEqualTo(20);
    }

    private static double draw(SeededRandom random, double theta, double[] thresholds) {
        double[] weights = new double[thresholds.length + 1];
        weights[0] = 1;
        double sum = 1;
        for (int k = 0; k < thresholds.length; k++) {
            weights[k + 1] = weights[k] * Math.exp(theta - thresholds[k]);
            sum += weights[k + 1];
        }
        double at = random.nextDouble() * sum;
        int k = 0;
        while (k < thresholds.length && at >= weights[k]) {
            at -= weights[k++];
        }
        return k;
    }

    @Test
    void gradient_and_information_are_slope_and_bend_of_the_log_likelihood() {
        SeededRandom random = SeededRandom.of(3);
        double[][] answers = new double[60][4];
        for (double[] row : answers) {
            Arrays.setAll(row, i -> random.nextDouble() < 0.2 ? NONE : random.nextInt(i < 2 ? 3 : 2));
        }
        ConditionalLikelihood likelihood = new ConditionalLikelihood(ResponsePatterns.of(answers));
        double[] place = {0.3, -0.2, 0.5, 0.1, -0.4, 0.7};
        double step = 1e-5;
        likelihood.height(place);
        double[] gradient = likelihood.gradient();
        double[][] curvature = likelihood.curvature();
        double[] shift = likelihood.shift();

        for (int a = 0; a < place.length; a++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[a] += step;
            down[a] -= step;
            double high = likelihood.height(up);
            double[] above = likelihood.gradient();
            double low = likelihood.height(down);
            double[] below = likelihood.gradient();
            assertThat(gradient[a]).isCloseTo((high - low) / (2 * step), within(1e-6));
            for (int b = 0; b < place.length; b++) {
                assertThat(curvature[a][b] - shift[a] * shift[b])
                        .isCloseTo((below[b] - above[b]) / (2 * step), within(1e-6));
            }
        }
    }

    @Test
    void levels_out_of_order_are_seen() {
        RaschItem item = new RaschItem(
                0, List.of(1.0, 2.0, 3.0), List.of(0.5, -0.5), List.of(Estimate.of(0.1, 9), Estimate.of(0.1, 9)));

        assertThat(item.isOrdered()).isFalse();
        assertThat(item.difficulty()).isZero();
    }

    @Test
    void items_that_nobody_connects_are_named() {
        double[][] guttman = {{1, 0, 0}, {1, 1, 0}, {1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {0, 0, 0}};
        double[][] islands = {{1, 0, NONE, NONE}, {0, 1, NONE, NONE}, {NONE, NONE, 1, 0}, {NONE, NONE, 0, 1}};

        assertThatThrownBy(() -> RaschConditional.dichotomous(guttman).orThrow())
                .hasMessage("The items cannot be compared: no respondent was right on one of columns 1, 2 and wrong on"
                        + " one of the others.");
        assertThatThrownBy(() -> RaschConditional.dichotomous(islands).orThrow())
                .hasMessage("The items cannot be compared: no respondent was right on one of columns 0, 1 and wrong on"
                        + " one of the others.");
    }

    @Test
    void thresholds_that_grow_without_bound_are_a_value() {
        double[][] answers = {{0, 0}, {1, 0}, {2, 0}, {2, 1}, {1, 0}};

        RaschFit fit = RaschConditional.partialCredit(answers);

        assertThatThrownBy(fit::orThrow)
                .hasMessage("A threshold grows without bound: the answers do not settle every category.");
        assertThat(((RaschFit.Fitted) fit).items().get(0).errors().get(0).number())
                .isEmpty();
    }

    @Test
    void without_anybody_who_tells_items_apart_there_is_no_model() {
        double[][] extremes = {{1, 1}, {0, 0}, {1, 1}, {NONE, 1}, {0, NONE}};

        RaschFit fit = RaschConditional.dichotomous(extremes);

        assertThat(fit.respondents()).isZero();
        assertThatThrownBy(fit::orThrow)
                .hasMessage("Items are compared through respondents who answered two items differently well; there are"
                        + " none.");
        assertThat(RaschConditional.dichotomous(new double[][] {{1, 1}, {0, 1}}).leftOut())
                .hasSize(1);
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> RaschConditional.dichotomous(new double[][] {{0, 1}, {1, 2}, {2, 1}}))
                .hasMessage("Column 0 of the answers has 3 different answers; this model takes two.");
        assertThatThrownBy(() -> new RaschItem(0, List.of(1.0), List.of(), List.of()))
                .hasMessage(
                        "The item of column 0 needs at least two categories and one threshold and error less, not 1,"
                                + " 0 and 0.");
    }
}
