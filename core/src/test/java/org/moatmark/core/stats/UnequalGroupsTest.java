package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.reference.ReferenceCase;

/** One-way random effects as lme4 and nlme fit them where groups differ in size or not at all; and at the edges. */
class UnequalGroupsTest {

    private final ReferenceCase unequal = ReferenceCase.of("shrinkage_unequal");

    @ParameterizedTest
    @ValueSource(strings = {"ozone", "chickwts", "dyestuff2"})
    void fits_agree_with_lme4(String name) {
        OneWay groups =
                OneWay.of(Grouped.read("shrinkage_unequal_" + name + ".csv")).orThrow();
        unequal.check(name + "_mean_squares", new double[] {groups.meanSquareBetween(), groups.meanSquareWithin()});
        unequal.check(name + "_F", groups.f().orThrow());
        unequal.check(name + "_p", groups.p().orThrow());
        fit(name + "_reml", groups.randomEffects(RandomEffects.Method.REML).orThrow());
        fit(name + "_ml", groups.randomEffects(RandomEffects.Method.ML).orThrow());
    }

    private void fit(String name, RandomEffects effects) {
        unequal.check(name + "_variances", new double[] {effects.betweenVariance(), effects.withinVariance()});
        unequal.check(name + "_mean", effects.mean());
        unequal.check(name + "_mean_se", effects.meanStandardError());
        unequal.check(name + "_blup", each(effects, RandomEffects.Group::effect));
        unequal.check(name + "_blup_se", each(effects, RandomEffects.Group::standardError));
    }

    private static double[] each(RandomEffects effects, ToDoubleFunction<RandomEffects.Group> what) {
        return effects.groups().stream().mapToDouble(what).toArray();
    }

    /** (N - sum of n^2 / N) / (k - 1) = (6 - 14 / 6) / 2 = 11 / 6; MSB and MSW by hand. */
    @Test
    void the_mean_squares_give_variances_by_hand() {
        OneWay groups = OneWay.of(new double[][] {{10}, {4, 6}, {1, 2, 3}}).orThrow();
        double mean = 26 / 6.0;
        double between = ((10 - mean) * (10 - mean) + 2 * (5 - mean) * (5 - mean) + 3 * (2 - mean) * (2 - mean)) / 2;
        double inside = (1 + 1 + 1 + 0 + 1) / 3.0;
        RandomEffects effects = groups.randomEffects(RandomEffects.Method.ANOVA).orThrow();
        assertThat(effects.withinVariance()).isCloseTo(inside, within(1e-12));
        assertThat(effects.betweenVariance()).isCloseTo((between - inside) / (11 / 6.0), within(1e-12));
        assertThat(effects.truncated()).isFalse();
        assertThat(groups.n()).isEqualTo(6);
        assertThat(groups.groups()).isEqualTo(3);
    }

    @Test
    void groups_that_do_not_differ_are_shrunk_fully() {
        OneWay groups =
                OneWay.of(new double[][] {{1, 5, 9}, {2, 8}, {5, 5, 4, 6}}).orThrow();
        for (RandomEffects.Method method : RandomEffects.Method.values()) {
            RandomEffects effects = groups.randomEffects(method).orThrow();
            assertThat(effects.betweenVariance()).isZero();
            assertThat(effects.truncated()).isTrue();
            assertThat(effects.mean()).isCloseTo(5, within(1e-12));
            assertThat(each(effects, RandomEffects.Group::shrunkMean)).containsOnly(effects.mean());
            assertThat(each(effects, RandomEffects.Group::standardError)).containsOnly(0);
        }
    }

