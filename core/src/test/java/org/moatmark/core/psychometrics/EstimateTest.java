package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void a_point_is_a_finite_number_from_some_cases() {
        assertThat(Estimate.of(0.8, 12).number()).hasValue(0.8);
        assertThat(Estimate.of(0.8, 12).orThrow()).isEqualTo(0.8);
        assertThatThrownBy(() -> Estimate.of(Double.NaN, 12))
                .hasMessage("An estimate is a finite number from at least 0 cases, not NaN from 12.");
        assertThatThrownBy(() -> Estimate.of(1, -1))
                .hasMessage("An estimate is a finite number from at least 0 cases, not 1.0 from -1.");
    }

    @Test
    void without_a_number_there_is_a_reason_in_both_languages() {
        Estimate none = Estimate.notComputable("One respondent is too few.", "回答者が1人では足りません。");

        assertThat(none.number()).isEmpty();
        assertThatThrownBy(none::orThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("One respondent is too few.");
    }
}
