package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.stats.CompositeIndex.Part;

/** An index by hand, with missing cells, and structures that are none. */
class CompositeIndexTest {

    private static final double NONE = Double.NaN;

    /** index = (1 * left + 3 * right) / 4, left = mean of a and b, right = c alone. */
    private final CompositeIndex index = CompositeIndex.of(List.of(
            new Part("index", "", 1),
            new Part("left", "index", 1),
            new Part("a", "left", 2),
            new Part("right", "index", 3),
            new Part("c", "right", 1),
            new Part("b", "left", 2)));

    @Test
    void parts_become_wholes_from_the_bottom_up() {
        assertThat(index.indicators()).containsExactly("a", "c", "b");
        assertThat(index.aggregates()).containsExactly("left", "right", "index");
        double[][] scores = index.scores(new double[][] {{10, 50, 20}}, WeightedMean.ARITHMETIC);
        assertThat(scores[0]).containsExactly(15, 50, 41.25);
    }

    @Test
    void what_is_missing_does_not_count() {
        double[][] data = {{10, 50, NONE}, {10, NONE, 20}, {NONE, NONE, NONE}};
        double[][] scores = index.scores(data, WeightedMean.ARITHMETIC);
        assertThat(scores[0]).containsExactly(10, 50, 40);
        assertThat(scores[1]).containsExactly(15, NONE, 15);
        assertThat(scores[2]).containsExactly(NONE, NONE, NONE);
        assertThat(data[0]).containsExactly(10, 50, NONE);
    }

    @Test
    void a_value_below_zero_has_no_geometric_mean() {
        assertThat(index.scores(new double[][] {{-1, 50, 20}}, WeightedMean.GEOMETRIC)[0])
                .containsExactly(NONE, 50, 50);
    }

    @Test
    void structures_that_are_none_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> CompositeIndex.of(List.of(new Part("a", "", 1), new Part("a", "", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Part 'a' is listed twice: give each part once.");
        assertThatThrownBy(() -> CompositeIndex.of(List.of(new Part("a", "b", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Part 'a' belongs to 'b', which is not listed.");
        assertThatThrownBy(() -> CompositeIndex.of(List.of(new Part("a", "b", 1), new Part("b", "a", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Parts go round in a circle: a, b.");
        assertThatThrownBy(() -> CompositeIndex.of(List.of(new Part("a", "", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Part 'a' has a weight of -1.0: give a finite one from 0.");
        assertThatThrownBy(() -> index.scores(new double[][] {{1, 2}}, WeightedMean.ARITHMETIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unit 0 has 2 values and the index 3 indicators: give one value for each, NaN for a missing"
                        + " one.");
    }
}
