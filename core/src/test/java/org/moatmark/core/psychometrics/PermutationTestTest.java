package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The permutation test of two groups, by hand. */
class PermutationTestTest {

    @Test
    void all_ways_are_counted_where_there_are_few() {
        // 1, 2 against 3, 4: of the six ways {1,2} and {3,4} lie 2 apart, the others 1 or 0.
        PermutationTest test = PermutationTest.of(new double[] {1, 2}, new double[] {3, 4}, 7);
        assertThat(test).isEqualTo(new PermutationTest(2 / 6.0, 6, null));
        assertThat(test.exact()).isTrue();
        assertThat(PermutationTest.of(new double[] {3, 4}, new double[] {1, 2}, 7))
                .isEqualTo(test);
    }

    @Test
    void ties_count_as_far_apart() {
        // 0.1, 0.2 against 0.3, 0.3, 0.3: rounding must not lose the tie. Only {0.1, 0.2} lies 0.15 apart; the other
        // nine
        // of ten ways less.
        PermutationTest test = PermutationTest.of(new double[] {0.1, 0.2}, new double[] {0.3, 0.3, 0.3}, 1);
        assertThat(test.p()).isEqualTo(0.1, within(1e-15));
        assertThat(PermutationTest.of(new double[] {0.7, 0.7}, new double[] {0.7, 0.7, 0.7}, 1)
                        .p())
                .isEqualTo(1);
        assertThat(PermutationTest.of(new double[] {0.1, 0.3}, new double[] {0.3, 0.1}, 1)
                        .p())
                .isEqualTo(1);
    }

    @Test
    void one_person_each_shows_nothing() {
        assertThat(PermutationTest.of(new double[] {1}, new double[] {5}, 1).p())
                .isEqualTo(1);
    }

    @Test
    void drawing_begins_beyond_10000_ways() {
        // 8 of 16: 12,870 ways; 7 of 15: 6,435.
        double[] eight = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] seven = {1, 2, 3, 4, 5, 6, 7};
        assertThat(PermutationTest.of(eight, eight, 1).exact()).isFalse();
        assertThat(PermutationTest.of(seven, eight, 1).exact()).isTrue();
        assertThat(PermutationTest.of(seven, eight, 1).arrangements()).isEqualTo(6435);
        assertThat(PermutationTest.of(eight, eight, 1).p()).isEqualTo(1);
        // However far apart, never 0.
        double[] far = {101, 102, 103, 104, 105, 106, 107, 108};
        assertThat(PermutationTest.of(eight, far, 1).p()).isBetween(1 / 10_001.0, 0.002);
    }

    @Test
    void nothing_is_modified_and_mistakes_are_refused() {
        double[] one = {1, 5};
        double[] other = {3};
        PermutationTest.of(one, other, 1);
        assertThat(one).containsExactly(1, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationTest.of(one, new double[0], 1))
                .withMessage("A permutation test needs somebody in each group: 2 and 0 people were given.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PermutationTest(0, 6, null))
                .withMessage("A permutation test has a p above 0 and at most 1 from at least 1 way, not 0.0 from 6.");
    }
}
