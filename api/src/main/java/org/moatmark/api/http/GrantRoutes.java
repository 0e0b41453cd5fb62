package org.moatmark.api.http;

import java.util.List;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.api.store.GrantShelf.Grant;
import org.moatmark.api.store.Page;

/** {@code /v1/assessments/{assessment}/grants}: whom an owner lets act on an assessment. */
final class GrantRoutes {

    private static final String GRANTS = "/v1/assessments/:assessment/grants";
    private static final Access GRANT = Access.key(Right.GRANT);
    private static final int LONGEST_ID = 36;

    private final Lists lists;

    GrantRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get(GRANTS, GRANT, this::list).knowing("limit", "cursor"),
                Route.post(GRANTS, GRANT, Takes.JSON, GrantRoutes::add),
                Route.delete(GRANTS + "/:holder", GRANT, GrantRoutes::withdraw));
    }

    private Answer list(Call call) {
        var who = call.holder();
        String assessment = call.id("assessment");
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        Page<Grant> page = call.read(work -> call.doors().grants().list(work, who, assessment, after, limit));
        return lists.answer(call, who.tenant(), page, Grant::holder, Shapes::grant);
    }

    private static Answer add(Call call) {
        String assessment = call.id("assessment");
        Body body = call.fields();
        String key = body.text("key", LONGEST_ID);
        body.done();
        return call.once(work -> {
            Grant grant = call.doors().grants().add(work, call.holder(), assessment, key);
            return call.tagged(Answer.json(201, Shapes.grant(grant)), 1);
        });
    }

    private static Answer withdraw(Call call) {
        String assessment = call.id("assessment");
        String holder = call.id("holder");
        return call.write(work -> {
            call.doors().grants().withdraw(work, call.holder(), assessment, holder, call.seen());
            return Answer.empty(204);
        });
    }
}
