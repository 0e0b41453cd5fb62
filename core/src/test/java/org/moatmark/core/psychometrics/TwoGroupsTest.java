package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Two groups, against R 4.2.2 where it is named, else by hand. */
class TwoGroupsTest {

    private static final double[] FEW = {3.5, 4, 4.5};
    private static final double[] MORE = {2, 2.5, 2.5, 4};

    @Test
    void hedges_g_is_freed_of_bias() {
        // Pooled variance (0.5 + 2.25) / 5 = 0.55; J(5) = Gamma(2.5) / (sqrt(2.5) Gamma(2)) = 0.840748682459689 in R.
        assertThat(TwoGroups.hedgesG(FEW, MORE))
                .isEqualTo(Estimate.of(TwoGroups.hedgesG(FEW, MORE).orThrow(), 7));
        assertThat(TwoGroups.hedgesG(FEW, MORE).orThrow())
                .isEqualTo(0.840748682459689 * 1.25 / Math.sqrt(0.55), within(1e-13));
        assertThat(TwoGroups.hedgesG(MORE, FEW).orThrow())
                .isEqualTo(-TwoGroups.hedgesG(FEW, MORE).orThrow());
        // J(2) = Gamma(1) / (1 Gamma(1/2)) = 1 / sqrt(pi); d = 1 / sqrt(0.5).
        assertThat(TwoGroups.hedgesG(new double[] {1, 2}, new double[] {0, 1}).orThrow())
                .isEqualTo(Math.sqrt(2 / Math.PI), within(1e-15));
    }

    @Test
    void noncentrality_is_what_r_finds() {
        // uniroot(function(d) pt(qt(.975, df), df, ncp = d, lower.tail = FALSE) - .8, c(1, 20), tol = 1e-13)
        assertThat(TwoGroups.noncentrality(2)).isEqualTo(5.65348926640183, within(1e-7));
        assertThat(TwoGroups.noncentrality(3)).isEqualTo(4.25589882073842, within(1e-7));
        assertThat(TwoGroups.noncentrality(5)).isEqualTo(3.51390410556236, within(1e-7));
        assertThat(TwoGroups.noncentrality(10)).isEqualTo(3.10997104085473, within(1e-7));
        assertThat(TwoGroups.noncentrality(18)).isEqualTo(2.9626757969766, within(1e-7));
        assertThat(TwoGroups.noncentrality(40)).isEqualTo(2.87113182511532, within(1e-7));
        assertThat(TwoGroups.noncentrality(1_000_000)).isEqualTo(1.959963984540054 + 0.8416212335729143, within(1e-4));
    }

    @Test
    void the_smallest_detectable_difference_is_that_of_power_t_test() {
        // power.t.test(n = 5, power = .8, sd = 1, tol = 1e-12)$delta; four times 0.5 off the mean and 0: variance 1/4.
        double[] group = {-0.5, -0.5, 0, 0.5, 0.5};
        assertThat(TwoGroups.smallestDetectable(group, group).orThrow()).isEqualTo(2.02444097735858 / 2, within(1e-7));
    }

    @Test
    void without_spread_there_is_neither_interval_nor_effect_and_all_could_be_shown() {
        double[] same = {0.1, 0.1, 0.1};
        double[] other = {0.7, 0.7};
        assertThat(TwoGroups.difference(same, other).orThrow()).isEqualTo(0.1 - 0.7);
        assertThat(TwoGroups.welch(same, other, 0.95).isComputable()).isFalse();
        assertThat(TwoGroups.hedgesG(same, other).number()).isEmpty();
        assertThat(((Estimate.NotComputable) TwoGroups.hedgesG(same, other))
                        .why()
                        .en())
                .isEqualTo("Within both groups all people say the same, so that the difference cannot be measured by"
                        + " their spread.");
        assertThat(TwoGroups.smallestDetectable(same, other).orThrow()).isZero();
    }

    @Test
    void one_group_without_spread_leaves_an_interval() {
        // t.test(c(1, 1, 1), c(2, 3)): df 1, se sqrt(0.25) = 0.5, t 12.706204736: -1.5 -+ 6.353.
        IntervalEstimate.Limits limits = TwoGroups.welch(new double[] {1, 1, 1}, new double[] {2, 3}, 0.95)
                .orThrow();
        assertThat(limits.low()).isEqualTo(-1.5 - 12.7062047361747 / 2, within(1e-11));
        assertThat(limits.high()).isEqualTo(-1.5 + 12.7062047361747 / 2, within(1e-11));
    }

    @Test
    void too_few_people_are_a_result_and_no_mistake() {
        double[] one = {3};
        double[] none = {};
        assertThat(TwoGroups.difference(one, none).number()).isEmpty();
        assertThat(TwoGroups.difference(one, one).orThrow()).isZero();
        assertThat(TwoGroups.welch(one, FEW, 0.95).isComputable()).isFalse();
        assertThat(TwoGroups.hedgesG(FEW, one).number()).isEmpty();
        assertThat(TwoGroups.smallestDetectable(one, FEW).number()).isEmpty();
    }

    @Test
    void mistakes_are_refused_in_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoGroups.difference(FEW, new double[] {1, Double.NaN}))
                .withMessage("A group holds the value NaN: give finite numbers, and leave out who has none.");
        assertThatIllegalArgumentException().isThrownBy(() -> TwoGroups.welch(FEW, MORE, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoGroups.noncentrality(1))
                .withMessage("A test of two groups of two has at least 2 degrees of freedom, not 1: give n1 + n2 - 2.");
    }
}
