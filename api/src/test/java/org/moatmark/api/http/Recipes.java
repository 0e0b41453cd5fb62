package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.moatmark.api.Running;

/**
 * For every operation a request that succeeds, with everything it needs made anew. Long, since the operations are one list and
 * are read as one.
 */
final class Recipes {

    private static final String NOWHERE = "0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77";
    /** What can be taken from a result, by the operation that gives it. */
    private static final Map<String, String> FILES = Map.of(
            "exportResponses",
            "responses.csv",
            "exportScores",
            "scores.csv",
            "exportCodebook",
            "codebook.csv",
            "exportWorkbook",
            "data.xlsx",
            "exportSpss",
            "spss.zip",
            "exportR",
            "r.zip");

    /** What a link and a seat are shown of a result, by how the operations end. */
    private static final Map<String, String> SHOWN = Map.of(
            "Result", "",
            "HtmlReport", "/report.html",
            "MarkdownReport", "/report.md",
            "PdfReport", "/report.pdf",
            "Slides", "/report.pptx",
            "ReportDocument", "/report.json",
            "Chart", "/charts/profile.svg",
            "Position", "/position");

    private static final String SHARED_RESULT = "/v1/shared/results/" + World.MLM;
    private static final String A = "/v1/assessments/";
    private static final String SHARE = "{\"snapshot\":\"first\",\"label\":\"Board\"}";

    private final Http http;
    private final World world;
    private final Supplier<String> another;
    private int published;
    private final Map<String, Supplier<Http.Ask>> good = new LinkedHashMap<>();
    private final Map<String, Http.Ask> harmless = new LinkedHashMap<>();
    private final Map<String, String> withdrawn = new LinkedHashMap<>();

    Recipes(int port) {
        this(port, Running.OWNER);
    }

    /** The same for another tenant. */
    Recipes(int port, String owner) {
        this(port, owner, () -> owner);
    }

    /** The same where tenants can be made that are there to be erased. */
    Recipes(int port, String owner, Supplier<String> another) {
        this.another = another;
        this.http = new Http(port);
        this.world = new World(port, owner);
        open();
        owner();
        snapshots();
        shares();
        seats();
        respondent();
        program();
    }

    Http.Ask good(String operation) {
        Supplier<Http.Ask> recipe = good.get(operation);
        if (recipe == null) {
            throw new AssertionError("There is no recipe for operation " + operation + ".");
        }
        return recipe.get();
    }

    /**
     * The same where the answer changes nothing: reading, or a refusal before anything is done. What it needs is made once
     * for all who ask.
     */
    Http.Ask harmless(String operation) {
        Http.Ask ask = harmless.get(operation);
        if (ask == null) {
            ask = good(operation);
            harmless.put(operation, ask);
        }
        return ask.copy();
    }

    World world() {
        return world;
    }

    private void get(String operation, String path) {
        good.put(operation, () -> http.ask("GET", path));
    }

    private void open() {
        get("listQuestionnaires", "/v1/questionnaires");
        get("getQuestionnaire", "/v1/questionnaires/outside-view");
        get("getQuestionnaireVersion", "/v1/questionnaires/outside-view/versions/1.0.0");
        get("diffQuestionnaire", "/v1/questionnaires/outside-view/versions/1.0.0/diff?to=1.0.0");
        get("getQuestionnaireAsSurvey", "/v1/questionnaires/outside-view/versions/1.0.0/survey.json");
        get("getQuestionnaireTexts", "/v1/questionnaires/outside-view/versions/1.0.0/texts.csv");
        good.put(
                "draftQuestionnaire",
                () -> http.ask("POST", "/v1/questionnaires/from-survey")
                        .json("{\"title\":\"T\",\"elements\":[{\"type\":\"boolean\",\"name\":\"a\"}]}"));
        get("getQuestionnaireSchema", "/schemas/questionnaire.json");
        get("getReportSchema", "/schemas/report.json");
        byte[] file = Library.resource("/org/moatmark/questionnaires/outside-view.json");
        good.put(
                "validateQuestionnaire",
                () -> http.ask("POST", "/v1/questionnaires/validate").body("application/json", file));
        get("listCases", "/v1/cases?limit=2");
        get("getCase", "/v1/cases/apple");
        get("getReliability", "/v1/cases/reliability");
        get("getBenchmark", "/v1/benchmarks/outside-view");
        good.put(
                "score",
                () -> http.ask("POST", "/v1/score")
                        .json("{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":4}}"));
    }

