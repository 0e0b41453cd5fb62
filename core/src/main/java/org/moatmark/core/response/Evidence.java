package org.moatmark.core.response;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence for an answer.
 *
 * @param grade how good it is
 * @param note what it is, or null
 * @param link where it is, or null
 */
public record Evidence(
        EvidenceGrade grade,
        @Nullable String note,
        @Nullable String link) implements Serializable {
    /** Refuses a missing grade. */
    public Evidence {
        Objects.requireNonNull(grade, "grade");
    }
}
