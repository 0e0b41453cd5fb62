package org.moatmark.api.http;

import java.util.List;
import java.util.stream.Stream;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.Outcome;

/**
 * {@code /v1/assessments/{assessment}/results} and what of them is shown to others: computed whenever they are asked for; of
 * confidential ones, the release; with {@code snapshot}, as they were frozen.
 */
final class ResultRoutes {

    private ResultRoutes() {}

    static List<Route> routes() {
        return Vantage.everywhere(from -> Stream.of(
                from.list(call -> Sight.of(call).list()).costing(2),
                from.of("", call -> Sight.of(call).document(call.part("questionnaire")))
                        .alsoKnowing(from == Vantage.KEY ? Intervals.NAMES : List.of())
                        .costing(2)));
    }

    /** What results say in short. */
    static JsonObject list(Call call, List<Result> results) {
        return new Members()
                .list("items", results, result -> summary(call, result))
                .put("links", new Members().done())
                .done();
    }

    private static TextMap title(Call call, Result result) {
        return call.moatmark()
                .catalogue()
                .find(result.questionnaire(), result.version())
                .map(Questionnaire::title)
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
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
                .put("title", title(call, result))
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