    @Test
    void groups_without_spread_within_stay_as_they_are() {
        OneWay groups =
                OneWay.of(new double[][] {{0.1, 0.1, 0.1}, {0.7, 0.7}, {0.4}}).orThrow();
        for (RandomEffects.Method method : RandomEffects.Method.values()) {
            RandomEffects effects = groups.randomEffects(method).orThrow();
            assertThat(effects.withinVariance()).isZero();
            assertThat(effects.truncated()).isFalse();
            assertThat(each(effects, RandomEffects.Group::shrunkMean)).containsExactly(groups.means(), within(1e-15));
        }
        assertThat(groups.randomEffects(RandomEffects.Method.REML).orThrow().betweenVariance())
                .isCloseTo(0.09, within(1e-12));
        assertThat(groups.f()).isEqualTo(Computed.not(Reason.NO_SPREAD_WITHIN));
        assertThat(groups.p()).isEqualTo(Computed.not(Reason.NO_SPREAD_WITHIN));
        assertThat(groups.icc1().orThrow()).isOne();
        assertThat(groups.icc2().orThrow()).isOne();
    }

    @Test
    void hardly_any_spread_within_is_no_stumbling_block() {
        double[][] values = {{1, 1 + 1e-9}, {2, 2 - 1e-9}, {4, 4 + 1e-9}};
        OneWay groups = OneWay.of(values).orThrow();
        for (RandomEffects.Method method : RandomEffects.Method.values()) {
            Computed<RandomEffects> effects = groups.randomEffects(method);
            assertThat(effects.toOptional()).as(method.name()).isPresent();
            assertThat(effects.orThrow().groups().get(2).shrunkMean()).isCloseTo(4, within(1e-6));
        }
    }

    @Test
    void a_change_of_unit_changes_the_unit_alone() {
        SeededRandom random = SeededRandom.of(31);
        for (int round = 0; round < 50; round++) {
            double[][] values = new double[2 + random.nextInt(8)][];
            double[][] other = new double[values.length][];
            for (int i = 0; i < values.length; i++) {
                double effect = 3 * random.nextGaussian();
                values[i] = new double[2 + random.nextInt(9)];
                other[i] = new double[values[i].length];
                for (int j = 0; j < values[i].length; j++) {
                    values[i][j] = 50 + effect + 5 * random.nextGaussian();
                    other[i][j] = 1000 * values[i][j] - 7;
                }
            }
            for (RandomEffects.Method method : RandomEffects.Method.values()) {
                RandomEffects one =
                        OneWay.of(values).orThrow().randomEffects(method).orThrow();
                RandomEffects two =
                        OneWay.of(other).orThrow().randomEffects(method).orThrow();
                String what = "seed 31, round " + round + " " + method;
                assertThat(two.mean()).as(what).isCloseTo(1000 * one.mean() - 7, within(1e-4));
                for (int i = 0; i < values.length; i++) {
                    assertThat(two.groups().get(i).factor())
                            .as(what)
                            .isCloseTo(one.groups().get(i).factor(), within(1e-6));
                    assertThat(one.groups().get(i).factor()).as(what).isBetween(0.0, 1.0);
                }
            }
        }
    }

    @Test
    void too_little_is_a_reason_and_nonsense_is_refused() {
        assertThat(OneWay.of(new double[][] {{1, 2}})).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(OneWay.of(new double[0][])).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThat(OneWay.of(new double[][] {{1}, {2}, {3}})).isEqualTo(Computed.not(Reason.NO_REPLICATION));
        OneWay equal = OneWay.of(
                        new double[][] {{0.3, 0.3, 0.3}, {0.3, 0.3}, {0.3}, {0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}})
                .orThrow();
        assertThat(equal.icc1()).isEqualTo(Computed.not(Reason.ALL_EQUAL));
        assertThat(equal.icc2()).isEqualTo(Computed.not(Reason.ALL_EQUAL));
        for (RandomEffects.Method method : RandomEffects.Method.values()) {
            assertThat(equal.randomEffects(method)).isEqualTo(Computed.not(Reason.ALL_EQUAL));
        }
        assertThatThrownBy(() -> OneWay.of(new double[][] {{1, 2}, {}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An analysis of groups cannot be computed: group 1 has no value. Leave out empty groups.");
        assertThatThrownBy(() -> OneWay.of(new double[][] {{1, 2}, {Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An analysis of group 1 cannot be computed: value 0 is NaN. Leave out what is missing and"
                        + " give finite numbers.");
    }
}
