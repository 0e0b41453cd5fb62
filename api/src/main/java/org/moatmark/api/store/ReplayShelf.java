package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.number;
import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.Replay.REPLAY;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What was answered to requests with an Idempotency-Key. */
public final class ReplayShelf {

    private static final Phrase FIND =
            new Phrase(sql -> sql.select(REPLAY.BODY_HASH, REPLAY.STATUS, REPLAY.HEADERS, REPLAY.BODY)
                    .from(REPLAY)
                    .where(
                            REPLAY.TENANT_ID.eq(text()),
                            REPLAY.CREDENTIAL.eq(text()),
                            REPLAY.OPERATION.eq(text()),
                            REPLAY.IDEMPOTENCY_KEY.eq(text()),
                            REPLAY.CREATED_MS.ge(number())));
    private static final Phrase FORGET =
            new Phrase(sql -> sql.deleteFrom(REPLAY).where(REPLAY.CREATED_MS.lt(number())));
    private static final Phrase KEEP = new Phrase(sql -> sql.insertInto(REPLAY)
            .set(REPLAY.TENANT_ID, text())
            .set(REPLAY.CREDENTIAL, text())
            .set(REPLAY.OPERATION, text())
            .set(REPLAY.IDEMPOTENCY_KEY, text())
            .set(REPLAY.BODY_HASH, text())
            .set(REPLAY.STATUS, number())
            .set(REPLAY.HEADERS, text())
            .set(REPLAY.BODY, text())
            .set(REPLAY.CREATED_MS, number()));

    private final DSLContext sql;
    private final Talk talk;

    ReplayShelf(DSLContext sql, Talk talk) {
        this.sql = sql;
        this.talk = talk;
    }

    /**
     * Which request it was.
     *
     * @param tenant whose
     * @param credential id of the key or seat that sent it
     * @param operation method and route
     * @param key the Idempotency-Key
     */
    public record Request(String tenant, String credential, String operation, String key) {}

    /**
     * What was sent and what was answered.
     *
     * @param bodyHash SHA-256 of what was sent
     * @param status the status of the answer
     * @param headers its headers as lines
     * @param body its body
     */
    public record Kept(String bodyHash, int status, String headers, String body) {}

    /**
     * What was answered before.
     *
     * @param request which request
     * @param since older answers are forgotten
     * @return the answer, if the request came before
     */
    public Optional<Kept> find(Request request, long since) {
        Record row = talk.ask(FIND, request.tenant(), request.credential(), request.operation(), request.key(), since)
                .row();
        return Optional.ofNullable(row)
                .map(kept -> new Kept(
                        kept.get(REPLAY.BODY_HASH),
                        kept.get(REPLAY.STATUS).intValue(),
                        kept.get(REPLAY.HEADERS),
                        kept.get(REPLAY.BODY)));
    }

    /**
     * Keeps an answer and forgets the old ones.
     *
     * @param request which request
     * @param kept what was answered
     * @param now the time
     * @param since older answers are forgotten
     */
    public void keep(Request request, Kept kept, long now, long since) {
        talk.say(FORGET, since);
        talk.say(
                KEEP,
                request.tenant(),
                request.credential(),
                request.operation(),
                request.key(),
                kept.bodyHash(),
                (long) kept.status(),
                kept.headers(),
                kept.body(),
                now);
    }

    /**
     * Forgets what a seat was answered, and everything that was answered to somebody about seats.
     *
     * @param tenant whose
     * @param seat id of the seat
     */
    public void forgetSeat(String tenant, String seat) {
        sql.deleteFrom(REPLAY)
                .where(
                        REPLAY.TENANT_ID.eq(tenant),
                        REPLAY.CREDENTIAL.startsWith("seat:" + seat + ":").or(REPLAY.OPERATION.contains("/seats")))
                .execute();
    }
}
