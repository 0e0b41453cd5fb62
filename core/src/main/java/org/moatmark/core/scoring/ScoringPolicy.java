package org.moatmark.core.scoring;

import java.io.Serializable;

/**
 * The thresholds of the scoring rules that are ours and not the questionnaire's. Change one with {@code with...}; a
 * result under another policy than {@link #DEFAULT} should say so.
 *
 * @param capWithoutEvidence cap of an answer whose evidence is under E2, 0-100 (rule S2)
 * @param capWithDocument cap of an answer whose best evidence is E2, 0-100; a yes is not capped by it (rule S2)
 * @param customersRoom points by which a side may lie over the mean of the customers (rule S5)
 * @param customersNeeded how many customers it takes to cap (rule S5)
 * @param sidePart part of the opinions, by weight, that a side must have answered to exist in a node (rule S6)
 * @param fullAskedCoverage asked coverage from which a node is full (rules S6, S7)
 * @param fullCoverage coverage from which a node is full (rule S6)
 * @param provisionalAskedCoverage asked coverage from which a node is provisional (rules S6, S7)
 * @param provisionalCoverage coverage from which a node is provisional (rule S6)
 * @param step points of a next step (rule S9)
 */
public record ScoringPolicy(
        double capWithoutEvidence,
        double capWithDocument,
        double customersRoom,
        int customersNeeded,
        double sidePart,
        double fullAskedCoverage,
        double fullCoverage,
        double provisionalAskedCoverage,
        double provisionalCoverage,
        double step)
        implements Serializable {

    /** The thresholds as agreed. */
    public static final ScoringPolicy DEFAULT =
            new ScoringPolicy(50, 75, 12.5, 3, 1.0 / 2, 2.0 / 3, 1.0 / 2, 1.0 / 2, 1.0 / 4, 25);

    /** Refuses caps outside 0-100, parts outside 0-1 and steps that lead nowhere. */
    public ScoringPolicy {
        require(capWithoutEvidence >= 0 && capWithoutEvidence <= capWithDocument && capWithDocument <= 100, "caps");
        require(customersRoom >= 0 && customersRoom <= 100 && customersNeeded >= 1, "customers' cap");
        require(isPart(sidePart), "sidePart");
        require(isPart(fullAskedCoverage) && isPart(fullCoverage), "coverage for full");
        require(isPart(provisionalAskedCoverage) && isPart(provisionalCoverage), "coverage for provisional");
        require(provisionalAskedCoverage <= fullAskedCoverage && provisionalCoverage <= fullCoverage, "coverage order");
        require(step > 0 && step <= 100, "step");
    }

    /**
     * The same policy with other coverage thresholds.
     *
     * @param asked asked coverage from which a node is provisional
     * @param whole coverage from which a node is provisional
     * @return the new policy
     */
    public ScoringPolicy withProvisionalFrom(double asked, double whole) {
        return new ScoringPolicy(
                capWithoutEvidence,
                capWithDocument,
                customersRoom,
                customersNeeded,
                sidePart,
                fullAskedCoverage,
                fullCoverage,
                asked,
                whole,
                step);
    }

    /**
     * The same policy with other evidence caps.
     *
     * @param without cap under E2
     * @param document cap at E2
     * @return the new policy
     */
    public ScoringPolicy withEvidenceCaps(double without, double document) {
        return new ScoringPolicy(
                without,
                document,
                customersRoom,
                customersNeeded,
                sidePart,
                fullAskedCoverage,
                fullCoverage,
                provisionalAskedCoverage,
                provisionalCoverage,
                step);
    }

    private static boolean isPart(double value) {
        return value >= 0 && value <= 1;
    }

    private static void require(boolean sound, String what) {
        if (!sound) {
            throw new IllegalArgumentException("This scoring policy is out of range: " + what + ".");
        }
    }
}
