package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final List<String> D4 = List.of("OV14", "OV15", "OV16");

    private static final List<String> L = List.of("OV18", "OV19", "OV20");

    private static final List<String> BUT_D4 = Gallery.OUTSIDE_VIEW.items().stream()
            .map(item -> item.key())
            .filter(key -> !D4.contains(key))
            .toList();

    private static Position placed(Benchmark benchmark, Subject subject) {
        return benchmark
                .position(subject, PositionSettings.DEFAULT.with(PeerCriteria.ANYONE))
                .orThrow();
    }

    /** A subject with 50 everywhere but in D4, where it has 25. */
    private static Subject weakInD4() {
        return Subject.of(new Gallery().one("me", BUT_D4, 3).more("me", D4, 2).library(), "me")
                .being(null);
    }

    /** Eight dimensions; "near" differs by 25 in one of them: the root of 625 / 8. */
    @Test
    void the_nearest_profile_has_the_smallest_root_mean_squared_difference() {
        Benchmark benchmark = new Gallery()
                .one("far", 5)
                .one("near", BUT_D4, 3)
                .more("near", D4, 4)
                .one("two", L, 3)
                .benchmark();

        List<SimilarCompany> similar = placed(benchmark, Gallery.rated(3)).similar();

        assertThat(similar)
                .extracting(SimilarCompany::id, SimilarCompany::common)
                .containsExactly(tuple("near", 8), tuple("far", 8));
        assertThat(similar.get(0).distance()).isCloseTo(Math.sqrt(625.0 / 8), within(1e-12));
        assertThat(similar.get(1).distance()).isCloseTo(50, within(1e-12));
        assertThat(similar.get(0).different()).containsExactly(new DimensionPair("D4", 50, 75, List.of()));
        assertThat(similar.get(0).alike())
                .extracting(DimensionPair::key)
                .containsExactly("D1", "D2", "D3", "L", "P", "Q", "E");
    }

    @Test
    void profiles_are_compared_over_the_nodes_with_items() {
        assertThat(placed(new Gallery().one("x", 3).benchmark(), Gallery.rated(3))
                        .dimensions())
                .containsExactly("D1", "D2", "D3", "D4", "L", "P", "Q", "E");
    }

    @Test
    void a_dimension_under_the_median_of_ten_peers_is_weak() {
        Position position = placed(
                new Gallery()
                        .many("x", 10, 3)
                        .one("strong", BUT_D4, 3)
                        .more("strong", D4, 5)
                        .benchmark(),
                weakInD4());

        assertThat(position.weak()).hasSize(1);
        WeakDimension weak = position.weak().get(0);
        assertThat(weak.key()).isEqualTo("D4");
        assertThat(weak.own()).isEqualTo(25);
        assertThat(weak.reference()).isEqualTo(50);
        assertThat(weak.against()).isEqualTo(WeakDimension.Against.PEER_MEDIAN);
        assertThat(weak.examples()).extracting(WeakDimension.Example::id).containsExactly("strong");
        assertThat(weak.examples().get(0).distanceElsewhere()).isCloseTo(0, within(1e-12));
        assertThat(weak.examples().get(0).ratings())
                .extracting(CaseRating::item)
                .containsExactlyElementsOf(D4);
    }

    @Test
    void with_few_peers_a_dimension_under_the_own_index_is_weak() {
        Position position = placed(new Gallery().one("x", 1).benchmark(), weakInD4());

        assertThat(position.weak()).extracting(WeakDimension::key).containsExactly("D4");
        assertThat(position.weak().get(0).against()).isEqualTo(WeakDimension.Against.OWN_INDEX);
        assertThat(position.weak().get(0).reference())
                .isEqualTo(position.index().own().score());
        assertThat(position.weak().get(0).examples()).isEmpty();
    }

    /** All are strong in D4; "a" differs elsewhere by 50 points, "z" by none, "hidden" shows nothing elsewhere. */
    @Test
    void one_learns_from_the_strong_who_are_similar_elsewhere_first() {
        Benchmark benchmark = new Gallery()
                .many("x", 10, 3)
                .one("a", 5)
                .one("hidden", D4, 5)
                .one("unsure", D4, 3, 5)
                .one("z", BUT_D4, 3)
                .more("z", D4, 4)
                .benchmark();

        List<WeakDimension.Example> examples =
                placed(benchmark, weakInD4()).weak().get(0).examples();

        assertThat(examples).extracting(WeakDimension.Example::id).containsExactly("z", "a", "hidden", "unsure");
        assertThat(examples.get(1).distanceElsewhere()).isCloseTo(50, within(1e-12));
        assertThat(examples.get(2).distanceElsewhere()).isNull();
        assertThat(examples.get(3).ratings()).extracting(CaseRating::rater).containsOnly("B");
    }

    @Test
    void nobody_is_an_example_whose_band_reaches_down_to_the_companys_own() {
        Benchmark benchmark =
                new Gallery().many("x", 10, 3).one("unsure", D4, 2, 5, 5, 5).benchmark();

        WeakDimension weak = placed(benchmark, weakInD4()).weak().get(0);
        assertThat(weak.examples()).isEmpty();
    }
}