    private void owner() {
        good.put(
                "scoreBatch",
                () -> world.ask("POST", "/v1/score/batch")
                        .body(
                                "application/x-ndjson",
                                "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":4}}\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        String validation = "/v1/questionnaires/outside-view/versions/1.0.0/validation";
        good.put("validateInstrument", () -> world.ask("GET", validation));
        good.put(
                "validateInstrumentWithLines",
                () -> world.ask("POST", validation)
                        .body(
                                "application/x-ndjson",
                                ("{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"outside-view\",\"version\":\"1.0.0\"},"
                                                + "\"company\":{\"name\":\"E\"},\"date\":\"2026-11-01\",\"respondents\":[]}\n")
                                        .getBytes(StandardCharsets.UTF_8)));
        good.put("listCompanies", () -> world.ask("GET", "/v1/companies"));
        good.put("createCompany", () -> world.ask("POST", "/v1/companies").json("{\"name\":\"One\"}"));
        good.put("getCompany", () -> world.ask("GET", "/v1/companies/" + world.company()));
        good.put(
                "changeCompany",
                () -> world.ask("PATCH", "/v1/companies/" + world.company())
                        .with("If-Match", "\"v1-en\"")
                        .patch("{\"size\":null}"));
        good.put("listAssessments", () -> world.ask("GET", "/v1/assessments"));
        good.put(
                "createAssessment",
                () -> world.ask("POST", "/v1/assessments")
                        .json("{\"company\":\"" + world.company()
                                + "\",\"name\":\"A\",\"questionnaires\":[\"outside-view\"]}"));
        good.put("getAssessment", () -> world.ask("GET", A + world.draft()));
        good.put(
                "changeAssessment",
                () -> world.ask("PATCH", A + world.draft())
                        .with("If-Match", "\"v1-en\"")
                        .patch("{\"name\":\"B\"}"));
        good.put("openAssessment", () -> world.ask("POST", A + world.draft() + "/open"));
        good.put("closeAssessment", () -> world.ask("POST", A + world.open() + "/close"));
        good.put("reopenAssessment", () -> {
            String id = world.open();
            world.step(id, "close");
            return world.ask("POST", A + id + "/reopen").json("{\"reason\":\"Two were missing.\"}");
        });
        good.put("getContribution", () -> world.ask("GET", A + world.draft() + "/contribution"));
        good.put("changeContribution", () -> {
            String id = world.open();
            world.step(id, "close");
            return world.ask("PATCH", A + id + "/contribution")
                    .with("If-Match", "\"v0-en\"")
                    .patch("{\"contributed\":true}");
        });
        good.put("listResults", () -> world.ask("GET", A + world.open() + "/results"));
        good.put("getResult", () -> world.ask("GET", A + world.open() + "/results/" + World.MLM));
        good.put("getHtmlReport", () -> report("html"));
        good.put("getMarkdownReport", () -> report("md"));
        good.put("getPdfReport", () -> report("pdf"));
        good.put("getSlides", () -> report("pptx"));
        good.put("getReportDocument", () -> report("json"));
        good.put(
                "getChart", () -> world.ask("GET", A + world.open() + "/results/" + World.MLM + "/charts/profile.svg"));
        good.put("getPosition", () -> world.ask("GET", A + world.open() + "/results/" + World.MLM + "/position"));
        FILES.forEach((operation, file) ->
                good.put(operation, () -> world.ask("GET", A + world.open() + "/results/" + World.MLM + "/" + file)));
        good.put(
                "compare",
                () -> world.ask("POST", "/v1/compare")
                        .json("{\"subjects\":[{\"case\":\"apple\"},{\"case\":\"dell\"}]}"));
        good.put(
                "publishQuestionnaire",
                () -> world.ask("POST", "/v1/questionnaires")
                        .json(World.questionnaire("own-view-" + ++published, "1.0.0")));
        good.put("listExports", () -> world.ask("GET", "/v1/exports"));
        good.put("askForExport", () -> world.ask("POST", "/v1/exports").json("{}"));
        good.put("getExport", () -> world.ask("GET", "/v1/exports/" + world.export()));
        good.put(
                "cancelExport",
                () -> world.ask("DELETE", "/v1/exports/" + world.export()).with("If-Match", "*"));
        good.put("getExportFile", () -> world.ask("GET", "/v1/exports/" + world.export() + "/file"));
        good.put("removeOld", () -> world.ask("POST", "/v1/retention").json("{\"dryRun\":true}"));
        good.put(
                "eraseTenant",
                () -> http.ask("DELETE", "/v1/tenant").bearer(another.get()).with("If-Match", "\"v0-en\""));
        good.put("getTenant", () -> world.ask("GET", "/v1/tenant"));
        good.put(
                "changeTenant",
                () -> world.ask("PATCH", "/v1/tenant").with("If-Match", "*").patch("{\"timeZone\":\"Asia/Tokyo\"}"));
        good.put("listAudit", () -> world.ask("GET", "/v1/audit"));
        good.put(
                "signIn",
                () -> http.ask("POST", "/v1/session")
                        .json("{\"key\":\"" + world.key("reader").secret() + "\"}"));
        good.put("getSignedIn", () -> world.ask("GET", "/v1/session"));
        good.put("signOut", () -> world.ask("DELETE", "/v1/session"));
        good.put("listKeys", () -> world.ask("GET", "/v1/keys"));
        good.put("createKey", () -> world.ask("POST", "/v1/keys").json("{\"label\":\"K\",\"scope\":\"owner\"}"));
        good.put("rotateKey", () -> world.ask("POST", "/v1/keys/" + world.key() + "/rotate"));
        good.put("listGrants", () -> world.ask("GET", A + world.draft() + "/grants"));
        good.put(
                "addGrant",
                () -> world.ask("POST", A + world.draft() + "/grants")
                        .json("{\"key\":\"" + world.key("reader").id() + "\"}"));
        good.put("withdrawGrant", () -> {
            String assessment = world.draft();
            World.Key key = world.key("analyst");
            world.grant(assessment, key);
            return world.ask("DELETE", A + assessment + "/grants/" + key.id()).with("If-Match", "\"v1-en\"");
        });
        good.put(
                "revokeKey",
                () -> world.ask("DELETE", "/v1/keys/" + world.key()).with("If-Match", "\"v1-en\""));
    }

