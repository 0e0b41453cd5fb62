package org.moatmark.api.http;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Keys;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Scope;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredKey;

/** {@code /v1/keys}. */
final class KeyRoutes {

    private static final Access MANAGE = Access.key(Right.MANAGE_KEYS);
    private static final List<String> SCOPES =
            Stream.of(Scope.values()).map(Scope::word).toList();
    private static final int LONGEST = 200;

    private final Lists lists;

    KeyRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/keys", MANAGE, this::list).knowing("limit", "cursor"),
                Route.post("/v1/keys", MANAGE, Takes.JSON, KeyRoutes::create),
                Route.post("/v1/keys/:key/rotate", MANAGE, Takes.MAYBE_JSON, KeyRoutes::rotate),
                Route.delete("/v1/keys/:key", MANAGE, KeyRoutes::revoke));
    }

    private Answer list(Call call) {
        var who = call.holder();
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        Page<StoredKey> page = call.read(work -> call.doors().keys().list(work, who, after, limit));
        return lists.answer(
                call, who.tenant(), page, StoredKey::id, key -> Shapes.key(key).done());
    }

    private static Answer create(Call call) {
        Body body = call.fields();
        String label = body.text("label", LONGEST);
        Scope scope = Scope.of(body.word("scope", SCOPES));
        @Nullable Long expires = future(call, body, "expiresAt");
        body.done();
        var plan = new Keys.Plan(scope, label, expires);
        return call.once(work -> issued(call, call.doors().keys().create(work, call.holder(), plan)));
    }

    private static Answer rotate(Call call) {
        String id = call.id("key");
        Body body = call.fields();
        long now = call.doors().desk().now();
        @Nullable Long given = future(call, body, "until");
        @Nullable Long expires = future(call, body, "expiresAt");
        if (given != null && given - now > Keys.LONGEST_OVERLAP_MS) {
            body.fault("until", BodyFaults::tooLate);
        }
        body.done();
        long until = given == null ? now + Keys.OVERLAP_MS : given;
        return call.once(work -> issued(call, call.doors().keys().rotate(work, call.holder(), id, until, expires)));
    }

    private static Answer issued(Call call, Keys.Issued issued) {
        Members document = Shapes.key(issued.kept()).put("key", issued.key());
        return call.tagged(Answer.json(201, document.done()), issued.kept().version());
    }

    /** A time that is not over yet; null where it is missing, or after a fault. */
    static @Nullable Long future(Call call, Body body, String key) {
        Long time = body.optionalTime(key);
        if (time != null && time <= call.doors().desk().now()) {
            body.fault(key, BodyFaults::timeIsOver);
        }
        return time;
    }

    private static Answer revoke(Call call) {
        String id = call.id("key");
        return call.write(work -> {
            call.doors().keys().revoke(work, call.holder(), id, call.seen());
            return Answer.empty(204);
        });
    }
}
