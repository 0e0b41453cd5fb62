package org.moatmark.api.service;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.moatmark.api.store.ReplayShelf;

/**
 * Requests that may come twice, because an answer was lost on the way: the second gets the answer of the first and
 * changes nothing. What was answered is kept for a day, in the same transaction as what was changed.
 */
public final class Once {

    private static final long DAY_MS = 86_400_000;

    private final Desk desk;
    private final Set<ReplayShelf.Request> running = ConcurrentHashMap.newKeySet();

    /**
     * Watches over requests.
     *
     * @param desk where work begins
     */
    public Once(Desk desk) {
        this.desk = desk;
    }

    /**
     * An answer as it goes out.
     *
     * @param status its status
     * @param headers its headers
     * @param body its body in UTF-8
     */
    public record Reply(int status, Map<String, String> headers, String body) {
        /** Copies the headers in their order. */
        public Reply {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * An answer and whether it was given before.
     *
     * @param reply the answer
     * @param replayed whether the request came before
     */
    public record Said(Reply reply, boolean replayed) {}

    /**
     * Does a job once.
     *
     * @param admitted for whom, and what they were let in for
     * @param operation method and route
     * @param key the Idempotency-Key
     * @param bodyHash SHA-256 of what was sent
     * @param job what to change
     * @return the answer
     * @throws Refused if the key came with something else before, or the same request is being worked on
     */
    public Said answer(Admission admitted, String operation, String key, String bodyHash, Function<Work, Reply> job) {
        Caller caller = admitted.caller();
        ReplayShelf.Request request = new ReplayShelf.Request(caller.tenant(), caller.credential(), operation, key);
        if (!running.add(request)) {
            throw Refused.because(
                    Refused.Reason.IN_PROGRESS,
                    "The same request is still being worked on. Send it again in a moment.",
                    "同じ要求を処理中です。少し待ってからもう一度送ってください。");
        }
        try {
            return desk.write(admitted, work -> answer(work, caller, request, bodyHash, job));
        } finally {
            running.remove(request);
        }
    }

    private static Said answer(
            Work work, Caller caller, ReplayShelf.Request request, String bodyHash, Function<Work, Reply> job) {
        long since = work.now() - DAY_MS;
        Optional<ReplayShelf.Kept> before = work.shelves().replays().find(request, since);
        if (before.isPresent()) {
            ReplayShelf.Kept kept = before.get();
            if (!kept.bodyHash().equals(bodyHash)) {
                throw Refused.because(
                        Refused.Reason.KEY_REUSED,
                        "This Idempotency-Key came with another body before. Take a new key for a new request.",
                        "このIdempotency-Keyは別の内容で使用済みです。新しい要求には新しいキーを使ってください。");
            }
            String body = new String(caller.seal().open(kept.body()), StandardCharsets.UTF_8);
            return new Said(new Reply(kept.status(), headers(kept.headers()), body), true);
        }
        Reply reply = job.apply(work);
        String sealed = caller.seal().close(reply.body().getBytes(StandardCharsets.UTF_8));
        work.shelves()
                .replays()
                .keep(
                        request,
                        new ReplayShelf.Kept(bodyHash, reply.status(), lines(reply.headers()), sealed),
                        work.now(),
                        since);
        return new Said(reply, false);
    }

    private static String lines(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return headers;
    }
}
