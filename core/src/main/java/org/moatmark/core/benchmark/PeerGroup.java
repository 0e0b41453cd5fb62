package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Among whom a company stands, and how far one had to go to find them (rule S18).
 *
 * @param used the choice in the end: the criteria that are left, or the peers chosen by hand
 * @param minimum how many companies with an index the group should have
 * @param steps the group as asked for and then each widening, in order; for peers chosen by hand one step
 * @param members ids of the companies of the group, with and without scores, in alphabetical order
 */
public record PeerGroup(PeerChoice used, int minimum, List<Step> steps, List<String> members) implements Serializable {

    /** Copies the lists. */
    public PeerGroup {
        steps = List.copyOf(steps);
        members = List.copyOf(members);
    }

    /**
     * A group on the way.
     *
     * @param letGo what was let go of in this step; null in the first
     * @param choice what the group was chosen by
     * @param n how many of its companies have an index
     */
    public record Step(@Nullable Criterion letGo, PeerChoice choice, int n) implements Serializable {}

    /**
     * How many companies of the group have an index.
     *
     * @return n of the last step
     */
    public int n() {
        return steps.get(steps.size() - 1).n();
    }

    /**
     * Whether something had to be let go of.
     *
     * @return true from the second step on
     */
    public boolean widened() {
        return steps.size() > 1;
    }
}
