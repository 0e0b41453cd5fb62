package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Parts of a variance from paired draws, against models whose parts are known. */
class PickFreezeTest {

    private static final int PAIRS = 20_000;
    private static final int SEED = 7;

    /** Results of {@code model(x, z)} at a, at b, and at b with x of a. */
    private static double[][] draws(DoubleBinaryOperator model) {
        SeededRandom random = SeededRandom.of(SEED);
        double[][] results = new double[3][PAIRS];
        for (int r = 0; r < PAIRS; r++) {
            double x = random.nextDouble();
            double z = random.nextDouble();
            double otherX = random.nextDouble();
            double otherZ = random.nextDouble();
            results[0][r] = model.applyAsDouble(x, z);
            results[1][r] = model.applyAsDouble(otherX, otherZ);
            results[2][r] = model.applyAsDouble(x, otherZ);
        }
        return results;
    }

    private static PickFreeze of(double[][] draws) {
        return PickFreeze.of(draws[0], draws[1], draws[2]);
    }

    @Test
    void of_a_sum_each_has_its_own_variance_and_no_interaction() {
        PickFreeze part = of(draws((x, z) -> 2 * x + z));
        assertThat(part.first()).isCloseTo(0.8, offset(0.03));
        assertThat(part.total()).isCloseTo(0.8, offset(0.03));
        assertThat(part.pairs()).isEqualTo(PAIRS);
    }

    /** Of (x - 1/2)(z - 1/2) neither says anything alone, and both together say all. */
    @Test
    void of_a_product_around_the_middle_everything_is_interaction() {
        PickFreeze part = of(draws((x, z) -> (x - 0.5) * (z - 0.5)));
        assertThat(part.first()).isCloseTo(0, offset(0.03));
        assertThat(part.total()).isCloseTo(1, offset(0.03));
    }

    @Test
    void what_changes_nothing_has_exactly_nothing() {
        PickFreeze part = of(draws((x, z) -> z * z));
        assertThat(part.first()).isZero();
        assertThat(part.total()).isZero();
    }

    /** By hand: f0 = 3, V = (4 + 0 + 4 + 0) / 4 = 2; first (-2 * 0 + 2 * 2) / 2 / 2 = 1; total (0 + 4) / 4 / 2 = 0.5. */
    @Test
    void two_pairs_by_hand() {
        PickFreeze part = PickFreeze.of(new double[] {1, 5}, new double[] {3, 3}, new double[] {3, 5});
        assertThat(part.first()).isEqualTo(1);
        assertThat(part.total()).isEqualTo(0.5);
    }

    @Test
    void pairs_without_a_result_are_left_out() {
        double nan = Double.NaN;
        PickFreeze part =
                PickFreeze.of(new double[] {1, nan, 5, 9}, new double[] {3, 9, 3, 0}, new double[] {3, 0, 5, nan});
        assertThat(part).isEqualTo(new PickFreeze(1, 0.5, 2));
    }

    @Test
    void a_result_that_does_not_vary_has_no_parts() {
        double[] same = {42, 42};
        assertThat(PickFreeze.of(same, same, same)).isNull();
        assertThat(PickFreeze.of(new double[0], new double[0], new double[0])).isNull();
    }

    @Test
    void results_of_different_numbers_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PickFreeze.of(new double[2], new double[2], new double[1]))
                .withMessage("Pairs have three results each, not 2, 2 and 1.");
    }
}
