package org.moatmark.api.store;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction is about. It sees the rows of this tenant and no others, and while it writes nobody else writes
 * there: on SQLite because there is one writer, on PostgreSQL by locks that it takes when it begins and that end with it.
 * So a service may read, decide and write as if it were alone.
 *
 * @param tenant whose rows
 * @param seat the one seat whose rows are changed, so that the seats of a tenant can write side by side; null for the
 *     tenant as a whole
 */
public record Hold(String tenant, @Nullable String seat) {

    /**
     * Everything of a tenant.
     *
     * @param tenant whose rows
     * @return the hold
     */
    public static Hold tenant(String tenant) {
        return new Hold(tenant, null);
    }

    /**
     * One seat of a tenant.
     *
     * @param tenant whose rows
     * @param seat the seat
     * @return the hold
     */
    public static Hold seat(String tenant, String seat) {
        return new Hold(tenant, seat);
    }
}
