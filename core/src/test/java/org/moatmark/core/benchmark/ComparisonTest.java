package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;

class ComparisonTest {

    private static Subject banded(int rating, double low, double high) {
        return Gallery.rated(rating).withIntervals(Map.of(Measure.INDEX, new Bounds(low, high)));
    }

    /** Bands 90-100, 70-92 and 40-71: the first and the second overlap, the second and the third too, the ends do not. */
    @Test
    void overlapping_is_not_transitive_and_so_every_company_has_a_span_of_ranks() {
        Comparison comparison = Comparison.of(List.of(banded(5, 90, 100), banded(4, 70, 92), banded(3, 40, 71)))
                .orThrow();

        assertThat(comparison.lines().get(0).key()).isEqualTo(Measure.INDEX);
        assertThat(comparison.lines().get(0).entries())
                .extracting(Comparison.Entry::rank)
                .containsExactly(new RankBand(1, 2, 3), new RankBand(1, 3, 3), new RankBand(2, 3, 3));
    }

    @Test
    void bands_that_do_not_overlap_have_clear_ranks_and_touching_ones_are_ties() {
        Comparison clear =
                Comparison.of(List.of(Gallery.rated(3), Gallery.rated(5))).orThrow();
        Comparison touching =
                Comparison.of(List.of(banded(3, 40, 60), banded(4, 60, 80))).orThrow();

        assertThat(clear.lines().get(0).entries())
                .extracting(Comparison.Entry::rank)
                .containsExactly(new RankBand(2, 2, 2), new RankBand(1, 1, 2));
        assertThat(clear.lines().get(0).entries().get(0).rank().word()).isEqualTo("clear");
        assertThat(touching.lines().get(0).entries())
                .extracting(entry -> entry.rank().word())
                .containsExactly("tie", "tie");
    }

    @Test
    void the_index_is_quoted_as_a_whole_number() {
        Comparison comparison =
                Comparison.of(List.of(Gallery.rated(3, 4), Gallery.rated(5))).orThrow();

        assertThat(comparison.lines().get(0).entries().get(0).measure().score()).isEqualTo(62.5);
        assertThat(comparison.lines().get(0).entries().get(0).whole()).isEqualTo(63);
    }

    @Test
    void who_has_no_score_has_no_rank_and_takes_none() {
        Subject half = Subject.of(
                new Gallery().one("half", List.of("OV14", "OV15", "OV16"), 4).library(), "half");
        Comparison comparison =
                Comparison.of(List.of(half, Gallery.rated(3), Gallery.rated(2))).orThrow();

        assertThat(comparison.lines().get(0).entries())
                .extracting(Comparison.Entry::rank)
                .containsExactly(null, new RankBand(1, 1, 2), new RankBand(2, 2, 2));
        assertThat(comparison.lines().get(0).entries().get(0).whole()).isNull();
    }

    @Test
    void at_least_two_and_at_most_fifty_are_compared() {
        assertThat(message(Comparison.of(List.of(Gallery.rated(3)))))
                .isEqualTo("A comparison takes from 2 to 50 results, not 1.");
        assertThat(message(Comparison.of(Collections.nCopies(51, Gallery.rated(3)))))
                .isEqualTo("A comparison takes from 2 to 50 results, not 51.");
        assertThat(Comparison.of(Collections.nCopies(50, Gallery.rated(3))).issues())
                .isEmpty();
    }

    private static String message(Checked<?> refused) {
        return refused.issues().get(0).message().en();
    }

    private static Subject other(String hash, SubjectItem... items) {
        Subject one = Gallery.rated(3);
        return new Subject(null, "mine", "1.0.0", hash, one.company(), null, one.index(), one.nodes(), List.of(items));
    }

    @Test
    void different_questionnaires_are_compared_through_the_cases_on_what_all_have() {
        Benchmark benchmark = new Gallery().one("x", 3).benchmark();
        Subject mine = other(
                "sha256:mine",
                new SubjectItem("a", "OV14", ItemState.ANSWERED, 100.0, null),
                new SubjectItem("b", "OV15", ItemState.ANSWERED, 75.0, null));

        Comparison comparison =
                benchmark.compare(List.of(mine, Gallery.rated(3))).orThrow();

        assertThat(comparison.questionnaire()).isEqualTo("outside-view");
        assertThat(comparison.items()).containsExactly("OV14", "OV15");
        Comparison.Line d4 = comparison.lines().stream()
                .filter(line -> line.key().equals("D4"))
                .findFirst()
                .orElseThrow();
        assertThat(d4.entries())
                .extracting(entry -> entry.measure().score(), Comparison.Entry::rank)
                .containsExactly(tuple(87.5, new RankBand(1, 1, 2)), tuple(50.0, new RankBand(2, 2, 2)));
    }

    @Test
    void disputes_of_a_case_go_with_it_into_the_comparison() {
        CaseLibrary library = new Gallery().one("x", 2, 4).library();
        Subject mine = other("sha256:mine", new SubjectItem("a", "OV14", ItemState.ANSWERED, 75.0, null));

        Comparison comparison = Benchmark.of(library)
                .compare(List.of(mine, Subject.of(library, "x")))
                .orThrow();

        Comparison.Line d4 = comparison.lines().stream()
                .filter(line -> line.key().equals("D4"))
                .findFirst()
                .orElseThrow();
        assertThat(d4.entries().get(1).measure().band()).isEqualTo(new Bounds(25, 75));
        assertThat(d4.entries().get(0).rank()).isEqualTo(new RankBand(1, 2, 2));
    }

    @Test
    void what_cannot_be_mixed_is_refused() {
        Benchmark benchmark = new Gallery().one("x", 3).benchmark();
        Subject a = other("sha256:a", new SubjectItem("a", "OV14", ItemState.ANSWERED, 100.0, null));
        Subject b = other("sha256:b", new SubjectItem("a", "OV15", ItemState.ANSWERED, 100.0, null));
        Subject c = other("sha256:c", new SubjectItem("a", null, ItemState.ANSWERED, 100.0, null));

        assertThat(message(benchmark.compare(List.of(a, b))))
                .isEqualTo("No item of 'outside-view' is answered or linked in all of the results.");
        assertThat(benchmark.compare(List.of(a, c)).issues())
                .extracting(issue -> issue.code() + issue.path())
                .containsExactly("no-links/1");
        assertThat(Comparison.of(List.of(a, b)).issues())
                .extracting(issue -> issue.code() + issue.path())
                .containsExactly("mixed-questionnaires/1");
    }
}
