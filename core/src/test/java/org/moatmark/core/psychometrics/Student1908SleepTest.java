package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Additional sleep with two drugs, ten patients each: "Student" (1908), The probable error of a mean, Biometrika 6(1),
 * 1-25, p. 20, as R prints it in its data set {@code sleep}. Welch's interval is the one in the example of R's
 * {@code t.test}, here with all digits from R 4.2.2.
 */
class Student1908SleepTest {

    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void welchs_interval_is_that_of_t_test() {
        IntervalEstimate.Limits limits = TwoGroups.welch(FIRST, SECOND, 0.95).orThrow();
        assertThat(limits.low()).isEqualTo(-3.36548323071171, within(1e-12));
        assertThat(limits.high()).isEqualTo(0.20548323071171, within(1e-12));
        assertThat(TwoGroups.difference(FIRST, SECOND).orThrow()).isEqualTo(-1.58, within(1e-12));
    }

    @Test
    void more_than_10000_arrangements_are_drawn_and_come_near_the_exact_share() {
        // R 4.2.2 over all 184,756 arrangements (combn): 0.081447963800905. Standard error of the drawing: 0.0027.
        PermutationTest drawn = PermutationTest.of(FIRST, SECOND, 1);
        assertThat(drawn.exact()).isFalse();
        assertThat(drawn.arrangements()).isEqualTo(10_000);
        assertThat(drawn.seed()).isEqualTo(1L);
        assertThat(drawn.p()).isEqualTo(0.081447963800905, within(0.008));
        assertThat(PermutationTest.of(FIRST, SECOND, 1)).isEqualTo(drawn);
        assertThat(PermutationTest.of(FIRST, SECOND, 2)).isNotEqualTo(drawn);
    }
}
