package org.moatmark.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Measure;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.ResultJson;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Resampled;
import org.moatmark.core.scoring.ScoreInterval;

/** Brings what somebody has of a company, a result or answers, to what can be placed among the cases. */
final class Subjects {

    private Subjects() {}

    /** A result, or answers that are scored first, in the way that is given. */
    static Checked<Subject> read(JsonValue document, Catalogue catalogue, Function<Wave, Result> score) {
        boolean result = document instanceof JsonObject object
                && object.get("format") instanceof JsonString format
                && Result.FORMAT.equals(format.value());
        if (result) {
            Checked<Result> read = ResultJson.read(document);
            return read instanceof Checked.Invalid<Result> invalid
                    ? new Checked.Invalid<>(invalid.issues())
                    : of(read.orThrow(), catalogue);
        }
        Checked<Wave> wave = WaveJson.read(document, catalogue);
        return wave instanceof Checked.Invalid<Wave> invalid
                ? new Checked.Invalid<>(invalid.issues())
                : of(score.apply(wave.orThrow()), catalogue);
    }

    /** A result of a questionnaire that is known, unless it is of another method or shape. */
    static Checked<Subject> of(Result result, Catalogue catalogue) {
        Optional<Questionnaire> known = catalogue.find(result.questionnaire(), result.version());
        if (known.isEmpty()) {
            return invalid(unknown(result, catalogue));
        }
        Questionnaire questionnaire = known.get();
        if (!questionnaire.methodHash().equals(result.methodHash())) {
            return invalid(otherMethod(result, questionnaire));
        }
        List<String> nodes = questionnaire.nodes().stream().map(Node::key).toList();
        List<String> items = questionnaire.items().stream().map(Item::key).toList();
        if (!nodes.equals(result.nodes().stream().map(NodeScore::key).toList())) {
            return invalid(otherShape("/nodes", new Words("nodes", "ノード"), result));
        }
        if (!items.equals(result.items().stream().map(ItemScore::key).toList())) {
            return invalid(otherShape("/items", new Words("items", "設問"), result));
        }
        Subject subject = Subject.of(
                questionnaire, result.company(), result.date(), result.index(), result.nodes(), result.items());
        return new Checked.Valid<>(
                subject.withIntervals(intervals(result)).ruledBy(catalogue.oldestAlike(questionnaire)), List.of());
    }

    /** The intervals of index and nodes, by key; none where the result was not resampled. */
    private static Map<String, Bounds> intervals(Result result) {
        Map<String, Bounds> intervals = new HashMap<>();
        if (result.confidence() != null) {
            Resampled scores = result.confidence().scores();
            put(Measure.INDEX, scores.index(), intervals);
            for (int i = 0; i < scores.nodes().size(); i++) {
                put(result.nodes().get(i).key(), scores.nodes().get(i).joined(), intervals);
            }
        }
        return intervals;
    }

    private static void put(String key, @Nullable ScoreInterval interval, Map<String, Bounds> into) {
        if (interval != null) {
            into.put(key, interval.band());
        }
    }

    private static Checked<Subject> invalid(Issue issue) {
        return new Checked.Invalid<>(List.of(issue));
    }

    private static Issue unknown(Result result, Catalogue catalogue) {
        String named = Excerpt.of(result.questionnaire()) + " " + Excerpt.of(result.version());
        List<String> known = catalogue.questionnaires().stream()
                .map(one -> one.id() + " " + one.version())
                .toList();
        return new Issue(
                "unknown-questionnaire",
                "/questionnaire",
                new Words(
                        "The result is of questionnaire '" + named + "', which is not known here.",
                        "この結果の質問票「" + named + "」は登録されていません。"),
                new Words("Known here: " + String.join(", ", known) + ".", "使える質問票：" + String.join("、", known)));
    }

    private static Issue otherMethod(Result result, Questionnaire questionnaire) {
        String named = "'" + questionnaire.id() + "' " + questionnaire.version();
        return new Issue(
                "other-method",
                "/questionnaire/methodHash",
                new Words(
                        "The result was scored by another method than that of " + named + " as it is known here: "
                                + Excerpt.of(result.methodHash()) + " instead of " + questionnaire.methodHash() + ".",
                        "この結果は、ここで登録されている質問票" + named + "とは別のメソッドで採点されています（" + Excerpt.of(result.methodHash()) + "、登録は "
                                + questionnaire.methodHash() + "）。"),
                new Words("Score the answers again.", "回答を採点し直してください。"));
    }

    private static Issue otherShape(String path, Words what, Result result) {
        return new Issue(
                "other-shape",
                path,
                new Words(
                        "The " + what.en() + " of the result are not those of questionnaire '" + result.questionnaire()
                                + "' in its order.",
                        "この結果の" + what.ja() + "は、質問票「" + result.questionnaire() + "」のものと一致しません。"),
                new Words("Give the result as it was computed.", "計算されたままの結果を指定してください。"));
    }
}
