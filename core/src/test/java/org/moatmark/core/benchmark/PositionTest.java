package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;
import org.moatmark.core.stats.Bootstrap;
import org.moatmark.core.stats.Interval;
import org.moatmark.core.stats.PercentileRank;

/** Where a company stands: percentile, ranks or points, by how many there are. Long, since each is reckoned by hand. */
class PositionTest {

    private static final PositionSettings ANYONE = PositionSettings.DEFAULT.with(PeerCriteria.ANYONE);

    /** Ten companies at each of 25, 50, 75 and 100. */
    private static final Benchmark FORTY = new Gallery()
            .many("a", 10, 2)
            .many("b", 10, 3)
            .many("c", 10, 4)
            .many("d", 10, 5)
            .benchmark();

    private static Position placed(Benchmark benchmark, Subject subject, PositionSettings settings) {
        return benchmark.position(subject, settings).orThrow();
    }

    private static List<String> codes(Checked<?> checked) {
        return checked.issues().stream().map(Issue::code).toList();
    }

    /** 10 below and half of the 10 equal: 15 of 40; 20 bands lie above, 10 below. */
    @Test
    void a_percentile_counts_half_of_the_equal_ones() {
        Position position = placed(FORTY, Gallery.rated(3), ANYONE);

        Standing.Percentile at = (Standing.Percentile) position.node("D4").standing();
        assertThat(at.percent()).isEqualTo(37.5);
        assertThat(at.rank()).isEqualTo(new RankBand(21, 31, 41));
        assertThat(at.rank().word()).isEqualTo("tie");
        assertThat(position.node("D4").n()).isEqualTo(40);
        assertThat(position.index().standing()).isInstanceOf(Standing.Percentile.class);
    }

    /**
     * A draw adds 1 with probability 1/4 (below), 1/2 with 1/4 (equal), else 0: mean .375, variance .171875, so that the
     * mean of 40 draws has a standard error of .0655 and its 90 % interval is 26.7 to 48.3 percent.
     */
    @Test
    void without_a_band_of_its_own_the_interval_is_the_plain_bootstrap() {
        Standing.Percentile at = (Standing.Percentile)
                placed(FORTY, Gallery.rated(3), ANYONE).node("D4").standing();
        double[] scores = new double[40];
        for (int i = 0; i < 40; i++) {
            scores[i] = 25.0 * (1 + i / 10);
        }
        Interval plain = Bootstrap.of(scores, one -> PercentileRank.MID.of(one, 50), 2000, 1)
                .orThrow()
                .percentile(0.9)
                .orThrow();

        assertThat(at.low()).isEqualTo(plain.low()).isCloseTo(26.7, within(1.3));
        assertThat(at.high()).isEqualTo(plain.high()).isCloseTo(48.3, within(1.3));
    }

    /** 25 has 0 below and 10 equal, 75 has 20 below and 10 equal: 12.5 and 62.5 percent, and the bootstrap around. */
    @Test
    void the_interval_carries_the_companys_own_band() {
        Subject subject = Gallery.rated(3).withIntervals(Map.of("D4", new Bounds(25, 75)));
        Standing.Percentile at =
                (Standing.Percentile) placed(FORTY, subject, ANYONE).node("D4").standing();

        assertThat(at.percent()).isEqualTo(37.5);
        assertThat(at.low()).isCloseTo(12.5 - 1.645 * 3.42, within(1.3));
        assertThat(at.high()).isCloseTo(62.5 + 1.645 * 6.55, within(1.3));
        assertThat(at.rank()).isEqualTo(new RankBand(11, 41, 41));
    }

    @Test
    void the_same_draws_serve_all_places_and_a_seed_gives_the_same_numbers() {
        Position first = placed(FORTY, Gallery.rated(3), ANYONE);

        assertThat(first.node("D1").standing()).isEqualTo(first.node("D4").standing());
        assertThat(placed(FORTY, Gallery.rated(3), ANYONE)).isEqualTo(first);
        assertThat(placed(FORTY, Gallery.rated(3), ANYONE.with(2000, 2)).index().standing())
                .isNotEqualTo(first.index().standing());
    }

    @Test
    void the_order_of_the_library_changes_no_number() {
        Gallery gallery = new Gallery().many("x", 12, 2).many("m", 12, 3, 5).many("a", 12, 5);
        Position forward = placed(gallery.benchmark(), Gallery.rated(4), ANYONE);

        assertThat(placed(gallery.reversed().benchmark(), Gallery.rated(4), ANYONE))
                .isEqualTo(forward);
    }

