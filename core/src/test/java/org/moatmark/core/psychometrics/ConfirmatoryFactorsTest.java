package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Confirmatory factors beyond the published data. */
class ConfirmatoryFactorsTest {

    private static final List<List<Integer>> TWO = List.of(List.of(0, 1, 2), List.of(3, 4, 5));
    private static final double[] TRUTH = {0.8, 0.7, 0.6, 0.9, -0.5, 0.4};
    private static final List<List<Integer>> ABILITIES = List.of(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6, 7, 8));

    /** Correlations that two factors with a given correlation imply. */
    private static double[][] implied(double between) {
        double[][] matrix = new double[6][6];
        for (int j = 0; j < 6; j++) {
            for (int k = 0; k < 6; k++) {
                matrix[j][k] = j == k ? 1 : TRUTH[j] * TRUTH[k] * (j / 3 == k / 3 ? 1 : between);
            }
        }
        return matrix;
    }

    private static double[][] pupils() {
        return ReferenceCase.numbers("holzinger_swineford.csv", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9");
    }

    private static String reason(ConfirmatoryFactors fit) {
        return ((ConfirmatoryFactors.NotFitted) fit).why().en();
    }

    @Test
    void what_a_model_implies_is_fitted_perfectly() {
        ConfirmatoryFactors.Fitted fit =
                ConfirmatoryFactors.ofCovariance(implied(-0.3), 150, TWO).orThrow();

        for (int j = 0; j < TRUTH.length; j++) {
            assertThat(fit.loadings().get(j).standardised()).isCloseTo(TRUTH[j], within(1e-7));
            assertThat(fit.loadings().get(j).uniqueness()).isCloseTo(1 - TRUTH[j] * TRUTH[j], within(1e-7));
        }
        assertThat(fit.correlations().get(0).get(1)).isCloseTo(-0.3, within(1e-7));
        assertThat(fit.indices().chiSquare()).isCloseTo(0, within(1e-9));
        assertThat(fit.indices().df()).isEqualTo(8);
        assertThat(fit.indices().p().orThrow()).isCloseTo(1, within(1e-9));
        assertThat(fit.indices().cfi()).isEqualTo(1);
        assertThat(fit.indices().tli().orThrow()).isGreaterThan(1);
        assertThat(fit.indices().rmsea().orThrow()).isZero();
        assertThat(fit.indices().rmseaInterval().orThrow().high()).isZero();
        assertThat(fit.indices().srmr()).isCloseTo(0, within(1e-8));
    }

    @Test
    void units_and_order_of_items_change_nothing_else() {
        double[][] answers = pupils();
        double[][] other = new double[answers.length][9];
        int[] order = {7, 2, 5, 0, 8, 4, 1, 3, 6};
        double[] unit = {1, 100, 0.01, -3, 7, 12, 1e4, 2, 0.5};
        for (int i = 0; i < answers.length; i++) {
            for (int j = 0; j < 9; j++) {
                other[i][order[j]] = answers[i][j] * unit[j] + j;
            }
        }
        List<List<Integer>> moved = List.of(
                List.of(order[8], order[6], order[7]),
                List.of(order[2], order[0], order[1]),
                List.of(order[3], order[5], order[4]));

        ConfirmatoryFactors.Fitted fit =
                ConfirmatoryFactors.of(answers, ABILITIES).orThrow();
        ConfirmatoryFactors.Fitted again = ConfirmatoryFactors.of(other, moved).orThrow();

        assertThat(again.indices().chiSquare()).isCloseTo(fit.indices().chiSquare(), within(1e-8));
        assertThat(again.correlations().get(0).get(1))
                .isCloseTo(fit.correlations().get(2).get(0), within(1e-6));
        for (ConfirmatoryFactors.Loading loading : again.loadings()) {
            int item = List.of(3, 6, 1, 7, 5, 2, 8, 0, 4).get(loading.item());
            ConfirmatoryFactors.Loading first = fit.loadings().get(item);
            assertThat(Math.abs(loading.standardised())).isCloseTo(first.standardised(), within(1e-6));
            assertThat(loading.standardisedError()).isCloseTo(first.standardisedError(), within(1e-6));
            assertThat(loading.rawError() / Math.abs(unit[item])).isCloseTo(first.rawError(), within(1e-6));
        }
    }

    @Test
    void a_factor_points_to_where_most_of_its_loadings_do() {
        double[] truth = {0.6, -0.5, -0.55, 0.8, 0.7, 0.6};
        double[][] matrix = new double[6][6];
        for (int j = 0; j < 6; j++) {
            for (int k = 0; k < 6; k++) {
                matrix[j][k] = j == k ? 1 : truth[j] * truth[k] * (j / 3 == k / 3 ? 1 : 0.4);
            }
        }

        ConfirmatoryFactors.Fitted fit =
                ConfirmatoryFactors.ofCovariance(matrix, 90, TWO).orThrow();

        assertThat(fit.loadings().get(0).standardised()).isCloseTo(-0.6, within(1e-7));
        assertThat(fit.loadings().get(1).standardised()).isCloseTo(0.5, within(1e-7));
        assertThat(fit.correlations().get(0).get(1)).isCloseTo(-0.4, within(1e-7));
    }

    @Test
    void the_slope_is_that_of_small_steps() {
        double[][] correlation = ItemMoments.of(pupils()).correlation();
        FactorCovariance hill = new FactorCovariance(correlation, new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2}, 3);
        double[] place = new double[hill.parameters()];
        for (int t = 0; t < place.length; t++) {
            place[t] = 0.4 + 0.02 * t * (t < 18 ? 1 : -1);
        }
        hill.height(place);
        double[] slope = hill.gradient();

        for (int t = 0; t < place.length; t++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[t] += 1e-5;
            down[t] -= 1e-5;
            assertThat((hill.height(up) - hill.height(down)) / 2e-5)
                    .as("parameter " + t)
                    .isCloseTo(slope[t], within(1e-7));
        }
    }

    @Test
    void one_factor_is_the_one_that_one_factor_finds() {
        double[][] answers = ScaleReliabilityTest.simulated(11, 200, 0.8, 0.6, 0.7, 0.5, 0.4);

        ConfirmatoryFactors.Fitted fit =
                ConfirmatoryFactors.of(answers, List.of(List.of(0, 1, 2, 3, 4))).orThrow();
        OneFactor.Fitted one =
                OneFactor.of(answers, Extraction.MAXIMUM_LIKELIHOOD).orThrow();

        assertThat(fit.indices().chiSquare()).isCloseTo(200 * one.discrepancy(), within(1e-8));
        for (int j = 0; j < 5; j++) {
            assertThat(fit.loadings().get(j).raw()).isCloseTo(one.rawLoadings().get(j), within(1e-6));
        }
    }

    @Test
    void standard_errors_are_those_of_many_samples() {
        int samples = 300;
        double sum = 0;
        double squares = 0;
        double error = 0;
        for (long seed = 1; seed <= samples; seed++) {
            double[][] answers = ScaleReliabilityTest.simulated(seed, 300, 0.8, 0.7, 0.6, 0.5);
            ConfirmatoryFactors.Loading loading = ConfirmatoryFactors.of(answers, List.of(List.of(0, 1, 2, 3)))
                    .orThrow()
                    .loadings()
                    .get(2);
            sum += loading.standardised();
            squares += loading.standardised() * loading.standardised();
            error += loading.standardisedError() / samples;
        }
        double spread = Math.sqrt((squares - sum * sum / samples) / (samples - 1));

        assertThat(error).isCloseTo(spread, within(0.15 * spread));
        assertThat(sum / samples).isCloseTo(0.6, within(0.01));
    }

    @Test
    void three_items_leave_no_degrees_of_freedom() {
        ConfirmatoryFactors.Fitted fit = ConfirmatoryFactors.of(
                        ScaleReliabilityTest.simulated(3, 200, 0.8, 0.7, 0.6), List.of(List.of(0, 1, 2)))
                .orThrow();

        assertThat(fit.indices().df()).isZero();
        assertThat(fit.indices().chiSquare()).isCloseTo(0, within(1e-9));
        for (Estimate index :
                List.of(fit.indices().p(), fit.indices().tli(), fit.indices().rmsea())) {
            assertThat(((Estimate.NotComputable) index).why().en())
                    .isEqualTo("The model has no degrees of freedom: it fits any data.");
        }
        assertThat(fit.indices().rmseaInterval().isComputable()).isFalse();
    }

    @Test
    void a_missing_answer_leaves_its_respondent_out_and_other_columns_do_not_count() {
        double[][] answers = ScaleReliabilityTest.simulated(3, 100, 0.8, 0.7, 0.6, 0.5);
        answers[7][1] = Double.NaN;
        answers[8][3] = Double.NaN;

        ConfirmatoryFactors.Fitted fit =
                ConfirmatoryFactors.of(answers, List.of(List.of(0, 1, 2))).orThrow();

        assertThat(fit.indices().n()).isEqualTo(99);
        assertThat(fit.incomplete()).isEqualTo(1);
    }

    @Test
    void a_uniqueness_that_falls_below_zero_is_told() {
        double[][] r = {{1, 0.9, 0.9}, {0.9, 1, 0.5}, {0.9, 0.5, 1}};
        r[1][2] = 0.7;
        r[2][1] = 0.7;

        assertThat(reason(ConfirmatoryFactors.ofCovariance(r, 100, List.of(List.of(2, 0, 1)))))
                .isEqualTo("The uniqueness of the item in column 0 came out at zero or below (a Heywood case), so the"
                        + " solution is improper.");
    }

    @Test
    void a_uniqueness_that_falls_without_end_is_told_as_well() {
        double[][] r = {{1, 0.3, 1e-4}, {0.3, 1, 0.3}, {1e-4, 0.3, 1}};

        assertThat(reason(ConfirmatoryFactors.ofCovariance(r, 100, List.of(List.of(0, 1, 2)))))
                .startsWith("The uniqueness of the item in column 1 came out at zero or below");
    }

    @Test
    void factors_that_correlate_beyond_one_are_told() {
        assertThat(reason(ConfirmatoryFactors.ofCovariance(implied(1.1), 100, TWO)))
                .isEqualTo("Factors cannot be told apart: their correlations come out at 1 or beyond.");
    }

    @Test
    void pairs_that_share_nothing_with_each_other_are_undetermined() {
        double[][] r = {{1, 0.5, 0, 0}, {0.5, 1, 0, 0}, {0, 0, 1, 0.5}, {0, 0, 0.5, 1}};

        assertThat(reason(ConfirmatoryFactors.ofCovariance(r, 100, List.of(List.of(0, 1), List.of(2, 3)))))
                .isEqualTo("The items share too little to tell which loadings the factors have.");
    }

    @Test
    void what_cannot_be_fitted_says_why() {
        double[][] answers = ScaleReliabilityTest.simulated(3, 20, 0.8, 0.7, 0.6, 0.5, 0.6, 0.7);
        assertThat(reason(ConfirmatoryFactors.of(answers, List.of(List.of(0, 1)))))
                .isEqualTo("Each factor needs at least two items, and a factor that stands alone at least three.");
        assertThat(reason(ConfirmatoryFactors.of(answers, List.of(List.of(0, 1, 2), List.of(3)))))
                .startsWith("Each factor needs");
        for (int n : new int[] {0, 1, 6}) {
            assertThat(reason(ConfirmatoryFactors.of(Arrays.copyOf(answers, n), TWO)))
                    .isEqualTo("Factors need more respondents who answered all items than there are items.");
        }
        for (double[] row : answers) {
            row[5] = row[4] + row[3];
        }
        assertThat(reason(ConfirmatoryFactors.of(answers, TWO)))
                .isEqualTo(
                        "Some items are determined by others (the covariances are not positive definite), so there is"
                                + " no likelihood.");
        for (double[] row : answers) {
            row[5] = 4;
        }
        assertThat(reason(ConfirmatoryFactors.of(answers, TWO)))
                .isEqualTo("An item was answered alike by everybody, so it correlates with nothing.");
    }

    @Test
    void callers_mistakes_are_refused() {
        double[][] r = implied(0.2);
        assertThatThrownBy(() -> ConfirmatoryFactors.ofCovariance(r, 0, TWO))
                .hasMessage("Covariances rest on at least one respondent, not 0.");
        assertThatThrownBy(() -> ConfirmatoryFactors.ofCovariance(r, 9, List.of()))
                .hasMessage("A confirmatory analysis needs one factor or more, each with its items, not [].");
        assertThatThrownBy(() -> ConfirmatoryFactors.ofCovariance(r, 9, List.of(List.of(0, 1, 2), List.of(2, 3))))
                .hasMessage(
                        "A factor names the column 2, which does not exist or was named before; columns count from 0.");
        assertThatThrownBy(() -> ConfirmatoryFactors.of(new double[10][3], TWO))
                .hasMessageContaining("names the column 3");
        assertThatThrownBy(() -> ConfirmatoryFactors.of(new double[][] {{1, 2, 3}, {1, 2}}, List.of(List.of(0, 1, 2))))
                .hasMessage("Respondent 1 has 2 cells where the first has 3.");
        r[4][2] = 0.9;
        assertThatThrownBy(() -> ConfirmatoryFactors.ofCovariance(r, 9, TWO))
                .hasMessage("Covariances are a square and symmetric matrix of finite numbers; look at row 2.");
    }
}
