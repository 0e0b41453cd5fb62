package org.moatmark.core.stats;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Newcombe (1998), Statistics in Medicine 17, 857-872, table I: intervals for 81 of 263 and 0 of 20. */
class Newcombe1998Test {

    private final ReferenceCase table = ReferenceCase.of("wilson");

    @Test
    void intervals_for_81_of_263() {
        Proportion proportion = new Proportion(81, 263);
        table.check("wilson_81_263", ends(proportion.wilson(0.95)));
        table.check("wilson_81_263_full", ends(proportion.wilson(0.95)));
        table.check("wilson_cc_81_263", ends(proportion.wilsonCorrected(0.95)));
        table.check("clopper_pearson_81_263", ends(proportion.clopperPearson(0.95)));
    }

    @Test
    void intervals_for_0_of_20() {
        Proportion proportion = new Proportion(0, 20);
        table.check("wilson_0_20", ends(proportion.wilson(0.95)));
        table.check("wilson_0_20_full", ends(proportion.wilson(0.95)));
        table.check("wilson_cc_0_20", ends(proportion.wilsonCorrected(0.95)));
        table.check("clopper_pearson_0_20", ends(proportion.clopperPearson(0.95)));
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
