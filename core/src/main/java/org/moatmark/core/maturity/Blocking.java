package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Something that does not hold yet on the way to the next level.
 *
 * @param node key of the node whose gate it is; null for a row of the staging
 * @param level the level that is blocked
 * @param statement what would be true; null for the score line of rule S11 and for staging
 * @param needs what would make it hold; at least one
 */
public record Blocking(
        @Nullable String node, int level, @Nullable TextMap statement, List<Need> needs) implements Serializable {
    /** Copies the list. */
    public Blocking {
        needs = List.copyOf(needs);
    }
}
