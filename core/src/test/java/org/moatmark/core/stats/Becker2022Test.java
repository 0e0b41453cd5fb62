package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Becker and others (2022), Journal of Open Source Software 7(78), 4567: the functions of COINr on a short vector. */
class Becker2022Test {

    private final ReferenceCase small = ReferenceCase.of("normalise_small");
    private final double[] values = withMissing(ReferenceCase.column("normalise_small.csv", "x"));

    /** The last cell of the table is empty, and an empty last line is easily lost in reading. */
    private static double[] withMissing(double[] present) {
        double[] values = Arrays.copyOf(present, 10);
        Arrays.fill(values, 9, 10, Double.NaN);
        return values;
    }

    private static final Direction UP = Direction.HIGHER_IS_BETTER;

    @Test
    void lines() {
        small.check("minmax_0_100", Rescale.minMax(values, 0, 100, UP).orThrow().apply(values));
        small.check("minmax_0_1", Rescale.minMax(values, 0, 1, UP).orThrow().apply(values));
        small.check("zscore_10_2", Rescale.zScore(values, 10, 2, UP).orThrow().apply(values));
        small.check("scaled_2_8", new Rescale(2, 8, 0, 100, false).apply(values));
        small.check("dist2max", Rescale.distanceToReference(values, 9).orThrow().apply(values));
        small.check("fracmax", Rescale.shareOfGreatest(values).orThrow().apply(values));
        small.check("goalpost_2_6", Rescale.goalposts(2, 6).apply(values));
    }

    @Test
    void ranks() {
        small.check("prank", RankScale.shareBelow(values).orThrow());
        small.check("borda", RankScale.borda(values));
    }

    @Test
    void means() {
        double[] three = {1, 2, 3};
        small.check("gmean_123", WeightedMean.GEOMETRIC.of(three).orThrow());
        small.check(
                "gmean_123_w112",
                WeightedMean.GEOMETRIC.of(three, new double[] {1, 1, 2}).orThrow());
        small.check(
                "hmean_123_w211",
                WeightedMean.HARMONIC.of(three, new double[] {2, 1, 1}).orThrow());
        small.check(
                "amean_123_w211",
                WeightedMean.ARITHMETIC.of(three, new double[] {2, 1, 1}).orThrow());
    }

    @Test
    void the_vector_stays_as_it_is() {
        double[] before = values.clone();
        lines();
        ranks();
        assertThat(values).isEqualTo(before);
    }
}
