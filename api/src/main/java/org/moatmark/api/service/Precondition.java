package org.moatmark.api.service;

import java.util.Set;

/** Which versions of a thing the caller is ready to change. */
public sealed interface Precondition {

    /** Every version will do. */
    Precondition ANY = new Any();

    /**
     * The caller has not said what it has seen. That is noticed only when it matters, after it is known that the thing is
     * there and may be changed: before, it would tell of things that are not the caller's.
     */
    Precondition MISSING = new Missing();

    /**
     * These versions and no other.
     *
     * @param versions versions of the row
     * @return the precondition
     */
    static Precondition oneOf(Set<Long> versions) {
        return new OneOf(versions);
    }

    /** Every version will do. */
    record Any() implements Precondition {}

    /** Nothing was said. */
    record Missing() implements Precondition {}

    /**
     * These versions and no other.
     *
     * @param versions versions of the row
     */
    record OneOf(Set<Long> versions) implements Precondition {
        /** Copies the set. */
        public OneOf {
            versions = Set.copyOf(versions);
        }
    }

    /**
     * Refuses a version that the caller has not seen.
     *
     * @param version what the thing has now
     * @throws Refused if nothing was said, or another version
     */
    default void require(long version) {
        if (this instanceof Missing) {
            throw Refused.notSeen();
        } else if (this instanceof OneOf seen && !seen.versions().contains(version)) {
            throw Refused.stale(version);
        }
    }
}
