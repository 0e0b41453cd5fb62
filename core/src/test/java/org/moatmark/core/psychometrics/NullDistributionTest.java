package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** LeBreton and Senter (2008), table 2, whose variances for five options follow from the shares of James et al. (1984). */
class NullDistributionTest {

    @Test
    void five_options_agree_with_their_shares() {
        assertThat(NullDistribution.uniform(5).variance()).isEqualTo(2);
        assertThat(NullDistribution.ofShares(0.2, 0.2, 0.2, 0.2, 0.2).variance())
                .isCloseTo(2, within(1e-15));
        assertThat(NullDistribution.slightlySkewed(5).variance())
                .isCloseTo(
                        NullDistribution.ofShares(0.05, 0.15, 0.20, 0.35, 0.25).variance(), within(1e-12));
        assertThat(NullDistribution.moderatelySkewed(5).variance())
                .isCloseTo(NullDistribution.ofShares(0, 0.10, 0.15, 0.40, 0.35).variance(), within(1e-12));
        assertThat(NullDistribution.heavilySkewed(5).variance())
                .isCloseTo(NullDistribution.ofShares(0, 0, 0.10, 0.40, 0.50).variance(), within(1e-12));
    }

    @Test
    void seven_and_eleven_options_are_tabled() {
        assertThat(NullDistribution.uniform(7).variance()).isEqualTo(4);
        assertThat(NullDistribution.slightlySkewed(7).variance()).isEqualTo(2.90);
        assertThat(NullDistribution.moderatelySkewed(7).variance()).isEqualTo(2.14);
        assertThat(NullDistribution.heavilySkewed(7).variance()).isEqualTo(1.39);
        assertThat(NullDistribution.heavilySkewed(11).variance()).isEqualTo(4.02);
        assertThat(NullDistribution.uniform(11).variance()).isEqualTo(10);
    }

    @Test
    void a_steeper_skew_leaves_less_variance_on_every_scale() {
        for (int options = 5; options <= 11; options++) {
            assertThat(new double[] {
                        NullDistribution.heavilySkewed(options).variance(),
                        NullDistribution.moderatelySkewed(options).variance(),
                        NullDistribution.slightlySkewed(options).variance(),
                        NullDistribution.uniform(options).variance()
                    })
                    .as(options + " options")
                    .isSorted();
        }
    }

    @Test
    void refuses_what_is_no_null() {
        assertThatThrownBy(() -> NullDistribution.slightlySkewed(4))
                .hasMessage("Skewed nulls are published for 5 to 11 options, not for 4; give the shares of the options"
                        + " instead.");
        assertThatThrownBy(() -> NullDistribution.ofVariance(5, 4.1))
                .hasMessage("The variance of ratings on 5 options is above 0 and at most 4.0, not 4.1; a scale has at"
                        + " least 2 options.");
        assertThatThrownBy(() -> NullDistribution.ofShares(0, 1, 0))
                .hasMessage("The variance of ratings on 3 options is above 0 and at most 1.0, not 0.0; a scale has at"
                        + " least 2 options.");
        assertThatThrownBy(() -> NullDistribution.ofShares(0.5, 0.4))
                .hasMessage("The shares of all options add up to 1, not 0.9.");
        assertThatThrownBy(() -> NullDistribution.ofShares(1.5, -0.5))
                .hasMessage("The share of an option is at least 0, not -0.5.");
    }
}
