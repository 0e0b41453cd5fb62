package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.service.Right;
import org.moatmark.api.store.Page;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;

/** {@code /v1/questionnaires}. */
final class QuestionnaireRoutes {

    private static final String SCHEMA = "/org/moatmark/core/json/questionnaire.schema.json";
    private static final String VERSION = "/v1/questionnaires/:questionnaire/versions/:version";
    private static final String TO = "to";
    private static final String FOREVER = "max-age=31536000, immutable";

    private final Lists lists;
    private final Library library = new Library();

    QuestionnaireRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/questionnaires", Access.OPEN, this::list).knowing("limit", "cursor"),
                Route.post(
                        "/v1/questionnaires",
                        Access.key(Right.PUBLISH),
                        Takes.LARGE_JSON,
                        QuestionnaireRoutes::publish),
                Route.post("/v1/questionnaires/validate", Access.OPEN, Takes.LARGE_JSON, QuestionnaireRoutes::validate),
                Route.get("/v1/questionnaires/:questionnaire", Access.OPEN, QuestionnaireRoutes::get),
                Route.get(VERSION, Access.OPEN, this::version).knowing("lang"),
                Route.get(VERSION + "/diff", Access.OPEN, QuestionnaireRoutes::diff)
                        .knowing(TO),
                Route.get("/schemas/questionnaire.json", Access.PUBLIC, QuestionnaireRoutes::schema)
                        .giving("application/schema+json", Answer.JSON));
    }

    private Answer list(Call call) {
        String after = lists.after(call, call.beside());
        int limit = call.parameters().limit();
        List<String> ids = all(call).stream()
                .map(Questionnaire::id)
                .distinct()
                .filter(id -> id.compareTo(after) > 0)
                .sorted()
                .toList();
        List<String> items = ids.subList(0, Math.min(limit, ids.size()));
        var page = new Page<>(items, ids.size() > limit);
        return Choices.shared(
                call,
                lists.answer(
                        call,
                        call.beside(),
                        page,
                        id -> id,
                        id -> summary(call, id).done()));
    }

    private static List<Questionnaire> all(Call call) {
        return call.moatmark().catalogue().questionnaires();
    }

    private static Answer get(Call call) {
        String id = call.part("questionnaire");
        List<Questionnaire> versions =
                all(call).stream().filter(one -> one.id().equals(id)).toList();
        if (versions.isEmpty()) {
            throw Halt.of(Slug.NOT_FOUND);
        }
        JsonObject document = summary(call, id)
                .put("purpose", versions.get(versions.size() - 1).purpose())
                .list(
                        "informants",
                        versions.get(versions.size() - 1).informants(),
                        one -> new Members()
                                .put("key", one.key())
                                .put("side", one.side().word())
                                .put("name", one.name())
                                .done())
                .done();
        return Choices.shared(call, Answer.json(200, document));
    }

    private static Members summary(Call call, String id) {
        List<Questionnaire> versions =
                all(call).stream().filter(one -> one.id().equals(id)).toList();
        Questionnaire newest = versions.get(versions.size() - 1);
        List<Item> items = newest.items();
        return new Members()
                .put("id", id)
                .put("version", newest.version().toString())
                .put("methodHash", newest.methodHash())
                .put("title", newest.title())
                .put("licence", newest.licence())
                .words("languages", List.copyOf(newest.title().languages()))
                .put("items", items.size())
                .put("coreItems", items.stream().filter(Item::core).count())
                .list(
                        "versions",
                        versions,
                        one -> new Members()
                                .put("version", one.version().toString())
                                .put("methodHash", one.methodHash())
                                .put("document", "/v1/questionnaires/" + id + "/versions/" + one.version())
                                .done());
    }

    private static Questionnaire find(Call call, String version) {
        return call.moatmark()
                .catalogue()
                .find(call.part("questionnaire"), version)
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
    }

    private Answer version(Call call) {
        return document(call, find(call, call.part("version")));
    }

    /** What a seat is asked, in the version of its assessment: its cookie goes to no other address. */
    Answer ofSeat(Call call) {
        String id = call.part("questionnaire");
        var sheet = call.read(work -> call.doors().answers().sheet(work, call.seat(), id));
        // A newer version may come under the same address.
        return document(call, sheet.questionnaire()).with("Cache-Control", "private, no-cache");
    }

    private Answer document(Call call, Questionnaire found) {
        String language = call.parameters().get("lang");
        List<String> languages = List.copyOf(found.title().languages());
        if (language != null && !languages.contains(language)) {
            String all = String.join(", ", languages);
            throw Halt.parameter(
                    "lang",
                    new Words("This questionnaire is not in that language.", "この質問票にその言語はありません。"),
                    new Words("It is in: " + all + ".", "使える言語：" + all + "。"),
                    languages);
        }
        String hash = found.methodHash();
        String etag = "\"" + hash.substring("sha256:".length(), "sha256:".length() + 16) + "-"
                + (language == null ? "all" : language) + "\"";
        var questionnaires = call.doors().questionnaires();
        boolean shipped = questionnaires.isShipped(found);
        byte[] document =
                shipped ? library.document(found, language) : Library.document(found, own(call, found), language);
        return Answer.bytes(200, Answer.JSON, document)
                .with("ETag", etag)
                .with("Method-Hash", hash)
                .with("Cache-Control", (shipped ? "public, " : "private, ") + FOREVER);
    }

    /** The document of a questionnaire that the tenant published. */
    private static byte[] own(Call call, Questionnaire found) {
        var questionnaires = call.doors().questionnaires();
        String version = found.version().toString();
        return call.read(work -> questionnaires.document(work, call.tenant(), found.id(), version))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Answer diff(Call call) {
        String to = call.parameters().get(TO);
        if (to == null) {
            throw Halt.parameter(
                    TO,
                    new Words("Parameter 'to' is missing.", "パラメーター「to」がありません。"),
                    new Words("Name the version to compare with, such as to=1.1.0.", "比べる版を to=1.1.0 のように指定してください。"),
                    List.of());
        }
        Questionnaire before = find(call, call.part("version"));
        return Answer.json(200, DiffParts.document(before, find(call, to)));
    }

    private static Answer validate(Call call) {
        return Answer.json(200, validated(call, read(call)).done());
    }

    private static Checked.Valid<Questionnaire> read(Call call) {
        Checked<Questionnaire> checked = QuestionnaireJson.read(call.bytes());
        if (checked instanceof Checked.Valid<Questionnaire> valid) {
            return valid;
        }
        throw Halt.of(Problems.invalid(checked.issues()), checked.issues());
    }

    private static Members validated(Call call, Checked.Valid<Questionnaire> read) {
        return new Members()
                .put("valid", true)
                .put("id", read.value().id())
                .put("version", read.value().version().toString())
                .put("methodHash", read.value().methodHash())
                .list("warnings", read.warnings(), issue -> Shapes.warning(issue, call.language()));
    }

    private static Answer publish(Call call) {
        Checked.Valid<Questionnaire> read = read(call);
        Questionnaire questionnaire = read.value();
        String document = JsonText.of(JsonTree.parse(call.bytes()).orThrow());
        String address = "/v1/questionnaires/" + questionnaire.id() + "/versions/" + questionnaire.version();
        return call.once(work -> {
            call.doors().questionnaires().publish(work, call.holder(), questionnaire, document);
            return Answer.json(
                            201, validated(call, read).put("document", address).done())
                    .with("Location", address);
        });
    }

    private static Answer schema(Call call) {
        return Answer.bytes(200, call.type(), Library.resource(SCHEMA)).with("Cache-Control", "public, max-age=3600");
    }
}
