package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Efron and Morris (1975, 1977): batting averages of 18 players after 45 times at bat, and for the rest of the season. */
class EfronMorris1975Test {

    private final ReferenceCase batting = ReferenceCase.of("shrinkage_efron_morris");
    private final double[] hits = ReferenceCase.column("shrinkage_efron_morris.csv", "hits");
    private final double[] atBats = ReferenceCase.column("shrinkage_efron_morris.csv", "at_bats");
    private final double[] rest = ReferenceCase.column("shrinkage_efron_morris.csv", "season_rest");

    private double[] averages(double decimals) {
        double[] averages = new double[hits.length];
        for (int i = 0; i < hits.length; i++) {
            double exact = hits[i] / atBats[i];
            averages[i] = decimals == 0 ? exact : Math.rint(exact * decimals) / decimals;
        }
        return averages;
    }

    private static JamesStein shrink(double[] averages) {
        double mean = Statistic.mean().of(averages);
        return JamesStein.shrink(averages, mean * (1 - mean) / 45).orThrow();
    }

    @Test
    void averages_of_three_decimals() {
        JamesStein shrunk = shrink(averages(1000));
        double[] estimates = shrunk.shrunk().stream().mapToDouble(d -> d).toArray();
        batting.check("grand_mean", shrunk.grandMean());
        batting.check("shrink_c", shrunk.factor());
        batting.check("c_full_three_decimal_averages", shrunk.factor());
        batting.check("js_estimates", estimates);
        batting.check("js_full", estimates);
        batting.check("sse_ratio", error(estimates) / error(averages(1000)));
        assertThat(shrunk.truncated()).isFalse();
    }

    @Test
    void exact_averages() {
        batting.check("c_full_exact_averages", shrink(averages(0)).factor());
    }

    private double error(double[] estimates) {
        double error = 0;
        for (int i = 0; i < estimates.length; i++) {
            error += (estimates[i] - rest[i]) * (estimates[i] - rest[i]);
        }
        return error;
    }

    @Test
    void estimates_that_differ_less_than_chance_all_become_their_mean() {
        JamesStein shrunk = JamesStein.shrink(new double[] {1, 2, 3, 4, 5}, 100).orThrow();
        assertThat(shrunk.factor()).isZero();
        assertThat(shrunk.truncated()).isTrue();
        assertThat(shrunk.shrunk()).containsOnly(3.0);
        JamesStein equal = JamesStein.shrink(new double[] {2, 2, 2, 2}, 0.5).orThrow();
        assertThat(equal.shrunk()).containsOnly(2.0);
    }

    @Test
    void estimates_without_error_stay() {
        double[] estimates = {4, 1, 7, 2};
        assertThat(JamesStein.shrink(estimates, 0).orThrow().shrunk())
                .containsExactly(Arrays.stream(estimates).boxed().toArray(Double[]::new));
    }

    @Test
    void three_are_too_few_and_nonsense_is_refused() {
        assertThat(JamesStein.shrink(new double[] {1, 2, 3}, 1)).isEqualTo(Computed.not(Reason.TOO_FEW_VALUES));
        assertThatThrownBy(() -> JamesStein.shrink(new double[] {1, 2, 3, 4}, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A James-Stein estimate was given a sampling variance of -1.0: give a finite one from 0.");
        assertThatThrownBy(() -> JamesStein.shrink(new double[] {1, 2, Double.NaN, 4}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
