package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;

/**
 * What the whole organisation must show to reach a level (rule S12).
 *
 * @param level the level, from 2
 * @param require all must hold; at least one
 */
public record StagingRow(int level, List<Condition> require) implements Serializable {
    /** Copies the list; refuses a level under 2. */
    public StagingRow {
        require = List.copyOf(require);
        if (level < 2) {
            throw new IllegalArgumentException("Level " + level + ": gates and staging start at level 2.");
        }
    }
}
