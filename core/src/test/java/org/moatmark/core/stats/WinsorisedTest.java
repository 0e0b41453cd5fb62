package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outliers drawn in, moments by hand, and missing cells filled; the ASEM data test the same against COINr. */
class WinsorisedTest {

    private static final double[] ONE_FAR = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 900};

    @Test
    void a_far_value_becomes_the_nearest_that_stays() {
        Winsorised treated = Winsorised.of(ONE_FAR, Winsorised.Limits.USUAL);
        assertThat(treated.replaced()).isEqualTo(1);
        assertThat(treated.settled()).isTrue();
        assertThat(treated.values().get(15)).isEqualTo(15);
        assertThat(treated.values().subList(0, 15))
                .containsExactlyElementsOf(boxed(ONE_FAR).subList(0, 15));
        double[] below = Arrays.stream(ONE_FAR).map(value -> -value).toArray();
        assertThat(Winsorised.of(below, Winsorised.Limits.USUAL).values().get(15))
                .isEqualTo(-15);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Test
    void a_column_within_the_limits_stays_as_it_is() {
        double[] calm = {3, Double.NaN, 1, 2, 5, 4};
        Winsorised treated = Winsorised.of(calm, Winsorised.Limits.USUAL);
        assertThat(treated.replaced()).isZero();
        assertThat(treated.values()).containsExactly(3.0, Double.NaN, 1.0, 2.0, 5.0, 4.0);
        assertThat(Winsorised.of(new double[] {7, 7, 7, 7, 7}, Winsorised.Limits.USUAL)
                        .settled())
                .isTrue();
        assertThat(Winsorised.of(new double[] {7, 900}, Winsorised.Limits.USUAL).replaced())
                .isZero();
        assertThat(Winsorised.of(new double[] {Double.NaN}, Winsorised.Limits.USUAL)
                        .settled())
                .isTrue();
    }

    @Test
    void a_column_that_drawing_in_does_not_mend_stays_and_says_so() {
        double[] hopeless = Shape.MANY_DECADES.draw(100, SeededRandom.of(1));
        Winsorised treated = Winsorised.of(hopeless, Winsorised.Limits.USUAL);
        assertThat(treated.settled()).isFalse();
        assertThat(treated.replaced()).isZero();
        assertThat(treated.values()).isEqualTo(boxed(hopeless));
    }

    /** Of 1, 2, 3, 10 the mean is 4 and the distances are -3, -2, -1, 6: sums 50, 180 and 1394. */
    @Test
    void moments_by_hand() {
        Moments moments = Moments.of(new double[] {1, 2, 3, 10}).orThrow();
        assertThat(moments).isEqualTo(new Moments(4, 4, 50, 180, 1394));
        assertThat(moments.variance().orThrow()).isCloseTo(50 / 3.0, within(1e-14));
        assertThat(moments.skewness().orThrow()).isCloseTo(Math.sqrt(12) / 2 * 45 / Math.pow(12.5, 1.5), within(1e-14));
        assertThat(moments.kurtosis().orThrow()).isCloseTo(3 / 2.0 * (5 * (348.5 / 156.25 - 3) + 6), within(1e-13));
    }

    @Test
    void moments_that_do_not_exist_have_a_reason() {
        assertThat(Moments.of(new double[0])).isEqualTo(Computed.not(Reason.NO_VALUES));
        Moments one = Moments.of(new double[] {3}).orThrow();
        assertThat(one.variance()).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(one.skewness()).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(one.kurtosis()).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        Moments equal =
                Moments.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}).orThrow();
        assertThat(equal.variance().orThrow()).isZero();
        assertThat(equal.skewness()).isEqualTo(Computed.not(Reason.ALL_EQUAL));
        assertThat(equal.kurtosis()).isEqualTo(Computed.not(Reason.ALL_EQUAL));
    }

    @Test
    void missing_cells_take_the_mean_of_their_group() {
        double[] values = {1, Double.NaN, 3, 10, Double.NaN, Double.NaN};
        double[] filled = GroupImputation.byMean(values, new int[] {0, 0, 0, 1, 1, 2});
        assertThat(filled).containsExactly(1, 2, 3, 10, 10, Double.NaN);
        assertThat(values[1]).isNaN();
    }

    @Test
    void what_does_not_fit_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> GroupImputation.byMean(new double[] {1, 2}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Missing cells cannot be filled: there are 2 cells and groups for 1. Give one group for each"
                                + " cell.");
        assertThatThrownBy(() -> GroupImputation.byMean(new double[] {1, 2}, new int[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Missing cells cannot be filled: cell 1 is in group 2. Number the groups from 0, below the"
                        + " number of cells.");
        assertThatThrownBy(() -> new Winsorised.Limits(-1, 3, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Limits of skewness -1.0, kurtosis 3.0 and 5 values cannot be kept: give numbers, the first"
                        + " and the last from 0.");
    }
}
