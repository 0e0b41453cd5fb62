package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactProgramTest {

    private static List<Fraction> row(long... values) {
        return Arrays.stream(values).mapToObj(Fraction::of).toList();
    }

    @Test
    void an_unknown_of_which_nothing_is_known_lies_anywhere() {
        assertThat(new ExactProgram(row(100, 100)).range(1)).isEqualTo(row(0, 100));
    }

    @Test
    void a_high_sum_lifts_the_lowest() {
        ExactProgram program = new ExactProgram(row(100, 100, 100));
        program.known(row(1, 1, 1), Fraction.of(280), Fraction.of(280));
        assertThat(program.range(0)).isEqualTo(row(80, 100));
    }

    @Test
    void two_sums_that_differ_by_one_give_it_away() {
        ExactProgram program = new ExactProgram(row(100, 100, 100));
        program.known(row(1, 1, 1), Fraction.of(130), Fraction.of(130));
        program.known(row(1, 1, 0), Fraction.of(99), Fraction.of(101));
        assertThat(program.range(2)).isEqualTo(row(29, 31));
    }

    @Test
    void what_contradicts_itself_has_no_range() {
        ExactProgram program = new ExactProgram(row(10, 10));
        program.known(row(1, 1), Fraction.of(21), Fraction.of(22));
        assertThat(program.range(0)).isEmpty();
    }

    @Test
    void thirds_stay_thirds() {
        ExactProgram program = new ExactProgram(row(1, 1));
        program.known(row(3, 0), Fraction.ONE, Fraction.ONE);
        assertThat(program.range(0)).containsExactly(Fraction.of(1, 3), Fraction.of(1, 3));
    }

    @Test
    void a_sum_needs_all_unknowns() {
        ExactProgram program = new ExactProgram(row(1, 1));
        assertThatThrownBy(() -> program.known(row(1), Fraction.ZERO, Fraction.ONE))
                .hasMessage("A sum has 2 unknowns here, not 1.");
    }

    /** With whole sums of whole unknowns on intervals, the ends can be found by trying every whole solution. */
    @Test
    void ranges_are_those_of_all_solutions() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(3);
            long most = 2 + random.nextInt(3);
            long[] truth = new long[n];
            Arrays.setAll(truth, i -> random.nextInt((int) most + 1));
            long[] upper = new long[n];
            Arrays.fill(upper, most);
            ExactProgram program = new ExactProgram(row(upper));
            // Sums over runs of neighbours: their matrix is totally unimodular, so that the ends are whole.
            List<long[]> rows = new ArrayList<>();
            List<Long> sums = new ArrayList<>();
            for (int r = 0; r < 1 + random.nextInt(3); r++) {
                int from = random.nextInt(n);
                int to = from + 1 + random.nextInt(n - from);
                long[] row = new long[n];
                Arrays.fill(row, from, to, 1);
                rows.add(row);
                sums.add(dot(row, truth));
                program.known(row(row), Fraction.of(dot(row, truth)), Fraction.of(dot(row, truth) + 1));
            }
            for (int u = 0; u < n; u++) {
                assertThat(program.range(u)).as("seed %d", seed).isEqualTo(tried(rows, sums, n, most, u));
            }
        }
    }

    private static List<Fraction> tried(List<long[]> rows, List<Long> sums, int n, long most, int unknown) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        long ways = (long) StrictMath.pow(most + 1, n);
        for (long way = 0; way < ways; way++) {
            long[] x = new long[n];
            long rest = way;
            for (int i = 0; i < n; i++, rest /= most + 1) {
                x[i] = rest % (most + 1);
            }
            boolean fits = true;
            for (int r = 0; r < rows.size(); r++) {
                long more = dot(rows.get(r), x) - sums.get(r);
                fits &= more == 0 || more == 1;
            }
            low = fits ? Math.min(low, x[unknown]) : low;
            high = fits ? Math.max(high, x[unknown]) : high;
        }
        return row(low, high);
    }

    private static long dot(long[] one, long[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
