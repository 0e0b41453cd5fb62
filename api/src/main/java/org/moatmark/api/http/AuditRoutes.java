package org.moatmark.api.http;

import java.util.List;
import java.util.Objects;
import org.moatmark.api.service.Right;
import org.moatmark.api.store.HistoryShelf.Told;
import org.moatmark.api.store.Page;
import org.moatmark.core.json.JsonObject;

/** {@code /v1/audit}: what was done in the tenant, for its owners. */
final class AuditRoutes {

    private static final String SUBJECT = "subject";

    private final Lists lists;

    AuditRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/audit", Access.key(Right.READ_AUDIT), this::list).knowing("limit", "cursor", SUBJECT));
    }

    private Answer list(Call call) {
        var who = call.holder();
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        String subject = Objects.requireNonNullElse(call.parameters().get(SUBJECT), "");
        Page<Told> page = call.read(work -> call.doors().audit().list(work, who, subject, after, limit));
        return lists.answer(call, who.tenant(), page, Told::id, AuditRoutes::told);
    }

    /** A line; which seat of an assessment did something is nobody's business. */
    private static JsonObject told(Told told) {
        String actor = told.line().actor();
        return new Members()
                .put("id", told.id())
                .time("at", told.line().atMs())
                .put("actor", actor.startsWith("seat:") ? "seat" : actor)
                .put("deed", told.line().deed())
                .put(SUBJECT, told.line().subject())
                .put("reason", told.line().reason())
                .put("times", told.times())
                .done();
    }
}
