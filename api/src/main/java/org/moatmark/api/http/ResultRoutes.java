package org.moatmark.api.http;

import java.util.List;
import org.moatmark.api.service.Right;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.Outcome;

/**
 * {@code /v1/assessments/{assessment}/results}: computed whenever they are asked for; of confidential ones, the
 * release; with {@code snapshot}, as they were frozen.
 */
final class ResultRoutes {

    private static final String RESULTS = "/v1/assessments/:assessment/results";

    private static final Access READ = Access.key(Right.READ_RESULTS);

    private ResultRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get(RESULTS, READ, call -> Sight.of(call).list())
                        .knowing(Sight.SNAPSHOT)
                        .costing(2),
                Route.get(
                                RESULTS + "/:questionnaire",
                                READ,
                                call -> Sight.of(call).document(call.part("questionnaire")))
                        .knowing(Sight.SNAPSHOT, Intervals.SEED, Intervals.RUNS)
                        .costing(2));
    }

    /** What results say in short. */
    static JsonObject list(Call call, List<Result> results) {
        return new Members()
                .list("items", results, result -> summary(call, result))
                .put("links", new Members().done())
                .done();
    }

    private static JsonObject summary(Call call, Result result) {
        Members document = new Members()
                .put(
                        "questionnaire",
                        new Members()
                                .put("id", result.questionnaire())
                                .put("version", result.version())
                                .put("methodHash", result.methodHash())
                                .done())
                .put("date", result.date() == null ? null : result.date().toString())
                .put("status", result.index().status().word());
        if (result.index().outcome() instanceof Outcome.Scored scored) {
            document.put("claimed", JsonNumber.of(scored.claimed()))
                    .put("evidenced", JsonNumber.of(scored.evidenced()));
        } else {
            document.put("claimed", JsonNull.NULL)
                    .put("evidenced", JsonNull.NULL)
                    .put(
                            "reason",
                            ((Outcome.NotScored) result.index().outcome())
                                    .reason()
                                    .word());
        }
        Integer level = result.maturity().level();
        return document.put("level", level == null ? JsonNull.NULL : JsonNumber.of(level))
                .put("result", Sight.address(call, result.questionnaire()))
                .done();
    }
}
