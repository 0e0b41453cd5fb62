package org.moatmark.api.store;

import org.jspecify.annotations.Nullable;

/**
 * A link that shows one snapshot, as it is kept: without the link.
 *
 * @param id its id
 * @param version 1, or 2 once it was revoked
 * @param assessment of which assessment
 * @param snapshot name of the snapshot
 * @param label whom it was made for
 * @param lastFour the last four characters of its token
 * @param createdMs when it was made
 * @param createdBy id of the key that made it
 * @param expiresMs when it ends
 * @param revokedMs when it was revoked, or null
 */
public record StoredShare(
        String id,
        long version,
        String assessment,
        String snapshot,
        String label,
        String lastFour,
        long createdMs,
        String createdBy,
        long expiresMs,
        @Nullable Long revokedMs) {

    /**
     * Whether it shows anything.
     *
     * @param now the time
     * @return false once it was revoked or has expired
     */
    public boolean live(long now) {
        return revokedMs == null && now < expiresMs;
    }
}
