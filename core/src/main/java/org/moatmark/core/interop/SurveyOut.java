package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A questionnaire's document as a survey; what a survey has no place for stays, as it is, under {@link SurveyJs#OURS}. */
final class SurveyOut {

    private static final Map<String, String> TYPES = Map.of(
            "rubric", "radiogroup",
            "agreement", "radiogroup",
            "yesNo", "boolean",
            "number", "text",
            "choice", "radiogroup",
            "choices", "checkbox",
            "text", "comment");

    private final JsonObject document;
    private final Map<String, JsonArray> labels = new HashMap<>();

    SurveyOut(JsonObject document) {
        this.document = document;
        for (JsonElement scale : JsonPlain.listIn(document, "scales")) {
            JsonObject one = scale.getAsJsonObject();
            labels.put(one.get("key").getAsString(), one.getAsJsonArray("labels"));
        }
    }

    JsonObject survey() {
        JsonObject rest = document.deepCopy();
        JsonObject survey = new JsonObject();
        JsonObject title = rest.getAsJsonObject("title");
        if (!title.has("en")) {
            survey.addProperty("locale", title.keySet().iterator().next());
        }
        survey.add("title", text(rest.remove("title")));
        survey.add("description", text(rest.remove("purpose")));
        survey.add("pages", nodes(rest.remove("tree").getAsJsonArray(), null));
        survey.add(SurveyJs.OURS, rest);
        return survey;
    }

    private JsonArray nodes(JsonArray nodes, @Nullable String type) {
        JsonArray all = new JsonArray();
        for (JsonElement node : nodes) {
            all.add(node(node.getAsJsonObject(), type));
        }
        return all;
    }

    /** A node as a page, or below one as a panel. */
    private JsonObject node(JsonObject node, @Nullable String type) {
        JsonObject rest = node.deepCopy();
        JsonObject panel = new JsonObject();
        if (type != null) {
            panel.addProperty("type", type);
        }
        panel.add("name", rest.remove("key"));
        panel.add("title", text(rest.remove("title")));
        if (rest.has("question")) {
            panel.add("description", text(rest.remove("question")));
        }
        JsonArray elements = new JsonArray();
        if (rest.has("nodes")) {
            elements = nodes(rest.remove("nodes").getAsJsonArray(), "panel");
        } else if (rest.has("items")) {
            for (JsonElement item : rest.remove("items").getAsJsonArray()) {
                elements.add(question(item.getAsJsonObject()));
            }
        }
        panel.add("elements", elements);
        panel.add(SurveyJs.OURS, rest);
        return panel;
    }

    private JsonObject question(JsonObject item) {
        JsonObject rest = item.deepCopy();
        String type = rest.get("type").getAsString();
        JsonObject question = new JsonObject();
        question.addProperty("type", TYPES.get(type));
        question.add("name", rest.remove("key"));
        question.add("title", text(rest.remove("text")));
        if (rest.has("help")) {
            question.add("description", text(rest.remove("help")));
        }
        switch (type) {
            case "rubric" ->
                question.add("choices", numbered(rest.remove("anchors").getAsJsonArray()));
            case "agreement" ->
                question.add("choices", numbered(labels(rest.get("scale").getAsString())));
            case "choice", "choices" -> options(rest.remove("options").getAsJsonArray(), question, rest);
            case "number" -> {
                question.addProperty("inputType", "number");
                question.add("min", rest.remove("min"));
                question.add("max", rest.remove("max"));
                question.add("placeholder", text(rest.remove("unit")));
            }
            default -> {}
        }
        if (question.has("choices")) {
            said(question, "showDontKnowItem", "dontKnowText", "Don't know", "わからない");
            said(question, "showNoneItem", "noneText", "Not applicable", "該当しない");
            said(question, "showCommentArea", "commentText", "Note, evidence, or why not applicable", "メモ、根拠、該当しない理由");
        }
        question.add(SurveyJs.OURS, rest);
        return question;
    }

    private JsonArray labels(String scale) {
        JsonArray found = labels.get(scale);
        if (found == null) {
            throw new IllegalArgumentException("The questionnaire has no scale '" + scale + "'.");
        }
        return found;
    }

    private static void options(JsonArray options, JsonObject question, JsonObject rest) {
        JsonArray choices = new JsonArray();
        JsonObject scores = new JsonObject();
        for (JsonElement element : options) {
            JsonObject option = element.getAsJsonObject();
            choices.add(choice(option.get("key"), option.get("text")));
            scores.add(option.get("key").getAsString(), option.get("score"));
        }
        question.add("choices", choices);
        rest.add("scores", scores);
    }

    private static JsonArray numbered(JsonArray texts) {
        JsonArray choices = new JsonArray();
        for (JsonElement text : texts) {
            choices.add(choice(new JsonPrimitive(choices.size() + 1), text));
        }
        return choices;
    }

    private static JsonObject choice(JsonElement value, JsonElement text) {
        JsonObject choice = new JsonObject();
        choice.add("value", value);
        choice.add("text", text(text));
        return choice;
    }

    private static void said(JsonObject question, String flag, String name, String en, String ja) {
        JsonObject text = new JsonObject();
        text.addProperty(SurveyTexts.DEFAULT, en);
        text.addProperty("ja", ja);
        question.addProperty(flag, true);
        question.add(name, text);
    }

    /** English is what SurveyJS falls back on, under a name of its own. */
    private static JsonObject text(JsonElement languages) {
        JsonObject text = new JsonObject();
        languages
                .getAsJsonObject()
                .entrySet()
                .forEach(one ->
                        text.add("en".equals(one.getKey()) ? SurveyTexts.DEFAULT : one.getKey(), one.getValue()));
        return text;
    }
}
