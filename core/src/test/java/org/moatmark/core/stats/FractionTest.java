package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void a_fraction_is_in_lowest_terms_with_its_sign_above() {
        assertThat(Fraction.of(6, -4)).isEqualTo(Fraction.of(-3, 2)).hasToString("-3/2");
        assertThat(Fraction.of(8, 4)).hasToString("2");
        assertThat(Fraction.of(0, -5)).isEqualTo(Fraction.ZERO);
        assertThatThrownBy(() -> Fraction.of(1, 0)).hasMessage("The denominator of a fraction is not 0.");
    }

    @Test
    void it_reckons_without_rounding() {
        Fraction third = Fraction.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
        assertThat(third.minus(Fraction.of(1, 2))).isEqualTo(Fraction.of(-1, 6));
        assertThat(third.times(Fraction.of(-6))).isEqualTo(Fraction.of(-2));
        assertThat(third.over(Fraction.of(2, 3))).isEqualTo(Fraction.of(1, 2));
        assertThat(third.negative().sign()).isEqualTo(-1);
        assertThat(third).isLessThan(Fraction.of(1, 2));
    }

    @Test
    void a_double_is_taken_as_exactly_what_it_is() {
        assertThat(Fraction.of(0.5)).isEqualTo(Fraction.of(1, 2));
        assertThat(Fraction.of(0.1)).isNotEqualTo(Fraction.of(1, 10));
        assertThat(Fraction.of(0.1).toDouble()).isEqualTo(0.1);
        assertThat(Fraction.of(1e20)).isEqualTo(Fraction.of(1e20));
        assertThat(Fraction.of(2, 3).toDouble()).isEqualTo(2.0 / 3);
    }
}
