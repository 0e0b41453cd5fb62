package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Kappa beyond the published example: by hand, against simulation, at its limits. */
class CohenKappaTest {

    private static final double NA = Double.NaN;

    private static final AgreementWeights QUADRATIC = AgreementWeights.quadratic(1, 2, 3, 4, 5);

    @Test
    void is_worked_by_hand() {
        // p_o = 35/50, p_e = .5 * .6 + .5 * .4
        CohenKappa kappa = CohenKappa.ofTable(new double[][] {{20, 5}, {10, 15}}, 50, AgreementWeights.identity(0, 1));

        assertThat(kappa.observedAgreement().orThrow()).isCloseTo(0.7, within(1e-15));
        assertThat(kappa.expectedAgreement().orThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(kappa.kappa().orThrow()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void lists_and_tables_say_the_same_and_missing_pairs_are_left_out() {
        double[] first = {1, 1, 2, 5, NA, 4, 3};
        double[] second = {1, 2, 2, 4, 3, NA, 3};
        double[][] table = new double[5][5];
        table[0][0] = table[0][1] = table[1][1] = table[4][3] = table[2][2] = 1;

        CohenKappa kappa = CohenKappa.of(first, second, QUADRATIC);

        assertThat(kappa.n()).isEqualTo(5);
        assertThat(kappa.incomplete()).isEqualTo(2);
        assertThat(kappa.kappa())
                .isEqualTo(CohenKappa.ofTable(table, 5, QUADRATIC).kappa());
    }

    @Test
    void quadratic_weights_are_the_correlation_of_concordance() {
        // Fleiss and Cohen (1973): kappa_w = 2 s_xy / (s_x^2 + s_y^2 + (mean difference)^2), variances divided by n.
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] x = random.ints(30, 1, 6).asDoubleStream().toArray();
            double[] y = Arrays.stream(x)
                    .map(value -> random.nextBoolean() ? value : 1 + random.nextInt(5))
                    .toArray();
            double meanX = Arrays.stream(x).average().orElseThrow();
            double meanY = Arrays.stream(y).average().orElseThrow();
            double both = 0;
            double own = 30 * (meanX - meanY) * (meanX - meanY);
            for (int i = 0; i < 30; i++) {
                both += (x[i] - meanX) * (y[i] - meanY);
                own += (x[i] - meanX) * (x[i] - meanX) + (y[i] - meanY) * (y[i] - meanY);
            }
            assertThat(CohenKappa.of(x, y, QUADRATIC).kappa().orThrow())
                    .as("seed " + seed)
                    .isCloseTo(2 * both / own, within(1e-12));
        }
    }

    @Test
    void the_standard_error_is_that_of_repeated_samples() {
        // 2,000 samples of 300 from one table; the spread of their kappas is the standard error, within a few percent.
        double[][] table = {{0.30, 0.06, 0.04}, {0.05, 0.20, 0.05}, {0.02, 0.08, 0.20}};
        AgreementWeights weights = AgreementWeights.linear(1, 2, 3);
        double expected =
                CohenKappa.ofTable(table, 300, weights).standardError().orThrow();
        SplittableRandom random = new SplittableRandom(11);
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < 2000; run++) {
            double[][] sample = new double[3][3];
            for (int i = 0; i < 300; i++) {
                double place = random.nextDouble();
                int cell = 0;
                while (cell < 8 && place >= table[cell / 3][cell % 3]) {
                    place -= table[cell / 3][cell % 3];
                    cell++;
                }
                sample[cell / 3][cell % 3]++;
            }
            double kappa = CohenKappa.ofTable(sample, 300, weights).kappa().orThrow();
            sum += kappa;
            squares += kappa * kappa;
        }
        double spread = Math.sqrt(squares / 2000 - sum / 2000 * (sum / 2000));
        assertThat(spread).isCloseTo(expected, within(0.05 * expected));
    }

    @Test
    void full_agreement_is_one_and_sure() {
        CohenKappa kappa = CohenKappa.of(new double[] {1, 3, 5}, new double[] {1, 3, 5}, QUADRATIC);

        assertThat(kappa.kappa().orThrow()).isEqualTo(1);
        assertThat(kappa.standardError().orThrow()).isCloseTo(0, within(1e-8));
        assertThat(kappa.interval(0.95).orThrow().high()).isEqualTo(1);
    }

    @Test
    void a_rater_who_never_moves_gives_zero() {
        assertThat(CohenKappa.of(new double[] {3, 3, 3}, new double[] {1, 3, 5}, QUADRATIC)
                        .kappa()
                        .orThrow())
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void one_category_or_no_pair_gives_none() {
        CohenKappa same = CohenKappa.of(new double[] {3, 3}, new double[] {3, 3}, QUADRATIC);
        assertThatThrownBy(same.kappa()::orThrow)
                .hasMessage("Both raters used the same single category, so agreement beyond chance cannot be told.");
        assertThat(same.observedAgreement()).isEqualTo(Estimate.of(1, 2));
        assertThat(same.interval(0.9).isComputable()).isFalse();

        CohenKappa nobody = CohenKappa.of(new double[] {NA, 3}, new double[] {3, NA}, QUADRATIC);
        assertThatThrownBy(nobody.kappa()::orThrow).hasMessage("No unit was rated by both raters.");
        assertThatThrownBy(nobody.interval(0.9)::orThrow).hasMessage("No unit was rated by both raters.");
        assertThat(nobody.incomplete()).isEqualTo(2);
    }

    @Test
    void refuses_mistakes_of_callers() {
        assertThatThrownBy(() -> CohenKappa.of(new double[2], new double[3], QUADRATIC))
                .hasMessage("Two raters have 2 and 3 ratings: both need one for each unit, NaN where it is missing.");
        assertThatThrownBy(() -> CohenKappa.of(new double[] {7}, new double[] {1}, QUADRATIC))
                .hasMessage("Rating 7.0 is none of the categories [1.0, 2.0, 3.0, 4.0, 5.0]. Name every category that"
                        + " raters may choose.");
        assertThatThrownBy(() -> CohenKappa.ofTable(new double[][] {{1}}, 1, QUADRATIC))
                .hasMessage("A table of 5 categories has as many rows and columns; this one has 1 rows.");
        AgreementWeights two = AgreementWeights.identity(0, 1);
        assertThatThrownBy(() -> CohenKappa.ofTable(new double[][] {{1, -1}, {0, 1}}, 1, two))
                .hasMessage("A table of choices holds counts or shares of at least 0, not -1.0.");
        assertThatThrownBy(() -> CohenKappa.ofTable(new double[2][2], 5, two))
                .hasMessage("A table whose cells add up to 0.0 cannot stand for 5 units.");
    }
}
