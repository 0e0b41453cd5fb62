package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Tenants;
import org.moatmark.core.report.Brand;

/** {@code /v1/tenant}: what an owner sets for all of the tenant. */
final class TenantRoutes {

    private static final String TENANT = "/v1/tenant";
    private static final Access KEEP = Access.key(Right.KEEP_TENANT);
    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 3_650;
    private static final int LEAST_AUDIT_DAYS = 90;

    private TenantRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get(TENANT, KEEP, TenantRoutes::get),
                Route.patch(TENANT, KEEP, TenantRoutes::change),
                Route.delete(TENANT, KEEP, TenantRoutes::erase),
                Route.post("/v1/retention", KEEP, Takes.JSON, TenantRoutes::retain));
    }

    private static Answer get(Call call) {
        return answer(call, call.read(work -> call.doors().tenants().get(work, call.holder())));
    }

    private static Answer change(Call call) {
        Body body = call.fields();
        @Nullable String name = body.has("name") ? body.text("name", LONGEST) : null;
        @Nullable String zone = body.has("timeZone") ? body.text("timeZone", LONGEST) : null;
        UnaryOperator<Brand> brand = BrandParts.read(body);
        List<Tenants.Change> read = new ArrayList<>();
        if (body.has("retention")) {
            Body.with(
                    body.object("retention"),
                    days -> read.add(new Tenants.Change(
                            name,
                            zone,
                            days(days, "draftDays", 1),
                            days(days, "linkDays", 1),
                            days(days, "answerDays", 1),
                            days(days, "auditDays", LEAST_AUDIT_DAYS),
                            brand)));
        }
        body.done();
        var change = read.isEmpty() ? new Tenants.Change(name, zone, null, null, null, null, brand) : read.get(0);
        return answer(
                call, call.write(work -> call.doors().tenants().change(work, call.holder(), call.seen(), change)));
    }

    private static Answer erase(Call call) {
        call.doors().erasure().tenant(call.admission(), call.seen());
        return Answer.empty(204);
    }

    /** Says, or does, what is to go by the tenant's own settings. */
    private static Answer retain(Call call) {
        Body body = call.fields();
        boolean dryRun = Boolean.TRUE.equals(body.truth("dryRun"));
        body.done();
        Members removed = new Members().put("dryRun", dryRun);
        call.doors()
                .retention()
                .own(call.admission(), dryRun)
                .byName()
                .forEach((name, count) -> removed.put(name, count));
        return Answer.json(200, removed.done());
    }

    private static @Nullable Integer days(Body body, String key, int least) {
        return body.has(key) ? body.whole(key, least, MOST_DAYS) : null;
    }

    private static Answer answer(Call call, Tenants.Own own) {
        var settings = own.settings();
        return call.tagged(
                Answer.json(
                        200,
                        new Members()
                                .put("id", own.kept().id())
                                .put("version", settings.version())
                                .put("name", own.kept().name())
                                .put("timeZone", settings.timeZone())
                                .put(
                                        "retention",
                                        new Members()
                                                .put("draftDays", settings.draftDays())
                                                .put("linkDays", settings.linkDays())
                                                .put("answerDays", settings.answerDays())
                                                .put("auditDays", settings.auditDays())
                                                .done())
                                .put("brand", BrandParts.shape(settings.brand()))
                                .time("createdAt", own.kept().createdMs())
                                .done()),
                settings.version());
    }
}
