package org.moatmark.api.store;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Locale;

/** Makes ids: UUIDs of version 7, which sort by the time when they were made. */
public final class Ids {

    private Ids() {}

    /**
     * A new id.
     *
     * @return 36 characters in lower case
     */
    public static String next() {
        return UuidCreator.getTimeOrderedEpochPlus1().toString().toLowerCase(Locale.ROOT);
    }
}
