package org.moatmark.core.psychometrics;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Cohen (1968), Weighted kappa, table 1. */
class Cohen1968Test {

    private final ReferenceCase given = ReferenceCase.of("cohen_1968");

    private final double[][] table = ReferenceCase.numbers("cohen_1968_table.csv", "V1", "V2", "V3");

    private final double[][] disagreements = ReferenceCase.numbers("cohen_1968_weights.csv", "V1", "V2", "V3");

    @Test
    void kappa_agrees() {
        CohenKappa kappa = CohenKappa.ofTable(table, 200, AgreementWeights.identity(1, 2, 3));

        given.check("kappa", kappa.kappa().orThrow());
        given.check("kappa_full", kappa.kappa().orThrow());
        IntervalEstimate.Limits limits = kappa.interval(0.95).orThrow();
        given.check("kappa_ci95_n200", new double[] {limits.low(), limits.high()});
    }

    @Test
    void weighted_kappa_agrees() {
        double kappa = CohenKappa.ofTable(table, 200, AgreementWeights.ofDisagreements(disagreements, 1, 2, 3))
                .kappa()
                .orThrow();

        given.check("weighted_kappa", kappa);
        given.check("weighted_kappa_full", kappa);
    }
}
