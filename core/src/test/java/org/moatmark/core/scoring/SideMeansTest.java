package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.agreement;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;

/** The means of sides are aggregates: clamped to the range of their inputs. */
class SideMeansTest {

    @Test
    void a_mean_of_equal_answers_is_that_answer() {
        // An aggregate is clamped to the range of its inputs: 1/6, 1/3 ... of a hundred are no round binary numbers.
        for (int point = 1; point <= 7; point++) {
            for (int people = 1; people <= 12; people++) {
                Tiny.Voice[] voices = new Tiny.Voice[people];
                for (int i = 0; i < people; i++) {
                    voices[i] = seat("h" + i, "H").says("a", point);
                }
                Seen seen = Tiny.of(leaf("A", agreement("a", 7))).score(voices);
                assertThat(seen.item("a"))
                        .as("%d people say %d of 7", people, point)
                        .isEqualTo((point - 1) / 6.0 * 100);
            }
        }
    }

    @Test
    void a_side_that_is_exactly_as_high_as_the_customers_cap_is_not_called_capped() {
        // Steps of 7 points are 16.67 wide, 12.5 is three quarters of one: four customers, one of whom says p + 1 and
        // three p, cap at
        // p + 1. Comparisons with thresholds have a slack of 1e-9.
        for (int point = 1; point <= 6; point++) {
            Seen seen = Tiny.of(leaf("A", agreement("a", 7).asked("H", "X")))
                    .score(
                            seat("h1", "H").says("a", point + 1),
                            seat("x1", "X").says("a", point + 1),
                            seat("x2", "X").says("a", point),
                            seat("x3", "X").says("a", point),
                            seat("x4", "X").says("a", point));
            assertThat(seen.flags("A")).as("three customers say %d of 7", point).isEmpty();
        }
    }
}
