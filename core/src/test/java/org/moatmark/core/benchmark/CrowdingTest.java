package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Scorer;

class CrowdingTest {

    private static final Questionnaire ONE =
            Tiny.of(leaf("A", rubric("a").asked("H", "C", "G", "N", "X"))).questionnaire();

    private static final Offices NONE = new Offices(Set.of());

    /** Who says what to the one item, with the edition of it. */
    private final Map<String, Respondent> people = new HashMap<>();

    private final Map<String, Long> editions = new HashMap<>();
    private Secrecy terms = Secrecy.DEFAULT;
    private List<Crowd> crowds = List.of();

    private void says(String seat, String kind, double value) {
        says(seat, kind, null, value);
    }

    private void says(String seat, String kind, String department, double value) {
        Response response = new Response.Answered(new AnswerValue.Number(value), List.of(), Response.Remarks.NONE);
        people.put(seat, new Respondent(new Seat(seat, department, null, null, List.of(kind)), Map.of("a", response)));
        editions.merge(seat, 1L, Long::sum);
    }

    private void group(String prefix, String kind, double... values) {
        for (int i = 0; i < values.length; i++) {
            says(prefix + i, kind, values[i]);
        }
    }

    private List<Crowd> release(boolean last) {
        Wave wave = new Wave("tiny", "1.0.0", null, null, Form.FULL, new ArrayList<>(people.values()), List.of());
        crowds = Crowding.next(
                crowds, Scorer.of(ONE).score(wave), NONE, terms, (seat, item) -> editions.getOrDefault(seat, 0L), last);
        assertThat(CrowdAudit.keeps(crowds, terms.k())).isTrue();
        return standing();
    }

    private List<Crowd> standing() {
        return crowds.stream().filter(Crowd::standing).toList();
    }

    @Test
    void fewer_than_k_make_no_crowd() {
        group("h", "H", 1, 2, 3, 4);
        assertThat(release(false)).isEmpty();
        assertThat(release(true)).isEmpty();
    }

    @Test
    void k_people_of_a_side_make_one() {
        group("h", "H", 1, 2, 3, 4, 5);
        Crowd crowd = release(false).get(0);
        assertThat(crowd.mean()).isEqualTo(50);
        assertThat(crowd.members()).hasSize(5);
        assertThat(crowd.department()).isNull();
        assertThat(crowd.band()).isNull();
    }

    @Test
    void who_comes_later_waits_for_others() {
        group("h", "H", 1, 2, 3, 4, 5);
        List<Crowd> first = release(false);
        says("late", "H", 5);
        assertThat(release(false)).isEqualTo(first);
        assertThat(release(true)).isEqualTo(first);
    }

    @Test
    void k_who_come_later_make_a_crowd_of_their_own() {
        group("h", "H", 1, 2, 3, 4, 5);
        release(false);
        group("late", "H", 3, 3, 3, 3, 4);
        assertThat(release(false)).extracting(Crowd::mean).containsExactly(50.0, 55.0);
    }

    @Test
    void a_changed_answer_stays_as_it_was_told() {
        group("h", "H", 1, 2, 3, 4, 5);
        List<Crowd> first = release(false);
        says("h0", "H", 5);
        assertThat(release(true)).isEqualTo(first);
    }

    @Test
    void who_left_stays_in_what_was_told() {
        group("h", "H", 1, 2, 3, 4, 5);
        List<Crowd> first = release(false);
        people.remove("h0");
        assertThat(release(true)).isEqualTo(first);
    }

    @Test
    void when_nobody_stands_by_a_crowd_any_more_it_goes() {
        group("h", "H", 1, 2, 3, 4, 5);
        release(false);
        group("h", "H", 3, 3, 3, 3, 3);
        assertThat(release(false)).extracting(Crowd::mean).containsExactly(50.0);
        assertThat(crowds).hasSize(2);
        assertThat(standing().get(0).members()).allMatch(member -> member.edition() == 2);
    }

    @Test
    void a_crowd_of_which_k_hold_and_k_do_not_is_split() {
        group("h", "H", 3, 3, 3, 3, 3, 3, 2, 2, 2, 2);
        release(false);
        for (int i = 5; i < 10; i++) {
            says("h" + i, "H", i == 5 ? 3 : 4);
        }
        assertThat(release(false)).extracting(Crowd::mean).containsExactly(50.0, 70.0);
    }

