package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.moatmark.api.export.BoardDeck;
import org.moatmark.api.export.Paper;
import org.moatmark.api.export.PdfReport;
import org.moatmark.api.service.Releases;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.ReportJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Brand;
import org.moatmark.core.report.ChangeReporting;
import org.moatmark.core.report.Charts;
import org.moatmark.core.report.Deck;
import org.moatmark.core.report.HtmlReport;
import org.moatmark.core.report.MarkdownReport;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.ReleaseReporting;
import org.moatmark.core.report.Report;
import org.moatmark.core.report.Reporting;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.report.StandingReporting;
import org.moatmark.core.report.Story;

/**
 * {@code /v1/assessments/{assessment}/results/{questionnaire}/report.html} and its like: a result told to people. Who may
 * read a result may read its report, by a key, a link or from a seat; of a confidential assessment it tells what the release
 * tells, and to whom no seat is shown it names none. Who is shown single answers is shown what they rest on.
 *
 * <p>Files that are costly to make are made two at a time, so that they never keep anybody from answering.
 */
final class ReportRoutes {

    private static final String SCHEMA = "/org/moatmark/core/json/report.schema.json";
    private static final String LANG = "lang";
    private static final String PAPER = "paper";
    private static final String PART = "part";
    private static final String WHOLE = "whole";
    private static final String BODY = "body";
    private static final String SINCE = "since";
    private static final List<String> LANGUAGES = List.of("en", "ja");
    private static final int AT_ONCE = 2;
    private static final int COST = 5;
    private static final int COST_OF_FILES = 20;

