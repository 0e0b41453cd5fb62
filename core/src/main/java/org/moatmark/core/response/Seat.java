package org.moatmark.core.response;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in the company from which somebody answers; people rotate, seats stay.
 *
 * @param key unique in the wave
 * @param department name of the department, or null
 * @param role free text, or null
 * @param unit business unit or subsidiary, free text, or null
 * @param informants informant kinds, at least one; the first decides the side
 */
public record Seat(
        String key,
        @Nullable String department,
        @Nullable String role,
        @Nullable String unit,
        List<String> informants) implements Serializable {
    /** Copies the list; refuses a blank key and a seat of no kind. */
    public Seat {
        Objects.requireNonNull(key, "key");
        informants = List.copyOf(informants);
        if (key.isBlank() || informants.isEmpty()) {
            throw new IllegalArgumentException("A seat needs a key and at least one informant kind.");
        }
    }
}
