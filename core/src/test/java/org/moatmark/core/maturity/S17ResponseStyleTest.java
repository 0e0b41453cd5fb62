package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.agreement;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.reversed;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.yesNo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.Tiny.Ask;
import org.moatmark.core.Tiny.Voice;
import org.moatmark.core.maturity.WithoutRespondent.Change;
import org.moatmark.core.maturity.WithoutRespondent.Effect;
import org.moatmark.core.maturity.WithoutRespondent.Levels;
import org.moatmark.core.maturity.WithoutRespondent.NotTried;
import org.moatmark.core.maturity.WithoutRespondent.Why;
import org.moatmark.core.psychometrics.StyleFlag;
import org.moatmark.core.psychometrics.VignetteRank;
import org.moatmark.core.psychometrics.VignetteRank.Ranked;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Wave;

/** Rule S17: ratings among vignettes and ways of answering, by hand. */
class S17ResponseStyleTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private static final Tiny STORIES = Tiny.of(leaf("A", rubric("a"), rubric("b")))
            .vignette("a", "high", 2)
            .vignette("a", "low", 1);

    private static final Tiny PAIRED = Tiny.of(leaf("A", rubric("a"), reversed("r", 7)), leaf("B", rubric("b")))
            .pair("a", "r");

    private static ResponseQuality quality(Seen seen) {
        return seen.result().quality();
    }

    private static RespondentFinding only(Seen seen) {
        assertThat(quality(seen).findings()).hasSize(1);
        return quality(seen).findings().get(0);
    }

    private static Voice rater(String key, int own, int low, int high) {
        return seat(key, "H").says("a", own).says("b", 3).rates("low", low).rates("high", high);
    }

    @Test
    void a_rating_stands_among_the_same_persons_ratings_of_invented_companies() {
        // 3 is between 2 and 4: the third of five ranks, and the second of three. Tied vignettes at the own rating
        // leave
        // "equal to the first", "between" and "equal to the second" open. Rated 4 and 2 against their order, 3 is both
        // below the first and above the last.
        Seen seen = STORIES.score(rater("h1", 3, 2, 4), rater("h2", 3, 3, 3), rater("h3", 3, 4, 2));

        assertThat(quality(seen).places())
                .extracting(VignettePlace::seat, VignettePlace::rankC, VignettePlace::rankB, VignettePlace::outOfOrder)
                .containsExactly(
                        tuple("h1", new Ranked(3, 3, 5), new Ranked(2, 2, 3), 0),
                        tuple("h2", new Ranked(2, 4, 5), new Ranked(1, 3, 3), 0),
                        tuple("h3", new Ranked(1, 5, 5), new Ranked(1, 3, 3), 1));
        VignettePlace first = quality(seen).places().get(0);
        assertThat(first.item()).isEqualTo("a");
        assertThat(first.rating()).isEqualTo(3);
        assertThat(first.vignettes().keySet()).containsExactly("low", "high");
        VignetteItem item = quality(seen).vignettes().get(0);
        assertThat(item.n()).isEqualTo(3);
        assertThat(item.violations()).isEqualTo(1 / 3.0, CLOSE);
        assertThat(item.ties()).isEqualTo(1 / 3.0, CLOSE);
        assertThat(item.ranked()).isEqualTo(3);
        assertThat(item.intervals()).isEqualTo(2);
        // The first has rank 3; the second a third each of ranks 2 to 4; the third a fifth of each.
        double fifth = 1 / 15.0;
        double third = 1 / 9.0;
        assertThat(item.shares().get(0)).isEqualTo(fifth, CLOSE);
        assertThat(item.shares().get(1)).isEqualTo(fifth + third, CLOSE);
        assertThat(item.shares().get(2)).isEqualTo(fifth + third + 1 / 3.0, CLOSE);
        assertThat(item.shares()).hasSize(5);
    }

    @Test
    void a_vignette_or_an_own_rating_that_is_missing_leaves_no_rank() {
        Seen seen = STORIES.score(
                seat("h1", "H").says("a", 3).rates("low", 2),
                seat("h2", "H").doesNotKnow("a").rates("low", 2).rates("high", 4),
                seat("h3", "H").says("a", 3));

        assertThat(quality(seen).places())
                .extracting(VignettePlace::seat)
                .containsExactly("h1", "h2")
                .isNotEmpty();
        assertThat(quality(seen).places()).allMatch(place -> place.rankC() instanceof VignetteRank.NotRanked);
        assertThat(quality(seen).places().get(0).vignettes()).containsOnlyKeys("low");
        assertThat(quality(seen).places().get(1).rating()).isNull();
        // Two vignettes were rated by one of them.
        assertThat(quality(seen).vignettes()).singleElement().satisfies(item -> {
            assertThat(item.n()).isEqualTo(1);
            assertThat(item.ranked()).isZero();
            assertThat(item.shares()).isEmpty();
        });
    }

    @Test
    void vignettes_of_an_item_that_a_seat_is_not_asked_are_passed_over_and_no_score_moves() {
        Seen asked = STORIES.score(rater("h1", 3, 2, 4));
        Seen customer =
                STORIES.score(seat("x1", "X").says("a", 3).rates("low", 2).rates("high", 4));
        Seen without = STORIES.score(seat("h1", "H").says("a", 3).says("b", 3));

        assertThat(quality(customer).isEmpty()).isTrue();
        assertThat(asked.result().index()).isEqualTo(without.result().index());
        assertThat(asked.result().nodes()).isEqualTo(without.result().nodes());
    }

    @Test
    void contradicting_answers_are_flagged_with_what_leaving_the_respondent_out_would_do() {
        // h1 rates the best anchor (100) and fully agrees with the opposite, which reversed scores 0: A has 50 of h1
        // and
        // (0 + 100) / 2 = 50 of h2; B 100 and 0. Together A 50 and B 50, index 50. Without h1: A 50, B 0, index 25.
        Seen seen = PAIRED.score(
                seat("h1", "H").says("a", 5).says("r", 7).says("b", 5),
                seat("h2", "H").says("a", 1).says("r", 1).says("b", 1));

        RespondentFinding finding = only(seen);
        assertThat(finding.seat()).isEqualTo("h1");
        assertThat(finding.flags()).containsExactly(new StyleFlag.Contradiction(new ContradictoryPair("a", "r")));
        assertThat(finding.use()).isEqualTo(new ScaleUse(1, 1, 1.0, 0.0, 1.0));
        Effect effect = (Effect) finding.without();
        assertThat(effect.index()).isEqualTo(new Change(50.0, 25.0));
        assertThat(effect.index().difference()).isEqualTo(-25);
        assertThat(effect.level()).isEqualTo(new Levels(null, null));
        assertThat(effect.nodes()).containsExactly(new WithoutRespondent.NodeChange("B", new Change(50.0, 0.0)));
        // Nothing is dropped: the score is that of both.
        assertThat(seen.node("B")).isEqualTo(50);
    }

    @Test
    void a_level_that_rests_on_a_flagged_respondent_is_shown_to_fall() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .gate("A", 2, nodeAtLeast("A", 40))
                .staging(2, level("A", 2))
                .pair("a", "b")
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5),
                        seat("h2", "H").says("a", 1).says("b", 1));

        assertThat(((Effect) only(seen).without()).level()).isEqualTo(new Levels(2, 1));
    }

    @Test
    void the_only_respondent_is_flagged_without_anybody_to_compare_with() {
        Seen seen = PAIRED.score(seat("h1", "H").says("a", 4).says("r", 6), seat("h2", "H"));

        assertThat(only(seen).without()).isEqualTo(new NotTried(Why.ONLY_RESPONDENT));
    }

    @Test
    void top_answers_need_evidence_of_the_company_and_not_of_customers() {
        Tiny tiny = Tiny.of(leaf(
                "A",
                rubric("a").asked("H", "X").evidence(),
                yesNo("y").asked("H").evidence()));

        Seen seen = tiny.score(
                seat("h1", "H").says("a", 5).says("y", true, EvidenceGrade.E2),
                seat("h2", "H").says("a", 5, EvidenceGrade.E3).says("y", false),
                seat("x1", "X").says("a", 5));

        assertThat(only(seen).seat()).isEqualTo("h1");
        assertThat(only(seen).flags()).containsExactly(new StyleFlag.UnprovenTops(List.of("a")));
    }

    @Test
    void equal_answers_and_answers_in_no_time_are_flagged_with_their_numbers() {
        List<Ask> asks = new ArrayList<>();
        Voice same = seat("h1", "H");
        Voice quick = seat("h2", "H");
        for (int i = 0; i < 12; i++) {
            String key = "q" + (char) ('a' + i);
            asks.add(agreement(key, 5));
            same.says(key, 2);
            quick.saysIn(i < 6 ? 1.0 : 1.5, key, 1 + i % 5);
        }

        Seen seen = Tiny.of(leaf("A", asks.toArray(Ask[]::new))).score(quick, same);

        assertThat(quality(seen).findings()).extracting(RespondentFinding::seat).containsExactly("h1", "h2");
        assertThat(quality(seen).findings().get(0).flags())
                .singleElement()
                .isInstanceOfSatisfying(StyleFlag.StraightLine.class, line -> {
                    assertThat(line.answer()).isEqualTo(2);
                    assertThat(line.items()).hasSize(12);
                });
        assertThat(quality(seen).findings().get(1).flags()).containsExactly(new StyleFlag.TooFast(1.25, 12));
    }

    @Test
    void in_a_large_wave_only_those_with_most_flags_are_left_out_in_turn() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a").evidence(), rubric("b"))).pair("a", "b");
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            voices.add(seat(String.format("s%03d", i), "H").says("a", 5).says("b", i >= 290 ? 5 : 1));
        }

        List<RespondentFinding> findings =
                quality(tiny.score(voices.toArray(Voice[]::new))).findings();

        assertThat(findings).hasSize(300);
        List<String> tried = findings.stream()
                .filter(one -> one.without() instanceof Effect)
                .map(RespondentFinding::seat)
                .toList();
        // 20,000 / 300 = 66: the ten with two flags, and the first 56 of the others.
        assertThat(tried).hasSize(66).contains("s290", "s299", "s000", "s055").doesNotContain("s056");
        assertThat(findings.get(100).without()).isEqualTo(new NotTried(Why.TOO_MANY));
    }

    @Test
    void nobody_is_flagged_for_plain_answers() {
        Seen seen = PAIRED.score(
                seat("h1", "H").says("a", 5).says("r", 1).says("b", 3),
                seat("g1", "G").says("a", 2).says("r", 7).says("b", 5));

        assertThat(quality(seen).isEmpty()).isTrue();
    }

    @Test
    void the_order_of_respondents_changes_nothing_and_an_effect_is_what_scoring_the_others_gives() {
        Tiny tiny = Tiny.of(
                        leaf("A", rubric("a").evidence(), reversed("r", 5)), leaf("B", rubric("b"), agreement("c", 7)))
                .pair("a", "r")
                .vignette("b", "v", 1)
                .vignette("b", "w", 2);
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Voice> voices = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                voices.add(seat("s" + i, random.nextBoolean() ? "H" : "G")
                        .says("a", 1 + random.nextInt(5))
                        .says("r", 1 + random.nextInt(5))
                        .says("b", 1 + random.nextInt(5))
                        .says("c", 1 + random.nextInt(7))
                        .rates("v", 1 + random.nextInt(5))
                        .rates("w", 1 + random.nextInt(5)));
            }
            Wave wave = tiny.wave(voices.toArray(Voice[]::new));
            Seen seen = tiny.score(wave);
            List<Respondent> shuffled = new ArrayList<>(wave.respondents());
            Collections.shuffle(shuffled, random);

            assertThat(quality(tiny.score(with(wave, shuffled))))
                    .as("seed " + seed)
                    .isEqualTo(quality(seen));
            for (RespondentFinding finding : quality(seen).findings()) {
                List<Respondent> others = wave.respondents().stream()
                        .filter(one -> !one.seat().key().equals(finding.seat()))
                        .toList();
                Effect effect = (Effect) finding.without();
                assertThat(effect.index().without())
                        .as("seed " + seed)
                        .isEqualTo(tiny.score(with(wave, others)).index());
            }
        }
    }

    private static Wave with(Wave wave, List<Respondent> respondents) {
        return new Wave(
                wave.questionnaire(),
                wave.version(),
                wave.company(),
                wave.date(),
                wave.form(),
                respondents,
                wave.others());
    }
}
