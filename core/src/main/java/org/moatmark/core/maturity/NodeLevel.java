package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The level of a node (rule S11).
 *
 * @param level the level; null without gates or without a score
 * @param progress share of the conditions of the next level that hold, 1 at the top; null without a level
 * @param blocking the gates of the next level that do not hold
 */
public record NodeLevel(@Nullable Integer level, @Nullable Double progress, List<Blocking> blocking)
        implements Serializable {

    /** A node without gates or without a score. */
    public static final NodeLevel NONE = new NodeLevel(null, null, List.of());

    /** Copies the list. */
    public NodeLevel {
        blocking = List.copyOf(blocking);
    }
}
