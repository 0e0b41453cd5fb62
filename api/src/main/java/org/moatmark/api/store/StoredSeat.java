package org.moatmark.api.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is kept: never its token.
 *
 * @param id its id
 * @param version of the row
 * @param assessment id of the assessment
 * @param key what people call it, once in an assessment
 * @param department name of the department
 * @param role free text, or null
 * @param unit business unit or subsidiary, or null
 * @param informants informant kinds by questionnaire id
 * @param submitted whether its answers are final
 * @param createdMs when it was added
 * @param changedMs when it was last changed
 * @param handedOverMs when it last went to somebody else, or null
 * @param submittedMs when it submitted, or null
 */
public record StoredSeat(
        String id,
        long version,
        String assessment,
        String key,
        @Nullable String department,
        @Nullable String role,
        @Nullable String unit,
        Map<String, List<String>> informants,
        boolean submitted,
        long createdMs,
        long changedMs,
        @Nullable Long handedOverMs,
        @Nullable Long submittedMs) {

    /** Copies the map in its order. */
    public StoredSeat {
        informants = Collections.unmodifiableMap(new LinkedHashMap<>(informants));
    }

    /**
     * The seat with somebody else on it.
     *
     * @param nowMs when it was handed over
     * @return its next version
     */
    public StoredSeat handedOver(long nowMs) {
        return new StoredSeat(
                id,
                version + 1,
                assessment,
                key,
                department,
                role,
                unit,
                informants,
                submitted,
                createdMs,
                nowMs,
                nowMs,
                submittedMs);
    }

    /**
     * The seat with its answers final.
     *
     * @param nowMs when they were submitted
     * @param quietly whether nobody is to see by its version that they were
     * @return the seat
     */
    public StoredSeat submitted(long nowMs, boolean quietly) {
        return new StoredSeat(
                id,
                quietly ? version : version + 1,
                assessment,
                key,
                department,
                role,
                unit,
                informants,
                true,
                createdMs,
                quietly ? changedMs : nowMs,
                handedOverMs,
                nowMs);
    }
}
