package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/** A questionnaire of one's own whose items are linked to some of {@code outside-view}. */
class CrosswalkTest {

    private static final PositionSettings ANYONE = PositionSettings.DEFAULT.with(PeerCriteria.ANYONE);

    private final List<SubjectItem> items = new ArrayList<>();

    private CrosswalkTest item(String key, @Nullable String to, double score) {
        items.add(new SubjectItem(key, to, ItemState.ANSWERED, score, null));
        return this;
    }

    private CrosswalkTest without(String key, String to, ItemState state) {
        items.add(new SubjectItem(key, to, state, null, null));
        return this;
    }

    private Subject subject(Market market) {
        Measure none = new Measure(
                Measure.INDEX, Status.INSUFFICIENT, new Outcome.NotScored(Reason.CHILD_MISSING), null, null);
        return new Subject(
                null,
                "mine",
                "1.0.0",
                "sha256:mine",
                new Company("Mine", "JP", null, null, CompanySize.LARGE, market),
                null,
                none,
                List.of(),
                items);
    }

    private Position placed(Benchmark benchmark) {
        return benchmark.position(subject(Market.BOTH), ANYONE).orThrow();
    }

    /**
     * D1 has five items of weight 1, of which three are linked: score (100 + 50 + 75) / 3 = 75, coverage 3/5; with the
     * two others anywhere from 0 to 100 it is 45 to 85.
     */
    @Test
    void linked_scores_go_into_the_tree_and_the_rest_is_missing() {
        Position position = item("a", "OV01", 100)
                .item("b", "OV02", 50)
                .item("c", "OV04", 75)
                .item("d", null, 0)
                .placed(new Gallery().many("x", 3, 3).benchmark());

        NodePosition d1 = position.node("D1");
        assertThat(d1.own().score()).isCloseTo(75, within(1e-9));
        assertThat(d1.own().status()).isEqualTo(Status.FULL);
        assertThat(d1.own().bounds()).isEqualTo(new Bounds(45, 85));
        assertThat(position.node("D2").own().status()).isEqualTo(Status.INSUFFICIENT);
        Crosswalk crosswalk = position.crosswalk();
        assertThat(crosswalk.rows()).extracting(Crosswalk.Row::item).containsExactly("OV01", "OV02", "OV04");
        assertThat(crosswalk.rows().get(0).from()).containsExactly(items.get(0));
        assertThat(crosswalk.unlinked()).hasSize(26).contains("OV03", "OV29").doesNotContain("OV01");
        assertThat(share(crosswalk, "D1")).isCloseTo(0.6, within(1e-12));
        assertThat(share(crosswalk, "B")).isCloseTo(0.15, within(1e-12));
        assertThat(share(crosswalk, Measure.INDEX)).isCloseTo(0.075, within(1e-12));
    }

    private static double share(Crosswalk crosswalk, String key) {
        return crosswalk.shares().stream()
                .filter(share -> share.key().equals(key))
                .findFirst()
                .orElseThrow()
                .share();
    }

    /** The cases say 5 on OV01 and 2 on the rest of D1: all of it 40, the linked OV01 and OV02 alone 62.5. */
    @Test
    void the_cases_are_scored_on_the_same_items() {
        Gallery gallery = new Gallery()
                .one("x", List.of("OV02", "OV03", "OV04", "OV05"), 2)
                .more("x", List.of("OV01"), 5);
        Position linked = item("a", "OV01", 100).item("b", "OV02", 50).placed(gallery.benchmark());

        assertThat(Subject.of(gallery.library(), "x").nodes().get(1).score()).isCloseTo(40, within(1e-9));
        assertThat(linked.node("D1").peers()).extracting(PeerPoint::score).containsExactly(62.5);
    }

