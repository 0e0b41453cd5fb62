package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** A survey as the document of a questionnaire; used once. */
final class SurveyIn {

    private static final String ELEMENTS = "elements";
    private static final Set<String> OF_A_SURVEY =
            Set.of("title", "description", "pages", ELEMENTS, "questions", "locale", SurveyJs.OURS);
    private static final Set<String> OF_A_PANEL =
            Set.of("type", "name", "title", "description", ELEMENTS, "questions", SurveyJs.OURS);

    private final JsonObject survey;
    private final JsonObject ours;
    private final SurveyLosses losses = new SurveyLosses();
    private final SurveyTexts texts;
    private final SurveyScales scales;
    private final SurveyKeys keys = new SurveyKeys();
    private final JsonArray informants;
    private final SurveyQuestions questions;

    SurveyIn(JsonObject survey) {
        this.survey = survey;
        this.ours = JsonPlain.objectIn(survey, SurveyJs.OURS);
        this.texts = new SurveyTexts(survey);
        this.scales = new SurveyScales(JsonPlain.listIn(ours, "scales"), losses);
        this.informants = informants();
        this.questions = new SurveyQuestions(texts, losses, scales, keys, asked());
    }

    Checked<String> questionnaire(String id) {
        Issue most = SurveyExtent.of(survey);
        if (most != null) {
            return new Checked.Invalid<>(List.of(most));
        }
        JsonObject document = new JsonObject();
        document.addProperty("format", "moatmark/questionnaire/1");
        document.addProperty("id", Objects.requireNonNullElse(JsonPlain.word(ours.get("id")), id));
        document.add("version", ours("version", new JsonPrimitive("0.1.0")));
        JsonObject title = texts.of(survey.get("title"), id);
        document.add("title", title);
        JsonObject purpose = texts.of(survey.get("description"));
        document.add("purpose", purpose == null ? title.deepCopy() : purpose);
        document.add("licence", ours("licence", new JsonPrimitive("LicenseRef-unknown")));
        document.add("sources", ours("sources", new JsonArray()));
        document.add("informants", informants);
        JsonArray tree = tree();
        if (tree.isEmpty()) {
            return new Checked.Invalid<>(List.of(nothingAsked()));
        }
        if (questions.tooMany()) {
            return new Checked.Invalid<>(List.of(SurveyExtent.tooManyItems()));
        }
        if (texts.tooMany()) {
            return new Checked.Invalid<>(List.of(SurveyExtent.tooManyCharacters(SurveyExtent.MOST_CHARACTERS + 1)));
        }
        document.add("scales", scales.all());
        document.add("tree", tree);
        document.add("index", ours("index", index()));
        for (String name : List.of("levels", "gates", "staging", "findings")) {
            document.add(name, ours(name, new JsonArray()));
        }
        for (String name : List.of("vignettes", "pairs")) {
            if (ours.has(name)) {
                document.add(name, ours.get(name));
            }
        }
        losses.others(survey, OF_A_SURVEY, Objects.requireNonNullElse(JsonPlain.word(document.get("id")), id), "");
        texts.find(document);
        Issue much = SurveyExtent.texts(document, texts.languages().size());
        if (much != null) {
            return new Checked.Invalid<>(List.of(much));
        }
        texts.complete(document, losses);
        return new Checked.Valid<>(JsonPlain.written(document), losses.all());
    }

    private JsonElement ours(String name, JsonElement usual) {
        return ours.has(name) ? ours.get(name).deepCopy() : usual;
    }

    private static JsonObject index() {
        JsonObject index = new JsonObject();
        index.addProperty("aggregation", "arithmetic");
        index.addProperty("floor", 1);
        return index;
    }

    /** Ours, or one kind for everybody. */
    private JsonArray informants() {
        if (ours.get("informants") instanceof JsonArray known) {
            return known.deepCopy();
        }
        JsonObject name = new JsonObject();
        name.addProperty("en", "Respondent");
        if (survey.toString().contains("\"ja\"")) {
            name.addProperty("ja", "回答者");
        }
        JsonObject anybody = new JsonObject();
        anybody.addProperty("key", "respondent");
        anybody.addProperty("side", "neutral");
        anybody.add("name", name);
        JsonArray all = new JsonArray();
        all.add(anybody);
        return all;
    }

