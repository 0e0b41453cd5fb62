package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.SideJoin;
import org.moatmark.core.questionnaire.TextMap;

/** Reads the tree of nodes. References are checked by {@link #references()} when all nodes are known. */
final class NodeReader {

    private static final List<String> KNOWN = List.of(
            "key",
            "title",
            "question",
            "sources",
            "weight",
            "aggregation",
            "sides",
            "flagBelow",
            "nodes",
            "items",
            "reference");

    private final Reading reading;
    private final Faults faults;
    private final ItemReader items;
    private final AggregationReader aggregations;
    private final List<Pending> pending = new ArrayList<>();
    private int itemCount;

    /** A reference that is looked up when every node is known. */
    private record Pending(@Nullable String node, JsonValue target, Fields fields) {}

    NodeReader(Reading reading) {
        this.reading = reading;
        this.faults = reading.faults;
        this.items = new ItemReader(reading);
        this.aggregations = new AggregationReader(faults);
    }

    /** Reads the top nodes and everything below. */
    List<Node> tree(Fields questionnaire) {
        List<JsonValue> values = questionnaire.list("tree");
        if (!(questionnaire.optional("tree") instanceof JsonArray)) {
            reading.nodes.incomplete();
            reading.items.incomplete();
        } else if (values.isEmpty()) {
            reading.emptyList(questionnaire, "tree");
        }
        List<Node> nodes = nodes(values, questionnaire.at("tree"), null);
        if (itemCount > QuestionnaireJson.MAX_ITEMS) {
            int most = QuestionnaireJson.MAX_ITEMS;
            reading.tooMany(questionnaire.at("tree"), questionnaire.who(), itemCount, most, "items", "設問");
        }
        return nodes;
    }

    /** Looks up every reference; call it once, after the tree. */
    void references() {
        for (Pending one : pending) {
            Place at = one.fields.at("reference");
            String target = reading.nodes.refer(one.target, at, one.fields.who(), faults);
            if (target != null && one.node != null) {
                reading.graph.reference(one.node, target, at);
            }
        }
        reading.graph.check(reading.nodes, faults);
    }

    private List<Node> nodes(List<JsonValue> values, Place at, @Nullable String parent) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Fields fields = Fields.open(values.get(i), at.at(i), Said.numbered("node", "ノード", i), faults);
            if (fields == null) {
                reading.nodes.incomplete();
                reading.items.incomplete();
                continue;
            }
            Node node = node(fields, parent);
            if (node != null) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private @Nullable Node node(Fields unnamed, @Nullable String parent) {
        int before = faults.count();
        String key = reading.nodes.give(unnamed, faults);
        Fields fields = key == null ? unnamed : unnamed.of(reading.nodes.named(key));
        Place item = key == null ? null : reading.items.placeOf(key);
        if (key != null && item != null) {
            Keys.notUnique(key, item, fields, faults);
        }
        if (key != null && parent != null) {
            reading.graph.child(parent, key);
        }
        fields.only(KNOWN);
        TextMap title = reading.texts.required(fields, "title");
        TextMap question = reading.texts.optional(fields, "question");
        List<JsonValue> sourceValues = fields.optionalList("sources");
        List<String> sources = reading.references(sourceValues, reading.sources, fields.at("sources"), fields.who());
        double weight = ItemReader.weight(fields);
        Double flagBelow = flagBelow(fields);
        JsonValue aggregationValue = fields.optional("aggregation");
        Aggregation declared = aggregationValue == null ? null : aggregations.read(aggregationValue, fields);
        Aggregation aggregation = declared == null ? new Aggregation.Arithmetic() : declared;
        String join = fields.optionalWord("sides", Vocabulary.SIDE_JOINS);
        SideJoin sides = join == null ? SideJoin.MEAN : Vocabulary.sideJoin(join);
        content(fields);

        List<Node> children = children(fields, key, aggregation);
        List<Item> leaves = leaves(fields, aggregation);
        String target = reference(fields, key);
        if (key == null || title == null || !faults.noneSince(before)) {
            return null;
        }
        Node.Head head = new Node.Head(key, title, question, sources, weight);
        if (target != null) {
            return new Node.Reference(head, target);
        } else if (!leaves.isEmpty()) {
            return new Node.Leaf(head, aggregation, sides, flagBelow, leaves);
        }
        // A child may be missing although its fault is said elsewhere, such as an item whose informants cannot be read.
        boolean whole = children.size() == fields.optionalList("nodes").size();
        return children.isEmpty() || !whole ? null : new Node.Branch(head, aggregation, flagBelow, children);
    }

    private void content(Fields fields) {
        List<String> there = new ArrayList<>();
        for (String name : List.of("nodes", "items", "reference")) {
            if (fields.has(name)) {
                there.add(name);
            }
        }
        if (there.size() != 1) {
            String has = there.isEmpty() ? "none of them" : String.join(" and ", there);
            String hasJa = there.isEmpty() ? "どれもありません" : String.join("と", there) + "があります";
            faults.add(
                    "node-content",
                    fields.at(),
                    fields.who(),
                    "a node has exactly one of nodes, items and reference; this one has " + has + ".",
                    "ノードには nodes、items、reference のちょうど一つが必要ですが、" + hasJa + "。",
                    "Keep the one that is meant.",
                    "必要なもの一つだけにしてください。");
            return;
        }
        if (fields.has("sides") && !fields.has("items")) {
            reading.notForThis(fields, "sides", "nodes with items", "設問をもつノード");
        }
        for (String name : List.of("aggregation", "flagBelow")) {
            if (fields.has(name) && fields.has("reference")) {
                reading.notForThis(fields, name, "nodes with nodes or items", "子ノードか設問をもつノード");
            }
        }
    }

    private List<Node> children(Fields fields, @Nullable String key, Aggregation aggregation) {
        List<JsonValue> values = fields.optionalList("nodes");
        if (fields.optional("nodes") instanceof JsonArray) {
            if (values.isEmpty()) {
                reading.emptyList(fields, "nodes");
            } else {
                aggregations.checkBalance(aggregation, values.size(), fields);
            }
        } else if (fields.has("nodes")) {
            reading.nodes.incomplete();
            reading.items.incomplete();
        }
        return nodes(values, fields.at("nodes"), key);
    }

    private List<Item> leaves(Fields fields, Aggregation aggregation) {
        List<Item> leaves = new ArrayList<>();
        List<JsonValue> values = fields.optionalList("items");
        if (fields.optional("items") instanceof JsonArray) {
            if (values.isEmpty()) {
                reading.emptyList(fields, "items");
            }
            aggregations.refuseBalance(aggregation, fields);
        } else if (fields.has("items")) {
            reading.items.incomplete();
        }
        itemCount += values.size();
        for (int i = 0; i < values.size(); i++) {
            Item item = items.read(values.get(i), fields.at("items").at(i), i);
            if (item != null) {
                leaves.add(item);
            }
        }
        return leaves;
    }

    private @Nullable String reference(Fields fields, @Nullable String key) {
        JsonValue value = fields.optional("reference");
        if (value == null) {
            return null;
        }
        pending.add(new Pending(key, value, fields));
        return value instanceof JsonString string ? string.value() : null;
    }

    private static @Nullable Double flagBelow(Fields fields) {
        Double points = fields.optionalNumber("flagBelow");
        if (points != null && !(points >= 0 && points <= 100)) {
            fields.outOfRange("flagBelow", points, "a number from 0 to 100", "0以上100以下の数値");
        }
        return points;
    }
}
