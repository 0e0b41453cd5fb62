package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ranks are what counting gives, for every rule and data of every shape. */
class RanksTest {

    private static final double[] FOUR = {20, 10, 30, 20};

    @Test
    void equal_values_get_what_the_rule_says() {
        assertThat(Ranks.of(FOUR, TieRule.MEAN)).containsExactly(2.5, 1, 4, 2.5);
        assertThat(Ranks.of(FOUR, TieRule.MIN)).containsExactly(2, 1, 4, 2);
        assertThat(Ranks.of(FOUR, TieRule.MAX)).containsExactly(3, 1, 4, 3);
        assertThat(Ranks.of(FOUR, TieRule.DENSE)).containsExactly(2, 1, 3, 2);
        assertThat(Ranks.of(FOUR, TieRule.ORDINAL)).containsExactly(2, 1, 4, 3);
        assertThat(Ranks.tieSizes(FOUR)).containsExactly(1, 2, 1);
        assertThat(FOUR).containsExactly(20, 10, 30, 20);
    }

    @Test
    void ranks_are_counts_of_what_lies_below() {
        SeededRandom random = SeededRandom.of(20261102);
        for (int n : new int[] {1, 2, 7, 47, 48, 300, 2500}) {
            for (Shape shape : Shape.values()) {
                double[] values = shape.draw(n, random);
                String what = "seed 20261102, " + n + " " + shape;
                double[] dense = Arrays.stream(values)
                        .map(value -> value + 0.0)
                        .distinct()
                        .sorted()
                        .toArray();
                double[][] ranks = new double[TieRule.values().length][];
                for (TieRule rule : TieRule.values()) {
                    ranks[rule.ordinal()] = Ranks.of(values, rule);
                }
                for (int i = 0; i < n; i++) {
                    double value = values[i];
                    int place = i;
                    long below =
                            Arrays.stream(values).filter(other -> other < value).count();
                    long equal = Arrays.stream(values)
                            .filter(other -> other == value)
                            .count();
                    long earlier = IntStream.range(0, place)
                            .filter(k -> values[k] == value)
                            .count();
                    assertThat(ranks[TieRule.MEAN.ordinal()][i]).as(what).isEqualTo(below + (equal + 1) / 2.0);
                    assertThat(ranks[TieRule.MIN.ordinal()][i]).as(what).isEqualTo(below + 1);
                    assertThat(ranks[TieRule.MAX.ordinal()][i]).as(what).isEqualTo(below + equal);
                    assertThat(ranks[TieRule.ORDINAL.ordinal()][i]).as(what).isEqualTo(below + 1 + earlier);
                    assertThat(ranks[TieRule.DENSE.ordinal()][i])
                            .as(what)
                            .isEqualTo(Arrays.binarySearch(dense, value + 0.0) + 1);
                }
            }
        }
    }

    /** Enough for every path: buckets of one value, of a few, of many, and of many again. */
    @Test
    void a_hundred_thousand_values_are_ranked_as_sorting_ranks_them() {
        int n = 100_000;
        SeededRandom random = SeededRandom.of(3);
        for (Shape shape : Shape.values()) {
            double[] values = shape.draw(n, random);
            double[] sorted =
                    Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
            double[] ordinal = Ranks.of(values, TieRule.ORDINAL);
            double[] back = new double[n];
            for (int i = 0; i < n; i++) {
                back[(int) ordinal[i] - 1] = values[i] + 0.0;
            }
            assertThat(back).as(shape.name()).isEqualTo(sorted);
            assertThat(Arrays.stream(Ranks.midRanks(values)).sum())
                    .as(shape.name())
                    .isEqualTo(n * (n + 1.0) / 2);
            assertThat(Arrays.stream(Ranks.tieSizes(values)).sum())
                    .as(shape.name())
                    .isEqualTo(n);
        }
    }

    @Test
    void no_value_has_no_rank() {
        assertThat(Ranks.midRanks(new double[0])).isEmpty();
        assertThat(Ranks.tieSizes(new double[0])).isEmpty();
    }

    @Test
    void missing_values_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> Ranks.midRanks(new double[] {3, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A rank cannot be computed: value 1 is NaN. Leave out what is missing and give finite numbers.");
    }
}
