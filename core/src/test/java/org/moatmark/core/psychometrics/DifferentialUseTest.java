package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.moatmark.core.stats.SeededRandom;

class DifferentialUseTest {

    private static final boolean[] HALVES = {false, false, true, true};

    @Test
    void one_stratum_of_ordered_answers_can_be_checked_by_hand() {
        // M = 2.5, S = 5; nR nF S / (n (n-1)) = 2 * 2 * 5 / 12; the focal group's 2 + 4 exceeds 2 * 2.5 by 1.
        DifferentialUse use = DifferentialUse.of(new double[] {1, 3, 2, 4}, new double[4], HALVES);

        assertThat(use.chiSquared().orThrow()).isCloseTo(1 / (20 / 12.0), within(1e-14));
        assertThat(use.difference().orThrow()).isCloseTo(1, within(1e-14));
        assertThat(use.effect().orThrow()).isCloseTo(1 / Math.sqrt(5 / 3.0), within(1e-14));
        // Cuts at 2, 3, 4: focal above and reference below 2*1, 1*1, 1*2; focal below and reference above 0, 1, 0.
        assertThat(use.logOdds().orThrow()).isCloseTo(Math.log(5 / 1.0), within(1e-14));
        assertThat(use.logOddsError()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(use.size()).isEqualTo(DifferentialUse.Size.NEGLIGIBLE);
    }

    @Test
    void in_one_stratum_the_test_is_that_of_a_correlation() {
        // Mantel (1963): (n - 1) r squared.
        SeededRandom random = SeededRandom.of(2);
        int n = 80;
        double[] answers = new double[n];
        double[] group = new double[n];
        boolean[] focal = new boolean[n];
        for (int i = 0; i < n; i++) {
            focal[i] = i % 3 == 0;
            group[i] = focal[i] ? 1 : 0;
            answers[i] = random.nextInt(5) + group[i];
        }
        double r = correlation(answers, group);

        assertThat(DifferentialUse.of(answers, new double[n], focal)
                        .chiSquared()
                        .orThrow())
                .isCloseTo((n - 1) * r * r, within(1e-10));
    }

    @Test
    void a_shift_of_one_item_is_found_and_an_honest_difference_of_groups_is_not() {
        SeededRandom random = SeededRandom.of(6);
        int n = 4000;
        double[] fair = new double[n];
        double[] shifted = new double[n];
        double[] sum = new double[n];
        boolean[] focal = new boolean[n];
        for (int i = 0; i < n; i++) {
            focal[i] = i % 2 == 0;
            double theta = random.nextGaussian() + (focal[i] ? -0.5 : 0);
            for (int item = 0; item < 12; item++) {
                sum[i] += answer(theta, random);
            }
            fair[i] = answer(theta, random);
            shifted[i] = answer(theta + (focal[i] ? -0.8 : 0), random);
        }
        DifferentialUse honest = DifferentialUse.of(fair, sum, focal);
        DifferentialUse found = DifferentialUse.of(shifted, sum, focal);

        assertThat(honest.size()).isEqualTo(DifferentialUse.Size.NEGLIGIBLE);
        assertThat(found.size()).isEqualTo(DifferentialUse.Size.LARGE);
        assertThat(found.difference().orThrow()).isNegative();
        assertThat(found.logOdds().orThrow()).isNegative();
    }

    private static double answer(double theta, SeededRandom random) {
        return Math.max(1, Math.min(5, Math.round(3 + theta + 0.7 * random.nextGaussian())));
    }

    @Test
    void changing_the_groups_turns_the_signs_and_the_unit_changes_nothing_else() {
        SeededRandom random = SeededRandom.of(7);
        int n = 300;
        double[] answers = new double[n];
        double[] matching = new double[n];
        boolean[] focal = new boolean[n];
        boolean[] other = new boolean[n];
        for (int i = 0; i < n; i++) {
            answers[i] = random.nextInt(2);
            matching[i] = random.nextInt(4);
            focal[i] = random.nextInt(3) == 0;
            other[i] = !focal[i];
        }
        DifferentialUse one = DifferentialUse.of(answers, matching, focal);
        DifferentialUse turned = DifferentialUse.of(answers, matching, other);
        DifferentialUse percent =
                DifferentialUse.of(Arrays.stream(answers).map(x -> 100 * x).toArray(), matching, focal);

        assertThat(turned.chiSquared().orThrow()).isCloseTo(one.chiSquared().orThrow(), within(1e-12));
        assertThat(turned.logOdds().orThrow()).isCloseTo(-one.logOdds().orThrow(), within(1e-12));
        assertThat(percent.chiSquared().orThrow()).isCloseTo(one.chiSquared().orThrow(), within(1e-10));
        assertThat(percent.effect().orThrow()).isCloseTo(one.effect().orThrow(), within(1e-12));
    }

    @Test
    void people_without_a_match_are_counted_and_nothing_comparable_is_no_value() {
        DifferentialUse some =
                DifferentialUse.of(new double[] {1, 2, 2, 1, 5}, new double[] {1, 1, 1, 1, 9}, new boolean[] {
                    false, false, true, true, true
                });
        assertThat(some.unmatched()).isEqualTo(1);
        assertThat(some.strata()).isEqualTo(1);
        assertThat(some.reference() + some.focal()).isEqualTo(4);

        DifferentialUse none =
                DifferentialUse.of(new double[] {1, 2}, new double[] {1, 2}, new boolean[] {true, false});
        assertThat(none.chiSquared()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(none.size()).isNull();
        DifferentialUse alike = DifferentialUse.of(new double[] {3, 3, 3, 3}, new double[4], HALVES);
        assertThat(((Estimate.NotComputable) alike.p()).why().en())
                .isEqualTo("All people who can be compared answered alike.");
        DifferentialUse apart = DifferentialUse.of(new double[] {0, 0, 1, 1}, new double[4], HALVES);
        assertThat(apart.logOdds()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(apart.size()).isNull();
    }

    @Test
    void what_does_not_belong_together_is_refused() {
        assertThatThrownBy(() -> DifferentialUse.of(new double[2], new double[3], new boolean[2]))
                .hasMessage("There are 2 answers, 3 matching scores and 2 people sorted into groups.");
        assertThatThrownBy(() -> DifferentialUse.of(new double[] {Double.NaN}, new double[1], new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
