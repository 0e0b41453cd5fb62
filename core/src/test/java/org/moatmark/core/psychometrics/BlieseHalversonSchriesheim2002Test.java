package org.moatmark.core.psychometrics;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/**
 * Bliese, Halverson and Schriesheim (2002): 2,042 soldiers of 49 companies rate 11 leadership items.
 *
 * <p>The column {@code avg_item_var} is left out: it is the mean of the whole covariance matrix, not of item variances.
 */
class BlieseHalversonSchriesheim2002Test {

    private static final String[] LEAD = IntStream.rangeClosed(1, 11)
            .mapToObj(i -> i < 10 ? "LEAD0" + i : "LEAD" + i)
            .toArray(String[]::new);

    private static final NullDistribution UNIFORM = NullDistribution.uniform(5);

    private final ReferenceCase given = ReferenceCase.of("group_lq2002");

    private final int[] company = Arrays.stream(ReferenceCase.column("group_lq2002.csv", "COMPID"))
            .mapToInt(number -> (int) number)
            .toArray();

    private final double[][][] lead = groups(LEAD);

    private double[][][] groups(String... items) {
        return WithinGroup.split(ReferenceCase.numbers("group_lq2002.csv", items), company);
    }

    private double[] each(double[][][] groups, Function<double[][], Estimate> statistic) {
        return Arrays.stream(groups)
                .mapToDouble(group -> statistic.apply(group).orThrow())
                .toArray();
    }

    private void check(String mean, String column, double[] ours) {
        if (!mean.isEmpty()) {
            given.check(mean, Arrays.stream(ours).average().orElseThrow());
        }
        given.check(
                "per_group",
                new double[][] {ReferenceCase.column("group_lq2002_expected.csv", column)},
                new double[][] {ours});
    }

    @Test
    void rwg_of_eleven_items_agrees() {
        check("mean_rwgj_uniform", "rwgj_uniform", each(lead, group -> WithinGroup.rwg(group, UNIFORM)));
        check(
                "",
                "rwgj_slight_skew_1.34",
                each(lead, group -> WithinGroup.rwg(group, NullDistribution.slightlySkewed(5))));
        check("mean_rwgj_star", "rwgj_star_lindell", each(lead, group -> WithinGroup.rwgStar(group, UNIFORM)));
        check("", "rwgj_TSIG", each(groups("TSIG01", "TSIG02", "TSIG03"), group -> WithinGroup.rwg(group, UNIFORM)));
    }

    @Test
    void rwg_and_awg_of_one_item_agree() {
        double[][][] one = groups("LEAD01");

        check("", "rwg_LEAD01", each(one, group -> WithinGroup.rwg(group, UNIFORM)));
        check("", "awg_LEAD01", each(one, group -> WithinGroup.awg(group, 1, 5)));
    }

    @Test
    void awg_agrees() {
        check("mean_awg_J", "awg_J", each(lead, group -> WithinGroup.awg(group, 1, 5)));
    }

    @Test
    void average_deviations_agree() {
        check("mean_ad_mean_J", "ad_mean_J", each(lead, WithinGroup::adMean));
        check("mean_ad_median_J", "ad_median_J", each(lead, WithinGroup::adMedian));
    }

    @Test
    void reliability_over_companies_agrees() {
        double[] scores = Arrays.stream(ReferenceCase.numbers("group_lq2002.csv", LEAD))
                .mapToDouble(soldier -> Arrays.stream(soldier).average().orElseThrow())
                .toArray();
        GroupReliability reliability = GroupReliability.of(scores, company);

        given.check("ICC1_LEAD", reliability.icc1().orThrow());
        given.check("ICC2_LEAD", reliability.icc2().orThrow());
    }
}
