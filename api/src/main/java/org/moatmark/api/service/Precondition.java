package org.moatmark.api.service;

import java.util.Set;

/**
 * Which versions of a thing the caller is ready to change.
 *
 * @param any whether every version will do
 * @param versions the versions that will do otherwise
 */
public record Precondition(boolean any, Set<Long> versions) {

    /** Every version will do. */
    public static final Precondition ANY = new Precondition(true, Set.of());

    /** Copies the set. */
    public Precondition {
        versions = Set.copyOf(versions);
    }

    /** Refuses a version that the caller has not seen. */
    void require(long version) {
        if (!any && !versions.contains(version)) {
            throw Refused.stale(version);
        }
    }
}
