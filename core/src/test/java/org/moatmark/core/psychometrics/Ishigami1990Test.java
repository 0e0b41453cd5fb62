package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** The function of Ishigami and Homma (1990): sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on -pi to pi. */
class Ishigami1990Test {

    private static final ReferenceCase ISHIGAMI = ReferenceCase.of("sobol_ishigami");
    private static final double[] GIVEN = ReferenceCase.numbers("sobol_ishigami.csv")[0];
    private static final List<SobolIndices.Range> INPUTS =
            Collections.nCopies(3, new SobolIndices.Range(-Math.PI, Math.PI));

    private static double ishigami(double[] x) {
        double sine = Math.sin(x[1]);
        return Math.sin(x[0]) + GIVEN[0] * sine * sine + GIVEN[1] * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    private static double[] numbers(List<Estimate> estimates) {
        return estimates.stream().mapToDouble(Estimate::orThrow).toArray();
    }

    @Test
    void evenly_spread_points() {
        SobolIndices indices = SobolSampling.even(Ishigami1990Test::ishigami, INPUTS, 16);

        ISHIGAMI.check("S1", numbers(indices.first()));
        ISHIGAMI.check("ST", numbers(indices.total()));
        assertThat(indices.evaluations()).isEqualTo(5 << 16);
    }

    @Test
    void random_points_come_near() {
        SobolIndices indices = SobolSampling.random(Ishigami1990Test::ishigami, INPUTS, 16, 1);

        assertThat(numbers(indices.first())).containsExactly(new double[] {0.3139, 0.4424, 0}, within(0.015));
        assertThat(numbers(indices.total())).containsExactly(new double[] {0.5576, 0.4424, 0.2437}, within(0.01));
    }

    @Test
    void exact_on_a_grid() {
        SobolDecomposition exact = SobolDecomposition.of(Ishigami1990Test::ishigami, INPUTS, 40);

        ISHIGAMI.check("S1", numbers(exact.indices().first()));
        ISHIGAMI.check("ST", numbers(exact.indices().total()));
        ISHIGAMI.check("S1_full", numbers(exact.indices().first()));
        ISHIGAMI.check("ST_full", numbers(exact.indices().total()));
        ISHIGAMI.check("S13", exact.pairs().get(0).get(2));
        ISHIGAMI.check("variance", exact.indices().variance());
        assertThat(exact.pairs().get(0).get(1)).isCloseTo(0, within(1e-12));
    }
}
