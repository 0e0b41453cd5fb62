package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Replay.REPLAY;

import java.util.Optional;
import org.jooq.DSLContext;

/** What was answered to requests with an Idempotency-Key. */
public final class ReplayShelf {

    private final DSLContext sql;

    ReplayShelf(DSLContext sql) {
        this.sql = sql;
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
        return sql.selectFrom(REPLAY)
                .where(
                        REPLAY.TENANT_ID.eq(request.tenant()),
                        REPLAY.CREDENTIAL.eq(request.credential()),
                        REPLAY.OPERATION.eq(request.operation()),
                        REPLAY.IDEMPOTENCY_KEY.eq(request.key()),
                        REPLAY.CREATED_MS.ge(since))
                .fetchOptional(row -> new Kept(
                        row.get(REPLAY.BODY_HASH),
                        row.get(REPLAY.STATUS).intValue(),
                        row.get(REPLAY.HEADERS),
                        row.get(REPLAY.BODY)));
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
        sql.deleteFrom(REPLAY).where(REPLAY.CREATED_MS.lt(since)).execute();
        sql.insertInto(REPLAY)
                .set(REPLAY.TENANT_ID, request.tenant())
                .set(REPLAY.CREDENTIAL, request.credential())
                .set(REPLAY.OPERATION, request.operation())
                .set(REPLAY.IDEMPOTENCY_KEY, request.key())
                .set(REPLAY.BODY_HASH, kept.bodyHash())
                .set(REPLAY.STATUS, (long) kept.status())
                .set(REPLAY.HEADERS, kept.headers())
                .set(REPLAY.BODY, kept.body())
                .set(REPLAY.CREATED_MS, now)
                .execute();
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
