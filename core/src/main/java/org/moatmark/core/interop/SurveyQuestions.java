package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes items of the questions of a survey. */
final class SurveyQuestions {

    private static final Set<String> ALWAYS = Set.of("type", "name", "title", "description", SurveyJs.OURS);

    /** What every question of ours has by itself: two ways not to answer, and a note. */
    private static final Set<String> SAID =
            Set.of("showDontKnowItem", "dontKnowText", "showNoneItem", "noneText", "showCommentArea", "commentText");

    private static final int RATES = 5;
    private static final int MOST_RATES = 200;

    private final SurveyTexts texts;
    private final SurveyLosses losses;
    private final SurveyScales scales;
    private final SurveyKeys keys;
    private final JsonArray informants;
    private int named;

    SurveyQuestions(
            SurveyTexts texts, SurveyLosses losses, SurveyScales scales, SurveyKeys keys, JsonArray informants) {
        this.texts = texts;
        this.losses = losses;
        this.scales = scales;
        this.keys = keys;
        this.informants = informants;
    }

    /** The items of a question: one, those of the rows of a matrix, or none. */
    List<JsonObject> items(JsonObject question, String path) {
        if (tooMany()) {
            return List.of();
        }
        String type = Objects.requireNonNullElse(JsonPlain.word(question.get("type")), "text");
        String name = Objects.requireNonNullElse(JsonPlain.word(question.get("name")), type);
        JsonObject ours = JsonPlain.objectIn(question, SurveyJs.OURS);
        return switch (type) {
            case "radiogroup", "dropdown", "buttongroup" -> List.of(chosen(question, name, ours, path));
            case "checkbox", "tagbox" -> List.of(some(question, name, ours, path));
            case "boolean" -> List.of(item(question, name, "yesNo", ours, path, SAID));
            case "rating" -> List.of(rated(question, name, path));
            case "text", "comment" -> List.of(written(question, name, ours, path));
            case "matrix" -> rows(question, name, path);
            default -> {
                losses.notAsked(name, type, path);
                yield List.of();
            }
        };
    }

    /** What all items have, and what is ours of it. */
    private JsonObject item(
            JsonObject question, String name, String type, JsonObject ours, String path, Set<String> taken) {
        Set<String> known = new HashSet<>(ALWAYS);
        known.addAll(taken);
        losses.others(question, known, name, path);
        JsonObject item = named(name, path);
        item.addProperty("type", type);
        item.add("text", texts.of(question.get("title"), name));
        JsonObject help = texts.of(question.get("description"));
        if (help != null) {
            item.add("help", help);
        }
        item.add("informants", informants.deepCopy());
        ours.entrySet().forEach(one -> item.add(one.getKey(), one.getValue().deepCopy()));
        return item;
    }

    /** Whether more was asked than a questionnaire holds. */
    boolean tooMany() {
        return named > SurveyExtent.MOST_ITEMS;
    }

    private JsonObject named(String name, String path) {
        named++;
        String key = keys.of(name);
        if (!key.equals(name)) {
            losses.renamed(name, key, path);
        }
        JsonObject item = new JsonObject();
        item.addProperty("key", key);
        return item;
    }