    @Test
    void a_crowd_is_not_split_where_a_part_lies_at_an_end() {
        group("h", "H", 3, 3, 3, 3, 3, 1, 1, 1, 1, 1);
        List<Crowd> first = release(false);
        for (int i = 5; i < 10; i++) {
            people.remove("h" + i);
        }
        assertThat(release(false)).isEqualTo(first);
    }

    @Test
    void the_ends_of_the_scale_are_bands() {
        group("h", "H", 5, 5, 5, 5, 5);
        assertThat(release(false).get(0).band()).isEqualTo(new Bounds(75, 100));
    }

    @Test
    void sides_are_told_apart_where_both_are_large_enough() {
        group("h", "H", 1, 2, 3, 4, 5);
        group("g", "G", 2, 2, 2, 2, 3);
        assertThat(release(true)).extracting(Crowd::mean).containsExactly(50.0, 30.0);
    }

    @Test
    void at_the_end_a_small_side_counts_in_the_whole() {
        group("h", "H", 3, 3, 3, 3, 3, 3);
        group("g", "G", 2, 2);
        Crowd whole = release(true).get(0);
        assertThat(whole.members()).hasSize(8);
        assertThat(whole.mean()).isEqualTo(43.75);
        assertThat(whole.isMixed()).isTrue();
    }

    @Test
    void two_small_sides_count_together() {
        group("h", "H", 3, 3, 3);
        group("g", "G", 2, 2);
        assertThat(release(false)).isEmpty();
        assertThat(release(true)).extracting(Crowd::mean).containsExactly(40.0);
    }

    @Test
    void customers_are_never_told_together_with_the_company() {
        group("h", "H", 3, 3, 3, 3, 3, 3);
        group("x", "X", 1, 1);
        assertThat(release(true).get(0).members()).hasSize(6);
    }

    @Test
    void departments_are_told_only_where_they_are_declared() {
        for (int i = 0; i < 5; i++) {
            says("sales" + i, "H", "Sales", 3);
            says("stock" + i, "H", "Stock", 2);
        }
        assertThat(release(true)).extracting(Crowd::department).containsExactly((String) null);
        crowds = List.of();
        terms = new Secrecy(5, true);
        assertThat(release(true)).extracting(Crowd::department).containsExactly("Sales", "Stock");
    }

    @Test
    void a_department_of_one_counts_in_the_whole_and_hides_the_next_smallest() {
        terms = new Secrecy(5, true);
        for (int i = 0; i < 5; i++) {
            says("sales" + i, "H", "Sales", 3);
            says("stock" + i, "H", "Stock", 2);
        }
        says("stock5", "H", "Stock", 2);
        says("finance", "H", "Finance", 3);
        List<Crowd> told = release(true);
        assertThat(told).extracting(Crowd::department).containsExactly(null, "Stock");
        assertThat(told.get(0).members()).hasSize(6);
    }

    @Test
    void small_departments_of_a_side_count_together() {
        terms = new Secrecy(5, true);
        for (int i = 0; i < 3; i++) {
            says("sales" + i, "H", "Sales", 3);
            says("stock" + i, "H", "Stock", 2);
        }
        assertThat(release(true)).extracting(Crowd::department).containsExactly((String) null);
    }

    @Test
    void the_audit_sees_what_a_substitution_gives_away() {
        group("h", "H", 1, 2, 3, 4, 5);
        Crowd first = release(false).get(0);
        List<Crowd.Member> other = new ArrayList<>(first.members().subList(1, 5));
        other.add(new Crowd.Member("new", 1, first.members().get(0).side()));
        Crowd second = new Crowd("a", other, null, 60, null, true);
        assertThat(CrowdAudit.keeps(List.of(first, second), 5)).isFalse();
        assertThat(CrowdAudit.keeps(List.of(first, second), 2)).isTrue();
    }

    @Test
    void where_the_audit_fails_an_item_stays_as_it_was() {
        group("h", "H", 1, 2, 3, 4, 5);
        Crowd honest = release(false).get(0);
        Crowd overlapping = new Crowd("a", honest.members().subList(0, 4), null, 50, null, false);
        crowds = List.of(honest, overlapping);
        group("late", "H", 3, 3, 3, 3, 3);
        Wave wave = new Wave("tiny", "1.0.0", null, null, Form.FULL, new ArrayList<>(people.values()), List.of());
        assertThat(Crowding.next(crowds, Scorer.of(ONE).score(wave), NONE, terms, (seat, item) -> 1, false))
                .isEqualTo(crowds);
    }
}
