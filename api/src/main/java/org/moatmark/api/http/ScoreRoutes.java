package org.moatmark.api.http;

import java.util.List;
import org.moatmark.api.http.Route.Access;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.response.Wave;

/** {@code /v1/score}: answers in, result out, nothing kept. */
final class ScoreRoutes {

    private ScoreRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.post("/v1/score", Access.OPEN, Takes.LARGE_JSON, ScoreRoutes::score),
                Route.post("/v1/score/batch", Access.OWNER, Takes.LINES, ScoreRoutes::batch)
                        .giving(Answer.NDJSON));
    }

    private static Answer score(Call call) {
        Checked<Wave> wave = call.doors().moatmark().readWave(call.bytes());
        if (wave instanceof Checked.Invalid<Wave> invalid) {
            throw Halt.of(Problems.invalid(invalid.issues()), invalid.issues());
        }
        var moatmark = call.doors().moatmark();
        return Answer.text(200, Answer.JSON, moatmark.write(moatmark.score(wave.orThrow())));
    }

    private static Answer batch(Call call) {
        return Answer.streamed(
                Answer.NDJSON,
                out -> new Batch(call.doors().moatmark(), call.language(), Route.LARGE)
                        .run(call.raw().getInputStream(), out));
    }
}
