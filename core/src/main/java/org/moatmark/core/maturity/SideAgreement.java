package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;

/**
 * How far the people of one side agree on one node (rule S14), on claimed opinions brought to 1-5.
 *
 * @param node key of the node
 * @param side whose people
 * @param n how many of them count, at least 2: they answered all opinions of the node that they were asked, and at least
 *     one of {@code items}
 * @param rwgJ r_wg(J) against the uniform null, 0 to 1
 * @param rwgJSkewed r_wg(J) against the slightly skewed null, 0 to 1
 * @param ad AD around the mean, in steps of 1-5
 * @param adMedian AD around the median, in steps of 1-5
 * @param shared the reading
 * @param median where there is no shared view, the median of these people's own means, 0-100; it stands beside the score,
 *     which stays what it is; else null
 * @param items the opinions that at least two of these people answered, in file order
 */
public record SideAgreement(
        String node,
        Side side,
        int n,
        double rwgJ,
        double rwgJSkewed,
        double ad,
        double adMedian,
        SharedView shared,
        @Nullable Double median,
        List<ItemAgreement> items)
        implements Serializable {
    /** Copies the list; refuses a median without need and a lack of one. */
    public SideAgreement {
        items = List.copyOf(items);
        if ((shared == SharedView.NO) != (median != null)) {
            throw new IllegalArgumentException(
                    "Node '" + node + "': a median is given where there is no shared view, and only there.");
        }
    }
}
