package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;

class PeerSearchTest {

    private static final PeerCriteria ALL_FIVE =
            new PeerCriteria("tools", "Japan", CompanySize.SMALL, Market.B2B, 2020, 2025);

    /** One company that fits all, and one more for each criterion that is let go. */
    private static final Benchmark LADDER = new Gallery()
            .size(CompanySize.SMALL)
            .market(Market.B2B)
            .one("fits", 3)
            .size(CompanySize.LARGE)
            .one("large", 3)
            .asOf(2012)
            .one("old", 3)
            .market(Market.B2C)
            .one("consumers", 3)
            .region("Nordics")
            .one("north", 3)
            .sector("food")
            .one("food", 3)
            .benchmark();

    private static PeerGroup group(Benchmark benchmark, PeerChoice choice, int minimum) {
        return benchmark
                .position(Gallery.rated(3), new PositionSettings(choice, minimum, 10, 1, 1))
                .orThrow()
                .group();
    }

    @Test
    void a_group_lets_go_of_size_years_market_region_and_sector_in_turn() {
        PeerGroup group = group(LADDER, ALL_FIVE, 6);

        assertThat(group.widened()).isTrue();
        assertThat(group.steps()).extracting(PeerGroup.Step::n).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(group.steps())
                .extracting(PeerGroup.Step::letGo)
                .containsExactly(
                        null, Criterion.SIZE, Criterion.AS_OF, Criterion.MARKET, Criterion.REGION, Criterion.SECTOR);
        assertThat(group.used()).isEqualTo(PeerCriteria.ANYONE);
    }

    @Test
    void a_group_is_widened_no_further_than_needed() {
        PeerGroup group = group(LADDER, ALL_FIVE, 3);

        assertThat(group.steps()).hasSize(3);
        assertThat(group.used()).isEqualTo(new PeerCriteria("tools", "Japan", null, Market.B2B, null, null));
        assertThat(group.members()).containsExactly("fits", "large", "old");
        assertThat(group(LADDER, ALL_FIVE, 1).widened()).isFalse();
    }

    @Test
    void what_was_not_asked_for_is_no_step() {
        PeerCriteria some = new PeerCriteria(null, "Japan", CompanySize.SMALL, null, null, null);

        assertThat(group(LADDER, some, 6).steps())
                .extracting(PeerGroup.Step::letGo)
                .containsExactly(null, Criterion.SIZE, Criterion.REGION);
    }

    @Test
    void no_widening_makes_a_group_smaller() {
        for (int minimum = 1; minimum <= 7; minimum++) {
            List<PeerGroup.Step> steps = group(LADDER, ALL_FIVE, minimum).steps();
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).n())
                        .isGreaterThanOrEqualTo(steps.get(i - 1).n());
            }
        }
    }

    @Test
    void a_company_that_sells_to_both_is_a_peer_of_either() {
        Benchmark benchmark = new Gallery()
                .market(Market.B2B)
                .one("b", 3)
                .market(Market.B2C)
                .one("c", 3)
                .market(Market.BOTH)
                .one("both", 3)
                .benchmark();

        assertThat(group(benchmark, market(Market.B2B), 1).members()).containsExactly("b", "both");
        assertThat(group(benchmark, market(Market.BOTH), 1).members()).containsExactly("both");
    }

    private static PeerCriteria market(Market market) {
        return new PeerCriteria(null, null, null, market, null, null);
    }

    @Test
    void peers_chosen_by_hand_are_never_widened() {
        PeerGroup group = group(LADDER, new NamedPeers(List.of("old", "fits", "old")), 10);

        assertThat(group.widened()).isFalse();
        assertThat(group.n()).isEqualTo(2);
        assertThat(group.members()).containsExactly("fits", "old");
    }

    @Test
    void the_criteria_follow_from_the_company() {
        CaseLibrary library = Moatmark.shipped().cases();

        assertThat(criteria(library, company("JP", null, "retail"), LocalDate.of(2026, 10, 30)))
                .isEqualTo(new PeerCriteria("retail", "Japan", CompanySize.MEDIUM, Market.B2B, 2021, 2031));
        assertThat(criteria(library, company("JP", "Nordics", "my own word"), null))
                .isEqualTo(new PeerCriteria(null, "Nordics", CompanySize.MEDIUM, Market.B2B, null, null));
        assertThat(criteria(library, null, null)).isEqualTo(PeerCriteria.ANYONE);
    }

    private static Company company(String country, @Nullable String region, String sector) {
        return new Company("Acme", country, region, sector, CompanySize.MEDIUM, Market.B2B);
    }

    private static PeerCriteria criteria(CaseLibrary library, @Nullable Company company, @Nullable LocalDate date) {
        Subject one = Gallery.rated(3);
        Subject subject = new Subject(
                null,
                one.questionnaire(),
                one.version(),
                one.methodHash(),
                company,
                date,
                one.index(),
                List.of(),
                List.of());
        return PeerCriteria.of(subject, library);
    }

    @Test
    void a_word_that_the_library_does_not_have_is_left_aside_with_a_warning() {
        Subject one = Gallery.rated(3);
        Subject own = new Subject(
                null,
                one.questionnaire(),
                one.version(),
                one.methodHash(),
                company("JP", "Atlantis", "my own word"),
                null,
                one.index(),
                one.nodes(),
                one.items());

        Checked<Position> placed = LADDER.position(own, PositionSettings.DEFAULT);

        assertThat(placed).isInstanceOf(Checked.Valid.class);
        assertThat(((Checked.Valid<Position>) placed).warnings())
                .extracting(issue -> issue.message().en())
                .containsExactly(
                        "No case company has the company's sector 'my own word', so that peers are not chosen by it.",
                        "No case company has the company's region 'Atlantis', so that peers are not chosen by it.");
        assertThat(((Checked.Valid<Position>) LADDER.position(own, PositionSettings.DEFAULT.with(PeerCriteria.ANYONE)))
                        .warnings())
                .isEmpty();
    }

    @Test
    void years_go_from_the_earlier_to_the_later() {
        assertThatThrownBy(() -> new PeerCriteria(null, null, null, null, 2020, 2019))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("As-of years go from the earlier to the later, not from 2020 to 2019.");
    }
}
