package org.moatmark.core.json;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.SideJoin;
import org.moatmark.core.questionnaire.TextMap;

/** Writes questionnaires; what has its default is left out. */
final class QuestionnaireWriter {

    private final JsonOut out = new JsonOut();
    private final ConditionWriter conditions = new ConditionWriter(out);

    private QuestionnaireWriter() {}

    static String write(Questionnaire questionnaire) {
        QuestionnaireWriter writer = new QuestionnaireWriter();
        writer.questionnaire(questionnaire);
        return writer.out.toString();
    }

    private void questionnaire(Questionnaire q) {
        out.beginObject().name("format").value(Questionnaire.FORMAT);
        out.name("id").value(q.id());
        out.name("version").value(q.version().toString());
        text("title", q.title());
        text("purpose", q.purpose());
        out.name("licence").value(q.licence());
        list("sources", q.sources(), one -> {
            out.name("key").value(one.key()).name("citation").value(one.citation());
            out.name("grade").value(one.grade().name());
        });
        list("informants", q.informants(), one -> {
            out.name("key").value(one.key()).name("side").value(one.side().word());
            text("name", one.name());
        });
        list("scales", q.scales(), one -> {
            out.name("key").value(one.key()).name("points").value(one.points());
            texts("labels", one.labels());
        });
        list("tree", q.tree(), this::node);
        out.name("index").beginObject();
        aggregation(q.index().aggregation());
        out.name("floor").value(q.index().floor()).endObject();
        list("levels", q.levels(), one -> {
            out.name("level").value(one.level());
            text("name", one.name());
            text("definition", one.definition());
        });
        list("gates", q.gates(), one -> {
            out.name("node").value(one.node()).name("level").value(one.level());
            text("statement", one.statement());
            conditions.list("require", one.require());
        });
        list("staging", q.staging(), one -> {
            out.name("level").value(one.level());
            conditions.list("require", one.require());
        });
        list("findings", q.findings(), one -> {
            out.name("key").value(one.key()).name("tone").value(one.tone().word());
            out.name("when");
            conditions.write(one.when());
            text("message", one.message());
            strings("seeds", one.seeds());
        });
        inNoScore(q);
        out.endObject();
    }

    private void inNoScore(Questionnaire q) {
        if (!q.vignettes().isEmpty()) {
            list("vignettes", q.vignettes(), one -> {
                out.name("item").value(one.item()).name("key").value(one.key());
                text("text", one.text());
                out.name("order").value(one.order());
            });
        }
        if (!q.pairs().isEmpty()) {
            out.name("pairs").beginArray();
            q.pairs()
                    .forEach(pair -> out.beginArray()
                            .value(pair.first())
                            .value(pair.second())
                            .endArray());
            out.endArray();
        }
    }

    private void node(Node node) {
        Node.Head head = node.head();
        out.name("key").value(head.key());
        text("title", head.title());
        text("question", head.question());
        strings("sources", head.sources());
        weight(head.weight());
        if (node instanceof Node.Branch branch) {
            declared(branch.aggregation());
            flagBelow(branch.flagBelow());
            list("nodes", branch.nodes(), this::node);
        } else if (node instanceof Node.Leaf leaf) {
            declared(leaf.aggregation());
            if (leaf.sides() != SideJoin.MEAN) {
                out.name("sides").value(leaf.sides().word());
            }
            flagBelow(leaf.flagBelow());
            list("items", leaf.items(), this::item);
        } else if (node instanceof Node.Reference reference) {
            out.name("reference").value(reference.target());
        }
    }

    private void declared(Aggregation aggregation) {
        if (!(aggregation instanceof Aggregation.Arithmetic)) {
            aggregation(aggregation);
        }
    }

    private void aggregation(Aggregation aggregation) {
        out.name("aggregation");
        if (aggregation instanceof Aggregation.MeanOfBest best) {
            out.beginObject().name(best.word()).value(best.n()).endObject();
        } else {
            out.value(aggregation.word());
        }
    }

    private void flagBelow(@Nullable Double points) {
        if (points != null) {
            out.name("flagBelow").value(points.doubleValue());
        }
    }

    private void weight(double weight) {
        if (weight != 1) {
            out.name("weight").value(weight);
        }
    }

    private void item(Item item) {
        out.name("key").value(item.key()).name("type").value(item.type().word());
        text("text", item.text());
        text("help", item.help());
        strings("informants", item.informants());
        flag("core", item.core());
        flag("evidence", item.evidence());
        weight(item.weight());
        type(item.type());
        strings("seeds", item.seeds());
        strings("sources", item.sources());
        if (!item.appliesTo().equals(AppliesTo.EVERYONE)) {
            conditions.appliesTo(item.appliesTo());
        }
        String outsideView = item.outsideView();
        if (outsideView != null) {
            out.name("outsideView").value(outsideView);
        }
    }

    private void type(ItemType type) {
        if (type instanceof ItemType.Rubric rubric) {
            texts("anchors", rubric.anchors());
        } else if (type instanceof ItemType.Agreement agreement) {
            flag("reverse", agreement.reverse());
            out.name("scale").value(agreement.scale());
        } else if (type instanceof ItemType.Measure measure) {
            text("unit", measure.unit());
            out.name("min").value(measure.min()).name("max").value(measure.max());
            out.name("cuts").beginArray().value(measure.cut1()).value(measure.cut2());
            out.value(measure.cut3()).value(measure.cut4()).endArray();
            measure.upperPoint().ifPresent(upper -> out.name("upper").value(upper));
        } else if (type instanceof ItemType.Choice choice) {
            list("options", choice.options(), this::option);
        } else if (type instanceof ItemType.Choices choices) {
            list("options", choices.options(), this::option);
            out.name("count").value(choices.count().word());
        }
    }

    private void option(Option option) {
        out.name("key").value(option.key());
        text("text", option.text());
        out.name("score").value(option.score());
    }

    private void flag(String name, boolean flag) {
        if (flag) {
            out.name(name).value(true);
        }
    }

    private void text(String name, @Nullable TextMap text) {
        if (text != null) {
            out.name(name);
            text(text);
        }
    }

    private void text(TextMap text) {
        out.beginObject();
        text.byLanguage().forEach((language, words) -> out.name(language).value(words));
        out.endObject();
    }

    private void texts(String name, List<TextMap> texts) {
        out.name(name).beginArray();
        texts.forEach(this::text);
        out.endArray();
    }

    private void strings(String name, List<String> strings) {
        if (!strings.isEmpty()) {
            out.name(name).beginArray();
            strings.forEach(out::value);
            out.endArray();
        }
    }

    private <T> void list(String name, List<T> elements, Consumer<T> members) {
        out.name(name).beginArray();
        for (T element : elements) {
            out.beginObject();
            members.accept(element);
            out.endObject();
        }
        out.endArray();
    }
}
