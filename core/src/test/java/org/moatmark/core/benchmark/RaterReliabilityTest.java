package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.psychometrics.AgreementWeights;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IntervalEstimate;
import org.moatmark.core.psychometrics.KrippendorffAlpha;
import org.moatmark.core.psychometrics.Metric;
import org.moatmark.core.psychometrics.RaterAgreement;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Agreement of raters. The statistics themselves are tried in {@code psychometrics} against published numbers; here it is
 * which ratings go into them.
 */
class RaterReliabilityTest {

    private static final CaseLibrary CASES = Moatmark.shipped().cases();

    private static final Questionnaire OUTSIDE_VIEW = CASES.questionnaire();

    /** One company for each row, with the ratings of raters A, B, C: 0 for not judged, -1 for NA. */
    private static CaseLibrary library(String item, int[]... rows) {
        List<CaseCompany> companies = new ArrayList<>();
        List<CaseRating> ratings = new ArrayList<>();
        for (int c = 0; c < rows.length; c++) {
            companies.add(new CaseCompany(
                    "c-" + c,
                    "C" + c,
                    "JP",
                    "Japan",
                    "Tools",
                    "tools",
                    CompanySize.LARGE,
                    Market.B2B,
                    FoundingYear.parse("1950").orElseThrow(),
                    2020));
            for (int r = 0; r < rows[c].length; r++) {
                Judgement judgement = switch (rows[c][r]) {
                    case 0 -> new Judgement.NotJudged();
                    case -1 -> new Judgement.NotApplicable();
                    default -> new Judgement.Rated(rows[c][r], 1);
                };
                ratings.add(new CaseRating(
                        "c-" + c, Character.toString('A' + r), item, judgement, new Basis(List.of(), true), null));
            }
        }
        return CaseLibrary.of(
                OUTSIDE_VIEW,
                new CaseContents(companies, List.of(), List.of(), ratings, List.of()),
                CaseWords.NONE,
                TextMap.of("Ours.", "私たちのもの。"));
    }

