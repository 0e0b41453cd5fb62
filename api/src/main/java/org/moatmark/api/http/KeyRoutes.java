package org.moatmark.api.http;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Access;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Keys;
import org.moatmark.api.service.Scope;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredKey;

/** {@code /v1/keys}. */
final class KeyRoutes {

    private final Lists lists;

    KeyRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/keys", Access.OWNER, this::list).knowing("limit", "cursor"),
                Route.post("/v1/keys", Access.OWNER, Takes.JSON, KeyRoutes::create),
                Route.delete("/v1/keys/:key", Access.OWNER, KeyRoutes::revoke));
    }

    private Answer list(Call call) {
        var who = call.owner();
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        Page<StoredKey> page = call.read(work -> call.doors().keys().list(work, who, after, limit));
        return lists.answer(
                call, who.tenant(), page, StoredKey::id, key -> Shapes.key(key).done());
    }

    private static Answer create(Call call) {
        Body body = call.fields();
        String label = body.text("label", 200);
        body.word("scope", List.of(Scope.OWNER.word()));
        @Nullable Long expires = time(body, "expiresAt");
        if (expires != null && expires <= call.doors().desk().now()) {
            body.fault("expiresAt", BodyFaults::timeIsOver);
        }
        body.done();
        return call.once(work -> {
            Keys.Issued issued = call.doors().keys().create(work, call.owner(), label, expires);
            Members document = Shapes.key(issued.kept()).put("key", issued.key());
            return call.tagged(Answer.json(201, document.done()), issued.kept().version());
        });
    }

    private static @Nullable Long time(Body body, String key) {
        String text = body.optionalText(key, 40);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException noTime) {
            body.fault(key, BodyFaults::time);
            return null;
        }
    }

    private static Answer revoke(Call call) {
        String id = call.id("key");
        return call.write(work -> {
            call.doors().keys().revoke(work, call.owner(), id, call.seen());
            return Answer.empty(204);
        });
    }
}
