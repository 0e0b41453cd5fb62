package org.moatmark.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Snapshots;
import org.moatmark.api.service.Upgrades;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.SnapshotComparisonJson;

/** {@code POST /v1/assessments/{assessment}/upgrade}: a running assessment goes on with a newer version of a questionnaire. */
final class UpgradeRoutes {

    private static final int LONGEST = 200;
    private static final List<String> REWORDED = List.of("keep", "askAgain");

    private UpgradeRoutes() {}

    static List<Route> routes() {
        return List.of(Route.post(
                        "/v1/assessments/:assessment/upgrade",
                        Access.key(Right.SET_UP),
                        Takes.JSON,
                        UpgradeRoutes::upgrade)
                .costing(10));
    }

    private static Answer upgrade(Call call) {
        String assessment = call.id("assessment");
        Body body = call.fields();
        String questionnaire = body.text("questionnaire", LONGEST);
        String version = body.optionalText("version", LONGEST);
        boolean keep = !"askAgain".equals(body.optionalWord("reworded", REWORDED));
        boolean dry = body.has("dryRun") && Boolean.TRUE.equals(body.truth("dryRun"));
        String snapshot = dry && !body.has("snapshot") ? null : SnapshotRoutes.name(body, "snapshot");
        String title = body.optionalText("title", LONGEST);
        body.done();
        var wanted = new Upgrades.Wanted(questionnaire, version, keep);
        Upgrades upgrades = call.doors().upgrades();
        if (dry || snapshot == null) {
            return call.read(work ->
                    answer(call, upgrades.plan(work, call.holder(), assessment, wanted, Intervals.USUAL), null));
        }
        var scored = call.doors().snapshots().score(call.doors().desk(), call.holder(), assessment, Intervals.USUAL);
        var plan = new Snapshots.Plan(snapshot, title);
        return call.once(work ->
                answer(call, upgrades.upgrade(work, call.holder(), assessment, wanted, plan, scored), snapshot));
    }

    private static Answer answer(Call call, Upgrades.Report report, @Nullable String snapshot) {
        Upgrades.Counts counts = report.counts();
        Members document = new Members()
                .put("questionnaire", report.after().id())
                .put("from", report.before().version().toString())
                .put("to", report.after().version().toString())
                .put("dryRun", snapshot == null)
                .put("snapshot", snapshot)
                .list(
                        "items",
                        report.carrying().items(),
                        item -> new Members()
                                .put("key", item.key())
                                .put("verdict", item.verdict().word())
                                .done());
        if (counts != null) {
            document.put("answers", counts(counts));
        }
        document.put("diff", DiffParts.document(report.before(), report.after()))
                .put(
                        "comparison",
                        report.comparison()
                                .<JsonValue>map(one -> SnapshotComparisonJson.document(
                                        report.after().id(), one))
                                .orElse(JsonNull.NULL))
                .put("assessment", Shapes.assessment(report.assessment()));
        return call.tagged(
                Answer.json(200, document.done()), report.assessment().version());
    }

    private static JsonObject counts(Upgrades.Counts counts) {
        return new Members()
                .put("kept", counts.kept())
                .put("replaced", counts.replaced())
                .put("removed", counts.removed())
                .put("reworded", counts.reworded())
                .put("notAsked", counts.notAsked())
                .done();
    }
}