    @Test
    void units_are_companies_and_items_that_two_raters_rated() {
        Reliability overall = RaterReliability.of(
                        library("OV14", new int[][] {{1, 1}, {2, 4}, {3, 0}, {0, 0}, {-1, 5}, {5, 4}}), 1, 100)
                .overall();

        assertThat(overall.rated()).isEqualTo(5);
        assertThat(overall.units()).isEqualTo(3);
        assertThat(overall.disputed()).isEqualTo(1);
        assertThat(overall.percentAgreement().orThrow()).isCloseTo(1.0 / 3, within(1e-15));
        // By hand: squared differences 0 + 4 + 1 = 5 of 3 pairs; by chance, of 1, 2, 5 with 1, 4, 4, they are
        // 0 + 9 + 9 + 1 + 4 + 4 + 16 + 1 + 1 = 45 of 9. Kappa is 1 - (5 / 3) / (45 / 9).
        assertThat(overall.kappa().orThrow()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(((Estimate.Point) overall.iccSingle()).n()).isEqualTo(3);
    }

    @Test
    void item_node_and_overall_are_the_same_where_there_is_one_item() {
        RaterReliability reliability =
                RaterReliability.of(library("OV14", new int[][] {{1, 2}, {3, 3}, {5, 4}, {2, 2}}), 7, 200);

        assertThat(reliability.items().get("OV14")).isEqualTo(reliability.overall());
        assertThat(reliability.nodes().get("D4")).isEqualTo(reliability.overall());
        assertThat(reliability.nodes().get("D1").alpha()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(reliability.nodes()).containsOnlyKeys("D1", "D2", "D3", "D4", "L", "P", "Q", "E");
        assertThat(reliability.items()).hasSize(29);
    }

    @Test
    void raters_who_always_say_the_same_word_are_not_called_in_agreement() {
        Reliability overall = RaterReliability.of(library("OV14", new int[][] {{3, 3}, {3, 3}, {3, 3}}), 1, 100)
                .overall();

        assertThat(overall.percentAgreement().orThrow()).isEqualTo(1);
        assertThat(overall.alpha()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(overall.kappa()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(overall.iccSingle()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(overall.alphaInterval().limits()).isInstanceOf(IntervalEstimate.NotComputable.class);
    }

    @Test
    void raters_who_agree_on_everything_have_one_everywhere() {
        Reliability overall = RaterReliability.of(library("OV14", new int[][] {{1, 1}, {3, 3}, {5, 5}}), 1, 100)
                .overall();

        assertThat(overall.alpha().orThrow()).isEqualTo(1);
        assertThat(overall.kappa().orThrow()).isEqualTo(1);
        assertThat(overall.iccSingle().orThrow()).isEqualTo(1);
        assertThat(overall.iccAverage().orThrow()).isEqualTo(1);
    }

    @Test
    void of_three_raters_kappa_is_congers_and_a_dispute_is_between_the_furthest_two() {
        double[][] table = {{1, 2, 3}, {4, 4, 5}, {2, 2, 2}, {5, 3, 4}};
        Reliability overall = RaterReliability.of(
                        library("OV14", new int[][] {{1, 2, 3}, {4, 4, 5}, {2, 2, 2}, {5, 3, 4}}), 1, 100)
                .overall();

        assertThat(overall.disputed()).isEqualTo(2);
        assertThat(overall.kappa())
                .isEqualTo(RaterAgreement.conger(table, AgreementWeights.quadratic(1, 2, 3, 4, 5))
                        .coefficient());
        assertThat(overall.alpha())
                .isEqualTo(KrippendorffAlpha.of(table, Metric.ORDINAL).alpha());
    }

    @Test
    void some_raters_can_be_compared_without_the_others() {
        CaseLibrary library = library("OV14", new int[][] {{1, 5, 1}, {3, 1, 3}, {5, 2, 5}, {0, 3, 0}});

        RaterReliability reliability = RaterReliability.of(library, List.of("C", "A"), 1, 100);

        assertThat(reliability.raters()).containsExactly("A", "C");
        assertThat(reliability.overall().alpha().orThrow()).isEqualTo(1);
        assertThat(reliability.overall().rated()).isEqualTo(3);
        assertThatThrownBy(() -> RaterReliability.of(library, List.of("A", "Z"), 1, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The library has no rater 'Z'; it has [A, B, C].");
    }

    @Test
    void one_rater_alone_agrees_with_nobody() {
        Reliability overall = RaterReliability.of(library("OV14", new int[][] {{1}, {3}}), 1, 100)
                .overall();

        assertThat(overall.units()).isZero();
        assertThat(overall.alpha()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(overall.kappa()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(overall.percentAgreement()).isInstanceOf(Estimate.NotComputable.class);
        assertThat(overall.iccAverage()).isInstanceOf(Estimate.NotComputable.class);
    }

    @Test
    void the_same_seed_gives_the_same_limits_and_another_seed_others() {
        RaterReliability one = RaterReliability.of(CASES, 3, 100);

        assertThat(RaterReliability.of(CASES, 3, 100)).isEqualTo(one);
        assertThat(RaterReliability.of(CASES, 4, 100).overall().alphaInterval().limits())
                .isNotEqualTo(one.overall().alphaInterval().limits());
        assertThat(RaterReliability.of(CASES, 4, 100).overall().alpha())
                .isEqualTo(one.overall().alpha());
    }

    @Test
    void the_shipped_ratings_agree_as_an_independent_calculation_has_it() {
        RaterReliability reliability = CASES.reliability();
        Reliability overall = reliability.overall();

        // Worked out once more from ratings.csv with the formulas of Krippendorff (2011), Cohen (1968) and McGraw and
        // Wong (1996), in another language.
        assertThat(overall.units()).isEqualTo(2741);
        assertThat(overall.disputed()).isEqualTo(138);
        assertThat(overall.percentAgreement().orThrow()).isCloseTo(0.6742064939802992, within(1e-12));
        assertThat(overall.alpha().orThrow()).isCloseTo(0.818129199529712, within(1e-12));
        assertThat(overall.kappa().orThrow()).isCloseTo(0.8246513971219352, within(1e-12));
        assertThat(overall.iccSingle().orThrow()).isCloseTo(0.8247041555026128, within(1e-12));
        assertThat(overall.iccAverage().orThrow()).isCloseTo(0.9039319091981232, within(1e-12));
        Reliability d1 = reliability.nodes().get("D1");
        assertThat(d1.units()).isEqualTo(499);
        assertThat(d1.alpha().orThrow()).isCloseTo(0.8051104838640257, within(1e-12));
        assertThat(d1.kappa().orThrow()).isCloseTo(0.8025824471145286, within(1e-12));
        Reliability ov26 = reliability.items().get("OV26");
        assertThat(ov26.units()).isEqualTo(20);
        assertThat(ov26.alpha().orThrow()).isCloseTo(0.30179028132992336, within(1e-12));
        assertThat(ov26.iccSingle().orThrow()).isCloseTo(0.37558685446009393, within(1e-12));
        assertThat(reliability.seed()).isEqualTo(1);
        assertThat(reliability.runs()).isEqualTo(2000);
        assertThat(CASES.reliability()).isSameAs(reliability);
    }

    @Test
    void disputes_are_counted_alike_in_scores_and_reliability() {
        int inScores =
                CASES.scores().all().stream().mapToInt(CaseScore::disputed).sum();

        assertThat(CASES.reliability().overall().disputed()).isEqualTo(inScores);
    }

    @Test
    void too_few_runs_have_no_tails() {
        assertThatThrownBy(() -> RaterReliability.of(CASES, 1, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
