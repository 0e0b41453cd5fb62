package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How many people take which rank among their vignettes.
 *
 * @param n how many people have a rank
 * @param unranked how many have none
 * @param intervals share of the ranked whose rank is an interval; n as above; not computable without any
 * @param uniform per rank, from the first: the share of the ranked that takes it, an interval counting as equal parts of
 *     each of its ranks (uniform allocation); sums to 1, empty without any
 * @see <a href="https://doi.org/10.1093/pan/mpl011">G. King and J. Wand (2007), Comparing incomparable survey responses:
 *     evaluating and selecting anchoring vignettes, Political Analysis 15, 46-66, especially 52</a>
 */
public record VignetteRanks(int n, int unranked, Estimate intervals, List<Double> uniform) implements Serializable {

    /** Copies the list. */
    public VignetteRanks {
        Objects.requireNonNull(intervals, "intervals");
        uniform = List.copyOf(uniform);
    }

    /**
     * The ranks of many people together.
     *
     * @param ranks their ranks on one scale; those without one are counted apart
     * @return how they are distributed
     * @throws IllegalArgumentException if the ranks are of different scales
     */
    public static VignetteRanks of(List<VignetteRank> ranks) {
        double[] parts = new double[0];
        int n = 0;
        int intervals = 0;
        for (VignetteRank rank : ranks) {
            if (rank instanceof VignetteRank.Ranked ranked) {
                if (n > 0 && ranked.ranks() != parts.length) {
                    throw new IllegalArgumentException("Ranks on scales of " + parts.length + " and of "
                            + ranked.ranks() + " cannot be counted together.");
                }
                parts = n == 0 ? new double[ranked.ranks()] : parts;
                n++;
                intervals += ranked.isInterval() ? 1 : 0;
                int width = ranked.high() - ranked.low() + 1;
                for (int at = ranked.low(); at <= ranked.high(); at++) {
                    parts[at - 1] += 1.0 / width;
                }
            }
        }
        List<Double> uniform = new ArrayList<>();
        for (double part : parts) {
            uniform.add(part / n);
        }
        Estimate share = n == 0
                ? Estimate.notComputable("Nobody has a rank.", "順位のある回答者がいません。")
                : Estimate.of(intervals / (double) n, n);
        return new VignetteRanks(n, ranks.size() - n, share, uniform);
    }
}
