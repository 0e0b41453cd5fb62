package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What intervals of a share promise for every count. */
class ProportionTest {

    private static final List<Function<Proportion, Interval>> METHODS =
            List.of(p -> p.wilson(0.9), p -> p.wilsonCorrected(0.9), p -> p.clopperPearson(0.9));

    @Test
    void every_interval_holds_the_share_and_turns_round_with_it() {
        for (int n : new int[] {1, 2, 5, 29, 137, 100_000}) {
            for (int x = 0; x <= n; x += Math.max(1, n / 50)) {
                Proportion proportion = new Proportion(x, n);
                for (Function<Proportion, Interval> method : METHODS) {
                    Interval interval = method.apply(proportion);
                    Interval turned = method.apply(new Proportion(n - x, n));
                    assertThat(interval.contains(proportion.share().orThrow()))
                            .as(proportion.toString())
                            .isTrue();
                    assertThat(interval.low()).isBetween(0.0, 1.0).isCloseTo(1 - turned.high(), within(1e-12));
                    assertThat(interval.high()).isBetween(0.0, 1.0).isCloseTo(1 - turned.low(), within(1e-12));
                    assertThat(interval.contains(0)).isEqualTo(x == 0);
                    assertThat(interval.contains(1)).isEqualTo(x == n);
                }
            }
        }
    }

    @Test
    void the_careful_intervals_are_wider() {
        for (int x = 0; x <= 30; x++) {
            Proportion proportion = new Proportion(x, 30);
            double wilson = proportion.wilson(0.95).width();
            assertThat(proportion.wilsonCorrected(0.95).width()).isGreaterThan(wilson);
            assertThat(proportion.wilson(0.99).width()).isGreaterThan(wilson);
        }
    }

    /** The ends of Clopper and Pearson leave 2.5 % to each tail of the binomial distribution, here summed out. */
    @Test
    void clopper_pearson_leaves_the_same_to_either_tail() {
        Interval interval = new Proportion(4, 15).clopperPearson(0.95);
        assertThat(tail(interval.low(), 4, 15)).isCloseTo(0.025, within(1e-13));
        assertThat(1 - tail(interval.high(), 5, 15)).isCloseTo(0.025, within(1e-13));
    }

    private static double tail(double share, int from, int n) {
        double sum = 0;
        double ways = 1;
        for (int k = 0; k <= n; k++) {
            sum += k >= from ? ways * Math.pow(share, k) * Math.pow(1 - share, n - k) : 0;
            ways = ways * (n - k) / (k + 1);
        }
        return sum;
    }

    @Test
    void without_a_case_nothing_is_known() {
        Proportion nobody = new Proportion(0, 0);
        for (Function<Proportion, Interval> method : METHODS) {
            assertThat(method.apply(nobody)).isEqualTo(new Interval(0, 1));
        }
        assertThat(nobody.share()).isEqualTo(Computed.not(Reason.NO_VALUES));
    }

    @Test
    void what_does_not_exist_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> new Proportion(5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A proportion of 5 successes among 4 cases does not exist: give from 0 successes to as many"
                        + " as there are cases.");
        assertThatThrownBy(() -> new Proportion(-1, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(1, 4).wilson(95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "An interval was asked at level 95.0: give a share above 0 and below 1, such as 0.95 for 95 %.");
        assertThatThrownBy(() -> new Interval(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An interval goes from a number to the same or a greater one, not from 2.0 to 1.0.");
    }
}
