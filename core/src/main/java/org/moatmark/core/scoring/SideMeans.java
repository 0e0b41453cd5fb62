package org.moatmark.core.scoring;

import org.moatmark.core.questionnaire.Side;

/**
 * The means of the answers to one opinion, by side, in order of seat keys (rule S4). Neutral respondents count on both
 * sides; a side exists if somebody of that very side answered; if neither exists, the neutral mean stands for both, and
 * for an opinion that is asked of customers alone the customers' mean.
 */
final class SideMeans {

    int headquarters;
    int genba;
    int customers;
    double claimedHq = Double.NaN;
    double claimedGenba = Double.NaN;
    double evidencedHq = Double.NaN;
    double evidencedGenba = Double.NaN;
    private double customersSum;

    SideMeans(Side[] side, double[] claimed, double[] evidenced, boolean customersAlone) {
        double claimedHqSum = 0;
        double evidencedHqSum = 0;
        double claimedGenbaSum = 0;
        double evidencedGenbaSum = 0;
        double claimedNeutralSum = 0;
        double evidencedNeutralSum = 0;
        int neutral = 0;
        for (int r = 0; r < side.length; r++) {
            if (Double.isNaN(claimed[r])) {
                continue;
            }
            switch (side[r]) {
                case HEADQUARTERS -> {
                    headquarters++;
                    claimedHqSum += claimed[r];
                    evidencedHqSum += evidenced[r];
                }
                case GENBA -> {
                    genba++;
                    claimedGenbaSum += claimed[r];
                    evidencedGenbaSum += evidenced[r];
                }
                case NEUTRAL -> {
                    neutral++;
                    claimedNeutralSum += claimed[r];
                    evidencedNeutralSum += evidenced[r];
                    claimedHqSum += claimed[r];
                    evidencedHqSum += evidenced[r];
                    claimedGenbaSum += claimed[r];
                    evidencedGenbaSum += evidenced[r];
                }
                case CUSTOMERS -> {
                    customers++;
                    customersSum += claimed[r];
                }
            }
        }
        if (customersAlone) {
            claimedHq = claimedGenba = evidencedHq = evidencedGenba = customersMean();
        } else if (headquarters == 0 && genba == 0) {
            claimedHq = claimedGenba = claimedNeutralSum / neutral;
            evidencedHq = evidencedGenba = evidencedNeutralSum / neutral;
        } else {
            if (headquarters > 0) {
                claimedHq = claimedHqSum / (headquarters + neutral);
                evidencedHq = evidencedHqSum / (headquarters + neutral);
            }
            if (genba > 0) {
                claimedGenba = claimedGenbaSum / (genba + neutral);
                evidencedGenba = evidencedGenbaSum / (genba + neutral);
            }
        }
    }

    double customersMean() {
        return customersSum / customers;
    }

    /** Whether any score of a side lies over a cap by more than rounding could make it. */
    boolean exceeds(double cap) {
        double clearly = cap + Slack.SLACK;
        return claimedHq > clearly || claimedGenba > clearly || evidencedHq > clearly || evidencedGenba > clearly;
    }
}
