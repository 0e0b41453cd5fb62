package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Lines that turn round, end, and are not there; ranks with missing cells. */
class RescaleTest {

    private static final double[] VALUES = {4, Double.NaN, 10, 1, 4};
    private static final Direction UP = Direction.HIGHER_IS_BETTER;
    private static final Direction DOWN = Direction.LOWER_IS_BETTER;

    @Test
    void where_lower_is_better_the_scale_turns_round() {
        double[] up = Rescale.minMax(VALUES, 0, 90, UP).orThrow().apply(VALUES);
        double[] down = Rescale.minMax(VALUES, 0, 90, DOWN).orThrow().apply(VALUES);
        assertThat(up).containsExactly(30, Double.NaN, 90, 0, 30);
        assertThat(down).containsExactly(60, Double.NaN, 0, 90, 60);
        double[] zUp = Rescale.zScore(VALUES, 0, 1, UP).orThrow().apply(VALUES);
        double[] zDown = Rescale.zScore(VALUES, 0, 1, DOWN).orThrow().apply(VALUES);
        for (int i : new int[] {0, 2, 3, 4}) {
            assertThat(zDown[i]).isCloseTo(-zUp[i], within(1e-15));
        }
        assertThat(Rescale.goalposts(10, 2).apply(new double[] {12, 10, 4, 2, 1}))
                .containsExactly(0, 0, 0.75, 1, 1);
        assertThat(Rescale.distanceToTarget(VALUES, 2, DOWN).orThrow().apply(VALUES))
                .containsExactly(0.75, Double.NaN, 0, 1.125, 0.75);
    }

    @Test
    void a_capped_line_ends_where_its_ends_are() {
        Rescale target = Rescale.distanceToTarget(VALUES, 4, UP).orThrow();
        assertThat(target.apply(10)).isEqualTo(3);
        assertThat(target.asCapped().apply(10)).isOne();
        assertThat(target.asCapped().apply(-10)).isZero();
        assertThat(target.asCapped().apply(Double.NaN)).isNaN();
        assertThat(new Rescale(0, 1, 100, 0, true).apply(new double[] {-1, 0.25, 2}))
                .containsExactly(100, 75, 0);
    }

    /** A line learned from a library places a company that is not in it, beyond the ends if need be. */
    @Test
    void a_line_can_be_used_on_other_data() {
        Rescale line = Rescale.minMax(new double[] {20, 60, 40}, 0, 100, UP).orThrow();
        assertThat(line.apply(70)).isEqualTo(125);
        assertThat(line.asCapped().apply(70)).isEqualTo(100);
    }

    @Test
    void standard_scores_have_the_mean_and_deviation_that_were_asked() {
        double[] drawn = Shape.NORMAL.draw(500, SeededRandom.of(8));
        double[] scores = Rescale.zScore(drawn, 50, 10, DOWN).orThrow().apply(drawn);
        Moments moments = Moments.of(scores).orThrow();
        assertThat(moments.mean()).isCloseTo(50, within(1e-12));
        assertThat(moments.standardDeviation().orThrow()).isCloseTo(10, within(1e-12));
    }

    @Test
    void data_without_a_line_give_a_reason() {
        double[] none = {Double.NaN, Double.NaN};
        double[] equal = {3, 3, Double.NaN};
        assertThat(Rescale.minMax(none, 0, 1, UP)).isEqualTo(Computed.not(Reason.NO_VALUES));
        assertThat(Rescale.minMax(equal, 0, 1, UP)).isEqualTo(Computed.not(Reason.ALL_EQUAL));
        assertThat(Rescale.zScore(none, 0, 1, UP)).isEqualTo(Computed.not(Reason.NO_VALUES));
        assertThat(Rescale.zScore(new double[] {3, Double.NaN}, 0, 1, UP))
                .isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(Rescale.zScore(equal, 0, 1, UP)).isEqualTo(Computed.not(Reason.ALL_EQUAL));
        assertThat(Rescale.shareOfGreatest(new double[] {-1, 0})).isEqualTo(Computed.not(Reason.MAXIMUM_NOT_POSITIVE));
        assertThat(Rescale.distanceToReference(equal, 3)).isEqualTo(Computed.not(Reason.REFERENCE_OUT_OF_PLACE));
        assertThat(RankScale.shareBelow(none)).isEqualTo(Computed.not(Reason.NO_VALUES));
        assertThat(RankScale.shareBelow(new double[] {1})).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(RankScale.borda(none)).containsExactly(Double.NaN, Double.NaN);
        assertThat(RankScale.borda(equal)).containsExactly(0, 0, Double.NaN);
    }

    @Test
    void missing_cells_have_no_rank_and_do_not_count() {
        assertThat(RankScale.ranks(VALUES, TieRule.MEAN)).containsExactly(2.5, Double.NaN, 4, 1, 2.5);
        assertThat(RankScale.ranks(VALUES, TieRule.DENSE)).containsExactly(2, Double.NaN, 3, 1, 2);
    }

    @Test
    void what_is_no_line_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Rescale.goalposts(5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A line cannot map 5.0 to 0.0 and 5.0 to 1.0: give finite numbers, the first and the third of"
                                + " them different.");
        assertThatThrownBy(() -> Rescale.goalposts(Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rescale(0, 1, 0, Double.POSITIVE_INFINITY, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rescale.minMax(new double[] {1, Double.POSITIVE_INFINITY}, 0, 1, UP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A min-max scale cannot be computed: value 1 is Infinity. Give finite numbers, and NaN for"
                        + " what is missing.");
        double[] untouched = VALUES.clone();
        Rescale.minMax(VALUES, 0, 1, UP).orThrow().apply(VALUES);
        assertThat(Arrays.equals(untouched, VALUES)).isTrue();
    }
}
