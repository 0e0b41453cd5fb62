package org.moatmark.core.psychometrics;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A, C and D. */
class Krippendorff2011Test {

    private final ReferenceCase given = ReferenceCase.of("krippendorff_2011");

    private final double[][] ratings = ReferenceCase.numbers("krippendorff_2011.csv", "A", "B", "C", "D");

    @Test
    void alpha_of_four_observers_with_missing_cells_agrees_for_every_metric() {
        for (Metric metric : Metric.values()) {
            String name = "alpha_" + metric.name().toLowerCase(java.util.Locale.ROOT);
            double alpha = KrippendorffAlpha.of(ratings, metric).alpha().orThrow();
            given.check(name, alpha);
            given.check(name + "_full", alpha);
        }
    }

    @Test
    void alpha_of_two_observers_without_missing_cells_agrees() {
        ReferenceCase binary = ReferenceCase.of("krippendorff_2011_binary");
        double[][] both = ReferenceCase.numbers("krippendorff_2011_binary.csv", "Meg", "Owen");

        double alpha = KrippendorffAlpha.of(both, Metric.NOMINAL).alpha().orThrow();

        binary.check("alpha_nominal", alpha);
        binary.check("alpha_nominal_full", alpha);
    }
}
