package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Intraclass correlations beyond the published tables: missing cells, no error, no differences, and coverage. */
class IntraclassCorrelationTest {

    private static final double NA = Double.NaN;

    @Test
    void a_target_with_a_missing_cell_is_left_out_and_counted() {
        double[][] complete = {{1, 2, 2}, {4, 5, 3}, {2, 2, 1}};
        double[][] holed = {{1, 2, 2}, {NA, 9, 9}, {4, 5, 3}, {7, 7, NA}, {2, 2, 1}};

        IntraclassCorrelation icc = IntraclassCorrelation.of(holed);

        assertThat(icc.targets()).isEqualTo(3);
        assertThat(icc.incomplete()).isEqualTo(2);
        for (IccForm form : IccForm.values()) {
            assertThat(icc.coefficient(form))
                    .isEqualTo(IntraclassCorrelation.of(complete).coefficient(form));
        }
    }

    @ParameterizedTest
    @EnumSource(IccForm.class)
    void raters_of_one_mind_reach_one_without_an_interval(IccForm form) {
        IntraclassCorrelation icc =
                IntraclassCorrelation.of(new double[][] {{0.1, 0.1, 0.1}, {0.7, 0.7, 0.7}, {0.3, 0.3, 0.3}});

        assertThat(icc.coefficient(form)).isEqualTo(Estimate.of(1, 3));
        assertThatThrownBy(icc.f(form)::orThrow)
                .hasMessage("The raters leave no residual variance, so the F ratio is infinite and has no interval.");
        assertThat(icc.p(form).number()).isEmpty();
        assertThat(icc.interval(form, 0.95).isComputable()).isFalse();
    }

    @Test
    void a_rater_who_is_always_stricter_is_consistent_and_does_not_agree() {
        // BMS = 2, JMS = 1.5, EMS = 0
        IntraclassCorrelation icc = IntraclassCorrelation.of(new double[][] {{1, 2}, {2, 3}, {3, 4}});

        assertThat(icc.coefficient(IccForm.CONSISTENCY_SINGLE).orThrow()).isEqualTo(1);
        assertThat(icc.coefficient(IccForm.AGREEMENT_SINGLE).orThrow()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(icc.coefficient(IccForm.AGREEMENT_AVERAGE).orThrow()).isCloseTo(0.8, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(IccForm.class)
    void nothing_that_differs_gives_none(IccForm form) {
        IntraclassCorrelation icc = IntraclassCorrelation.of(new double[][] {{0.1, 0.1}, {0.1, 0.1}});

        assertThatThrownBy(icc.coefficient(form)::orThrow)
                .hasMessage("Neither targets nor ratings differ, so there is no variance to divide up.");
        assertThat(icc.interval(form, 0.95).isComputable()).isFalse();
    }

    @Test
    void targets_that_do_not_differ_have_no_reliability_of_means() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(new double[][] {{1, 3}, {3, 1}, {2, 2}});

        assertThat(icc.coefficient(IccForm.ONE_WAY_SINGLE).orThrow()).isCloseTo(-1, within(1e-12));
        assertThatThrownBy(icc.coefficient(IccForm.ONE_WAY_AVERAGE)::orThrow)
                .hasMessage("The targets differ so little beside the raters that the formula divides by zero or less.");
    }

    @ParameterizedTest
    @EnumSource(IccForm.class)
    void too_few_targets_or_raters_give_none(IccForm form) {
        for (double[][] ratings : new double[][][] {{}, {{1, 2, 3}}, {{1}, {2}}, {{1, 2}, {NA, 3}}}) {
            assertThatThrownBy(IntraclassCorrelation.of(ratings).coefficient(form)::orThrow)
                    .hasMessage("An intraclass correlation needs at least two raters and two targets that all of them"
                            + " rated.");
            assertThat(IntraclassCorrelation.of(ratings).interval(form, 0.9).isComputable())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(IccForm.class)
    void a_shift_and_a_stretch_of_the_scale_change_nothing(IccForm form) {
        double[][] ratings = simulated(5, 12, 3, 1, 0.3);
        double[][] other = new double[12][3];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 3; j++) {
                other[i][j] = 1e6 + 20 * ratings[i][j];
            }
        }
        assertThat(IntraclassCorrelation.of(other).coefficient(form).orThrow())
                .isCloseTo(IntraclassCorrelation.of(ratings).coefficient(form).orThrow(), within(1e-9));
    }

    /** True ICC(A,1) = 1 / (1 + raters + 1); true ICC(C,1) = 1 / 2. */
    private static double[][] simulated(long seed, int targets, int raters, double targetSd, double raterSd) {
        Random random = new Random(seed);
        double[] strictness = new double[raters];
        for (int j = 0; j < raters; j++) {
            strictness[j] = raterSd * random.nextGaussian();
        }
        double[][] ratings = new double[targets][raters];
        for (double[] row : ratings) {
            double target = targetSd * random.nextGaussian();
            for (int j = 0; j < raters; j++) {
                row[j] = target + strictness[j] + random.nextGaussian();
            }
        }
        return ratings;
    }

    @ParameterizedTest
    @EnumSource(IccForm.class)
    void intervals_hold_the_truth_as_often_as_they_say(IccForm form) {
        double raterSd = form.name().startsWith("ONE_WAY") ? 0 : 0.5;
        double single = form.name().startsWith("AGREEMENT") ? 1 / 2.25 : 0.5;
        double truth = form.isAverage() ? 4 * single / (1 + 3 * single) : single;
        SplittableRandom seeds = new SplittableRandom(17);
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            IntraclassCorrelation icc = IntraclassCorrelation.of(simulated(seeds.nextLong(), 25, 4, 1, raterSd));
            if (icc.interval(form, 0.9).orThrow().contains(truth)) {
                held++;
            }
        }
        // 90 % of 1,000; four standard errors are 38. Agreement is approximate and a little conservative.
        assertThat(held).as(form + " seed 17").isBetween(862, 950);
    }

    @Test
    void consistency_of_the_mean_is_cronbachs_alpha_and_p_falls_with_f() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(simulated(9, 30, 4, 1, 0.4));

        assertThat(icc.errorDegrees(IccForm.ONE_WAY_SINGLE)).isEqualTo(90);
        assertThat(icc.errorDegrees(IccForm.CONSISTENCY_AVERAGE)).isEqualTo(87);
        assertThat(icc.p(IccForm.CONSISTENCY_SINGLE).orThrow()).isBetween(0.0, 1e-4);
        double single = icc.coefficient(IccForm.CONSISTENCY_SINGLE).orThrow();
        assertThat(icc.coefficient(IccForm.CONSISTENCY_AVERAGE).orThrow())
                .isCloseTo(4 * single / (1 + 3 * single), within(1e-12));
    }
}