    private final Semaphore makers = new Semaphore(AT_ONCE);

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(Vantage.everywhere(from -> Stream.of(
                route(from, "html", "text/html", ReportRoutes::html, LANG, PART).costing(COST),
                route(from, "json", Answer.JSON, ReportRoutes::json).costing(COST),
                route(from, "md", "text/markdown", ReportRoutes::markdown, LANG).costing(COST),
                route(from, "pdf", PdfReport.TYPE, this::pdf, LANG, PAPER).costing(COST_OF_FILES),
                route(from, "pptx", BoardDeck.TYPE, this::slides, LANG).costing(COST_OF_FILES))));
        routes.add(Route.get("/schemas/report.json", Access.PUBLIC, ReportRoutes::schema)
                .giving("application/schema+json", Answer.JSON));
        return routes;
    }

    private static Answer schema(Call call) {
        return Answer.bytes(200, call.type(), Library.resource(SCHEMA)).with("Cache-Control", "public, max-age=3600");
    }

    private static Route route(Vantage from, String format, String type, Route.Handler handler, String... parameters) {
        Route route = from.of("/report." + format, handler).giving(type).alsoKnowing(List.of(parameters));
        return from == Vantage.KEY ? route.alsoKnowing(List.of(SINCE)) : route;
    }

    private static Answer html(Call call) {
        boolean whole = WHOLE.equals(chosen(call, PART, List.of(WHOLE, BODY), WHOLE, Optional::of));
        Seen seen = seen(call);
        Story story = Story.of(seen.report(), language(call));
        if (!whole) {
            return told("text/html; charset=utf-8", HtmlReport.fragment(story), story);
        }
        String policy = "default-src 'none'; style-src 'sha256-" + sha256(HtmlReport.css(story.brand()))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return seen.name("html")
                .shown(told("text/html; charset=utf-8", HtmlReport.page(story), story))
                .with("Content-Security-Policy", policy);
    }

    private static Answer markdown(Call call) {
        Seen seen = seen(call);
        Story story = Story.of(seen.report(), language(call));
        return seen.name("md").shown(told("text/markdown; charset=utf-8", MarkdownReport.of(story), story));
    }

    private static Answer json(Call call) {
        Seen seen = seen(call);
        return seen.name("json").shown(ETags.byContent(Answer.json(200, ReportJson.document(seen.report()))));
    }

    private static Answer told(String type, String text, Story story) {
        return ETags.byContent(Answer.bytes(200, type, text.getBytes(StandardCharsets.UTF_8)))
                .with("Content-Language", story.language());
    }

    private Answer pdf(Call call) {
        Paper paper = paper(call);
        Seen seen = seen(call);
        Story story = Story.of(seen.report(), language(call));
        LocalDate date = seen.report().about().date();
        return seen.name("pdf").shown(file(PdfReport.TYPE, story.language(), () -> PdfReport.of(story, paper, date)));
    }

    private Answer slides(Call call) {
        Seen seen = seen(call);
        Deck deck = Deck.of(seen.report(), language(call));
        return seen.name("pptx").saved(file(BoardDeck.TYPE, deck.language(), () -> BoardDeck.of(deck)));
    }

    private Answer file(String type, String language, Supplier<byte[]> make) {
        if (!makers.tryAcquire()) {
            throw Halt.of(Slug.BUSY).with("Retry-After", "5");
        }
        try {
            return ETags.byContent(Answer.bytes(200, type, make.get())).with("Content-Language", language);
        } finally {
            makers.release();
        }
    }

    private static String language(Call call) {
        return chosen(call, LANG, LANGUAGES, call.language(), Optional::of);
    }

    private static Paper paper(Call call) {
        List<String> words = Arrays.stream(Paper.values()).map(Paper::word).toList();
        return chosen(call, PAPER, words, Paper.A4.word(), Paper::of);
    }

    private static <T> T chosen(
            Call call, String name, List<String> words, String usual, Function<String, Optional<T>> of) {
        String given = call.parameters().get(name);
        String word = given == null ? usual : given;
        if (!words.contains(word)) {
            String all = String.join(", ", words);
            throw Halt.parameter(
                    name,
                    new Words(
                            "Parameter '" + name + "' is none of " + all + ".",
                            "パラメーター「" + name + "」は " + all + " のどれでもありません。"),
                    new Words("Give one of " + all + ".", "次のどれかを指定してください：" + all + "。"),
                    words);
        }
        return of.apply(word).orElseThrow();
    }

    /** A report, and from where it is looked at. */
    private record Seen(Sight sight, Report report) {

        /** What its file is called. */
        FileName name(String ending) {
            Report.About about = report.about();
            return sight.fileName(about.company(), about.questionnaire(), about.date(), "report." + ending);
        }
    }

    private static Seen seen(Call call) {
        Sight sight = Sight.of(call);
        return new Seen(sight, report(call, sight));
    }

    /** The report in the look of its tenant, with what changed since the snapshot that the query names, if it names one. */
    private static Report report(Call call, Sight sight) {
        String id = call.part("questionnaire");
        Told told = sight.released().isPresent() ? released(call, sight, id) : told(call, sight, id);
        Brand brand = call.read(work -> call.doors().tenants().brand(work, call.tenant()));
        String since = call.parameters().get(SINCE);
        Optional<SnapshotComparison> comparison = since == null ? Optional.empty() : sight.since(since, id);
        if (since == null || comparison.isEmpty()) {
            return told.report().with(told.charts()).with(brand);
        }
        return told.report()
                .with(ChangeReporting.of(since, comparison.get(), told.report()))
                .with(told.charts().since(Sight.of(call, since).charts(id)))
                .with(brand);
    }

    /** A report, and the charts that belong into it. */
    private record Told(Report report, Charts charts) {}

    private static Told told(Call call, Sight sight, String id) {
        Result result = sight.result(id);
        Questionnaire questionnaire = call.moatmark()
                .catalogue()
                .find(result.questionnaire(), result.version())
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
        Optional<Position> position = sight.position(result);
        Report report = sight.answers(id)
                .map(answers -> Reporting.of(result, questionnaire, answers))
                .orElseGet(() -> Reporting.withoutSeats(sight.whole(id), questionnaire, sight.wave(id)));
        return new Told(standing(report, call.moatmark(), position), sight.charts(id, position));
    }

    private static Told released(Call call, Sight sight, String id) {
        Releases.Latest latest = sight.released().orElseThrow();
        Questionnaire questionnaire = ReleaseAnswers.questionnaire(latest, id);
        Release release = ReleaseAnswers.release(call, latest, id);
        Optional<Position> position =
                release.index().suppressed() ? Optional.empty() : sight.position(release.subject(questionnaire));
        Report report = sight.answers(id)
                .map(statements -> ReleaseReporting.of(release, questionnaire, statements))
                .orElseGet(() -> ReleaseReporting.of(release, questionnaire));
        return new Told(standing(report, call.moatmark(), position), sight.charts(id));
    }

    /** With the place among the cases, where the answers can be placed there at all. */
    private static Report standing(Report report, Moatmark moatmark, Optional<Position> position) {
        return position.map(one -> report.with(StandingReporting.of(one, moatmark.cases())))
                .orElse(report);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
