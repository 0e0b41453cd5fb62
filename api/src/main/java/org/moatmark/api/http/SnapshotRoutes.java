package org.moatmark.api.http;

import java.util.List;
import java.util.regex.Pattern;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Comparisons;
import org.moatmark.api.service.Frozen;
import org.moatmark.api.service.Right;
import org.moatmark.api.service.Snapshots;
import org.moatmark.api.service.Work;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SnapshotShelf.Named;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.SnapshotComparisonJson;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.SnapshotComparison;

/** {@code /v1/assessments/{assessment}/snapshots}: what an assessment said at one time, under a name. */
final class SnapshotRoutes {

    private static final String ALL = "/v1/assessments/:assessment/snapshots";
    private static final String ONE = ALL + "/:snapshot";
    private static final Access READ = Access.key(Right.READ_RESULTS);
    private static final String TO = "to";
    private static final int LONGEST = 200;

    /** What a name can be: it stands in addresses as it is. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Lists lists;

    SnapshotRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, READ, this::list).knowing("limit", "cursor"),
                Route.post(ALL, Access.key(Right.SET_UP), Takes.JSON, SnapshotRoutes::create)
                        .costing(5),
                Route.get(ONE, READ, SnapshotRoutes::get),
                Route.patch(ONE, Access.key(Right.SET_UP), SnapshotRoutes::change),
                Route.delete(ONE, Access.key(Right.WITHDRAW), SnapshotRoutes::withdraw),
                Route.get(ONE + "/compare", READ, SnapshotRoutes::compare)
                        .knowing(TO)
                        .costing(10));
    }

    private Answer list(Call call) {
        var who = call.holder();
        String assessment = call.id("assessment");
        int limit = call.parameters().limit();
        String after = lists.after(call, who.tenant());
        return call.read(work -> {
            Page<StoredSnapshot> page = call.doors().snapshots().list(work, who, assessment, after, limit);
            return lists.answer(
                    call, who.tenant(), page, StoredSnapshot::id, one -> Shapes.snapshot(one, asked(work, call, one)));
        });
    }

    private static Answer create(Call call) {
        String assessment = call.id("assessment");
        Body body = call.fields();
        String name = name(body, "name");
        var plan = new Snapshots.Plan(name, body.optionalText("title", LONGEST));
        body.done();
        var snapshots = call.doors().snapshots();
        var scored = snapshots.score(call.doors().desk(), call.holder(), assessment, Intervals.USUAL);
        return call.once(work -> {
            StoredSnapshot made = snapshots.freeze(work, call.holder(), assessment, plan, scored);
            return answer(call, work, 201, made)
                    .with("Location", "/v1/assessments/" + assessment + "/snapshots/" + made.name());
        });
    }

    /** A name for a snapshot; the fault of one that cannot stand in an address is noted. */
    static String name(Body body, String key) {
        String name = body.text(key, LONGEST);
        if (body.has(key) && !NAME.matcher(name).matches()) {
            body.fault(key, BodyFaults::noSnapshotName);
        }
        return name;
    }

    private static Answer get(Call call) {
        String assessment = call.id("assessment");
        String name = call.part("snapshot");
        return call.read(
                work -> answer(call, work, 200, call.doors().snapshots().get(work, call.tenant(), assessment, name)));
    }

    private static Answer answer(Call call, Work work, int status, StoredSnapshot snapshot) {
        return call.tagged(
                Answer.json(status, Shapes.snapshot(snapshot, asked(work, call, snapshot))), snapshot.version());
    }

    /** Shows a snapshot to the seats of its assessment, or no more. */
    private static Answer change(Call call) {
        String assessment = call.id("assessment");
        String name = call.part("snapshot");
        Body body = call.fields();
        Boolean show = body.truth("shownToSeats");
        body.done();
        return call.write(work -> answer(
                call,
                work,
                200,
                call.doors()
                        .shares()
                        .showSeats(work, call.holder(), assessment, name, call.seen(), Boolean.TRUE.equals(show))));
    }

    private static Answer withdraw(Call call) {
        String assessment = call.id("assessment");
        String name = call.part("snapshot");
        return call.write(work -> {
            call.doors().snapshots().withdraw(work, call.holder(), assessment, name, call.seen());
            return Answer.empty(204);
        });
    }

    /** What changed from one snapshot to another: the answers, the questionnaire, the peers. */
    private static Answer compare(Call call) {
        String assessment = call.id("assessment");
        String name = call.part("snapshot");
        String to = call.parameters().get(TO);
        if (to == null) {
            throw Halt.parameter(
                    TO,
                    new Words("Parameter 'to' is missing.", "パラメーター「to」がありません。"),
                    new Words(
                            "Name the later snapshot, such as to=2026-autumn.",
                            "後のスナップショットの名前を to=2026-autumn のように指定してください。"),
                    List.of());
        }
        Frozen before = Sight.frozen(call, assessment, name);
        Frozen after = Sight.frozen(call, assessment, to);
        call.doors().audit().count(call.holder(), "compare snapshots " + name + " and " + to, assessment);
        List<Comparisons.Compared> compared = call.doors().comparisons().compare(before, after, Intervals.USUAL);
        return ETags.byContent(call.read(work -> Answer.json(
                200,
                new Members()
                        .put("from", Shapes.snapshot(before.snapshot(), asked(work, call, before.snapshot())))
                        .put("to", Shapes.snapshot(after.snapshot(), asked(work, call, after.snapshot())))
                        .list("items", compared, SnapshotRoutes::compared)
                        .done())));
    }

    private static JsonObject compared(Comparisons.Compared one) {
        return one.comparison()
                .map(comparison -> SnapshotComparisonJson.document(one.questionnaire(), comparison))
                .orElseGet(() -> new Members()
                        .put("format", SnapshotComparison.FORMAT)
                        .put("questionnaire", one.questionnaire())
                        .put("suppressed", true)
                        .put("reason", Release.FEWER_THAN_K)
                        .done());
    }

    private static List<Named> asked(Work work, Call call, StoredSnapshot snapshot) {
        return call.doors().snapshots().questionnaires(work, call.tenant(), snapshot);
    }
}