    private static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(SAID);
        all.addAll(List.of(more));
        return all;
    }

    private JsonObject chosen(JsonObject question, String name, JsonObject ours, String path) {
        JsonArray choices = JsonPlain.listIn(question, "choices");
        String type =
                Objects.requireNonNullElse(JsonPlain.word(ours.get("type")), counts(choices) ? "agreement" : "choice");
        JsonObject item = item(question, name, type, ours, path, with("choices"));
        switch (type) {
            case "rubric" -> item.add("anchors", labels(choices));
            case "agreement" -> scale(item, labels(choices), name, path);
            default -> options(item, choices, name, path);
        }
        return item;
    }

    private void scale(JsonObject item, JsonArray labels, String name, String path) {
        String ours = JsonPlain.word(item.get("scale"));
        if (ours == null) {
            item.addProperty("scale", scales.of(labels));
        } else {
            scales.word(ours, labels, name, path);
        }
    }

    private JsonObject some(JsonObject question, String name, JsonObject ours, String path) {
        JsonObject item = item(question, name, "choices", ours, path, with("choices"));
        if (!item.has("count")) {
            item.addProperty("count", "share");
        }
        options(item, JsonPlain.listIn(question, "choices"), name, path);
        return item;
    }

    private void options(JsonObject item, JsonArray choices, String name, String path) {
        JsonObject scores = item.remove("scores") instanceof JsonObject known ? known : new JsonObject();
        JsonArray options = new JsonArray();
        boolean all = true;
        for (JsonElement choice : choices) {
            String value = value(choice);
            all &= scores.has(value);
            JsonObject option = new JsonObject();
            option.addProperty("key", value);
            option.add("text", label(choice));
            option.add("score", scores.has(value) ? scores.get(value) : new JsonPrimitive(0));
            options.add(option);
        }
        item.add("options", options);
        if (!all) {
            losses.noScores(name, path);
        }
    }

    private JsonObject rated(JsonObject question, String name, String path) {
        JsonArray labels = new JsonArray();
        JsonArray values = JsonPlain.listIn(question, "rateValues");
        Double first = JsonPlain.number(question.get("rateMin"));
        Double last = JsonPlain.number(question.get("rateMax"));
        Double count = JsonPlain.number(question.get("rateCount"));
        long from = first == null ? 1 : first.intValue();
        long to = last != null ? last.intValue() : from + (count == null ? RATES : count.intValue()) - 1;
        if (values.isEmpty()) {
            for (long i = from; i <= Math.min(to, from + MOST_RATES); i++) {
                labels.add(end(i, i == from ? "minRateDescription" : i == to ? "maxRateDescription" : "", question));
            }
        } else {
            values.forEach(value -> labels.add(label(value)));
        }
        JsonObject item = item(
                question,
                name,
                "agreement",
                new JsonObject(),
                path,
                with(
                        "rateValues",
                        "rateMin",
                        "rateMax",
                        "rateCount",
                        "autoGenerate",
                        "minRateDescription",
                        "maxRateDescription"));
        item.addProperty("scale", scales.of(labels));
        return item;
    }

    /** A number, with what is said of the ends. */
    private JsonObject end(long number, String said, JsonObject question) {
        JsonObject digits = texts.plain(Long.toString(number));
        JsonObject words = said.isEmpty() ? null : texts.of(question.get(said));
        return words == null ? digits : texts.joined(digits, words);
    }

    private JsonObject written(JsonObject question, String name, JsonObject ours, String path) {
        String input = JsonPlain.word(question.get("inputType"));
        if (!"number".equals(input) && !"range".equals(input)) {
            return item(question, name, "text", ours, path, with("inputType", "placeholder", "rows"));
        }
        if (!ours.has("cuts")) {
            losses.noCuts(name, path);
            return item(question, name, "text", new JsonObject(), path, with("inputType", "placeholder"));
        }
        JsonObject item = item(question, name, "number", ours, path, with("inputType", "min", "max", "placeholder"));
        item.add("unit", texts.of(question.get("placeholder"), "-"));
        item.add("min", question.get("min"));
        item.add("max", question.get("max"));
        return item;
    }

    private List<JsonObject> rows(JsonObject matrix, String name, String path) {
        JsonArray labels = labels(JsonPlain.listIn(matrix, "columns"));
        JsonObject title = texts.of(matrix.get("title"));
        losses.others(matrix, Set.of("type", "name", "title", "columns", "rows", SurveyJs.OURS), name, path);
        String scale = scales.of(labels);
        return JsonPlain.listIn(matrix, "rows").asList().stream()
                .takeWhile(row -> !tooMany())
                .map(row -> {
                    JsonObject item = named(name + "." + value(row), path);
                    item.addProperty("type", "agreement");
                    item.add("text", title == null ? label(row) : texts.joined(title, label(row)));
                    item.add("informants", informants.deepCopy());
                    item.addProperty("scale", scale);
                    return item;
                })
                .toList();
    }

    /** Whether choices are the numbers 1, 2, 3 and so on. */
    private static boolean counts(JsonArray choices) {
        for (int i = 0; i < choices.size(); i++) {
            JsonElement value = choices.get(i) instanceof JsonObject choice ? choice.get("value") : choices.get(i);
            Double number = JsonPlain.number(value);
            if (number == null || number != i + 1) {
                return false;
            }
        }
        return choices.size() > 1;
    }

    private JsonArray labels(JsonArray choices) {
        JsonArray labels = new JsonArray();
        choices.forEach(choice -> labels.add(label(choice)));
        return labels;
    }

    private JsonObject label(JsonElement choice) {
        return choice instanceof JsonObject object
                ? texts.of(object.get("text"), value(choice))
                : texts.plain(value(choice));
    }

    private static String value(JsonElement choice) {
        String value = JsonPlain.word(choice instanceof JsonObject object ? object.get("value") : choice);
        return value == null ? "-" : value;
    }
}
