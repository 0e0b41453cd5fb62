package org.moatmark.core.questionnaire;

import java.io.Serializable;

/**
 * How the dimensions form the index (0-100).
 *
 * @param aggregation how; never balance unless there are two top nodes
 * @param floor least value a dimension counts in a geometric mean, at least 1
 */
public record IndexRule(Aggregation aggregation, double floor) implements Serializable {
    /** Refuses a floor outside 1-100. */
    public IndexRule {
        if (!(floor >= 1 && floor <= 100)) {
            throw new IllegalArgumentException("Floor " + floor + " is not in 1-100.");
        }
    }
}
