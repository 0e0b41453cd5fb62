package org.moatmark.core.psychometrics;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** The worked example of Jacobson and Truax (1991): from 32.5 to 47.5 on a test with reliability .80. */
class JacobsonTruax1991Test {

    private static final ReferenceCase EXAMPLE = ReferenceCase.of("rci_jacobson_truax");
    private static final double[] GIVEN = ReferenceCase.numbers("rci_jacobson_truax.csv")[0];

    @Test
    void reliable_change() {
        ReliableChange change = ReliableChange.jacobsonTruax(GIVEN[0], GIVEN[1], GIVEN[2], GIVEN[3]);

        EXAMPLE.check("SE", change.error() / Math.sqrt(2));
        EXAMPLE.check("SE_full", change.error() / Math.sqrt(2));
        EXAMPLE.check("Sdiff", change.error());
        EXAMPLE.check("RC", change.index().orThrow());
        EXAMPLE.check("RC_full", change.index().orThrow());
        EXAMPLE.check("reliable_change_in_points_95", change.reliablePoints());
        EXAMPLE.check("reliable_if_abs_gt_1.96", change.verdict() == ReliableChange.Verdict.RISEN ? 1 : 0);
    }

    @Test
    void cutoff_between_the_populations() {
        CutoffScores populations = new CutoffScores(GIVEN[4], GIVEN[2], GIVEN[5], GIVEN[6]);

        EXAMPLE.check("cutoff_c", populations.between());
    }
}
