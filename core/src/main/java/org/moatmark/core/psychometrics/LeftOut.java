package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/**
 * A column or a row of somebody's data that a statistic could not use.
 *
 * @param index which, from 0
 * @param why the reason as a whole sentence
 */
public record LeftOut(int index, Words why) implements Serializable {
    /** Refuses a negative index. */
    public LeftOut {
        Objects.requireNonNull(why, "why");
        if (index < 0) {
            throw new IllegalArgumentException("Columns and rows are counted from 0, not " + index + ".");
        }
    }
}
