package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

    /** {@code r_proportions.csv}: prop.test without and with correction and binom.test, at four levels. */
    @Test
    void intervals_as_r_computes_them() {
        double[][] rows = ReferenceCase.numbers("r_proportions.csv");
        assertThat(rows.length).isEqualTo(60);
        for (double[] row : rows) {
            Proportion proportion = new Proportion((int) row[0], (int) row[1]);
            String what = proportion + " at " + row[2];
            assertThat(ends(proportion.wilson(row[2]))).as(what).containsExactly(of(row, 3), within(1e-12));
            assertThat(ends(proportion.wilsonCorrected(row[2]))).as(what).containsExactly(of(row, 5), within(1e-12));
            assertThat(ends(proportion.clopperPearson(row[2]))).as(what).containsExactly(of(row, 7), within(1e-12));
        }
    }

    private static double[] of(double[] row, int from) {
        return Arrays.copyOfRange(row, from, from + 2);
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
