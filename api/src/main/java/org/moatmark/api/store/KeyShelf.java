package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.ApiKey.API_KEY;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** API keys, by the hash of each. */
public final class KeyShelf {

    private static final Phrase BY_HASH =
            new Phrase(sql -> sql.selectFrom(API_KEY).where(API_KEY.HASH.eq(text())));
    private static final Phrase FIND =
            new Phrase(sql -> sql.selectFrom(API_KEY).where(API_KEY.TENANT_ID.eq(text()), API_KEY.ID.eq(text())));

    private final DSLContext sql;
    private final Talk talk;
    private final Wall wall;

    KeyShelf(DSLContext sql, Talk talk, Wall wall) {
        this.sql = sql;
        this.talk = talk;
        this.wall = wall;
    }

    /**
     * Adds a key.
     *
     * @param key what is kept of it
     * @param hash SHA-256 of the whole key
     * @param by the key that made it, or null for the first
     */
    public void add(StoredKey key, String hash, @Nullable String by) {
        sql.insertInto(API_KEY)
                .set(API_KEY.TENANT_ID, key.tenant())
                .set(API_KEY.ID, key.id())
                .set(API_KEY.VERSION, key.version())
                .set(API_KEY.HOLDER_ID, key.holder())
                .set(API_KEY.SCOPE, key.scope())
                .set(API_KEY.LABEL, key.label())
                .set(API_KEY.HASH, hash)
                .set(API_KEY.LAST_FOUR, key.lastFour())
                .set(API_KEY.CREATED_MS, key.createdMs())
                .set(API_KEY.CREATED_BY, by)
                .set(API_KEY.EXPIRES_MS, key.expiresMs())
                .execute();
    }

    /**
     * The key of a hash, whoever's it is.
     *
     * @param hash SHA-256 of the whole key
     * @return the key, live or not
     */
    public Optional<StoredKey> byHash(String hash) {
        wall.show(hash);
        return Optional.ofNullable(talk.ask(BY_HASH, hash).row()).map(KeyShelf::read);
    }

    /**
     * One key.
     *
     * @param tenant whose
     * @param id which
     * @return the key
     */
    public Optional<StoredKey> find(String tenant, String id) {
        return Optional.ofNullable(talk.ask(FIND, tenant, id).row()).map(KeyShelf::read);
    }

    /**
     * The keys that are not revoked.
     *
     * @param tenant whose
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredKey> list(String tenant, String after, int limit) {
        return Page.of(
                sql.selectFrom(API_KEY)
                        .where(API_KEY.TENANT_ID.eq(tenant), API_KEY.ID.gt(after), API_KEY.REVOKED_MS.isNull())
                        .orderBy(API_KEY.ID)
                        .limit(limit + 1)
                        .fetch(KeyShelf::read),
                limit);
    }

    /**
     * How many keys of a scope open anything.
     *
     * @param tenant whose
     * @param scope which scope
     * @param now the time
     * @return the number of live keys
     */
    public int live(String tenant, String scope, long now) {
        return sql.fetchCount(
                API_KEY,
                API_KEY.TENANT_ID.eq(tenant),
                API_KEY.SCOPE.eq(scope),
                API_KEY.REVOKED_MS.isNull(),
                DSL.or(API_KEY.EXPIRES_MS.isNull(), API_KEY.EXPIRES_MS.gt(now)));
    }

    /**
     * How many keys of a holder open anything.
     *
     * @param tenant whose
     * @param holder which holder
     * @param now the time
     * @return the number of live keys
     */
    public int liveOf(String tenant, String holder, long now) {
        return sql.fetchCount(
                API_KEY,
                API_KEY.TENANT_ID.eq(tenant),
                API_KEY.HOLDER_ID.eq(holder),
                API_KEY.REVOKED_MS.isNull(),
                DSL.or(API_KEY.EXPIRES_MS.isNull(), API_KEY.EXPIRES_MS.gt(now)));
    }

    /**
     * Sets the time at which a key ends.
     *
     * @param tenant whose
     * @param id which
     * @param expires when it ends
     */
    public void end(String tenant, String id, long expires) {
        sql.update(API_KEY)
                .set(API_KEY.EXPIRES_MS, expires)
                .set(API_KEY.VERSION, API_KEY.VERSION.plus(1))
                .where(API_KEY.TENANT_ID.eq(tenant), API_KEY.ID.eq(id))
                .execute();
    }

    /**
     * Ends a key for good.
     *
     * @param tenant whose
     * @param id which
     * @param now the time
     */
    public void revoke(String tenant, String id, long now) {
        sql.update(API_KEY)
                .set(API_KEY.REVOKED_MS, now)
                .set(API_KEY.VERSION, API_KEY.VERSION.plus(1))
                .where(API_KEY.TENANT_ID.eq(tenant), API_KEY.ID.eq(id))
                .execute();
    }

    /**
     * Notes that a key was used.
     *
     * @param tenant whose
     * @param id which
     * @param at the time, coarse
     */
    public void used(String tenant, String id, long at) {
        sql.update(API_KEY)
                .set(API_KEY.LAST_USED_MS, at)
                .where(API_KEY.TENANT_ID.eq(tenant), API_KEY.ID.eq(id))
                .execute();
    }

    private static StoredKey read(Record row) {
        return new StoredKey(
                row.get(API_KEY.TENANT_ID),
                row.get(API_KEY.ID),
                row.get(API_KEY.VERSION),
                row.get(API_KEY.HOLDER_ID),
                row.get(API_KEY.SCOPE),
                row.get(API_KEY.LABEL),
                row.get(API_KEY.LAST_FOUR),
                row.get(API_KEY.CREATED_MS),
                row.get(API_KEY.EXPIRES_MS),
                row.get(API_KEY.REVOKED_MS),
                row.get(API_KEY.LAST_USED_MS));
    }
}
