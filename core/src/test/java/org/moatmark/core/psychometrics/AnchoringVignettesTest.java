package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.psychometrics.VignetteRank.Ranked;
import org.moatmark.core.stats.SeededRandom;

class AnchoringVignettesTest {

    private static final double NONE = Double.NaN;

    @Test
    void one_vignette_is_enough_for_below_equal_and_above() {
        assertThat(AnchoringVignettes.rankC(1, 3)).isEqualTo(new Ranked(1, 1, 3));
        assertThat(AnchoringVignettes.rankC(3, 3)).isEqualTo(new Ranked(2, 2, 3));
        assertThat(AnchoringVignettes.rankC(5, 3)).isEqualTo(new Ranked(3, 3, 3));
        assertThat(AnchoringVignettes.rankB(3, 3)).isEqualTo(new Ranked(1, 2, 2));
    }

    @Test
    void a_rating_between_vignettes_out_of_order_is_an_interval() {
        assertThat(AnchoringVignettes.rankC(3, 4, 2)).isEqualTo(new Ranked(1, 5, 5));
        assertThat(AnchoringVignettes.outOfOrder(4, 2)).isEqualTo(1);
        assertThat(AnchoringVignettes.outOfOrder(3, 3, 1)).isEqualTo(2);
        assertThat(AnchoringVignettes.outOfOrder(1, NONE, 2)).isZero();
    }

    @Test
    void somebody_who_rates_all_cases_alike_stands_everywhere_from_first_to_last() {
        assertThat(AnchoringVignettes.rankC(3, 3, 3, 3)).isEqualTo(new Ranked(2, 6, 7));
        assertThat(AnchoringVignettes.rankB(3, 3, 3, 3)).isEqualTo(new Ranked(1, 4, 4));
    }

    @Test
    void a_scale_used_higher_or_wider_gives_the_same_ranks() {
        SeededRandom random = SeededRandom.of(1);
        for (int round = 0; round < 500; round++) {
            double own = 1 + random.nextInt(5);
            double[] vignettes = {1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5)};
            double[] stretched = {2 * vignettes[0] + 1, 2 * vignettes[1] + 1, 2 * vignettes[2] + 1};
            Ranked c = (Ranked) AnchoringVignettes.rankC(own, vignettes);
            Ranked b = (Ranked) AnchoringVignettes.rankB(own, vignettes);

            assertThat(AnchoringVignettes.rankC(2 * own + 1, stretched)).isEqualTo(c);
            assertThat(b.low()).as("B follows from C").isEqualTo((c.low() + 1) / 2);
            assertThat(b.high()).isEqualTo(c.high() / 2 + 1);
        }
    }

    @Test
    void a_higher_own_rating_never_lowers_the_rank_among_ordered_vignettes() {
        double[] vignettes = {2, 3, 5};
        int before = 0;
        for (int own = 1; own <= 7; own++) {
            Ranked rank = (Ranked) AnchoringVignettes.rankC(own, vignettes);
            assertThat(rank.isInterval()).isFalse();
            assertThat(rank.low()).isGreaterThanOrEqualTo(before);
            before = rank.low();
        }
        assertThat(before).isEqualTo(7);
    }

    @Test
    void a_missing_rating_leaves_no_rank() {
        VignetteRank none = AnchoringVignettes.rankC(NONE, 2, 4);

        assertThat(none)
                .isInstanceOfSatisfying(
                        VignetteRank.NotRanked.class,
                        not -> assertThat(not.why().en())
                                .isEqualTo("The own rating or that of a vignette is missing."));
        assertThat(AnchoringVignettes.rankB(3, 2, NONE)).isEqualTo(none);
        VignetteRanks together = VignetteRanks.of(List.of(none, new Ranked(1, 2, 3)));
        assertThat(together.n()).isEqualTo(1);
        assertThat(together.unranked()).isEqualTo(1);
        assertThat(together.uniform()).containsExactly(0.5, 0.5, 0.0);
        assertThatThrownBy(() -> VignetteRanks.of(List.of(none)).intervals().orThrow())
                .hasMessage("Nobody has a rank.");
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> AnchoringVignettes.rankC(3))
                .hasMessage("A rating is placed among at least one vignette, not none.");
        assertThatThrownBy(() -> VignetteRanks.of(List.of(new Ranked(1, 1, 3), new Ranked(1, 1, 5))))
                .hasMessage("Ranks on scales of 3 and of 5 cannot be counted together.");
        assertThatThrownBy(() -> new Ranked(2, 1, 3)).hasMessage("Ranks from 2 to 1 do not fit on a scale of 3.");
    }
}