    @Test
    void from_ten_to_twenty_nine_there_are_ranks_and_below_there_are_points() {
        Benchmark ten = new Gallery().many("a", 4, 2).many("c", 6, 4).benchmark();
        Benchmark nine = new Gallery().many("a", 4, 2).many("c", 5, 4).benchmark();
        Benchmark thirty = new Gallery().many("a", 30, 2).benchmark();
        Benchmark twentyNine = new Gallery().many("a", 29, 2).benchmark();

        Standing ranked = placed(ten, Gallery.rated(3), ANYONE).index().standing();
        assertThat(ranked).isEqualTo(new Standing.Ranked(new RankBand(7, 7, 11), 10));
        assertThat(ranked.word()).isEqualTo("rank");
        assertThat(ranked.why().en())
                .isEqualTo("Percentiles need 30 companies; 10 have a score here, so that ranks and points are shown.");
        assertThat(placed(nine, Gallery.rated(3), ANYONE).index().standing()).isEqualTo(new Standing.PointsOnly(9));
        assertThat(new Standing.PointsOnly(9).why().en())
                .isEqualTo("Ranks need 10 companies; 9 have a score here, so that points alone are shown.");
        assertThat(placed(thirty, Gallery.rated(3), ANYONE).index().standing())
                .isEqualTo(new Standing.Percentile(100, 100, 100, new RankBand(1, 1, 31)));
        assertThat(placed(twentyNine, Gallery.rated(3), ANYONE)
                        .index()
                        .standing()
                        .word())
                .isEqualTo("rank");
    }

    @Test
    void without_a_score_there_is_no_standing_and_the_peers_are_shown() {
        Subject subject = Subject.of(
                        new Gallery()
                                .one("one", List.of("OV14", "OV15", "OV16"), 4)
                                .library(),
                        "one")
                .being(null);
        Position position = placed(FORTY, subject, ANYONE);

        assertThat(position.node("D4").standing().word()).isEqualTo("percentile");
        assertThat(position.index().standing()).isEqualTo(new Standing.Nowhere(Reason.CHILD_MISSING));
        assertThat(position.index().standing().why().en())
                .isEqualTo("The company has no score here (too much of it has no score).");
        assertThat(position.index().peers()).hasSize(40);
        assertThat(position.index().own().status()).isEqualTo(Status.INSUFFICIENT);
    }

    @Test
    void peers_without_a_score_are_named_and_not_counted() {
        Benchmark benchmark = new Gallery()
                .many("a", 3, 2)
                .one("half", List.of("OV14", "OV15", "OV16"), 4)
                .benchmark();
        Position position = placed(benchmark, Gallery.rated(3), ANYONE);

        assertThat(position.index().n()).isEqualTo(3);
        assertThat(position.index().card().withoutScore()).containsExactly("half");
        assertThat(position.node("D4").n()).isEqualTo(4);
        assertThat(position.node("D4").card().withoutScore()).isEmpty();
        assertThat(position.node("D4").peers())
                .extracting(PeerPoint::id)
                .containsExactly("half", "a-1000", "a-1001", "a-1002");
    }

    @Test
    void a_point_says_how_many_items_are_disputed_and_how_wide_that_makes_it() {
        Position position = placed(new Gallery().one("a", 2, 4).benchmark(), Gallery.rated(3), ANYONE);

        assertThat(position.node("D4").peers()).containsExactly(new PeerPoint("a", 50, 25, 75, 3));
        assertThat(position.index().peers().get(0).disputed()).isEqualTo(29);
    }

    @Test
    void a_case_company_is_not_its_own_peer() {
        CaseLibrary library = new Gallery().many("a", 40, 3).library();
        Position position = placed(Benchmark.of(library), Subject.of(library, "a-1000"), ANYONE);

        assertThat(position.index().n()).isEqualTo(39);
        assertThat(position.group().members()).hasSize(39).doesNotContain("a-1000");
        assertThat(position.index().mean().libraryN()).isEqualTo(39);
        assertThat(position.similar()).extracting(SimilarCompany::id).doesNotContain("a-1000");
        assertThat(position.index().standing().word()).isEqualTo("percentile");
    }

    @Test
    void a_better_score_never_lowers_a_percentile() {
        double before = -1;
        double lowBefore = -1;
        double highBefore = -1;
        for (int first = 1; first <= 5; first++) {
            for (int second = first; second <= Math.min(first + 1, 5); second++) {
                Standing.Percentile at = (Standing.Percentile) placed(FORTY, Gallery.rated(first, second), ANYONE)
                        .index()
                        .standing();
                assertThat(at.percent()).isGreaterThanOrEqualTo(before);
                assertThat(at.low()).isGreaterThanOrEqualTo(lowBefore);
                assertThat(at.high()).isGreaterThanOrEqualTo(highBefore);
                before = at.percent();
                lowBefore = at.low();
                highBefore = at.high();
            }
        }
        assertThat(before).isGreaterThan(80);
    }