    private void snapshots() {
        good.put("listSnapshots", () -> world.ask("GET", A + world.open() + "/snapshots"));
        good.put(
                "takeSnapshot",
                () -> world.ask("POST", A + world.open() + "/snapshots")
                        .json("{\"name\":\"first\",\"title\":\"The first\"}"));
        good.put(
                "upgradeAssessment",
                () -> world.ask("POST", A + upgradable() + "/upgrade")
                        .json("{\"questionnaire\":\"" + World.MLM
                                + "\",\"version\":\"1.1.0\",\"snapshot\":\"before\"}"));
        good.put("compareSnapshots", this::comparison);
        good.put("getSnapshot", () -> world.ask("GET", world.snapshot(world.open(), "first")));
        good.put(
                "withdrawSnapshot",
                () -> world.ask("DELETE", world.snapshot(world.open(), "first")).with("If-Match", "\"v1-en\""));
    }

    private void shares() {
        good.put(
                "changeSnapshot",
                () -> world.ask("PATCH", world.snapshot(world.open(), "first"))
                        .with("If-Match", "\"v1-en\"")
                        .patch("{\"shownToSeats\":true}"));
        good.put("listShares", () -> world.ask("GET", A + world.open() + "/shares"));
        good.put("shareSnapshot", () -> {
            String assessment = world.open();
            world.snapshot(assessment, "first");
            return world.ask("POST", A + assessment + "/shares").json(SHARE);
        });
        good.put("revokeShare", () -> world.ask("DELETE", share().id()).with("If-Match", "\"v1-en\""));
        good.put("getShared", () -> http.ask("GET", "/v1/shared").bearer(share().token()));
        good.put(
                "listSharedResults", () -> http.ask("GET", "/v1/shared/results").bearer(share().token()));
        good.put(
                "openSharedSession",
                () -> http.ask("POST", "/v1/shared/session").json("{\"token\":\"" + share().token() + "\"}"));
        SHOWN.forEach((end, part) -> {
            good.put(
                    "getShared" + end,
                    () -> http.ask("GET", SHARED_RESULT + part).bearer(share().token()));
            good.put(
                    "getShown" + end,
                    () -> http.ask("GET", "/v1/seat/shared/first/results/" + World.MLM + part)
                            .bearer(shown()));
        });
        good.put(
                "exportSharedScores",
                () -> http.ask("GET", SHARED_RESULT + "/scores.csv").bearer(share().token()));
        good.put(
                "exportSharedWorkbook",
                () -> http.ask("GET", SHARED_RESULT + "/data.xlsx").bearer(share().token()));
        good.put("listShown", () -> http.ask("GET", "/v1/seat/shared").bearer(shown()));
        good.put(
                "listShownResults",
                () -> http.ask("GET", "/v1/seat/shared/first/results").bearer(shown()));
    }

