package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Percentile ranks as SciPy's percentileofscore documents them, and their identities. */
class PercentileRankTest {

    private final ReferenceCase scipy = ReferenceCase.of("percentile_rank");
    private final double[] values = ReferenceCase.column("percentile_rank.csv", "x");

    @Test
    void the_examples_of_percentileofscore_come_out() {
        scipy.check("of_3_in_1234", PercentileRank.RANK.of(new double[] {1, 2, 3, 4}, 3));
        scipy.check("of_3_in_1234", PercentileRank.WEAK.of(new double[] {1, 2, 3, 4}, 3));
        scipy.check("rank_of_3", PercentileRank.RANK.of(values, 3));
        scipy.check("strict_of_3", PercentileRank.STRICT.of(values, 3));
        scipy.check("weak_of_3", PercentileRank.WEAK.of(values, 3));
        scipy.check("mean_of_3 (mid-rank)", PercentileRank.MID.of(values, 3));
        scipy.check("midrank_all", PercentileRank.MID.ofEach(values));
        scipy.check("average_ranks", Ranks.midRanks(values));
    }

    @Test
    void a_score_outside_the_group_is_placed_too() {
        assertThat(PercentileRank.MID.of(values, 2.5)).isEqualTo(40);
        assertThat(PercentileRank.RANK.of(values, 2.5)).isEqualTo(40);
        assertThat(PercentileRank.MID.of(values, 0)).isZero();
        assertThat(PercentileRank.WEAK.of(values, 9)).isEqualTo(100);
        assertThat(PercentileRank.STRICT.of(values, 9)).isEqualTo(100);
        assertThat(PercentileRank.MID.of(new double[] {7}, 7)).isEqualTo(50);
    }

    @Test
    void all_at_once_is_the_same_as_one_by_one() {
        SeededRandom random = SeededRandom.of(12);
        for (PercentileRank kind : PercentileRank.values()) {
            for (Shape shape : Shape.values()) {
                double[] drawn = shape.draw(120, random);
                double[] each = kind.ofEach(drawn);
                for (int i = 0; i < drawn.length; i++) {
                    assertThat(each[i]).as(kind + " " + shape).isEqualTo(kind.of(drawn, drawn[i]));
                }
            }
        }
        assertThat(PercentileRank.MID.ofEach(new double[0])).isEmpty();
    }

    @Test
    void mid_rank_percents_have_the_mean_fifty_and_lie_between_strict_and_weak() {
        double[] drawn = Shape.WHOLE_SCORES.draw(997, SeededRandom.of(13));
        assertThat(Arrays.stream(PercentileRank.MID.ofEach(drawn)).average().orElseThrow())
                .isCloseTo(50, within(1e-10));
        for (double score : drawn) {
            double strict = PercentileRank.STRICT.of(drawn, score);
            double weak = PercentileRank.WEAK.of(drawn, score);
            assertThat(PercentileRank.MID.of(drawn, score)).isCloseTo((strict + weak) / 2, within(1e-12));
            assertThat(PercentileRank.RANK.of(drawn, score)).isBetween(strict, weak);
        }
    }

    @Test
    void what_has_no_percentile_rank_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> PercentileRank.MID.of(new double[0], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A percentile rank cannot be computed of no values: give at least one.");
        assertThatThrownBy(() -> PercentileRank.MID.of(values, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A percentile rank cannot be computed: the score is NaN. Give a finite number.");
        assertThatThrownBy(() -> PercentileRank.MID.percent(3, 2, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A percentile rank cannot be computed of 3 values below and 2 equal out of 4: give counts"
                        + " from 0 that fit into at least 1.");
        assertThatThrownBy(() -> PercentileRank.MID.percent(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
