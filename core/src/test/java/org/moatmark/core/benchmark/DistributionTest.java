package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

    /** Eleven scores of which 0, 25 and so on to 100 are the first to the last of five, by definition 7 at 1 + 10 p. */
    @Test
    void quantiles_are_those_of_definition_seven() {
        Benchmark benchmark =
                new Gallery().many("a", 3, 2).many("b", 5, 3).many("c", 3, 5).benchmark();
        Distribution.Place d4 = benchmark.distribution(PeerCriteria.ANYONE, 1).orThrow().places().stream()
                .filter(place -> place.key().equals("D4"))
                .findFirst()
                .orElseThrow();

        assertThat(d4.n()).isEqualTo(11);
        assertThat(d4.quantiles()).containsExactly(25.0, 25.0, 37.5, 50.0, 75.0, 100.0, 100.0);
        assertThat(d4.mean().raw()).isEqualTo((3 * 25 + 5 * 50 + 3 * 100) / 11.0);
        assertThat(d4.points()).hasSize(11);
    }

    @Test
    void under_ten_cases_the_points_stand_alone() {
        Distribution spread = new Gallery()
                .many("a", 9, 2)
                .benchmark()
                .distribution(PeerCriteria.ANYONE, 10)
                .orThrow();

        assertThat(spread.places()).extracting(Distribution.Place::quantiles).containsOnlyNulls();
        assertThat(spread.places().get(0).key()).isEqualTo(Measure.INDEX);
        assertThat(spread.places().get(0).points()).hasSize(9);
        assertThat(spread.honesty().in("en")).isEqualTo("Ours.");
    }

    @Test
    void an_unknown_word_is_refused() {
        assertThat(new Gallery()
                        .one("a", 3)
                        .benchmark()
                        .distribution(new PeerCriteria(null, "Atlantis", null, null, null, null), 1)
                        .issues())
                .extracting(issue -> issue.path())
                .isEqualTo(List.of("/peers/region"));
    }
}