    /** Who is asked a question that says nothing of it: everybody but customers, who are not asked facts. */
    private JsonArray asked() {
        JsonArray asked = new JsonArray();
        for (JsonElement informant : informants) {
            if (informant instanceof JsonObject one && !"customers".equals(JsonPlain.word(one.get("side")))) {
                asked.add(one.get("key"));
            }
        }
        return asked;
    }

    private JsonArray tree() {
        JsonArray tree = new JsonArray();
        JsonArray pages = JsonPlain.listIn(survey, "pages");
        if (pages.isEmpty()) {
            JsonObject all = new JsonObject();
            all.addProperty("name", "all");
            all.add("title", survey.get("title"));
            all.add(ELEMENTS, elements(survey));
            add(tree, node(all, "", ""));
        }
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i) instanceof JsonObject page) {
                add(tree, node(page, "/pages/" + i, "page" + (i + 1)));
            }
        }
        return tree;
    }

    private static void add(JsonArray nodes, @Nullable JsonObject node) {
        if (node != null) {
            nodes.add(node);
        }
    }

    private static JsonArray elements(JsonObject panel) {
        JsonArray elements = JsonPlain.listIn(panel, ELEMENTS);
        return elements.isEmpty() ? JsonPlain.listIn(panel, "questions") : elements;
    }

    /** A page or a panel; null where it asks nothing and reads nothing. */
    private @Nullable JsonObject node(JsonObject panel, String path, String unnamed) {
        JsonObject own = JsonPlain.objectIn(panel, SurveyJs.OURS);
        String name = Objects.requireNonNullElse(JsonPlain.word(panel.get("name")), unnamed);
        JsonObject node = new JsonObject();
        String key = keys.of(name);
        if (!key.equals(name)) {
            losses.renamed(name, key, path);
        }
        node.addProperty("key", key);
        JsonObject title = texts.of(panel.get("title"), name);
        node.add("title", title);
        JsonObject question = texts.of(panel.get("description"));
        if (question != null) {
            node.add("question", question);
        }
        for (Map.Entry<String, JsonElement> one : own.entrySet()) {
            node.add(one.getKey(), one.getValue().deepCopy());
        }
        losses.others(panel, OF_A_PANEL, name, path);
        JsonArray items = new JsonArray();
        JsonArray nodes = new JsonArray();
        JsonArray elements = elements(panel);
        for (int i = 0; i < elements.size(); i++) {
            String at = path + "/" + ELEMENTS + "/" + i;
            if (elements.get(i) instanceof JsonObject element) {
                if ("panel".equals(JsonPlain.word(element.get("type")))) {
                    add(nodes, node(element, at, name + "." + (i + 1)));
                } else {
                    questions.items(element, at).forEach(items::add);
                }
            }
        }
        if (!nodes.isEmpty() && !items.isEmpty()) {
            nodes.add(loose(name, title, items));
        }
        node.add(nodes.isEmpty() ? "items" : "nodes", nodes.isEmpty() ? items : nodes);
        if (nodes.isEmpty() && items.isEmpty()) {
            node.remove("items");
            return own.has("reference") ? node : null;
        }
        return node;
    }

    /** Questions beside panels: a node holds nodes or items, never both. */
    private JsonObject loose(String name, JsonObject title, JsonArray items) {
        JsonObject node = new JsonObject();
        node.addProperty("key", keys.of(name + ".questions"));
        node.add("title", title.deepCopy());
        node.add("items", items);
        return node;
    }

    private static Issue nothingAsked() {
        return new Issue(
                "nothing-asked",
                "",
                new Words("The survey has no question that can be taken over.", "アンケートに、取り込める設問がありません。"),
                new Words(
                        "Give a survey of SurveyJS: an object with 'pages', or with 'elements'.",
                        "SurveyJSのアンケート（「pages」か「elements」を持つオブジェクト）を指定してください。"));
    }
}
