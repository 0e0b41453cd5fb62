package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.number;
import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.Seat.SEAT;

import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.moatmark.api.store.db.tables.SeatSession;

/** What leads to a seat: the token of its link, and the cookies that it was traded for. */
public final class SeatLinkShelf {

    private static final SeatSession SESSION = SeatSession.SEAT_SESSION;

    private static final Phrase BY_TOKEN = new Phrase(sql ->
            sql.select(SEAT.TENANT_ID, SEAT.ASSESSMENT_ID, SEAT.ID).from(SEAT).where(SEAT.TOKEN_HASH.eq(text())));
    private static final Phrase HOLDER_OF_SESSION = new Phrase(sql -> sql.select(SESSION.TENANT_ID, SESSION.SEAT_ID)
            .from(SESSION)
            .where(SESSION.HASH.eq(text()), SESSION.EXPIRES_MS.gt(number())));
    private static final Phrase BY_SESSION = new Phrase(sql -> sql.select(SEAT.TENANT_ID, SEAT.ASSESSMENT_ID, SEAT.ID)
            .from(SEAT)
            .join(SESSION)
            .on(SESSION.TENANT_ID.eq(SEAT.TENANT_ID), SESSION.SEAT_ID.eq(SEAT.ID))
            .where(SESSION.HASH.eq(text()), SESSION.EXPIRES_MS.gt(number())));

    private final DSLContext sql;
    private final Talk talk;
    private final Wall wall;

    SeatLinkShelf(DSLContext sql, Talk talk, Wall wall) {
        this.sql = sql;
        this.talk = talk;
        this.wall = wall;
    }

    /**
     * Where a token or cookie leads.
     *
     * @param tenant whose seat
     * @param assessment of which assessment
     * @param seat which seat
     */
    public record Found(String tenant, String assessment, String seat) {}

    /**
     * Gives a seat another token; the old one and the cookies it was traded for are dead at once.
     *
     * @param tenant whose
     * @param id which
     * @param tokenHash SHA-256 of the new token
     */
    public void replaceToken(String tenant, String id, String tokenHash) {
        sql.update(SEAT)
                .set(SEAT.TOKEN_HASH, tokenHash)
                .setNull(SEAT.INVITED_MS)
                .setNull(SEAT.OPENED_MS)
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ID.eq(id))
                .execute();
        dropSessions(sql, tenant, id);
    }

    /**
     * The seat of a token, whoever's it is.
     *
     * @param tokenHash SHA-256 of the token
     * @return the seat
     */
    public Optional<Found> byToken(String tokenHash) {
        wall.show(tokenHash);
        return Optional.ofNullable(talk.ask(BY_TOKEN, tokenHash).row()).map(SeatLinkShelf::found);
    }

    /**
     * The seat of a cookie.
     *
     * @param hash SHA-256 of the cookie
     * @param now the time
     * @return the seat, if the cookie is still good
     */
    public Optional<Found> bySession(String hash, long now) {
        wall.show(hash);
        // The session is seen because its hash is shown; its seat only by its tenant.
        Record holder = talk.ask(HOLDER_OF_SESSION, hash, now).row();
        if (holder == null) {
            return Optional.empty();
        }
        wall.enter(Hold.seat(holder.get(SESSION.TENANT_ID), holder.get(SESSION.SEAT_ID)));
        return Optional.ofNullable(talk.ask(BY_SESSION, hash, now).row()).map(SeatLinkShelf::found);
    }

    /**
     * Goes on only as long as the token of a link is good: what comes after it in the transaction is undone else.
     *
     * @param tokenHash SHA-256 of the token
     * @param otherwise what to throw then
     */
    public void insistOnToken(String tokenHash, Supplier<? extends RuntimeException> otherwise) {
        wall.show(tokenHash);
        talk.insist(otherwise, BY_TOKEN, tokenHash);
    }

    /**
     * Goes on only as long as a cookie is good: what comes after it in the transaction is undone else.
     *
     * @param hash SHA-256 of the cookie
     * @param now the time
     * @param otherwise what to throw then
     */
    public void insistOnSession(String hash, long now, Supplier<? extends RuntimeException> otherwise) {
        talk.insist(otherwise, BY_SESSION, hash, now);
    }

    private static Found found(Record row) {
        return new Found(row.get(SEAT.TENANT_ID), row.get(SEAT.ASSESSMENT_ID), row.get(SEAT.ID));
    }

    /**
     * Keeps a cookie.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param hash SHA-256 of the cookie
     * @param now the time
     * @param expires when it ends
     */
    public void addSession(String tenant, String seat, String hash, long now, long expires) {
        sql.deleteFrom(SESSION).where(SESSION.EXPIRES_MS.le(now)).execute();
        sql.insertInto(SESSION)
                .set(SESSION.TENANT_ID, tenant)
                .set(SESSION.HASH, hash)
                .set(SESSION.SEAT_ID, seat)
                .set(SESSION.CREATED_MS, now)
                .set(SESSION.EXPIRES_MS, expires)
                .execute();
    }

    /** Ends all cookies of a seat. */
    static void dropSessions(DSLContext sql, String tenant, String seat) {
        sql.deleteFrom(SESSION)
                .where(SESSION.TENANT_ID.eq(tenant), SESSION.SEAT_ID.eq(seat))
                .execute();
    }
}
