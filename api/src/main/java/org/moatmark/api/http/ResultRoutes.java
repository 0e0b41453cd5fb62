package org.moatmark.api.http;

import java.util.List;
import org.moatmark.api.service.Right;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Resampling;

/** {@code /v1/assessments/{assessment}/results}: computed whenever they are asked for; of confidential ones, the release. */
final class ResultRoutes {

    private static final String RESULTS = "/v1/assessments/:assessment/results";

    private static final Access READ = Access.key(Right.READ_RESULTS);

    private ResultRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get(RESULTS, READ, ResultRoutes::list).costing(2),
                Route.get(RESULTS + "/:questionnaire", READ, ResultRoutes::get)
                        .knowing(Intervals.SEED, Intervals.RUNS)
                        .costing(2));
    }

    /** The answers of the assessment that is asked for; that somebody read what comes of them is counted. */
    static List<Wave> waves(Call call) {
        String assessment = call.id("assessment");
        call.doors().audit().count(call.holder(), "read results", assessment);
        return call.read(work -> call.doors().results().waves(work, call.holder(), assessment));
    }

    private static Answer list(Call call) {
        var released = ReleaseAnswers.latest(call, call.id("assessment"));
        if (released.isPresent()) {
            return ReleaseAnswers.list(call, released.get());
        }
        List<Result> results = call.doors().results().score(call.moatmark(), waves(call), Resampling.NONE);
        return ETags.byContent(Answer.json(
                200,
                new Members()
                        .list("items", results, result -> summary(call, result))
                        .put("links", new Members().done())
                        .done()));
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
                .put("result", call.raw().getRequestURI() + "/" + result.questionnaire())
                .done();
    }

    private static Answer get(Call call) {
        String questionnaire = call.part("questionnaire");
        var released = ReleaseAnswers.latest(call, call.id("assessment"));
        if (released.isPresent()) {
            return ReleaseAnswers.one(call, released.get(), questionnaire);
        }
        Resampling how = Intervals.of(call.parameters());
        Result result = call.doors().results().score(call.moatmark(), waves(call), questionnaire, how);
        return ETags.byContent(
                Answer.text(200, Answer.JSON, call.doors().moatmark().write(result)));
    }
}
