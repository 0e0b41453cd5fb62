package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Where a company stands at one node, or with its index.
 *
 * @param key key of the node, or {@link Measure#INDEX}
 * @param title its name
 * @param own the company's own score with its bounds and band
 * @param n how many peers have a score there
 * @param standing what can be said
 * @param peers the peers that have a score there, the highest first, equal ones in alphabetical order of ids
 * @param mean the mean of the peers
 * @param card what belongs to these numbers
 */
public record NodePosition(
        String key,
        TextMap title,
        Measure own,
        int n,
        Standing standing,
        List<PeerPoint> peers,
        GroupMean mean,
        Card card)
        implements Serializable {
    /** Copies the list. */
    public NodePosition {
        peers = List.copyOf(peers);
    }
}
