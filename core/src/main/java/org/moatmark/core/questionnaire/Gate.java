package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;

/**
 * What a node must show to reach a level; all conditions must hold (rule S11).
 *
 * @param node key of the node
 * @param level the level that is guarded, from 2
 * @param statement what is true when it holds
 * @param require all must hold; at least one
 */
public record Gate(String node, int level, TextMap statement, List<Condition> require) implements Serializable {
    /** Copies the list; refuses a level under 2. */
    public Gate {
        require = List.copyOf(require);
        if (level < 2) {
            throw new IllegalArgumentException("Level " + level + ": gates and staging start at level 2.");
        }
    }
}
