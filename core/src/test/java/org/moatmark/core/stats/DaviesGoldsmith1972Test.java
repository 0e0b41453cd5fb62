package org.moatmark.core.stats;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Davies and Goldsmith (1972), yields of dyestuff from six batches, as Bates fits them with lme4. */
class DaviesGoldsmith1972Test {

    private final ReferenceCase dyestuff = ReferenceCase.of("shrinkage_dyestuff");
    private final OneWay batches =
            OneWay.of(Grouped.read("shrinkage_dyestuff.csv")).orThrow();

    @Test
    void variances_by_restricted_likelihood_and_shrunk_batches() {
        RandomEffects effects = batches.randomEffects(RandomEffects.Method.REML).orThrow();
        dyestuff.check("reml_variances", new double[] {effects.betweenVariance(), effects.withinVariance()});
        dyestuff.check("grand_mean", effects.mean());
        List<String> names = List.of("A", "B", "C", "D", "E", "F");
        for (int i = 0; i < names.size(); i++) {
            dyestuff.checkMember("blup", names.get(i), effects.groups().get(i).effect());
        }
        dyestuff.check(
                "blup_se",
                effects.groups().stream()
                        .mapToDouble(RandomEffects.Group::standardError)
                        .toArray());
        dyestuff.check("shrink_factor_B", effects.groups().get(1).factor());
    }

    @Test
    void variances_by_likelihood() {
        RandomEffects effects = batches.randomEffects(RandomEffects.Method.ML).orThrow();
        dyestuff.check("ml_variances", new double[] {effects.betweenVariance(), effects.withinVariance()});
    }

    /** With groups of one size the analysis of variance gives what restricted likelihood gives. */
    @Test
    void variances_from_the_mean_squares() {
        RandomEffects effects =
                batches.randomEffects(RandomEffects.Method.ANOVA).orThrow();
        dyestuff.check("reml_variances", new double[] {effects.betweenVariance(), effects.withinVariance()});
        dyestuff.check("icc1_anova", batches.icc1().orThrow());
        dyestuff.check("icc2_anova", batches.icc2().orThrow());
        dyestuff.check("F", batches.f().orThrow());
    }
}
