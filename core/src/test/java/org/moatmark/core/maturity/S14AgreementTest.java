package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.agreement;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Side;

/** Rule S14: agreement within a side, by hand. */
class S14AgreementTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private static List<SideAgreement> all(Seen seen) {
        return seen.result().perceptions().agreement();
    }

    private static SideAgreement of(Seen seen, String node, Side side) {
        return all(seen).stream()
                .filter(one -> one.node().equals(node) && one.side() == side)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void agreement_is_measured_on_two_opinions_of_three_people() {
        // a: 4, 4, 5: variance 1/3, AD 4/9 around the mean 13/3, 1/3 around the median 4.
        // b: 3, 4, 5: variance 1, AD 2/3 both. Mean variance s = 2/3.
        // Uniform: s/u = (2/3)/2 = 1/3, r_wg(2) = 2 (2/3) / (2 (2/3) + 1/3) = (4/3)/(5/3) = 0.8.
        // Skewed: s/u = (2/3)/1.34 = 0.497512..., r_wg(2) = 2 (1 - q) / (2 (1 - q) + q) = (2 - 2q) / (2 - q).
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 4).says("b", 3),
                        seat("h2", "H").says("a", 4).says("b", 4),
                        seat("h3", "H").says("a", 5).says("b", 5));
        assertThat(all(seen)).hasSize(1);
        SideAgreement one = all(seen).get(0);
        assertThat(one.node()).isEqualTo("A");
        assertThat(one.side()).isEqualTo(Side.HEADQUARTERS);
        assertThat(one.n()).isEqualTo(3);
        assertThat(one.rwgJ()).isEqualTo(0.8, CLOSE);
        double q = 2 / 3.0 / 1.34;
        assertThat(one.rwgJSkewed()).isEqualTo((2 - 2 * q) / (2 - q), CLOSE);
        assertThat(one.ad()).isEqualTo((4 / 9.0 + 2 / 3.0) / 2, CLOSE);
        assertThat(one.adMedian()).isEqualTo((1 / 3.0 + 2 / 3.0) / 2, CLOSE);
        assertThat(one.shared()).isEqualTo(SharedView.YES);
        assertThat(one.median()).isNull();
        // r_wg of one item is 1 - s/u.
        assertThat(one.items()).extracting(ItemAgreement::key).containsExactly("a", "b");
        assertThat(one.items().get(0).rwg()).isEqualTo(1 - 1 / 6.0, CLOSE);
        assertThat(one.items().get(1).rwg()).isEqualTo(0.5, CLOSE);
        assertThat(one.items().get(1).rwgSkewed()).isEqualTo(1 - 1 / 1.34, CLOSE);
    }

    @Test
    void without_a_shared_view_the_median_of_the_peoples_means_stands_beside_the_score() {
        // 1, 1, 5: variance 16/3 is over 2, so r_wg is 0; means 0, 0, 100 on 0-100; the score is their mean, 33.3.
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .score(
                        seat("g1", "G").says("a", 1),
                        seat("g2", "G").says("a", 1),
                        seat("g3", "G").says("a", 5));
        SideAgreement one = of(seen, "A", Side.GENBA);
        assertThat(one.rwgJ()).isZero();
        assertThat(one.shared()).isEqualTo(SharedView.NO);
        assertThat(one.median()).isZero();
        assertThat(seen.node("A")).isEqualTo(100 / 3.0, CLOSE);
        // Of two people the median is the middle: 2 and 5 are 25 and 100.
        Seen two = Tiny.of(leaf("A", rubric("a")))
                .score(seat("g1", "G").says("a", 2), seat("g2", "G").says("a", 5));
        assertThat(of(two, "A", Side.GENBA).median()).isEqualTo(62.5);
    }

    @Test
    void the_reading_follows_r_wg_and_the_distance() {
        // One item against the uniform null: 3 and 4 give 1 - 0.5/2 = .75; 3, 3, 5, 4: variance 11/12, .54;
        // 3 and 5 give 1 - 2/2 = 0.
        assertThat(reading(3, 4)).isEqualTo(SharedView.YES);
        assertThat(reading(3, 3, 5, 4)).isEqualTo(SharedView.PARTLY);
        assertThat(reading(3, 5)).isEqualTo(SharedView.NO);
    }

    @Test
    void many_items_do_not_hide_people_who_lie_far_apart() {
        // Six items, each 2 and 4 of two people: variance 2 = u. Then with 2, 2, 4, 4: variance 4/3, s/u = 2/3,
        // r_wg(6) = 2 / (2 + 2/3) = .75; AD 1 is over 5/6.
        Tiny tiny = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c"), rubric("d"), rubric("e"), rubric("f")));
        Seen seen = tiny.score(six("h1", 2), six("h2", 2), six("h3", 4), six("h4", 4));
        SideAgreement one = of(seen, "A", Side.HEADQUARTERS);
        assertThat(one.rwgJ()).isEqualTo(0.75, CLOSE);
        assertThat(one.ad()).isEqualTo(1, CLOSE);
        assertThat(one.shared()).isEqualTo(SharedView.PARTLY);
    }

    private static Tiny.Voice six(String seat, double says) {
        Tiny.Voice voice = seat(seat, "H");
        for (String item : List.of("a", "b", "c", "d", "e", "f")) {
            voice.says(item, says);
        }
        return voice;
    }

    private static SharedView reading(double... answers) {
        Tiny.Voice[] voices = new Tiny.Voice[answers.length];
        for (int i = 0; i < answers.length; i++) {
            voices[i] = seat("h" + i, "H").says("a", answers[i]);
        }
        return of(Tiny.of(leaf("A", rubric("a"))).score(voices), "A", Side.HEADQUARTERS)
                .shared();
    }

    @Test
    void only_those_who_answered_all_that_they_were_asked_count() {
        // h3 does not know b, h4 calls it not applicable, h5 skips it: they do not count, though they agree on a.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 4).says("b", 4),
                        seat("h2", "H").says("a", 2).says("b", 4),
                        seat("h3", "H").says("a", 4).doesNotKnow("b"),
                        seat("h4", "H").says("a", 4).callsNotApplicable("b"),
                        seat("h5", "H").says("a", 4));
        SideAgreement one = of(seen, "A", Side.HEADQUARTERS);
        assertThat(one.n()).isEqualTo(2);
        assertThat(one.items().get(0).rwg()).isZero();
        assertThat(one.ad()).isEqualTo(0.5, CLOSE);
    }

    @Test
    void kinds_of_a_side_that_are_asked_different_opinions_are_compared_where_they_meet() {
        // C is asked a and b, H is asked b and c; both are complete. Only b has two answers: 3 and 4.
        Seen seen = Tiny.of(leaf(
                        "A",
                        rubric("a").asked("C"),
                        rubric("b").asked("C", "H"),
                        rubric("c").asked("H")))
                .score(
                        seat("c1", "C").says("a", 1).says("b", 3),
                        seat("h1", "H").says("b", 4).says("c", 5));
        SideAgreement one = of(seen, "A", Side.HEADQUARTERS);
        assertThat(one.n()).isEqualTo(2);
        assertThat(one.items()).containsExactly(new ItemAgreement("b", 2, 0.75, 1 - 0.5 / 1.34));
        assertThat(one.rwgJ()).isEqualTo(0.75, CLOSE);
    }

    @Test
    void facts_and_what_is_excluded_do_not_count() {
        Seen seen = Tiny.of(
                        leaf("A", rubric("a"), rubric("b").only(CompanySize.SMALL), percent("c")),
                        leaf("B", percent("d")))
                .score(
                        seat("h1", "H").says("a", 4).says("c", 10).says("d", 10),
                        seat("h2", "H").says("a", 4).says("d", 90));
        assertThat(all(seen)).hasSize(1);
        assertThat(all(seen).get(0).n()).isEqualTo(2);
        assertThat(all(seen).get(0).rwgJ()).isEqualTo(1);
    }

    @Test
    void each_side_stands_for_itself_and_every_scale_becomes_1_to_5() {
        // 1 and 4 of seven points are 1 and 3 of five: variance 2.
        Seen seen = Tiny.of(branch("P", leaf("A", agreement("a", 7).asked("H", "G", "N", "X"))))
                .score(
                        seat("g1", "G").says("a", 7),
                        seat("g2", "G").says("a", 7),
                        seat("h1", "H").says("a", 1),
                        seat("h2", "H").says("a", 4),
                        seat("n1", "N").says("a", 5),
                        seat("x1", "X").says("a", 2),
                        seat("x2", "X").says("a", 2));
        assertThat(all(seen))
                .extracting(SideAgreement::side)
                .containsExactly(Side.HEADQUARTERS, Side.GENBA, Side.CUSTOMERS);
        assertThat(of(seen, "A", Side.HEADQUARTERS).rwgJ()).isEqualTo(0, CLOSE);
        assertThat(of(seen, "A", Side.HEADQUARTERS).ad()).isEqualTo(1, CLOSE);
        assertThat(of(seen, "A", Side.GENBA).rwgJ()).isEqualTo(1);
        assertThat(of(seen, "A", Side.GENBA).ad()).isZero();
    }

    @Test
    void one_respondent_agrees_with_nobody() {
        Seen alone = Tiny.of(leaf("A", rubric("a"))).score(seat("h1", "H").says("a", 4));
        assertThat(alone.result().perceptions()).isNull();
        assertThat(alone.warnings()).contains("one-respondent");
        Seen apart = Tiny.of(leaf("A", rubric("a")))
                .score(seat("h1", "H").says("a", 4), seat("g1", "G").says("a", 4));
        assertThat(all(apart)).isEmpty();
    }
}
