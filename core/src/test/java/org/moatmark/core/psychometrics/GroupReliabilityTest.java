package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupReliabilityTest {

    private static final double NA = Double.NaN;

    @Test
    void equal_groups_are_a_one_way_intraclass_correlation() {
        double[][] ratings = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
        IntraclassCorrelation icc = IntraclassCorrelation.of(ratings);
        GroupReliability groups = GroupReliability.of(ratings);

        double single = icc.coefficient(IccForm.ONE_WAY_SINGLE).orThrow();
        assertThat(groups.icc1().orThrow()).isCloseTo(single, within(1e-14));
        assertThat(groups.icc1Adjusted().orThrow()).isCloseTo(single, within(1e-14));
        assertThat(groups.icc2().orThrow())
                .isCloseTo(icc.coefficient(IccForm.ONE_WAY_AVERAGE).orThrow(), within(1e-14));
        assertThat(groups.p().orThrow()).isCloseTo(icc.p(IccForm.ONE_WAY_SINGLE).orThrow(), within(1e-14));
    }

    @Test
    void the_adjusted_size_is_unbiased_where_sizes_differ() {
        // True ICC(1) = 1 / 4: group variance 1, member variance 3.
        Random random = new Random(2);
        double between = 0;
        double within = 0;
        for (int run = 0; run < 2000; run++) {
            double[][] groups = new double[10][];
            for (int g = 0; g < 10; g++) {
                double own = random.nextGaussian();
                groups[g] = new double[g < 8 ? 2 : 30];
                for (int i = 0; i < groups[g].length; i++) {
                    groups[g][i] = own + Math.sqrt(3) * random.nextGaussian();
                }
            }
            GroupReliability reliability = GroupReliability.of(groups);
            double msw = reliability.withinGroups().orThrow();
            double size = (76 - (8 * 4 + 2 * 900) / 76.0) / 9;
            between += (reliability.betweenGroups().orThrow() - msw) / size;
            within += msw;
            double icc = (reliability.betweenGroups().orThrow() - msw)
                    / (reliability.betweenGroups().orThrow() + (size - 1) * msw);
            assertThat(reliability.icc1Adjusted().orThrow()).isCloseTo(icc, within(1e-12));
        }
        assertThat(between / 2000).isCloseTo(1, within(0.08));
        assertThat(within / 2000).isCloseTo(3, within(0.05));
    }

    @Test
    void missing_ratings_and_empty_groups_are_left_out() {
        GroupReliability holed = GroupReliability.of(new double[][] {{1, NA, 2}, {}, {NA}, {4, 5, 6}});

        assertThat(holed).isEqualTo(GroupReliability.of(new double[][] {{1, 2}, {4, 5, 6}}));
        assertThat(holed.groups()).isEqualTo(2);
        assertThat(holed.members()).isEqualTo(5);
        assertThat(GroupReliability.of(new double[] {4, 1, NA, 5, 2, 6}, new int[] {9, 3, 9, 9, 3, 9}))
                .isEqualTo(holed);
    }

    @Test
    void what_cannot_be_told_says_why() {
        for (double[][] groups : new double[][][] {{}, {{1, 2, 3}}, {{1}, {2}, {3}}}) {
            assertThatThrownBy(GroupReliability.of(groups).icc1()::orThrow)
                    .hasMessage("Reliability over groups needs at least two groups, one of them with two members.");
        }
        assertThatThrownBy(GroupReliability.of(new double[][] {{0.1, 0.1}, {0.1}})
                        .icc1()::orThrow)
                .hasMessage("All ratings are equal, so there is no variance to divide up.");
        GroupReliability equal = GroupReliability.of(new double[][] {{1, 3}, {2, 2}});
        assertThatThrownBy(equal.icc2()::orThrow)
                .hasMessage("The group means do not differ, so their reliability is not defined.");
        assertThat(equal.icc1().orThrow()).isEqualTo(-1);
        GroupReliability apart = GroupReliability.of(new double[][] {{1, 1}, {2, 2}});
        assertThat(apart.icc1()).isEqualTo(Estimate.of(1, 2));
        assertThatThrownBy(apart.p()::orThrow)
                .hasMessage("Members of a group never differ, so the F ratio is infinite.");
        assertThatThrownBy(() -> GroupReliability.of(new double[][] {{1, 1 / 0.0}, {2, 2}}))
                .hasMessage("A rating is Infinity: it is a finite number, or NaN where it is missing.");
    }
}
