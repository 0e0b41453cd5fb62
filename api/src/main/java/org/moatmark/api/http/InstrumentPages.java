package org.moatmark.api.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.api.http.PageFrame.Page;
import org.moatmark.core.questionnaire.AgreementScale;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Level;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Source;
import org.moatmark.core.questionnaire.TextMap;

/** The shipped questionnaires to read: every question with its anchors, who is asked, and the sources behind it. */
final class InstrumentPages {

    private static final Page LIST = Page.still("instruments");
    private static final Page ONE = Page.still("instrument");

    private final PageFrame frame;

    InstrumentPages(PageFrame frame) {
        this.frame = frame;
    }

    List<Route> routes() {
        return List.of(
                PageFrame.route("/instruments", this::list), PageFrame.route("/instruments/:questionnaire", this::one));
    }

    private Answer list(Call call) {
        Reader reader = Reader.of(call, frame);
        var catalogue = call.doors().moatmark().catalogue();
        Html html = new Html();
        catalogue.questionnaires().stream().map(Questionnaire::id).distinct().forEach(id -> {
            Questionnaire newest = catalogue.newest(id).orElseThrow();
            html.element("article", card -> {
                card.element("h2", title -> reader.link(title, "/instruments/" + id, reader.say(newest.title())));
                card.element("div", Html.with("class", "clamp"), box -> reader.element(box, "p", newest.purpose()));
                card.element("p", Html.with("class", "hint small"), size(reader, newest));
            });
        });
        return frame.answer(call, LIST, Map.of("cards", html.toString()));
    }

    private static String size(Reader reader, Questionnaire one) {
        long core = one.items().stream().filter(Item::core).count();
        return reader.word(
                "instruments.size",
                "items",
                String.valueOf(one.items().size()),
                "core",
                String.valueOf(core),
                "version",
                one.version().toString());
    }

    private Answer one(Call call) {
        Reader reader = Reader.of(call, frame);
        Questionnaire found = call.doors()
                .moatmark()
                .catalogue()
                .newest(call.part("questionnaire"))
                .orElseThrow(() -> Halt.of(Slug.NOT_FOUND));
        String version = "/v1/questionnaires/" + found.id() + "/versions/" + found.version();
        return frame.answer(
                call,
                ONE,
                reader.say(found.title()),
                Map.of(
                        "title", Html.escape(reader.say(found.title())),
                        "purpose", Html.escape(reader.say(found.purpose())),
                        "size", Html.escape(size(reader, found)),
                        "hash", Html.escape(found.methodHash()),
                        "licence", Html.escape(found.licence()),
                        "document", version,
                        "informants", informants(reader, found),
                        "levels", levels(reader, found),
                        "questions", questions(reader, found),
                        "sources", sources(found)));
    }

    private static String informants(Reader reader, Questionnaire found) {
        Html html = new Html();
        for (Informant one : found.informants()) {
            html.element(
                    "li",
                    line -> line.element("strong", one.key())
                            .text(" " + reader.say(one.name()) + " ("
                                    + reader.word("instrument." + one.side().word()) + ")"));
        }
        return html.toString();
    }

    private static String levels(Reader reader, Questionnaire found) {
        Html html = new Html();
        for (Level one : found.levels()) {
            html.element(
                    "div",
                    pair -> pair.element("dt", one.level() + " " + reader.say(one.name()))
                            .element("dd", reader.say(one.definition())));
        }
        return html.toString();
    }

    private static String questions(Reader reader, Questionnaire found) {
        Map<String, String> citations = new HashMap<>();
        found.sources().forEach(source -> citations.put(source.key(), source.citation()));
        Html html = new Html();
        found.tree().forEach(node -> node(html, reader, found, node, 3, citations));
        return html.toString();
    }

    private static void node(
            Html html, Reader reader, Questionnaire found, Node node, int depth, Map<String, String> citations) {
        html.element(
                "h" + Math.min(depth, 6),
                Html.with("id", node.key()),
                node.key() + " " + reader.say(node.head().title()));
        TextMap question = node.head().question();
        if (question != null) {
            html.element("p", Html.with("class", "quiet"), reader.say(question));
        }
        if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> node(html, reader, found, child, depth + 1, citations));
        } else if (node instanceof Node.Reference reference) {
            html.element(
                    "p",
                    text -> text.text(reader.word("instrument.reference") + " ")
                            .element("a", Html.with("href", "#" + reference.target()), reference.target()));
        } else if (node instanceof Node.Leaf leaf) {
            leaf.items().forEach(item -> item(html, reader, found, item, citations));
        }
    }

    private static void item(Html html, Reader reader, Questionnaire found, Item item, Map<String, String> citations) {
        html.element("section", Html.with("class", "question", "id", item.key()), box -> {
            box.element("p", text -> {
                text.element("span", Html.with("class", "item-no"), item.key()).text(" ");
                text.element("strong", reader.say(item.text()));
                if (item.core()) {
                    text.text(" ").element("small", Html.with("class", "badge"), reader.word("instrument.core"));
                }
            });
            TextMap help = item.help();
            if (help != null) {
                box.element("p", Html.with("class", "hint small"), reader.say(help));
            }
            answers(box, reader, found, item.type());
            String asked = reader.word("instrument.asked", "who", String.join(", ", item.informants()));
            String proof = item.evidence() ? " " + reader.word("instrument.evidence") : "";
            box.element("p", Html.with("class", "hint small"), asked + proof);
            if (!item.sources().isEmpty()) {
                List<String> cited = item.sources().stream()
                        .map(key -> citations.getOrDefault(key, key))
                        .toList();
                box.element(
                        "p",
                        Html.with("class", "hint small"),
                        from -> from.text(reader.word("instrument.from") + " ")
                                .element("span", reader.english(), String.join("; ", cited)));
            }
        });
    }

    private static void answers(Html box, Reader reader, Questionnaire found, ItemType type) {
        if (type instanceof ItemType.Rubric rubric) {
            steps(box, reader, rubric.anchors());
        } else if (type instanceof ItemType.Agreement agreement) {
            steps(box, reader, labels(found, agreement.scale()));
            if (agreement.reverse()) {
                box.element("p", Html.with("class", "hint small"), reader.word("instrument.reverse"));
            }
        } else if (type instanceof ItemType.Measure measure) {
            box.element("p", reader.say(measure.unit()));
        } else if (type instanceof ItemType.YesNo) {
            box.element("p", reader.word("instrument.yesNo"));
        } else if (type instanceof ItemType.Choice choice) {
            options(box, reader, choice.options());
        } else if (type instanceof ItemType.Choices choices) {
            options(box, reader, choices.options());
        } else {
            box.element("p", reader.word("instrument.text"));
        }
    }

    private static List<TextMap> labels(Questionnaire found, String scale) {
        return found.scales().stream()
                .filter(one -> one.key().equals(scale))
                .findFirst()
                .map(AgreementScale::labels)
                .orElse(List.of());
    }

    private static void steps(Html box, Reader reader, List<TextMap> steps) {
        box.element("ol", list -> list.each(steps, step -> reader.element(list, "li", step)));
    }

    private static void options(Html box, Reader reader, List<Option> options) {
        box.element("ul", list -> list.each(options, option -> reader.element(list, "li", option.text())));
    }

    private static String sources(Questionnaire found) {
        Html html = new Html();
        for (Source one : found.sources()) {
            html.element(
                    "li",
                    line -> line.text(one.citation() + " ")
                            .element(
                                    "small",
                                    Html.with("class", "badge"),
                                    one.grade().name()));
        }
        return html.toString();
    }
}
