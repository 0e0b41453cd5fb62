package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.psychometrics.VignetteRank.Ranked;
import org.moatmark.core.reference.ReferenceCase;

/** Table 1 of King and Wand (2007) and the freedom-of-speech data, ranked by the R package anchors. */
class KingWand2007Test {

    @ParameterizedTest
    @CsvSource({"king-wand-2007-table1, self z1 z2", "freedom-of-speech, self vign2 vign4 vign6"})
    void ranks_on_both_scales(String name, String columns) {
        ReferenceCase given = ReferenceCase.of("anchoring-vignettes/" + name);
        String file = "anchoring-vignettes/" + name + ".csv";
        double[][] ratings = ReferenceCase.numbers(file, columns.split(" "));
        double[][] expected = ReferenceCase.numbers(file, "Cs", "Ce", "Bs", "Be");

        List<VignetteRank> ranks = new ArrayList<>();
        for (int row = 0; row < ratings.length; row++) {
            double[] vignettes = Arrays.copyOfRange(ratings[row], 1, ratings[row].length);
            Ranked c = (Ranked) AnchoringVignettes.rankC(ratings[row][0], vignettes);
            Ranked b = (Ranked) AnchoringVignettes.rankB(ratings[row][0], vignettes);
            assertThat(new double[] {c.low(), c.high(), b.low(), b.high()})
                    .as("row %d of %s", row, name)
                    .containsExactly(expected[row]);
            ranks.add(c);
        }

        VignetteRanks together = VignetteRanks.of(ranks);
        given.checkWhole("n", together.n());
        given.checkWhole("interval_share", together.intervals().orThrow());
        given.checkWhole(
                "uniform_C",
                together.uniform().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
