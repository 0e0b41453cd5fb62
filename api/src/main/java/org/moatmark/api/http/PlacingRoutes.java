package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Comparison;
import org.moatmark.core.benchmark.Distribution;
import org.moatmark.core.benchmark.PeerChoice;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.PositionWords;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.BenchmarkJson;
import org.moatmark.core.json.ComparisonJson;
import org.moatmark.core.json.ContributedJson;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.PositionJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.Resampling;

/** Companies among the cases: how the cases are spread, where a result stands, companies side by side. */
final class PlacingRoutes {

    private static final List<String> PEERS = List.of("peers", "sector", "region", "size", "market", "asOf", "min");
    private static final List<String> SOURCES = List.of("cases", ContributedJson.SOURCE);

    private PlacingRoutes() {}

    static List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.get("/v1/benchmarks/:questionnaire", Access.OPEN, PlacingRoutes::benchmark)
                        .alsoKnowing(PEERS)
                        .alsoKnowing(List.of("source", "year")),
                Route.post("/v1/compare", Access.key(Right.COMPUTE), Takes.LARGE_JSON, PlacingRoutes::compare)
                        .costing(5)));
        routes.addAll(Vantage.everywhere(from -> Stream.of(from.of("/position", PlacingRoutes::position)
                .alsoKnowing(PositionWords.NAMES)
                .costing(5))));
        return routes;
    }

    private static Answer benchmark(Call call) {
        Questionnaire questionnaire = call.doors()
                .moatmark()
                .catalogue()
                .newest(call.part("questionnaire"))
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
        String source = Objects.requireNonNullElse(call.parameters().get("source"), SOURCES.get(0));
        if (!SOURCES.contains(source)) {
            throw Halt.parameter(
                    "source",
                    new Words("There is no benchmark from that source.", "その出典のベンチマークはありません。"),
                    new Words("Write cases or contributed.", "cases または contributed を指定してください。"),
                    SOURCES);
        }
        if (ContributedJson.SOURCE.equals(source)) {
            return ContributionRoutes.release(call, questionnaire);
        }
        ContributionRoutes.refuse(call, List.of("year"), source);
        Benchmark benchmark = call.doors().moatmark().benchmark();
        PositionSettings settings = settings(call);
        PeerChoice choice = Objects.requireNonNullElse(settings.peers(), PeerCriteria.ANYONE);
        if (benchmark.linked(questionnaire).isEmpty()) {
            throw Halt.of(Slug.NOT_FOUND);
        }
        Distribution spread =
                Choices.sound(benchmark.distribution(questionnaire, choice, settings.minimum()), benchmark.library());
        return Choices.shared(Answer.json(200, BenchmarkJson.document(questionnaire, spread, benchmark)));
    }

    private static Answer position(Call call) {
        Sight sight = Sight.of(call);
        var released = sight.released();
        Checked<Position> position;
        if (released.isPresent()) {
            Subject subject = ReleaseAnswers.subject(call, released.get(), call.part("questionnaire"));
            position = call.doors().moatmark().benchmark().position(subject, settings(call));
        } else {
            position = place(call, sight.result(call.part("questionnaire")));
        }
        if (position instanceof Checked.Valid<Position> valid) {
            return ETags.byContent(Answer.json(200, document(call, valid)));
        }
        throw Halt.of(Slug.NOT_FOUND, position.issues());
    }

    /** The settings that the query names. */
    static PositionSettings settings(Call call) {
        CaseLibrary library = call.doors().moatmark().cases();
        return Choices.sound(PositionWords.read(call.parameters().without(Sight.SNAPSHOT, "source"), library), library);
    }

    /** Places a result as the query says. */
    static Checked<Position> place(Call call, Result result) {
        Moatmark moatmark = call.moatmark();
        PositionSettings settings = settings(call);
        Checked<Subject> subject = moatmark.subject(result);
        return subject instanceof Checked.Invalid<Subject> invalid
                ? new Checked.Invalid<>(invalid.issues())
                : moatmark.benchmark().position(subject.orThrow(), settings);
    }

    static JsonObject document(Call call, Checked.Valid<Position> position) {
        return PositionJson.document(position, call.doors().moatmark().cases());
    }

    private static Answer compare(Call call) {
        Moatmark moatmark = call.moatmark();
        CaseLibrary library = moatmark.cases();
        Body body = call.fields();
        List<JsonValue> values = body.list("subjects", Comparison.MOST);
        List<Subject> subjects = new ArrayList<>();
        Resampling how = Intervals.USUAL.withMostWork(Intervals.USUAL.mostWork() / Math.max(1, values.size()));
        for (int i = 0; i < values.size(); i++) {
            String at = "/" + i;
            Checked<Subject> subject = subject(values.get(i), moatmark, library, how);
            for (Issue issue : subject.issues()) {
                body.fault(
                        "subjects",
                        path -> new Issue(issue.code(), path + at + issue.path(), issue.message(), issue.hint()));
            }
            if (subject instanceof Checked.Valid<Subject> valid) {
                subjects.add(valid.value());
            }
        }
        body.done();
        Checked<Comparison> compared = moatmark.benchmark().compare(subjects);
        if (compared instanceof Checked.Invalid<Comparison> invalid) {
            List<Issue> issues = invalid.issues().stream()
                    .map(issue -> new Issue(issue.code(), "/subjects" + issue.path(), issue.message(), issue.hint()))
                    .toList();
            throw Halt.of(Slug.VALIDATION, issues);
        }
        Comparison comparison = compared.orThrow();
        Questionnaire questionnaire = moatmark.catalogue()
                .find(comparison.questionnaire(), comparison.version())
                .orElse(library.questionnaire());
        return Answer.json(200, ComparisonJson.document(comparison, questionnaire, library));
    }

    /** A result, answers, or {@code {"case": id}}. */
    private static Checked<Subject> subject(JsonValue value, Moatmark moatmark, CaseLibrary library, Resampling how) {
        if (value instanceof JsonObject object && object.get("case") != null) {
            boolean alone = object.size() == 1;
            String id = alone && object.get("case") instanceof JsonString text ? text.value() : "";
            return library.company(id).isEmpty()
                    ? new Checked.Invalid<>(List.of(BodyFaults.unknownCase("/case")))
                    : new Checked.Valid<>(Subject.of(library, id), List.of());
        }
        return moatmark.readSubject(value, how);
    }
}
