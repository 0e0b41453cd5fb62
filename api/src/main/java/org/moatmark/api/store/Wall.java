package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.text;

import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a transaction may touch. On PostgreSQL the database holds it to that by row-level security: what it is told
 * here decides what its policies let through. On SQLite there is no such wall, but the rules for those who write the
 * statements are the same, and so they are found out there too.
 */
final class Wall {

    private static final String TENANT = "select set_config('app.tenant_id', {0}, true)";
    private static final Phrase TURN = new Phrase(sql -> sql.resultQuery(TENANT, text()));
    private static final Phrase HOLD_TENANT = new Phrase(
            sql -> sql.resultQuery(TENANT + ", pg_advisory_xact_lock(hashtextextended({1}, 0))", text(), text()));
    private static final Phrase HOLD_SEAT = new Phrase(sql -> sql.resultQuery(
            TENANT + ", pg_advisory_xact_lock_shared(hashtextextended({1}, 0)),"
                    + " pg_advisory_xact_lock(hashtextextended({2}, 0))",
            text(),
            text(),
            text()));
    private static final Phrase SHOW =
            new Phrase(sql -> sql.resultQuery("select set_config('app.credential', {0}, true)", text()));

    private final Talk talk;
    private final boolean stands;
    private final boolean writing;
    private @Nullable Hold inside;
    private String shown = "";

    Wall(Talk talk, boolean writing) {
        this.talk = talk;
        this.stands = talk.sql().dialect().family() == SQLDialect.POSTGRES;
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
        String seat = hold.seat();
        if (stands && !writing) {
            turnTo(hold.tenant());
        } else if (stands && seat == null) {
            talk.say(HOLD_TENANT, hold.tenant(), hold.tenant());
        } else if (stands) {
            talk.say(HOLD_SEAT, hold.tenant(), hold.tenant(), seat);
        }
    }

    /** Sees the rows of a tenant from now on, for those who copy all of them. */
    void turnTo(String tenant) {
        if (stands) {
            talk.say(TURN, tenant);
        }
    }

    /**
     * Shows a credential: the one row that keeps its hash can be read, whoever's it is. Who is inside of a tenant already
     * sees its rows without that, and is looking for no others.
     */
    void show(String hash) {
        boolean seen = inside != null || talk.remembers() && hash.equals(shown);
        if (stands && !seen) {
            talk.say(SHOW, hash);
            shown = hash;
        }
    }
}
