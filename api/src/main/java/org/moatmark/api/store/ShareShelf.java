package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.Share.SHARE;
import static org.moatmark.api.store.db.tables.ShareSession.SHARE_SESSION;
import static org.moatmark.api.store.db.tables.Snapshot.SNAPSHOT;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Links that show one snapshot, and the cookies that they were traded for. */
public final class ShareShelf {

    private static final Phrase BY_TOKEN =
            new Phrase(sql -> sql.select(SHARE.TENANT_ID, SHARE.ID).from(SHARE).where(SHARE.TOKEN_HASH.eq(text())));
    private static final Phrase BY_SESSION =
            new Phrase(sql -> sql.select(SHARE_SESSION.TENANT_ID, SHARE_SESSION.SHARE_ID, SHARE_SESSION.EXPIRES_MS)
                    .from(SHARE_SESSION)
                    .where(SHARE_SESSION.HASH.eq(text())));
    private static final Phrase FIND = new Phrase(sql -> sql.select(SHARE.fields())
            .select(SNAPSHOT.NAME)
            .from(SHARE)
            .join(SNAPSHOT)
            .on(ofSnapshot())
            .where(SHARE.TENANT_ID.eq(text()), SHARE.ID.eq(text())));

    private final DSLContext sql;
    private final Talk talk;
    private final Wall wall;

    ShareShelf(DSLContext sql, Talk talk, Wall wall) {
        this.sql = sql;
        this.talk = talk;
        this.wall = wall;
    }

    /**
     * A link and whose it is.
     *
     * @param tenant whose
     * @param id its id
     */
    public record Found(String tenant, String id) {}

    /**
     * A cookie that a link was traded for.
     *
     * @param link the link and whose it is
     * @param expiresMs when the cookie ends
     */
    public record Session(Found link, long expiresMs) {}

    /**
     * Adds a link.
     *
     * @param tenant whose
     * @param share what is kept of it
     * @param snapshot id of the snapshot
     * @param tokenHash SHA-256 of its token
     */
    public void add(String tenant, StoredShare share, String snapshot, String tokenHash) {
        sql.insertInto(SHARE)
                .set(SHARE.TENANT_ID, tenant)
                .set(SHARE.ID, share.id())
                .set(SHARE.VERSION, share.version())
                .set(SHARE.ASSESSMENT_ID, share.assessment())
                .set(SHARE.SNAPSHOT_ID, snapshot)
                .set(SHARE.LABEL, share.label())
                .set(SHARE.TOKEN_HASH, tokenHash)
                .set(SHARE.LAST_FOUR, share.lastFour())
                .set(SHARE.CREATED_MS, share.createdMs())
                .set(SHARE.CREATED_BY, share.createdBy())
                .set(SHARE.EXPIRES_MS, share.expiresMs())
                .execute();
    }

    /**
     * The link of a token, whoever's it is.
     *
     * @param tokenHash SHA-256 of the token
     * @return the link, live or not
     */
    public Optional<Found> byToken(String tokenHash) {
        wall.show(tokenHash);
        return Optional.ofNullable(talk.ask(BY_TOKEN, tokenHash).row())
                .map(row -> new Found(row.get(SHARE.TENANT_ID), row.get(SHARE.ID)));
    }

    /**
     * A cookie, whoever's it is.
     *
     * @param hash SHA-256 of the cookie
     * @return the cookie, ended or not, of a link that is live or not
     */
    public Optional<Session> bySession(String hash) {
        wall.show(hash);
        return Optional.ofNullable(talk.ask(BY_SESSION, hash).row())
                .map(row -> new Session(
                        new Found(row.get(SHARE_SESSION.TENANT_ID), row.get(SHARE_SESSION.SHARE_ID)),
                        row.get(SHARE_SESSION.EXPIRES_MS)));
    }

    /**
     * Keeps a cookie that a link was traded for, and of the others of that link the newest.
     *
     * @param link the link and whose it is
     * @param hash SHA-256 of the cookie
     * @param now the time
     * @param expiresMs when it ends
     * @param most how many cookies of one link are kept
     */
    public void addSession(Found link, String hash, long now, long expiresMs, int most) {
        List<String> old = sql.select(SHARE_SESSION.HASH)
                .from(SHARE_SESSION)
                .where(SHARE_SESSION.TENANT_ID.eq(link.tenant()), SHARE_SESSION.SHARE_ID.eq(link.id()))
                .orderBy(SHARE_SESSION.CREATED_MS.desc(), SHARE_SESSION.HASH)
                .offset(most - 1)
                .fetch(SHARE_SESSION.HASH);
        sql.deleteFrom(SHARE_SESSION)
                .where(SHARE_SESSION.TENANT_ID.eq(link.tenant()), SHARE_SESSION.HASH.in(old))
                .execute();
        sql.insertInto(SHARE_SESSION)
                .set(SHARE_SESSION.TENANT_ID, link.tenant())
                .set(SHARE_SESSION.HASH, hash)
                .set(SHARE_SESSION.SHARE_ID, link.id())
                .set(SHARE_SESSION.CREATED_MS, now)
                .set(SHARE_SESSION.EXPIRES_MS, expiresMs)
                .execute();
    }

    /**
     * One link.
     *
     * @param tenant whose
     * @param id which
     * @return the link, live or not
     */
    public Optional<StoredShare> find(String tenant, String id) {
        return Optional.ofNullable(talk.ask(FIND, tenant, id).row()).map(ShareShelf::read);
    }

    /**
     * The links of an assessment in the order in which they were made, the ended ones among them.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredShare> list(String tenant, String assessment, String after, int limit) {
        return Page.of(
                sql.select()
                        .from(SHARE)
                        .join(SNAPSHOT)
                        .on(ofSnapshot())
                        .where(SHARE.TENANT_ID.eq(tenant), SHARE.ASSESSMENT_ID.eq(assessment), SHARE.ID.gt(after))
                        .orderBy(SHARE.ID)
                        .limit(limit + 1)
                        .fetch(ShareShelf::read),
                limit);
    }

    /**
     * How many links an assessment has, the ended ones among them.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return the number of links
     */
    public int count(String tenant, String assessment) {
        return sql.fetchCount(SHARE, SHARE.TENANT_ID.eq(tenant), SHARE.ASSESSMENT_ID.eq(assessment));
    }

    /**
     * Revokes a link, and with it the cookies that it was traded for.
     *
     * @param tenant whose
     * @param id which
     * @param now the time
     */
    public void revoke(String tenant, String id, long now) {
        sql.update(SHARE)
                .set(SHARE.REVOKED_MS, now)
                .set(SHARE.VERSION, SHARE.VERSION.plus(1))
                .where(SHARE.TENANT_ID.eq(tenant), SHARE.ID.eq(id))
                .execute();
    }

    private static Condition ofSnapshot() {
        return SNAPSHOT.TENANT_ID.eq(SHARE.TENANT_ID).and(SNAPSHOT.ID.eq(SHARE.SNAPSHOT_ID));
    }

    private static StoredShare read(Record row) {
        return new StoredShare(
                row.get(SHARE.ID),
                row.get(SHARE.VERSION),
                row.get(SHARE.ASSESSMENT_ID),
                row.get(SNAPSHOT.NAME),
                row.get(SHARE.LABEL),
                row.get(SHARE.LAST_FOUR),
                row.get(SHARE.CREATED_MS),
                row.get(SHARE.CREATED_BY),
                row.get(SHARE.EXPIRES_MS),
                row.get(SHARE.REVOKED_MS));
    }
}
