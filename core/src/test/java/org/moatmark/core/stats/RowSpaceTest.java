package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowSpaceTest {

    private static List<Fraction> row(long... values) {
        return Arrays.stream(values).mapToObj(Fraction::of).toList();
    }

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void a_difference_of_two_sums_follows_from_them() {
        RowSpace space = RowSpace.of(3, List.of(row(1, 1, 1), row(1, 1, 0)));
        assertThat(space.rank()).isEqualTo(2);
        assertThat(space.contains(row(0, 0, 7))).isTrue();
        assertThat(space.contains(row(1, 0, 0))).isFalse();
    }

    @Test
    void two_nearly_equal_sums_of_many_give_one_person_away() {
        RowSpace space = RowSpace.of(7, List.of(row(1, 1, 1, 1, 1, 1, 0), row(1, 1, 1, 1, 1, 0, 1)));
        assertThat(space.isAboutAtLeast(ones(7), 2)).isTrue();
        assertThat(space.isAboutAtLeast(ones(7), 3)).isFalse();
    }

    @Test
    void a_column_of_many_people_counts_for_as_many() {
        RowSpace space = RowSpace.of(2, List.of(row(1, 1), row(1, 0)));
        assertThat(space.isAboutAtLeast(new int[] {6, 5}, 5)).isTrue();
        assertThat(space.isAboutAtLeast(new int[] {6, 4}, 5)).isFalse();
    }

    @Test
    void nothing_follows_from_nothing() {
        RowSpace space = RowSpace.of(3, List.of());
        assertThat(space.rank()).isZero();
        assertThat(space.isAboutAtLeast(ones(3), 100)).isTrue();
        assertThat(RowSpace.of(0, List.of()).isAboutAtLeast(new int[0], 5)).isTrue();
    }

    @Test
    void four_totals_of_a_table_of_two_by_two_give_no_cell_away_and_a_cell_gives_all() {
        List<List<Fraction>> totals = List.of(row(1, 1, 0, 0), row(0, 0, 1, 1), row(1, 0, 1, 0), row(0, 1, 0, 1));
        assertThat(RowSpace.of(4, totals).isAboutAtLeast(ones(4), 2)).isTrue();
        List<List<Fraction>> more = new ArrayList<>(totals);
        more.add(row(1, 0, 0, 0));
        assertThat(RowSpace.of(4, more).isAboutAtLeast(ones(4), 2)).isFalse();
    }

    @Test
    void a_sum_of_very_many_tells_of_all_of_them_or_of_nobody() {
        RowSpace space = RowSpace.of(60, List.of(Collections.nCopies(60, Fraction.ONE)));
        assertThat(space.isAboutAtLeast(ones(60), 60)).isTrue();
        assertThat(space.isAboutAtLeast(ones(60), 61)).isFalse();
    }

    @Test
    void where_there_is_too_much_to_try_the_answer_is_no() {
        List<List<Fraction>> rows = new ArrayList<>();
        for (int r = 0; r < 12; r++) {
            List<Fraction> row = new ArrayList<>(Collections.nCopies(120, Fraction.ZERO));
            row.subList(10 * r, 10 * r + 10).replaceAll(none -> Fraction.ONE);
            rows.add(row);
        }
        RowSpace space = RowSpace.of(120, rows);
        assertThat(space.isAboutAtLeast(ones(120), 5)).isTrue();
        assertThat(space.isAboutAtLeast(ones(120), 10)).isFalse();
    }

    /** Every combination with coefficients from -2 to 2 is looked at one by one. */
    @Test
    void the_search_agrees_with_looking_at_every_combination() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int columns = 3 + random.nextInt(5);
            int rows = 1 + random.nextInt(3);
            List<List<Fraction>> table = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                long[] values = new long[columns];
                Arrays.setAll(values, c -> random.nextInt(2));
                table.add(row(values));
            }
            int[] sizes = new int[columns];
            Arrays.setAll(sizes, c -> 1 + random.nextInt(3));
            int fewest = fewest(table, sizes);
            RowSpace space = RowSpace.of(columns, table);
            assertThat(space.isAboutAtLeast(sizes, fewest)).as("seed %d", seed).isTrue();
            assertThat(space.isAboutAtLeast(sizes, fewest + 1))
                    .as("seed %d: %s", seed, table)
                    .isEqualTo(fewest == Integer.MAX_VALUE - 1);
        }
    }

    private static int fewest(List<List<Fraction>> table, int[] sizes) {
        int fewest = Integer.MAX_VALUE - 1;
        int ways = (int) StrictMath.pow(5, table.size());
        for (int way = 0; way < ways; way++) {
            int people = 0;
            for (int c = 0; c < sizes.length; c++) {
                Fraction sum = Fraction.ZERO;
                for (int r = 0, rest = way; r < table.size(); r++, rest /= 5) {
                    sum = sum.plus(table.get(r).get(c).times(Fraction.of(rest % 5 - 2)));
                }
                people += sum.sign() == 0 ? 0 : sizes[c];
            }
            fewest = people == 0 ? fewest : Math.min(fewest, people);
        }
        return fewest;
    }

    @Test
    void rows_and_sizes_must_fit() {
        assertThatThrownBy(() -> RowSpace.of(2, List.of(row(1)))).hasMessage("A row has 2 columns here, not 1.");
        RowSpace space = RowSpace.of(2, List.of(row(1, 0)));
        assertThatThrownBy(() -> space.isAboutAtLeast(ones(1), 5)).hasMessage("There are 2 columns, but 1 sizes.");
        assertThatThrownBy(() -> space.isAboutAtLeast(new int[2], 5)).hasMessage("Column 0 stands for 0 people.");
    }
}
