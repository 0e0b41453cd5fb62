package org.moatmark.core.psychometrics;

import java.io.Serializable;

/**
 * From where on a way of answering is flagged (rule S17).
 *
 * @param straightLine as many equal answers to agreement items in a row, at least 2
 * @param high an answer this far up its scale counts as high in a contradictory pair, 0-1
 * @param secondsPerItem a median time per item below this is too fast, at least 0
 * @param timedItems so many items must have a time before that is said, at least 1
 * @param unprovenTops as many top answers without evidence, at least 1
 */
public record ResponseStylePolicy(
        int straightLine, double high, double secondsPerItem, int timedItems, int unprovenTops)
        implements Serializable {

    /** 12 equal answers, high from 75 % of the scale, 2 seconds over at least 5 items, 1 top answer without evidence. */
    public static final ResponseStylePolicy DEFAULT = new ResponseStylePolicy(12, 0.75, 2, 5, 1);

    /** Refuses thresholds that would flag everybody or nobody. */
    public ResponseStylePolicy {
        boolean counts = straightLine >= 2 && timedItems >= 1 && unprovenTops >= 1;
        if (!counts || !(high > 0 && high <= 1) || !(secondsPerItem >= 0 && Double.isFinite(secondsPerItem))) {
            throw new IllegalArgumentException(
                    "This response style policy is out of range: " + straightLine + " in a row, high"
                            + " from " + high + ", " + secondsPerItem + " seconds over " + timedItems + " items, "
                            + unprovenTops
                            + " top answers.");
        }
    }
}