    /**
     * Cells {75, 100} and {25, 50}: mean square between 2 * 2 * 25^2 = 2500, within (4 * 12.5^2) / 2 = 312.5, variance
     * between cells (2500 - 312.5) / 2 = 1093.75; the factor is 1093.75 / (1093.75 + 312.5 / 2) = .875, and 87.5 is drawn
     * to 62.5 + .875 * 25 = 84.375.
     */
    @Test
    void a_group_mean_is_shrunk_toward_the_library() {
        Benchmark benchmark = new Gallery()
                .sector("a")
                .one("a1", 4)
                .one("a2", 5)
                .sector("b")
                .one("b1", 2)
                .one("b2", 3)
                .benchmark();
        PeerCriteria sector = new PeerCriteria("a", null, null, null, null, null);
        PositionSettings settings = new PositionSettings(sector, 1, 100, 1, 3);

        GroupMean mean =
                placed(benchmark, Gallery.rated(3), settings).node("D4").mean();

        assertThat(mean.n()).isEqualTo(2);
        assertThat(mean.raw()).isEqualTo(87.5);
        assertThat(mean.libraryN()).isEqualTo(4);
        assertThat(mean.library()).isEqualTo(62.5);
        GroupMean.Shrunk shrunk = (GroupMean.Shrunk) mean.shrinkage();
        assertThat(shrunk.mean()).isCloseTo(84.375, within(1e-9));
        assertThat(shrunk.toward()).isCloseTo(62.5, within(1e-9));
        assertThat(shrunk.factor()).isCloseTo(0.875, within(1e-12));
        assertThat(shrunk.cells()).isEqualTo(2);
    }

    @Test
    void where_nothing_can_be_shrunk_a_sentence_says_why() {
        Benchmark benchmark = new Gallery().one("a1", 4).one("a2", 5).benchmark();
        PositionSettings settings = new PositionSettings(null, 1, 100, 1, 3);

        assertThat(why(benchmark, settings.with(PeerCriteria.ANYONE)))
                .isEqualTo("The group is the whole library, so that there is nothing to shrink toward.");
        assertThat(why(benchmark, settings.with(new NamedPeers(List.of("a1")))))
                .isEqualTo(
                        "Peers chosen by hand are no cell of the library, so that there is nothing to shrink toward.");
        assertThat(why(benchmark, settings.with(new PeerCriteria("tools", null, null, null, null, null))))
                .isEqualTo("All companies that have a score here are in the group.");
    }

    private static String why(Benchmark benchmark, PositionSettings settings) {
        GroupMean.Shrinkage shrinkage =
                placed(benchmark, Gallery.rated(3), settings).index().mean().shrinkage();
        return ((GroupMean.NotShrunk) shrinkage).why().en();
    }

    @Test
    void unknown_peers_and_words_are_told_with_the_nearest() {
        PositionSettings named = PositionSettings.DEFAULT.with(new NamedPeers(List.of("a-1000", "a-100x")));
        PositionSettings words =
                PositionSettings.DEFAULT.with(new PeerCriteria("toolz", "Atlantis", null, null, null, null));

        Checked<Position> unknown = FORTY.position(Gallery.rated(3), named);
        assertThat(codes(unknown)).containsExactly("unknown-company");
        assertThat(unknown.issues().get(0).path()).isEqualTo("/peers/1");
        assertThat(unknown.issues().get(0).message().en()).isEqualTo("The case library has no company 'a-100x'.");
        assertThat(unknown.issues().get(0).hint().en()).isEqualTo("Did you mean 'a-1000'?");
        Checked<Position> wrong = FORTY.position(Gallery.rated(3), words);
        assertThat(codes(wrong)).containsExactly("unknown-word", "unknown-word");
        assertThat(wrong.issues().get(0).message().en())
                .isEqualTo("No case company has the sector 'toolz'; there are: tools.");
        assertThat(wrong.issues().get(0).hint().en()).isEqualTo("Did you mean 'tools'?");
        assertThat(codes(FORTY.position(Gallery.rated(3).being("nobody"), ANYONE)))
                .containsExactly("unknown-company");
        assertThat(codes(FORTY.position(
                        Gallery.rated(3).being("a-1000"),
                        PositionSettings.DEFAULT.with(new NamedPeers(List.of("a-1000"))))))
                .containsExactly("no-peers");
    }

    @Test
    void a_card_says_what_is_behind_a_number_and_who_is_not_in_it() {
        Benchmark benchmark = new Gallery()
                .many("a", 6, 3)
                .region("Nordics")
                .size(CompanySize.SMALL)
                .market(Market.B2B)
                .asOf(2012)
                .one("n", 4)
                .benchmark();
        Card card = placed(benchmark, Gallery.rated(3), ANYONE).index().card();

        assertThat(card.n()).isEqualTo(7);
        assertThat(card.firstYear()).isEqualTo(2012);
        assertThat(card.lastYear()).isEqualTo(2024);
        assertThat(card.raters()).containsExactly("A");
        assertThat(card.kindOfRater().in("en")).isEqualTo("Outsider using public evidence");
        assertThat(card.methodHash()).isEqualTo(Gallery.OUTSIDE_VIEW.methodHash());
        assertThat(card.thin())
                .containsExactly(
                        new Card.Count(Criterion.REGION, "Nordics", 1),
                        new Card.Count(Criterion.SIZE, "micro", 0),
                        new Card.Count(Criterion.SIZE, "small", 1),
                        new Card.Count(Criterion.SIZE, "medium", 0),
                        new Card.Count(Criterion.MARKET, "b2b", 1),
                        new Card.Count(Criterion.MARKET, "b2c", 0));
    }
}
