package org.moatmark.core.benchmark;

import java.util.List;

/**
 * Peers chosen by hand. Such a group is never widened, however small.
 *
 * @param ids ids of case companies
 */
public record NamedPeers(List<String> ids) implements PeerChoice {
    /** Copies the list. */
    public NamedPeers {
        ids = List.copyOf(ids);
    }
}
