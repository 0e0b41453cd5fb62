package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.KeySession.KEY_SESSION;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Cookies that API keys were traded for, by the hash of each. */
public final class KeySessionShelf {

    private static final Phrase BY_HASH =
            new Phrase(sql -> sql.selectFrom(KEY_SESSION).where(KEY_SESSION.HASH.eq(text())));

    private final DSLContext sql;
    private final Talk talk;
    private final Wall wall;

    KeySessionShelf(DSLContext sql, Talk talk, Wall wall) {
        this.sql = sql;
        this.talk = talk;
        this.wall = wall;
    }

    /**
     * A cookie as it is kept: never the cookie itself.
     *
     * @param tenant whose
     * @param hash SHA-256 of the cookie
     * @param key id of the key that was traded for it
     * @param seal the seal of that key, closed with the cookie
     * @param createdMs when it was made
     * @param usedMs when it was last used, to the minute
     * @param expiresMs when it ends, used or not
     */
    public record Kept(
            String tenant, String hash, String key, String seal, long createdMs, long usedMs, long expiresMs) {}

    /**
     * Keeps a cookie.
     *
     * @param session the cookie
     */
    public void add(Kept session) {
        sql.insertInto(KEY_SESSION)
                .set(KEY_SESSION.TENANT_ID, session.tenant())
                .set(KEY_SESSION.HASH, session.hash())
                .set(KEY_SESSION.KEY_ID, session.key())
                .set(KEY_SESSION.SEAL, session.seal())
                .set(KEY_SESSION.CREATED_MS, session.createdMs())
                .set(KEY_SESSION.USED_MS, session.usedMs())
                .set(KEY_SESSION.EXPIRES_MS, session.expiresMs())
                .execute();
    }

    /**
     * The cookie of a hash, whoever's it is, used lately or not.
     *
     * @param hash SHA-256 of the cookie
     * @return the cookie
     */
    public Optional<Kept> byHash(String hash) {
        wall.show(hash);
        return Optional.ofNullable(talk.ask(BY_HASH, hash).row()).map(KeySessionShelf::read);
    }

    /**
     * Notes that a cookie was used.
     *
     * @param tenant whose
     * @param hash SHA-256 of the cookie
     * @param at the time
     */
    public void used(String tenant, String hash, long at) {
        sql.update(KEY_SESSION)
                .set(KEY_SESSION.USED_MS, at)
                .where(KEY_SESSION.TENANT_ID.eq(tenant), KEY_SESSION.HASH.eq(hash), KEY_SESSION.USED_MS.lt(at))
                .execute();
    }

    /**
     * Ends a cookie.
     *
     * @param tenant whose
     * @param hash SHA-256 of the cookie
     */
    public void end(String tenant, String hash) {
        sql.deleteFrom(KEY_SESSION)
                .where(KEY_SESSION.TENANT_ID.eq(tenant), KEY_SESSION.HASH.eq(hash))
                .execute();
    }

    /**
     * Ends all cookies of a key.
     *
     * @param tenant whose
     * @param key id of the key
     */
    public void endAll(String tenant, String key) {
        sql.deleteFrom(KEY_SESSION)
                .where(KEY_SESSION.TENANT_ID.eq(tenant), KEY_SESSION.KEY_ID.eq(key))
                .execute();
    }

    /**
     * Drops the cookies of a tenant that have ended, and of one key all but the newest.
     *
     * @param tenant whose
     * @param now the time
     * @param idleSince before when a cookie was last used that has ended
     * @param key id of the key
     * @param most how many of its cookies stay
     */
    public void makeRoom(String tenant, long now, long idleSince, String key, int most) {
        dropEnded(tenant, now, idleSince);
        List<String> old = sql.select(KEY_SESSION.HASH)
                .from(KEY_SESSION)
                .where(KEY_SESSION.TENANT_ID.eq(tenant), KEY_SESSION.KEY_ID.eq(key))
                .orderBy(KEY_SESSION.CREATED_MS.desc(), KEY_SESSION.HASH)
                .offset(most)
                .fetch(KEY_SESSION.HASH);
        sql.deleteFrom(KEY_SESSION)
                .where(KEY_SESSION.TENANT_ID.eq(tenant), KEY_SESSION.HASH.in(old))
                .execute();
    }

    /**
     * Drops the cookies of a tenant that have ended.
     *
     * @param tenant whose
     * @param now the time
     * @param idleSince before when a cookie was last used that has ended
     */
    public void dropEnded(String tenant, long now, long idleSince) {
        sql.deleteFrom(KEY_SESSION)
                .where(
                        KEY_SESSION.TENANT_ID.eq(tenant),
                        KEY_SESSION.EXPIRES_MS.le(now).or(KEY_SESSION.USED_MS.le(idleSince)))
                .execute();
    }

    private static Kept read(Record row) {
        return new Kept(
                row.get(KEY_SESSION.TENANT_ID),
                row.get(KEY_SESSION.HASH),
                row.get(KEY_SESSION.KEY_ID),
                row.get(KEY_SESSION.SEAL),
                row.get(KEY_SESSION.CREATED_MS),
                row.get(KEY_SESSION.USED_MS),
                row.get(KEY_SESSION.EXPIRES_MS));
    }
}