    private World.Seat share() {
        String assessment = world.open();
        world.snapshot(assessment, "first");
        return world.share(assessment, "first");
    }

    /** The token of a seat to which a snapshot is shown. */
    private String shown() {
        String assessment = world.open();
        String token = world.seat(assessment).token();
        World.expect(
                200,
                world.ask("PATCH", world.snapshot(assessment, "first"))
                        .with("If-Match", "*")
                        .patch("{\"shownToSeats\":true}")
                        .send());
        return token;
    }

    /** A request with a link that was revoked. */
    private Http.Ask revoked(String path) {
        return http.ask("GET", path).bearer(revoked());
    }

    /** The token of a link that was revoked. */
    private String revoked() {
        return withdrawn.computeIfAbsent("token", one -> {
            World.Seat share = share();
            World.expect(
                    204, world.ask("DELETE", share.id()).with("If-Match", "*").send());
            return share.token();
        });
    }

    /** The address of a snapshot of a class, and of its links. */
    private String[] ofClass() {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"C\",\"questionnaires\":[\"" + World.MLM
                        + "\"],\"visibility\":{\"mode\":\"classroom\"}}")
                .send();
        World.expect(201, made);
        world.step(made.text("id"), "open");
        return new String[] {world.snapshot(made.text("id"), "first"), A + made.text("id") + "/shares"};
    }

    /** An open assessment that asks an older version. */
    private String upgradable() {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"U\",\"questionnaires\":[{\"id\":\""
                        + World.MLM + "\",\"version\":\"1.0.0\"}]}")
                .send();
        World.expect(201, made);
        world.step(made.text("id"), "open");
        return made.text("id");
    }

    /** Two snapshots of one assessment, side by side. */
    private Http.Ask comparison() {
        String assessment = world.open();
        String first = world.snapshot(assessment, "first");
        world.snapshot(assessment, "second");
        return world.ask("GET", first + "/compare?to=second");
    }

    /** An assessment whose only snapshot was withdrawn. */
    private String withdrawn() {
        String assessment = world.open();
        World.expect(
                204,
                world.ask("DELETE", world.snapshot(assessment, "first"))
                        .with("If-Match", "*")
                        .send());
        return assessment;
    }

    /** A request for something that was withdrawn or given up. */
    Http.Ask gone(String operation) {
        if ("getExportFile".equals(operation)) {
            String export = world.export();
            World.expect(
                    204,
                    world.ask("DELETE", "/v1/exports/" + export)
                            .with("If-Match", "*")
                            .send());
            return world.ask("GET", "/v1/exports/" + export + "/file");
        }
        String assessment = withdrawn.computeIfAbsent("assessment", one -> withdrawn());
        String snapshot = A + assessment + "/snapshots/first";
        String results = A + assessment + "/results";
        return switch (operation) {
            case "withdrawSnapshot" -> world.ask("DELETE", snapshot).with("If-Match", "*");
            case "changeSnapshot" ->
                world.ask("PATCH", snapshot).with("If-Match", "*").patch("{\"shownToSeats\":true}");
            case "shareSnapshot" ->
                world.ask("POST", A + assessment + "/shares").json(SHARE);
            case "getShared" -> revoked("/v1/shared");
            case "listSharedResults" -> revoked("/v1/shared/results");
            case "openSharedSession" ->
                http.ask("POST", "/v1/shared/session").json("{\"token\":\"" + revoked() + "\"}");
            case "exportSharedScores" -> revoked(SHARED_RESULT + "/scores.csv");
            case "exportSharedWorkbook" -> revoked(SHARED_RESULT + "/data.xlsx");
            case "compareSnapshots" -> world.ask("GET", snapshot + "/compare?to=first");
            case "listResults" -> world.ask("GET", results + "?snapshot=first");
            case "getResult" -> world.ask("GET", results + "/" + World.MLM + "?snapshot=first");
            case "getHtmlReport" -> world.ask("GET", results + "/" + World.MLM + "/report.html?snapshot=first");
            case "getMarkdownReport" -> world.ask("GET", results + "/" + World.MLM + "/report.md?snapshot=first");
            case "getReportDocument" -> world.ask("GET", results + "/" + World.MLM + "/report.json?snapshot=first");
            case "getSlides" -> world.ask("GET", results + "/" + World.MLM + "/report.pptx?snapshot=first");
            case "getPdfReport" -> world.ask("GET", results + "/" + World.MLM + "/report.pdf?snapshot=first");
            case "getChart" -> world.ask("GET", results + "/" + World.MLM + "/charts/index.svg?snapshot=first");
            case "getPosition" -> world.ask("GET", results + "/" + World.MLM + "/position?snapshot=first");
            default -> {
                String part = operation.startsWith("getShared") ? SHOWN.get(operation.substring(9)) : null;
                if (part != null) {
                    yield revoked(SHARED_RESULT + part);
                }
                String file = FILES.get(operation);
                if (file == null) {
                    throw new AssertionError("Nothing of operation " + operation + " can be gone.");
                }
                yield world.ask("GET", results + "/" + World.MLM + "/" + file + "?snapshot=first");
            }
        };
    }

    private Http.Ask report(String format) {
        return world.ask("GET", A + world.open() + "/results/" + World.MLM + "/report." + format);
    }

    private void seats() {
        good.put("listSeats", () -> world.ask("GET", A + world.draft() + "/seats"));
        good.put(
                "addSeat",
                () -> world.ask("POST", A + world.draft() + "/seats")
                        .json("{\"key\":\"hq-1\",\"department\":\"M\",\"informants\":{\"" + World.MLM + "\":\"H\"}}"));
        good.put("getSeat", () -> world.ask("GET", seat(world.draft())));
        good.put(
                "changeSeat",
                () -> world.ask("PATCH", seat(world.draft()))
                        .with("If-Match", "\"v1-en\"")
                        .patch("{\"role\":\"Head\"}"));
        good.put("removeSeat", () -> world.ask("DELETE", seat(world.draft())).with("If-Match", "\"v1-en\""));
        good.put("listInvitations", () -> world.ask("GET", A + world.draft() + "/invitations"));
        good.put("noteInvitations", () -> {
            String assessment = world.draft();
            String seat = world.seat(assessment).id();
            return world.ask("POST", A + assessment + "/invitations").json("{\"seats\":[\"" + seat + "\"]}");
        });
        good.put("listReminders", () -> world.ask("GET", A + world.draft() + "/reminders"));
        good.put("getResponseRates", () -> world.ask("GET", A + world.draft() + "/response-rates"));
        good.put("getSeatHistory", () -> world.ask("GET", seat(world.draft()) + "/history"));
        good.put("handOverSeat", () -> world.ask("POST", seat(world.draft()) + "/handover"));
    }

    private String seat(String assessment) {
        return A + assessment + "/seats/" + world.seat(assessment).id();
    }

    private String token() {
        return world.seat(world.open()).token();
    }

    private void respondent() {
        good.put("openSeatSession", () -> http.ask("POST", "/v1/seat/session").json("{\"token\":\"" + token() + "\"}"));
        good.put("getOwnSeat", () -> http.ask("GET", "/v1/seat").bearer(token()));
        good.put(
                "getOwnAnswers",
                () -> http.ask("GET", "/v1/seat/answers/" + World.MLM).bearer(token()));
        good.put(
                "getOwnQuestionnaire",
                () -> http.ask("GET", "/v1/seat/questionnaires/" + World.MLM).bearer(token()));
        good.put(
                "changeOwnAnswers",
                () -> http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(token())
                        .with("If-Match", "\"v0-en\"")
                        .patch("{\"answers\":{\"M1.1b\":{\"value\":62}}}"));
        good.put("submitOwnAnswers", () -> {
            String token = token();
            world.answer(token);
            return http.ask("POST", "/v1/seat/submit").bearer(token);
        });
        good.put("eraseOwnSeat", () -> http.ask("DELETE", "/v1/seat").bearer(token()));
        good.put("getOwnData", () -> http.ask("GET", "/v1/seat/data").bearer(token()));
    }

    private void program() {
        get("isLive", "/health/live");
        get("isReady", "/health/ready");
        get("getStart", "/");
        get("getStyle", "/moatmark.css");
        get("getOpenApi", "/openapi.json");
        get("getOlderOpenApi", "/openapi-3.0.json");
        get("getDocs", "/docs");
        get("getDocsFile", "/docs/docs.js");
        get("getProblem", "/problems/not-found");
    }

    /** A request of an operation to things that are not there, with a good credential. */
    Http.Ask nowhere(Contract.Operation operation) {
        String path = operation
                .path()
                .replaceAll("\\{(questionnaire|slug|file|snapshot)}", "no-such-thing")
                .replaceAll("\\{version}", "9.9.9")
                .replaceAll("\\{\\w+}", NOWHERE);
        boolean compares = Set.of("diffQuestionnaire", "compareSnapshots").contains(operation.id());
        Http.Ask ask = http.ask(operation.method(), compares ? path + "?to=9.9.8" : path);
        if (operation.path().startsWith("/v1/seat")) {
            ask.bearer(token());
        } else if (operation.path().startsWith("/v1/shared")) {
            ask.bearer(share().token());
        } else if (operation.path().startsWith("/v1")) {
            ask.bearer(Running.OWNER);
        }
        if ("PATCH".equals(operation.method()) || "DELETE".equals(operation.method())) {
            ask.with("If-Match", "*");
        }
        if ("PATCH".equals(operation.method())) {
            ask.patch(operation.path().startsWith("/v1/seat") ? "{\"answers\":{}}" : "{}");
        } else if ("addSeat".equals(operation.id())) {
            ask.json("{\"key\":\"hq-1\",\"department\":\"M\",\"informants\":{\"" + World.MLM + "\":\"H\"}}");
        } else if ("askForExport".equals(operation.id())) {
            ask.json("{\"assessment\":\"" + NOWHERE + "\"}");
        } else if ("noteInvitations".equals(operation.id())) {
            ask.json("{\"seats\":[\"" + NOWHERE + "\"]}");
        } else if ("addGrant".equals(operation.id())) {
            ask.json("{\"key\":\"" + NOWHERE + "\"}");
        } else if ("validateInstrumentWithLines".equals(operation.id())) {
            ask.body("application/x-ndjson", new byte[] {'\n'});
        } else if ("upgradeAssessment".equals(operation.id())) {
            ask.json("{\"questionnaire\":\"" + World.MLM + "\",\"dryRun\":true}");
        } else if ("shareSnapshot".equals(operation.id())) {
            ask.json(SHARE);
        } else if ("takeSnapshot".equals(operation.id())) {
            ask.json("{\"name\":\"first\"}");
        } else if ("reopenAssessment".equals(operation.id())) {
            ask.json("{\"reason\":\"Why\"}");
        }
        return ask;
    }

    /** A request that finds its thing in a state in which it cannot be done. */
    Http.Ask conflicting(String operation) {
        String closed = world.open();
        World.Seat seat = world.seat(closed);
        world.answer(seat.token());
        String seatPath = A + closed + "/seats/" + seat.id();
        world.step(closed, "close");
        String draft = world.draft();
        return switch (operation) {
            case "changeAssessment" ->
                world.ask("PATCH", A + closed).with("If-Match", "*").patch("{\"form\":\"core\"}");
            case "upgradeAssessment" ->
                world.ask("POST", A + closed + "/upgrade")
                        .json("{\"questionnaire\":\"" + World.MLM + "\",\"snapshot\":\"before\"}");
            case "shareSnapshot" -> world.ask("POST", ofClass()[1]).json(SHARE);
            case "changeSnapshot" ->
                world.ask("PATCH", ofClass()[0]).with("If-Match", "*").patch("{\"shownToSeats\":true}");
            case "takeSnapshot" -> world.ask("POST", A + draft + "/snapshots").json("{\"name\":\"first\"}");
            case "changeContribution" ->
                world.ask("PATCH", A + draft + "/contribution")
                        .with("If-Match", "*")
                        .patch("{\"contributed\":true}");
            case "openAssessment" -> world.ask("POST", A + closed + "/open");
            case "closeAssessment" -> world.ask("POST", A + closed + "/close");
            case "reopenAssessment" -> world.ask("POST", A + draft + "/reopen").json("{\"reason\":\"Why\"}");
            case "addSeat" ->
                world.ask("POST", A + closed + "/seats")
                        .json("{\"key\":\"hq-9\",\"department\":\"M\",\"informants\":{\"" + World.MLM + "\":\"H\"}}");
            case "changeSeat" ->
                world.ask("PATCH", seatPath).with("If-Match", "*").patch("{\"role\":\"Head\"}");
            case "removeSeat" -> {
                // An owner erases people at any time; an analyst leaves closed assessments as they are.
                World.Key analyst = world.key("analyst");
                world.grant(closed, analyst);
                yield http.ask("DELETE", seatPath).bearer(analyst.secret()).with("If-Match", "*");
            }
            case "handOverSeat" -> world.ask("POST", seatPath + "/handover");
            case "publishQuestionnaire" -> {
                String first = World.questionnaire("view-" + ++published, "1.0.0");
                world.ask("POST", "/v1/questionnaires").json(first).send();
                yield world.ask("POST", "/v1/questionnaires").json(first.replaceFirst("\"en\": \"", "\"en\": \"My "));
            }
            case "getExportFile" -> world.ask("GET", "/v1/exports/" + world.waiting() + "/file");
            case "rotateKey" -> {
                String key = world.key();
                world.ask("POST", "/v1/keys/" + key + "/rotate").send();
                yield world.ask("POST", "/v1/keys/" + key + "/rotate");
            }
            case "changeOwnAnswers" ->
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .with("If-Match", "*")
                        .patch("{\"answers\":{}}");
            case "submitOwnAnswers" -> http.ask("POST", "/v1/seat/submit").bearer(seat.token());
            default -> throw new AssertionError("No conflict is known for operation " + operation + ".");
        };
    }
}
