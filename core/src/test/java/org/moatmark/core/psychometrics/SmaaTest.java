package org.moatmark.core.psychometrics;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.psychometrics.RankAcceptability.CentralWeights;
import org.moatmark.core.reference.ReferenceCase;

/** Rank acceptability beside the R package smaa: three pillars of six countries, and two drugs from stored draws. */
class SmaaTest {

    private static double[][] matrix(List<List<Double>> rows) {
        return rows.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void pillars_under_any_weights() {
        ReferenceCase pillars = ReferenceCase.of("smaa_pillars");
        double[][] values = ReferenceCase.numbers("smaa_pillars.csv", "ConEcFin", "Instit", "P2P");

        RankAcceptability ranks = RankAcceptability.anyWeights(values, 1, 1_000_000);

        pillars.check("rank_acceptability", matrix(ranks.shares()));
    }

    @Test
    void thrombolysis_from_stored_draws() {
        ReferenceCase thrombolysis = ReferenceCase.of("smaa_thrombo");
        double[][] rows = ReferenceCase.numbers("smaa_thrombo.csv");
        double[][][] values = new double[rows.length][][];
        double[][] weights = new double[rows.length][];
        for (int draw = 0; draw < rows.length; draw++) {
            double[] row = rows[draw];
            values[draw] = new double[][] {{row[0], row[1], row[2]}, {row[3], row[4], row[5]}};
            weights[draw] = new double[] {row[6], row[7], row[8]};
        }

        RankAcceptability ranks = RankAcceptability.of(values, weights);

        thrombolysis.check("rank_acceptability", matrix(ranks.shares()));
        thrombolysis.check("rank_acceptability_10000_draws", matrix(ranks.shares())[0]);
        thrombolysis.check(
                "central_weights",
                matrix(ranks.central().stream()
                        .map(central -> ((CentralWeights.Favourable) central).weights())
                        .toList()));
    }
}
