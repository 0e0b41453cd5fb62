package org.moatmark.api.store;

import org.jspecify.annotations.Nullable;

/**
 * An API key as it is kept: never the key itself.
 *
 * @param tenant whose it is
 * @param id its id
 * @param version of the row
 * @param holder id of who holds it, which is the id of the first key of the same holder
 * @param scope {@code owner}, {@code analyst}, {@code instructor} or {@code reader}
 * @param label what it is for
 * @param lastFour its last four characters
 * @param createdMs when it was made
 * @param expiresMs when it ends, or null
 * @param revokedMs when it was revoked, or null
 * @param lastUsedMs when it was last used, to the hour, or null
 */
public record StoredKey(
        String tenant,
        String id,
        long version,
        String holder,
        String scope,
        String label,
        String lastFour,
        long createdMs,
        @Nullable Long expiresMs,
        @Nullable Long revokedMs,
        @Nullable Long lastUsedMs) {

    /**
     * Whether it opens anything.
     *
     * @param now the time
     * @return false once revoked or expired
     */
    public boolean live(long now) {
        return revokedMs == null && (expiresMs == null || expiresMs > now);
    }
}
