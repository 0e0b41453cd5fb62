package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KendallWTest {

    private static final double NA = Double.NaN;

    @Test
    void the_same_order_gives_one_whatever_the_scale() {
        KendallW w = KendallW.of(new double[][] {{1, 10, -5}, {2, 20, 0}, {3, 900, 0.1}, {4, 901, 7}});

        assertThat(w.w().orThrow()).isEqualTo(1);
        assertThat(w.uncorrected().orThrow()).isEqualTo(1);
        assertThat(w.chiSquared().orThrow()).isEqualTo(9);
        assertThat(w.degrees()).isEqualTo(3);
    }

    @Test
    void opposite_orders_give_zero() {
        assertThat(KendallW.of(new double[][] {{1, 3}, {2, 2}, {3, 1}}).w().orThrow())
                .isZero();
    }

    @Test
    void the_same_ties_by_all_still_give_one_with_the_correction_only() {
        KendallW w = KendallW.of(new double[][] {{1, 5}, {1, 5}, {2, 6}, {-0.0, 0.0}});

        assertThat(w.w().orThrow()).isCloseTo(1, within(1e-15));
        // S = 18 of 20
        assertThat(w.uncorrected().orThrow()).isCloseTo(0.9, within(1e-15));
    }

    @Test
    void a_subject_with_a_missing_cell_is_left_out() {
        KendallW w = KendallW.of(new double[][] {{1, 1}, {NA, 9}, {2, 2}, {3, 3}});

        assertThat(w.subjects()).isEqualTo(3);
        assertThat(w.incomplete()).isEqualTo(1);
        assertThat(w.raters()).isEqualTo(2);
        assertThat(w.w().orThrow()).isEqualTo(1);
    }

    @Test
    void too_little_gives_none() {
        assertThatThrownBy(KendallW.of(new double[][] {{1, 2}}).w()::orThrow)
                .hasMessage("Concordance needs at least two raters and two subjects that all of them rated.");
        assertThatThrownBy(KendallW.of(new double[][] {{1}, {2}}).p()::orThrow)
                .hasMessage("Concordance needs at least two raters and two subjects that all of them rated.");
        assertThat(KendallW.of(new double[][] {}).degrees()).isZero();
        assertThatThrownBy(KendallW.of(new double[][] {{4, 2}, {4, 2}, {4, 2}}).w()::orThrow)
                .hasMessage("No rater distinguishes any two subjects, so there is no order to compare.");
    }
}
