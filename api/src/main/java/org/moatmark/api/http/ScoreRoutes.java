package org.moatmark.api.http;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionWords;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/** {@code /v1/score}: answers in, result out, nothing kept. */
final class ScoreRoutes {

    private static final String POSITION = "position";
    private static final int BATCHES = 16;
    private static final List<String> YES_OR_NO = List.of("true", "false");

    private final Semaphore batches = new Semaphore(BATCHES);

    List<Route> routes() {
        return List.of(
                Route.post("/v1/score", Access.OPEN, Takes.LARGE_JSON, ScoreRoutes::score)
                        .knowing(POSITION)
                        .alsoKnowing(Intervals.NAMES)
                        .alsoKnowing(PositionWords.NAMES),
                Route.post("/v1/score/batch", Access.key(Right.COMPUTE), Takes.LINES, this::batch)
                        .giving(Answer.NDJSON)
                        .knowing(Intervals.SEED, Intervals.RUNS)
                        .costing(20));
    }

    private static Answer score(Call call) {
        var moatmark = call.moatmark();
        Checked<Wave> wave = moatmark.readWave(call.bytes());
        if (wave instanceof Checked.Invalid<Wave> invalid) {
            throw Halt.of(Problems.invalid(invalid.issues()), invalid.issues());
        }
        boolean placed = placed(call);
        if (placed) {
            // All words that are wrong are named together, and before any work.
            PlacingRoutes.settings(call);
        }
        Result result = moatmark.score(wave.orThrow(), Intervals.of(call.parameters()));
        String text = moatmark.write(result);
        if (placed) {
            Checked<Position> position = PlacingRoutes.place(call, result);
            if (!(position instanceof Checked.Valid<Position> valid)) {
                throw Halt.of(Slug.VALIDATION, position.issues());
            }
            String more = JsonText.of(PlacingRoutes.document(call, valid));
            text = text.substring(0, text.length() - 1) + ",\"" + POSITION + "\":" + more + "}";
        }
        return Answer.text(200, Answer.JSON, text);
    }

    /** Whether the result is to be placed among the cases; without that the words for it are refused. */
    private static boolean placed(Call call) {
        String word = call.parameters().get(POSITION);
        if (word != null && !YES_OR_NO.contains(word)) {
            throw Halt.parameter(
                    POSITION,
                    new Words(
                            "Parameter 'position' is neither true nor false.",
                            "パラメーター「position」は true でも false でもありません。"),
                    new Words("Write true or false.", "true または false を指定してください。"),
                    YES_OR_NO);
        }
        boolean placed = "true".equals(word);
        if (!placed
                && !call.parameters()
                        .without(POSITION, Intervals.SEED, Intervals.RUNS)
                        .isEmpty()) {
            throw Halt.parameter(
                    POSITION,
                    new Words(
                            "The other parameters say how to place a result, which was not asked for.",
                            "他のパラメーターは位置付けの方法を指定するものですが、位置付けが指定されていません。"),
                    new Words("Add position=true, or leave them out.", "position=true を加えるか、他のパラメーターを省いてください。"),
                    List.of());
        }
        return placed;
    }

    /** A batch has no end of its own, so that whoever sends slowly has a thread for long: some are left for the others. */
    private Answer batch(Call call) {
        Resampling how = Intervals.of(call.parameters());
        if (!batches.tryAcquire()) {
            throw Halt.of(Slug.BUSY).with("Retry-After", "10").with("Connection", "close");
        }
        var moatmark = call.moatmark();
        Lines.Room room = call.room();
        return Answer.streamed(Answer.NDJSON, out -> {
            try {
                new Batch(moatmark, call.language(), call.longestLine(), how)
                        .run(call.raw().getInputStream(), out, room);
            } finally {
                batches.release();
            }
        });
    }
}
