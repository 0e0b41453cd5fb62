package org.moatmark.api.store;

import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.StoredAssessment.Status;

/**
 * A snapshot as it is kept, without what was frozen.
 *
 * @param id its id
 * @param assessment of which assessment
 * @param version counts its changes: seats erased, shown to seats, withdrawn
 * @param name its name, which is part of addresses
 * @param title what people call it, or null
 * @param status what the assessment was then, open or closed
 * @param release number of the release that was frozen; null where results are shown as they are
 * @param seats the seats that it holds as JSON: what each was called, by id
 * @param erasedSeats how many seats were taken out of it since
 * @param createdMs when it was made
 * @param createdBy id of the key that made it
 * @param changedMs when something of it last changed
 * @param withdrawnMs when it was withdrawn, or null
 * @param seatsSee whether the seats of the assessment see it
 */
public record StoredSnapshot(
        String id,
        String assessment,
        long version,
        String name,
        @Nullable String title,
        Status status,
        @Nullable Long release,
        String seats,
        long erasedSeats,
        long createdMs,
        String createdBy,
        long changedMs,
        @Nullable Long withdrawnMs,
        boolean seatsSee) {

    /**
     * The same without one seat.
     *
     * @param others the seats that are left as JSON
     * @param now the time
     * @return the next version
     */
    public StoredSnapshot without(String others, long now) {
        return next(others, erasedSeats + 1, now, withdrawnMs, seatsSee);
    }

    /**
     * The same, withdrawn.
     *
     * @param now the time
     * @return the next version, which holds no seat any more
     */
    public StoredSnapshot withdrawn(long now) {
        return next("{}", erasedSeats, now, now, false);
    }

    /**
     * The same, shown to the seats of the assessment or not.
     *
     * @param show whether they see it
     * @param now the time
     * @return the next version
     */
    public StoredSnapshot shown(boolean show, long now) {
        return next(seats, erasedSeats, now, withdrawnMs, show);
    }

    private StoredSnapshot next(String left, long erased, long now, @Nullable Long withdrawn, boolean shown) {
        return new StoredSnapshot(
                id,
                assessment,
                version + 1,
                name,
                title,
                status,
                release,
                left,
                erased,
                createdMs,
                createdBy,
                now,
                withdrawn,
                shown);
    }
}
