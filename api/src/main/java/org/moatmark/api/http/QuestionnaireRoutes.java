package org.moatmark.api.http;

import java.util.List;
import org.moatmark.api.http.Route.Takes;
import org.moatmark.api.store.Page;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;

/** {@code /v1/questionnaires}. */
final class QuestionnaireRoutes {

    private static final String SCHEMA = "/org/moatmark/core/json/questionnaire.schema.json";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Lists lists;
    private final Library library = new Library();

    QuestionnaireRoutes(Lists lists) {
        this.lists = lists;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/questionnaires", Access.OPEN, this::list).knowing("limit", "cursor"),
                Route.post("/v1/questionnaires/validate", Access.OPEN, Takes.LARGE_JSON, QuestionnaireRoutes::validate),
                Route.get("/v1/questionnaires/:questionnaire", Access.OPEN, QuestionnaireRoutes::get),
                Route.get("/v1/questionnaires/:questionnaire/versions/:version", Access.OPEN, this::version)
                        .knowing("lang"),
                Route.get("/schemas/questionnaire.json", Access.PUBLIC, QuestionnaireRoutes::schema)
                        .giving("application/schema+json", Answer.JSON));
    }

    private Answer list(Call call) {
        String after = lists.after(call, "");
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
                lists.answer(call, "", page, id -> id, id -> summary(call, id).done()));
    }

    private static List<Questionnaire> all(Call call) {
        return call.doors().moatmark().catalogue().questionnaires();
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
        return Choices.shared(Answer.json(200, document));
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

    private Answer version(Call call) {
        Questionnaire found = call.doors()
                .moatmark()
                .catalogue()
                .find(call.part("questionnaire"), call.part("version"))
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
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
        return Answer.bytes(200, Answer.JSON, library.document(found, language))
                .with("ETag", etag)
                .with("Method-Hash", hash)
                .with("Cache-Control", FOREVER);
    }

    private static Answer validate(Call call) {
        Checked<Questionnaire> checked = QuestionnaireJson.read(call.bytes());
        if (checked instanceof Checked.Invalid<Questionnaire> invalid) {
            throw Halt.of(Problems.invalid(invalid.issues()), invalid.issues());
        }
        Questionnaire questionnaire = checked.orThrow();
        List<Issue> warnings = ((Checked.Valid<Questionnaire>) checked).warnings();
        return Answer.json(
                200,
                new Members()
                        .put("valid", true)
                        .put("id", questionnaire.id())
                        .put("version", questionnaire.version().toString())
                        .put("methodHash", questionnaire.methodHash())
                        .list(
                                "warnings",
                                warnings,
                                issue -> new Members()
                                        .put("pointer", issue.path())
                                        .put("code", issue.code())
                                        .put("detail", issue.message().in(call.language()))
                                        .put("hint", issue.hint().in(call.language()))
                                        .done())
                        .done());
    }

    private static Answer schema(Call call) {
        return Answer.bytes(200, call.type(), Library.resource(SCHEMA)).with("Cache-Control", "public, max-age=3600");
    }
}
