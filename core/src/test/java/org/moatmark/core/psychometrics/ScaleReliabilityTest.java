package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reliability beyond the published data: against plain definitions, with cells missing, and where it does not exist. */
class ScaleReliabilityTest {

    private static final double NA = Double.NaN;

    /** Answers of one factor with the given loadings; every item with its own mean and spread. */
    static double[][] simulated(long seed, int respondents, double... loadings) {
        Random random = new Random(seed);
        double[][] answers = new double[respondents][loadings.length];
        for (double[] row : answers) {
            double ability = random.nextGaussian();
            for (int j = 0; j < row.length; j++) {
                double own = Math.sqrt(1 - loadings[j] * loadings[j]);
                row[j] = 100 * j + (1 + j) * (loadings[j] * ability + own * random.nextGaussian());
            }
        }
        return answers;
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }

    private static double correlation(double[] x, double[] y) {
        return covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));
    }

    @Test
    void agrees_with_the_plain_definitions_on_more_than_one_block_of_rows() {
        for (int items = 2; items <= 9; items++) {
            double[] loadings = new double[items];
            Arrays.fill(loadings, 0.6);
            double[][] answers = simulated(items, 700, loadings);
            ScaleReliability reliability = ScaleReliability.of(answers);
            double[] total = Arrays.stream(answers)
                    .mapToDouble(row -> Arrays.stream(row).sum())
                    .toArray();
            double variances = 0;
            for (int j = 0; j < items; j++) {
                int item = j;
                double[] own =
                        Arrays.stream(answers).mapToDouble(row -> row[item]).toArray();
                double[] rest = new double[own.length];
                Arrays.setAll(rest, i -> total[i] - own[i]);
                ItemStatistics statistics = reliability.itemStatistics().get(j);
                variances += covariance(own, own);
                assertThat(statistics.mean().orThrow())
                        .isCloseTo(Arrays.stream(own).average().orElseThrow(), within(1e-10));
                assertThat(statistics.standardDeviation().orThrow())
                        .isCloseTo(Math.sqrt(covariance(own, own)), within(1e-10));
                assertThat(statistics.itemTotal().orThrow()).isCloseTo(correlation(own, total), within(1e-10));
                assertThat(statistics.correctedItemTotal().orThrow()).isCloseTo(correlation(own, rest), within(1e-10));
            }
            assertThat(reliability.alpha().orThrow())
                    .as(items + " items")
                    .isCloseTo(
                            (double) items / (items - 1) * (1 - variances / covariance(total, total)), within(1e-12));
        }
    }

    @Test
    void what_is_left_when_an_item_is_deleted_is_the_reliability_of_the_others() {
        double[][] answers = simulated(4, 100, 0.8, 0.6, 0.3, 0.7);
        ScaleReliability whole = ScaleReliability.of(answers);
        for (int out = 0; out < 4; out++) {
            int item = out;
            double[][] others = Arrays.stream(answers)
                    .map(row -> Stream.iterate(0, j -> j < 4, j -> j + 1)
                            .filter(j -> j != item)
                            .mapToDouble(j -> row[j])
                            .toArray())
                    .toArray(double[][]::new);
            ScaleReliability rest = ScaleReliability.of(others);
            assertThat(whole.itemStatistics().get(out).alphaIfDeleted().orThrow())
                    .isCloseTo(rest.alpha().orThrow(), within(1e-12));
            assertThat(whole.itemStatistics()
                            .get(out)
                            .standardizedAlphaIfDeleted()
                            .orThrow())
                    .isCloseTo(rest.standardizedAlpha().orThrow(), within(1e-12));
        }
    }

    @Test
    void lambda2_is_not_below_alpha_and_lambda6_of_raw_items_is_that_of_regressions() {
        double[][] answers = simulated(6, 60, 0.8, 0.5, 0.6);
        ScaleReliability reliability = ScaleReliability.of(answers);
        // The others' share in x1, by the formula of two predictors.
        double[][] column = new double[3][60];
        for (int j = 0; j < 3; j++) {
            int item = j;
            column[j] = Arrays.stream(answers).mapToDouble(row -> row[item]).toArray();
        }
        double unexplained = 0;
        double total = 0;
        for (int j = 0; j < 3; j++) {
            double a = correlation(column[j], column[(j + 1) % 3]);
            double b = correlation(column[j], column[(j + 2) % 3]);
            double between = correlation(column[(j + 1) % 3], column[(j + 2) % 3]);
            double squared = (a * a + b * b - 2 * a * b * between) / (1 - between * between);
            unexplained += covariance(column[j], column[j]) * (1 - squared);
            for (int k = 0; k < 3; k++) {
                total += covariance(column[j], column[k]);
            }
        }
        assertThat(reliability.lambda6().orThrow()).isCloseTo(1 - unexplained / total, within(1e-12));
        assertThat(reliability.lambda2().orThrow())
                .isGreaterThan(reliability.alpha().orThrow());
    }

    @Test
    void feldts_interval_holds_the_truth_as_often_as_it_says() {
        // Four parallel items that correlate .5: alpha = 4 * .5 / 2.5.
        double loading = Math.sqrt(0.5);
        Random seeds = new Random(23);
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            Random random = new Random(seeds.nextLong());
            double[][] answers = new double[40][4];
            for (double[] row : answers) {
                double ability = random.nextGaussian();
                Arrays.setAll(row, j -> loading * (ability + random.nextGaussian()));
            }
            if (ScaleReliability.of(answers).interval(0.9).orThrow().contains(0.8)) {
                held++;
            }
        }
        assertThat(held).as("seed 23").isBetween(862, 938);
    }

    @Test
    void a_respondent_with_a_missing_answer_is_left_out_and_counted() {
        double[][] complete = {{1, 2, 2}, {4, 5, 3}, {2, 2, 1}, {5, 4, 4}};
        double[][] holed = {{1, 2, 2}, {NA, 9, 9}, {4, 5, 3}, {7, 7, NA}, {2, 2, 1}, {5, 4, 4}};

        ScaleReliability reliability = ScaleReliability.of(holed);

        assertThat(reliability.n()).isEqualTo(4);
        assertThat(reliability.incomplete()).isEqualTo(2);
        assertThat(reliability.alpha()).isEqualTo(ScaleReliability.of(complete).alpha());
        assertThat(reliability.itemStatistics())
                .isEqualTo(ScaleReliability.of(complete).itemStatistics());
    }

    @Test
    void items_that_say_the_same_are_fully_reliable() {
        ScaleReliability same = ScaleReliability.of(new double[][] {{1, 1, 1}, {2, 2, 2}, {4, 4, 4}, {5, 5, 5}});

        assertThat(same.alpha().orThrow()).isEqualTo(1);
        assertThat(same.standardizedAlpha().orThrow()).isCloseTo(1, within(1e-15));
        assertThat(same.standardErrorOfSum().orThrow()).isZero();
        assertThatThrownBy(same.lambda6()::orThrow)
                .hasMessage("Some items are determined by others, or there are not more respondents than items.");
        assertThatThrownBy(same.itemStatistics().get(0).attenuationCorrected()::orThrow)
                .hasMessage("Some items are determined by others, or there are not more respondents than items.");
        assertThat(same.interval(0.95).orThrow()).isEqualTo(new IntervalEstimate.Limits(1, 1, 0.95));
    }

    @Test
    void items_against_each_other_are_negative() {
        ScaleReliability crossed = ScaleReliability.of(new double[][] {{1, 5}, {2, 5}, {3, 3}, {4, 1}, {5, 2}});

        assertThat(crossed.alpha().orThrow()).isNegative();
        assertThatThrownBy(crossed.itemStatistics().get(1).alphaIfDeleted()::orThrow)
                .hasMessage("Without this item only one is left, which has no alpha.");
    }

    @Test
    void an_item_that_never_varies_leaves_alpha_and_takes_correlations() {
        ScaleReliability constant = ScaleReliability.of(new double[][] {{1, 3, 2}, {2, 3, 1}, {4, 3, 5}});

        assertThat(constant.alpha().number()).isPresent();
        assertThatThrownBy(constant.standardizedAlpha()::orThrow)
                .hasMessage("An item was answered alike by everybody, so it correlates with nothing.");
        assertThat(constant.itemStatistics().get(1).correctedItemTotal().number())
                .isEmpty();
        assertThat(constant.itemStatistics().get(0).correctedItemTotal().number())
                .isPresent();
        assertThat(constant.itemStatistics().get(1).standardDeviation().orThrow())
                .isZero();
    }

    @Test
    void sums_that_never_vary_have_no_alpha() {
        ScaleReliability level = ScaleReliability.of(new double[][] {{1, 5}, {2, 4}, {3, 3}});

        assertThatThrownBy(level.alpha()::orThrow).hasMessage("The sum score does not vary between respondents.");
        assertThat(level.interval(0.9).isComputable()).isFalse();
        assertThat(level.standardErrorOfMean().number()).isEmpty();
        assertThat(ScaleReliability.of(new double[][] {{3, 3}, {3, 3}}).alpha().number())
                .isEmpty();
    }

    @Test
    void too_little_has_no_alpha() {
        for (double[][] answers : new double[][][] {{}, {{1, 2}}, {{1}, {2}, {3}}, {{1, NA}, {2, 2}}}) {
            ScaleReliability none = ScaleReliability.of(answers);
            assertThatThrownBy(none.alpha()::orThrow)
                    .hasMessage("Reliability needs at least two items and two respondents who answered all of them.");
            assertThat(none.itemStatistics()).isEmpty();
        }
    }
}
