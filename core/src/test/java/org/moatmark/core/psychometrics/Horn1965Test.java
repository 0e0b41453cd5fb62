package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;
import org.moatmark.core.stats.SeededRandom;

/** Parallel analysis after Horn (1965), beside simulations in R. */
class Horn1965Test {

    private static final ReferenceCase GIVEN = ReferenceCase.of("instrument");

    private static Dimensionality.Found found(double[][] answers, int runs) {
        return (Dimensionality.Found) Dimensionality.of(answers, 1, runs);
    }

    private static double[] array(java.util.List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void nine_tests_of_three_abilities_have_three_dimensions() {
        double[][] answers = ReferenceCase.numbers("holzinger_swineford.csv");
        Dimensionality.Found found = found(answers, 20_000);

        GIVEN.check("holzinger_eigenvalues", array(found.eigenvalues()));
        GIVEN.check("holzinger_chance_means", array(found.chanceMeans()));
        GIVEN.check("holzinger_chance_95", array(found.chanceLimits()));
        assertThat(found.dimensions()).isEqualTo(3);
        assertThat(found.ratio().orThrow()).isCloseTo(3.21634418143771 / 1.63871322152606, within(1e-9));
    }

    @Test
    void eleven_leadership_items_are_mostly_one_thing() {
        String[] items = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> i < 10 ? "LEAD0" + i : "LEAD" + i)
                .toArray(String[]::new);
        Dimensionality.Found found = found(ReferenceCase.numbers("group_lq2002.csv", items), Dimensionality.RUNS);

        GIVEN.check("lq2002_eigenvalues", array(found.eigenvalues()));
        assertThat(found.ratio().orThrow()).isGreaterThan(4.9);
    }

    @Test
    void noise_has_no_dimension_and_the_same_seed_gives_the_same_limits() {
        SeededRandom random = SeededRandom.of(5);
        double[][] noise = new double[400][6];
        for (double[] row : noise) {
            for (int i = 0; i < 6; i++) {
                row[i] = random.nextGaussian();
            }
        }
        Dimensionality.Found found = found(noise, 1000);

        assertThat(found.dimensions()).isLessThanOrEqualTo(1);
        assertThat(found.eigenvalues().stream().mapToDouble(one -> one).sum()).isCloseTo(6, within(1e-9));
        assertThat(found.chanceMeans().stream().mapToDouble(one -> one).sum()).isCloseTo(6, within(1e-9));
        assertThat(found(noise, 1000)).isEqualTo(found);
    }

    @Test
    void what_cannot_be_said_has_a_reason() {
        assertThat(Dimensionality.of(new double[][] {{1, 2}, {2, 1}}, 1, 100))
                .isInstanceOf(Dimensionality.NotFound.class);
        assertThat(Dimensionality.of(new double[][] {{1, 2}, {2, 2}, {3, 2}}, 1, 100))
                .isInstanceOfSatisfying(
                        Dimensionality.NotFound.class,
                        none -> assertThat(none.why().en())
                                .isEqualTo("An item was answered alike by everybody, so it correlates with nothing."));
        assertThat(found(new double[][] {{1, 2}, {2, 4}, {3, 6}}, 100).ratio())
                .isInstanceOf(Estimate.NotComputable.class);
        assertThatThrownBy(() -> Dimensionality.of(new double[0][], 1, 99))
                .hasMessage("A parallel analysis takes at least 100 runs, not 99.");
    }
}
