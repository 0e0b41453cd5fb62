package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.scoring.Bounds;

class SecrecyTest {

    @Test
    void a_mean_in_the_middle_is_told_as_it_is() {
        assertThat(Secrecy.tell(5, 60, 25)).isEqualTo(new Secrecy.Told(60, null));
    }

    @Test
    void a_mean_near_an_end_is_told_as_a_band() {
        assertThat(Secrecy.tell(5, 95, 25)).isEqualTo(new Secrecy.Told(87.5, new Bounds(75, 100)));
        assertThat(Secrecy.tell(5, 0, 25)).isEqualTo(new Secrecy.Told(12.5, new Bounds(0, 25)));
        assertThat(Secrecy.tell(5, 75, 25)).isEqualTo(new Secrecy.Told(87.5, new Bounds(75, 100)));
        assertThat(Secrecy.tell(5, 74, 25)).isEqualTo(new Secrecy.Told(74, null));
    }

    @Test
    void even_of_many_no_mean_is_told_within_ten_points_of_an_end() {
        assertThat(Secrecy.tell(1_000, 90.5, 25)).isEqualTo(new Secrecy.Told(95, new Bounds(90, 100)));
        assertThat(Secrecy.tell(1_000, 89.5, 25)).isEqualTo(new Secrecy.Told(89.5, null));
    }

    @Test
    void where_the_bands_would_meet_nothing_is_told() {
        assertThat(Secrecy.tell(3, 50, 100)).isNull();
        assertThat(Secrecy.tell(3, 50, 25)).isNotNull();
    }

    @Test
    void fewer_than_three_people_cannot_be_agreed_upon() {
        assertThat(new Secrecy(3, false).k()).isEqualTo(Secrecy.LEAST);
        assertThatThrownBy(() -> new Secrecy(2, false)).hasMessage("At least 3 people stand behind a number, not 2.");
    }

    /** Every group of three to five people on scales of two to five points, and each of them as the attacker. */
    @Test
    void whoever_knows_his_own_answer_and_the_mean_does_not_know_the_answer_of_anybody_else() {
        for (int n = 3; n <= 5; n++) {
            for (int points = 2; points <= 5; points++) {
                Map<String, boolean[][]> possible = new HashMap<>();
                int ways = (int) StrictMath.pow(points, n);
                for (int way = 0; way < ways; way++) {
                    String told = told(way, n, points);
                    if (told != null) {
                        // For each answer of the first, which answers of the second go with what is told.
                        boolean[][] seen = possible.computeIfAbsent(told, none -> new boolean[5][5]);
                        seen[way % points][way / points % points] = true;
                    }
                }
                possible.forEach((told, seen) -> {
                    for (boolean[] ofSecond : seen) {
                        assertThat(count(ofSecond)).as(told).isNotEqualTo(1);
                    }
                });
            }
        }
    }

    private static String told(int way, int n, int points) {
        double sum = 0;
        for (int i = 0, rest = way; i < n; i++, rest /= points) {
            sum += rest % points * 100.0 / (points - 1);
        }
        Secrecy.Told told = Secrecy.tell(n, sum / n, 100.0 / (points - 1));
        return told == null ? null : told.band() + " " + Math.round(told.mean() * 1e6);
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    @Test
    void kinds_of_fewer_than_k_seats_are_offices_and_speak_for_themselves() {
        Offices offices = Offices.of(List.of(List.of("H"), List.of("H"), List.of("H", "C"), List.of("N")), 3);
        Item opinion = Tiny.rubric("a").build();
        assertThat(offices.kinds()).containsExactly("C", "N");
        assertThat(offices.protects(opinion, List.of("H"))).isTrue();
        assertThat(offices.protects(opinion, List.of("C"))).isFalse();
    }

    @Test
    void who_is_asked_as_one_of_many_is_protected_whatever_else_he_is() {
        Offices offices = Offices.of(List.of(List.of("H"), List.of("H"), List.of("C", "H")), 3);
        assertThat(offices.protects(Tiny.rubric("a").build(), List.of("C", "H")))
                .isTrue();
        assertThat(offices.protects(Tiny.rubric("a").asked("C").build(), List.of("C", "H")))
                .isFalse();
    }

    @Test
    void a_fact_is_a_statement_whoever_says_it() {
        Offices offices = new Offices(java.util.Set.of());
        assertThat(offices.protects(Tiny.yesNo("a").build(), List.of("H"))).isFalse();
    }

    @Test
    void a_kind_that_had_no_seat_at_the_first_answer_is_protected() {
        Offices offices = Offices.of(List.of(List.of("C")), 5);
        assertThat(offices.protects(Tiny.rubric("a").build(), List.of("G"))).isTrue();
    }
}
