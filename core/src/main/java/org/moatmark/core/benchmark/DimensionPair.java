package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;

/**
 * A dimension of which two companies both have a score.
 *
 * @param key key of the dimension
 * @param own the score of the company that is placed
 * @param theirs the score of the case company
 * @param facts ids of the facts on which the raters of the case company rested its items there, in order of their first
 *     use; empty if they rested on public knowledge alone
 */
public record DimensionPair(String key, double own, double theirs, List<String> facts) implements Serializable {
    /** Copies the list. */
    public DimensionPair {
        facts = List.copyOf(facts);
    }
}
