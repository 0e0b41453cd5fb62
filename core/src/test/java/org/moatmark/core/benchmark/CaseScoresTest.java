package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Status;

class CaseScoresTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final CaseLibrary CASES = MOATMARK.cases();

    private static final Questionnaire OUTSIDE_VIEW = CASES.questionnaire();

    /** One company, rated as {@code "OV14=2,4"}: the ratings of raters A, B, C, with - for not judged and NA. */
    private static CaseScore rated(Market market, String... ratings) {
        List<CaseRating> all = new ArrayList<>();
        for (String rating : ratings) {
            String item = rating.substring(0, rating.indexOf('='));
            String[] values = rating.substring(rating.indexOf('=') + 1).split(",");
            for (int r = 0; r < values.length; r++) {
                Judgement judgement = switch (values[r]) {
                    case "-" -> new Judgement.NotJudged();
                    case "NA" -> new Judgement.NotApplicable();
                    default -> new Judgement.Rated(Integer.parseInt(values[r]), 2);
                };
                all.add(new CaseRating(
                        "acme", Character.toString('A' + r), item, judgement, new Basis(List.of(), true), null));
            }
        }
        CaseCompany acme = new CaseCompany(
                "acme",
                "Acme",
                "JP",
                "Japan",
                "Tools",
                "tools",
                CompanySize.LARGE,
                market,
                FoundingYear.parse("1950").orElseThrow(),
                2020);
        return CaseLibrary.of(
                        OUTSIDE_VIEW,
                        new CaseContents(List.of(acme), List.of(), List.of(), all, List.of()),
                        CaseWords.NONE,
                        TextMap.of("Ours.", "私たちのもの。"))
                .scores()
                .of("acme");
    }

    private static ConsensusItem item(CaseScore score, String key) {
        return score.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_item_has_the_mean_of_its_raters() {
        CaseScore score = rated(Market.B2B, "OV14=2,3", "OV15=4,4,1");

        assertThat(item(score, "OV14").score()).isEqualTo(37.5);
        assertThat(item(score, "OV15").score()).isEqualTo(50);
    }

    @Test
    void raters_who_differ_by_one_step_do_not_dispute_an_item() {
        ConsensusItem item = item(rated(Market.B2B, "OV14=2,3"), "OV14");

        assertThat(item.disputed()).isFalse();
        assertThat(item.interval()).isEqualTo(new Bounds(37.5, 37.5));
    }

    @Test
    void raters_who_differ_by_more_dispute_it_and_both_ratings_are_kept() {
        CaseScore score = rated(Market.B2B, "OV14=2,4", "OV15=3,3", "OV16=3,3");

        ConsensusItem item = item(score, "OV14");
        assertThat(item.disputed()).isTrue();
        assertThat(item.score()).isEqualTo(50);
        assertThat(item.interval()).isEqualTo(new Bounds(25, 75));
        assertThat(item.ratings().get("A").judgement()).isEqualTo(new Judgement.Rated(2, 2));
        assertThat(item.ratings().get("B").judgement()).isEqualTo(new Judgement.Rated(4, 2));
        // D4 by hand: (25 + 50 + 50) / 3 to (75 + 50 + 50) / 3, while nothing is missing.
        assertThat(score.node("D4").score()).isEqualTo(50);
        assertThat(score.node("D4").bounds()).isEqualTo(new Bounds(50, 50));
        assertThat(score.node("D4").interval()).isEqualTo(new Bounds(125.0 / 3, 175.0 / 3));
        assertThat(score.disputed()).isEqualTo(1);
    }

    @Test
    void disputes_and_blanks_widen_the_interval_together() {
        CaseScore score = rated(Market.B2B, "OV14=2,4", "OV15=3,3", "OV16=-,-");

        // D4 by hand: (25 + 50 + 0) / 3 to (75 + 50 + 100) / 3; by blanks alone (50 + 50 + 0) / 3 to 200 / 3.
        assertThat(item(score, "OV16").state()).isEqualTo(ItemState.DONT_KNOW);
        assertThat(item(score, "OV16").interval()).isEqualTo(new Bounds(0, 100));
        assertThat(score.node("D4").bounds()).isEqualTo(new Bounds(100.0 / 3, 200.0 / 3));
        assertThat(score.node("D4").interval()).isEqualTo(new Bounds(25, 75));
        assertThat(score.node("D4").status()).isEqualTo(Status.FULL);
    }

    @Test
    void one_rater_alone_disputes_nothing() {
        CaseScore score = rated(Market.B2B, "OV14=2,-", "OV15=5,-", "OV16=5,-");

        assertThat(score.disputed()).isZero();
        assertThat(score.node("D4").score()).isEqualTo(75);
    }

    @Test
    void an_item_that_is_not_meant_for_the_company_counts_nowhere_whatever_was_rated() {
        CaseScore score = rated(Market.B2C, "OV26=1,5", "OV17=3,3", "OV25=3,3");

        ConsensusItem item = item(score, "OV26");
        assertThat(item.state()).isEqualTo(ItemState.EXCLUDED);
        assertThat(item.score()).isNull();
        assertThat(item.disputed()).isFalse();
        assertThat(item.interval()).isNull();
        assertThat(item.ratings()).hasSize(2);
        assertThat(score.node("Q").interval()).isEqualTo(new Bounds(50, 50));
    }

    @Test
    void what_most_raters_call_not_applicable_is_not_missing() {
        assertThat(item(rated(Market.B2B, "OV26=NA,NA"), "OV26").state()).isEqualTo(ItemState.NOT_APPLICABLE);
        assertThat(item(rated(Market.B2B, "OV26=NA,-"), "OV26").state()).isEqualTo(ItemState.DONT_KNOW);
        assertThat(item(rated(Market.B2B, "OV26=NA,3"), "OV26").score()).isEqualTo(50);
    }

    @Test
    void a_company_that_nobody_rated_has_no_score_and_full_bounds() {
        CaseScore score = rated(Market.B2B);

        assertThat(score.index().outcome()).isInstanceOf(Outcome.NotScored.class);
        assertThat(score.index().score()).isNull();
        assertThat(score.node("D1").interval()).isEqualTo(new Bounds(0, 100));
    }

    @Test
    void the_scores_of_the_shipped_companies_are_those_of_the_product() {
        for (CaseScore score : CASES.scores().all()) {
            Result result =
                    MOATMARK.scoreWithoutGains(CASES.wave(score.company().id()));
            assertThat(score.index().outcome())
                    .as(score.company().id())
                    .isEqualTo(result.index().outcome());
            assertThat(score.index().bounds()).isEqualTo(result.index().bounds());
            result.nodes().forEach(node -> {
                assertThat(score.node(node.key()).outcome()).isEqualTo(node.outcome());
                assertThat(score.node(node.key()).bounds()).isEqualTo(node.bounds());
                assertThat(score.node(node.key()).status()).isEqualTo(node.status());
            });
        }
    }

    @Test
    void every_interval_holds_the_bounds_and_the_score() {
        for (CaseScore company : CASES.scores().all()) {
            List<Consensus> all = new ArrayList<>(company.nodes().values());
            all.add(company.index());
            for (Consensus one : all) {
                if (one.bounds() == null) {
                    assertThat(one.interval()).isNull();
                    continue;
                }
                assertThat(one.interval().low())
                        .isLessThanOrEqualTo(one.bounds().low());
                assertThat(one.interval().high())
                        .isGreaterThanOrEqualTo(one.bounds().high());
                if (one.score() != null) {
                    assertThat(one.score())
                            .isBetween(one.bounds().low(), one.bounds().high());
                }
            }
        }
    }

    @Test
    void n_counts_the_companies_that_have_a_score_there() {
        assertThat(CASES.scores().all()).hasSize(137);
        assertThat(CASES.scores().withIndex()).hasSize(136);
        assertThat(CASES.scores().withScore("D1"))
                .allSatisfy(company -> assertThat(company.node("D1").score()).isNotNull())
                .hasSizeBetween(100, 137);
        assertThat(CASES.scores().of("jp-sumitomo").index().score()).isNull();
    }

    @Test
    void scores_on_all_items_are_the_scores() {
        List<String> every = OUTSIDE_VIEW.items().stream().map(one -> one.key()).toList();

        assertThat(CaseScores.on(CASES, every).all()).isEqualTo(CASES.scores().all());
        assertThat(CASES.scores().items()).isEqualTo(every);
    }

    @Test
    void scores_on_some_items_rest_on_these_alone() {
        // The items of differentiation that the full instrument asks too.
        Set<String> linked = new TreeSet<>(
                Set.of("OV16", "OV01", "OV02", "OV04", "OV07", "OV08", "OV10", "OV11", "OV13", "OV14", "OV15"));

        CaseScores scores = CaseScores.on(CASES, linked);

        assertThat(scores.items()).containsExactlyElementsOf(linked);
        CaseScore apple = scores.of("apple");
        CaseScore whole = CASES.scores().of("apple");
        assertThat(apple.items()).extracting(ConsensusItem::key).containsExactlyElementsOf(linked);
        assertThat(apple.node("D4")).isEqualTo(whole.node("D4"));
        Map<String, ConsensusItem> items = new LinkedHashMap<>();
        apple.items().forEach(one -> items.put(one.key(), one));
        assertThat(apple.node("D2").score())
                .isEqualTo((items.get("OV07").score() + items.get("OV08").score()) / 2);
        // Half of D2 is not asked, which lowers coverage to 1/2 but not asked coverage (rule S6).
        assertThat(apple.node("D2").status()).isEqualTo(Status.FULL);
        assertThat(apple.node("D2").bounds().low()).isLessThan(apple.node("D2").score());
        assertThat(apple.node("L").outcome()).isInstanceOf(Outcome.NotScored.class);
        assertThat(apple.node("L").bounds()).isEqualTo(new Bounds(0, 100));
    }

    @Test
    void items_and_companies_that_are_not_there_are_the_callers_mistake() {
        assertThatThrownBy(() -> CaseScores.on(CASES, List.of("OV99")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Questionnaire 'outside-view' has no item 'OV99'.");
        assertThatThrownBy(() -> CASES.scores().of("nobody")).hasMessage("The library has no company 'nobody'.");
        assertThatThrownBy(() -> CASES.scores().withScore("Z"))
                .hasMessageStartingWith("The cases have no node 'Z'; there are [B, D1, D2");
    }

    @Test
    void apple_hp_and_dell_keep_what_their_raters_disagree_on() {
        for (String id : List.of("apple", "hp", "dell")) {
            CaseScore company = CASES.scores().of(id);
            assertThat(company.company().asOf()).isEqualTo(2012);
            for (ConsensusItem item : company.items()) {
                if (item.disputed()) {
                    assertThat(item.ratings()).containsOnlyKeys("A", "B");
                    assertThat(item.interval().high() - item.interval().low()).isGreaterThanOrEqualTo(50);
                }
            }
        }
    }
}
