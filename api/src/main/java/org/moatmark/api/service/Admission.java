package org.moatmark.api.service;

import org.jspecify.annotations.Nullable;

/**
 * A caller and what it was let in for. Both are looked at once more in the transaction that changes something.
 *
 * @param caller who asks
 * @param right what is to be done, or null where the credential itself says it all
 * @param thing what to do it to, or null if it is to nothing that is there yet
 */
public record Admission(
        Caller caller, @Nullable Right right, @Nullable Thing thing) {

    /**
     * A seat, which does what a seat does to itself.
     *
     * @param caller who asks
     * @return the admission
     */
    public static Admission of(Caller caller) {
        return new Admission(caller, null, null);
    }
}