    /** What is out on both sides is no part of the comparison; what is missing among the linked items is. */
    @Test
    void bands_leave_the_unlinked_items_out_of_account() {
        Benchmark benchmark = new Gallery().one("x", 3).benchmark();
        Position whole = item("a", "OV14", 100).item("b", "OV15", 50).placed(benchmark);

        assertThat(whole.node("D4").own().bounds()).isEqualTo(new Bounds(50, 83.33333333333333));
        assertThat(whole.node("D4").own().band()).isEqualTo(new Bounds(75, 75));
        assertThat(whole.node("D4").peers()).containsExactly(new PeerPoint("x", 50, 50, 50, 0));

        Position blank = without("c", "OV16", ItemState.DONT_KNOW).placed(benchmark);
        assertThat(blank.node("D4").own().band()).isEqualTo(new Bounds(50, 83.33333333333333));
    }

    @Test
    void several_items_linked_to_one_have_their_mean() {
        Position position = item("a", "OV14", 100)
                .item("b", "OV14", 50)
                .without("c", "OV14", ItemState.SKIPPED)
                .without("d", "OV15", ItemState.NOT_APPLICABLE)
                .without("e", "OV15", ItemState.DONT_KNOW)
                .placed(new Gallery().one("x", 3).benchmark());

        Crosswalk.Row first = position.crosswalk().rows().get(0);
        assertThat(first.score()).isEqualTo(75);
        assertThat(first.state()).isEqualTo(ItemState.ANSWERED);
        assertThat(first.from()).hasSize(3);
        assertThat(position.crosswalk().rows().get(1).state()).isEqualTo(ItemState.DONT_KNOW);
        assertThat(position.crosswalk().rows().get(1).score()).isNull();
    }

    @Test
    void an_item_that_is_not_meant_for_the_company_is_not_missing() {
        item("a", "OV17", 100).item("b", "OV25", 50);
        Benchmark benchmark = new Gallery().one("x", 3).benchmark();

        Measure consumers = benchmark
                .position(subject(Market.B2C), ANYONE)
                .orThrow()
                .node("Q")
                .own();
        assertThat(consumers.bounds()).isEqualTo(new Bounds(75, 75));
        Measure business = benchmark
                .position(subject(Market.B2B), ANYONE)
                .orThrow()
                .node("Q")
                .own();
        assertThat(business.bounds()).isEqualTo(new Bounds(50, 83.33333333333333));
    }

    @Test
    void disputes_count_among_the_linked_items_only() {
        Position position =
                item("a", "OV14", 100).placed(new Gallery().one("x", 2, 4).benchmark());

        assertThat(position.node("D4").peers()).containsExactly(new PeerPoint("x", 50, 25, 75, 1));
    }

    @Test
    void without_links_there_is_no_silent_mixing() {
        Checked<Position> refused = item("a", null, 100)
                .item("b", "NOT-THERE", 50)
                .check(new Gallery().one("x", 3).benchmark());

        assertThat(refused.issues()).hasSize(1);
        assertThat(refused.issues().get(0).code()).isEqualTo("no-links");
        assertThat(refused.issues().get(0).message().en())
                .isEqualTo(
                        "No item of 'mine' names an item of 'outside-view' as its outsideView, so that 'Mine' cannot be"
                                + " placed among the cases.");
    }

    private Checked<Position> check(Benchmark benchmark) {
        return benchmark.position(subject(Market.BOTH), ANYONE);
    }

    @Test
    void another_version_of_the_cases_questionnaire_is_refused() {
        Subject now = Gallery.rated(3);
        Subject older = new Subject(
                null,
                now.questionnaire(),
                "0.9.0",
                "sha256:older",
                now.company(),
                now.date(),
                now.index(),
                now.nodes(),
                now.items());

        Checked<Position> refused = new Gallery().one("x", 3).benchmark().position(older, ANYONE);

        assertThat(refused.issues().get(0).code()).isEqualTo("other-version");
        assertThat(refused.issues().get(0).message().en())
                .isEqualTo("'The one' was scored by 'outside-view' 0.9.0, which is not the version 1.0.0 on which the"
                        + " cases are rated.");
    }
}
