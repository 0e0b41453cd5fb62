package org.moatmark.api.store;

import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a transaction may touch. On PostgreSQL the database holds it to that by row-level security: what it is told
 * here decides what its policies let through. On SQLite there is no such wall, but the rules for those who write the
 * statements are the same, and so they are found out there too.
 */
final class Wall {

    private final DSLContext sql;
    private final boolean stands;
    private final boolean writing;
    private @Nullable Hold inside;
    private String shown = "";

    Wall(DSLContext sql, boolean writing) {
        this.sql = sql;
        this.stands = sql.dialect().family() == SQLDialect.POSTGRES;
        this.writing = writing;
    }

    /** Goes in to a tenant; a transaction belongs to one. */
    void enter(Hold hold) {
        Hold before = inside;
        if (before != null && !before.tenant().equals(hold.tenant())) {
            throw new IllegalStateException("A transaction belongs to one tenant, and this one has entered another.");
        }
        if (before != null) {
            return;
        }
        inside = hold;
        if (stands) {
            turnTo(hold.tenant());
            if (writing) {
                lock(hold);
            }
        }
    }

    /** Sees the rows of a tenant from now on, for those who copy all of them. */
    void turnTo(String tenant) {
        if (stands) {
            sql.fetch("select set_config('app.tenant_id', {0}, true)", val(tenant));
        }
    }

    private void lock(Hold hold) {
        String seat = hold.seat();
        if (seat == null) {
            sql.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val(hold.tenant()));
        } else {
            sql.fetch(
                    "select pg_advisory_xact_lock_shared(hashtextextended({0}, 0)),"
                            + " pg_advisory_xact_lock(hashtextextended({1}, 0))",
                    val(hold.tenant()), val(seat));
        }
    }

    /** Shows a credential: the one row that keeps its hash can be read, whoever's it is. */
    void show(String hash) {
        if (stands && !hash.equals(shown)) {
            sql.fetch("select set_config('app.credential', {0}, true)", val(hash));
            shown = hash;
        }
    }
}
