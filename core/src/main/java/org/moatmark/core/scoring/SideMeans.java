package org.moatmark.core.scoring;

import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.stats.Means;

/**
 * The means of the answers to one opinion, by side, in order of seat keys (rule S4). Neutral respondents count on both
 * sides; a side exists if somebody of that very side answered; if neither exists, the neutral mean stands for both, and
 * for an opinion that is asked of customers alone the customers' mean.
 */
final class SideMeans {

    final int headquarters;
    final int genba;
    final int customers;
    final double claimedHq;
    final double claimedGenba;
    final double evidencedHq;
    final double evidencedGenba;
    final double customersMean;

    private final Side[] side;
    private final double[] claimed;

    /**
     * Takes the means.
     *
     * @param side {@code Side[respondents]}
     * @param claimed {@code double[respondents]}, NaN without an answer
     * @param evidenced {@code double[respondents]}
     * @param customersAlone whether nobody but customers is asked
     */
    SideMeans(Side[] side, double[] claimed, double[] evidenced, boolean customersAlone) {
        this.side = side;
        this.claimed = claimed;
        int ofHeadquarters = 0;
        int ofGenba = 0;
        int ofCustomers = 0;
        for (int r = 0; r < side.length; r++) {
            if (!Double.isNaN(claimed[r])) {
                ofHeadquarters += side[r] == Side.HEADQUARTERS ? 1 : 0;
                ofGenba += side[r] == Side.GENBA ? 1 : 0;
                ofCustomers += side[r] == Side.CUSTOMERS ? 1 : 0;
            }
        }
        headquarters = ofHeadquarters;
        genba = ofGenba;
        customers = ofCustomers;
        customersMean = customers == 0 ? Double.NaN : mean(claimed, Side.CUSTOMERS, Side.CUSTOMERS);
        if (customersAlone) {
            claimedHq = claimedGenba = evidencedHq = evidencedGenba = customersMean;
        } else if (headquarters == 0 && genba == 0) {
            claimedHq = claimedGenba = mean(claimed, Side.NEUTRAL, Side.NEUTRAL);
            evidencedHq = evidencedGenba = mean(evidenced, Side.NEUTRAL, Side.NEUTRAL);
        } else {
            claimedHq = headquarters > 0 ? mean(claimed, Side.HEADQUARTERS, Side.NEUTRAL) : Double.NaN;
            evidencedHq = headquarters > 0 ? mean(evidenced, Side.HEADQUARTERS, Side.NEUTRAL) : Double.NaN;
            claimedGenba = genba > 0 ? mean(claimed, Side.GENBA, Side.NEUTRAL) : Double.NaN;
            evidencedGenba = genba > 0 ? mean(evidenced, Side.GENBA, Side.NEUTRAL) : Double.NaN;
        }
    }

    private double mean(double[] scores, Side one, Side other) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int r = 0; r < side.length; r++) {
            if (!Double.isNaN(claimed[r]) && (side[r] == one || side[r] == other)) {
                double score = scores[r];
                sum += score;
                least = Math.min(least, score);
                greatest = Math.max(greatest, score);
                count++;
            }
        }
        return Means.clamp(sum / count, least, greatest);
    }

    /** Whether any score of a side lies over a cap by more than rounding could make it. */
    boolean exceeds(double cap) {
        double clearly = cap + Slack.SLACK;
        return claimedHq > clearly || claimedGenba > clearly || evidencedHq > clearly || evidencedGenba > clearly;
    }
}
