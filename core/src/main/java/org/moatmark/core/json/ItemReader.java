package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.TextMap;

/** Reads one item of a questionnaire. */
final class ItemReader {

    private static final List<String> COMMON = List.of(
            "key",
            "type",
            "text",
            "informants",
            "core",
            "evidence",
            "reverse",
            "weight",
            "help",
            "seeds",
            "sources",
            "appliesTo",
            "outsideView");

    private static final Map<String, List<String>> EXTRA = Map.of(
            "rubric", List.of("anchors"),
            "agreement", List.of("scale"),
            "yesNo", List.of(),
            "number", List.of("unit", "min", "max", "cuts", "upper"),
            "choice", List.of("options"),
            "choices", List.of("options", "count"),
            "text", List.of());

    private final Reading reading;
    private final Faults faults;
    private final ItemTypeReader types;

    ItemReader(Reading reading) {
        this.reading = reading;
        this.faults = reading.faults;
        this.types = new ItemTypeReader(reading);
    }

    /** Reads the item and takes its key in; null after a fault. */
    @Nullable
    Item read(JsonValue value, Place at, int index) {
        int before = faults.count();
        Fields unnamed = Fields.open(value, at, Said.numbered("item", "設問", index), faults);
        if (unnamed == null) {
            reading.items.incomplete();
            return null;
        }
        String key = reading.items.give(unnamed, faults);
        Fields fields = key == null ? unnamed : unnamed.of(reading.items.named(key));
        Place node = key == null ? null : reading.nodes.placeOf(key);
        if (key != null && node != null) {
            Keys.notUnique(key, node, fields, faults);
        }
        String type = fields.word("type", Vocabulary.TYPES);
        properties(fields, type);
        TextMap text = reading.texts.required(fields, "text");
        List<String> informants = informants(fields, type);
        boolean core = fields.flag("core");
        boolean evidence = fields.flag("evidence");
        double weight = weight(fields);
        TextMap help = reading.texts.optional(fields, "help");
        List<String> seeds = reading.plainTexts(fields, "seeds");
        List<JsonValue> sourceValues = fields.optionalList("sources");
        List<String> sources = reading.references(sourceValues, reading.sources, fields.at("sources"), fields.who());
        AppliesTo appliesTo = reading.appliesTo(fields);
        String outsideView = outsideView(fields);
        ItemType itemType = type == null ? null : types.read(type, fields);
        if (key == null || text == null || itemType == null || informants.isEmpty() || !faults.noneSince(before)) {
            return null;
        }
        Item item = new Item(
                key, itemType, text, informants, core, evidence, weight, help, seeds, sources, appliesTo, outsideView);
        reading.sound.putIfAbsent(key, item);
        return item;
    }

    /** The optional weight of an item or a node; 1 if absent. */
    static double weight(Fields fields) {
        Double weight = fields.optionalNumber("weight");
        if (weight == null) {
            return 1;
        }
        if (!(weight > 0)) {
            fields.outOfRange("weight", weight, "a number above 0", "0より大きい数値");
            return 1;
        }
        return weight;
    }

    private void properties(Fields fields, @Nullable String type) {
        Set<String> all = new LinkedHashSet<>(COMMON);
        for (String one : Vocabulary.TYPES) {
            all.addAll(EXTRA.getOrDefault(one, List.of()));
        }
        if (type == null) {
            fields.only(all);
            return;
        }
        List<String> own = EXTRA.getOrDefault(type, List.of());
        Set<String> allowed = new LinkedHashSet<>(COMMON);
        allowed.addAll(own);
        List<String> foreign = new ArrayList<>();
        for (String name : all) {
            if (!allowed.contains(name) && fields.has(name)) {
                List<String> owners = Vocabulary.TYPES.stream()
                        .filter(one -> EXTRA.getOrDefault(one, List.of()).contains(name))
                        .toList();
                String list = String.join(", ", owners);
                reading.notForThis(fields, name, "items of type " + list, "種類が " + list + " の設問");
                foreign.add(name);
            }
        }
        allowed.addAll(foreign);
        fields.only(allowed);
        if (!type.equals("agreement") && fields.flag("reverse")) {
            reading.notForThis(fields, "reverse", "items of type agreement", "種類が agreement の設問");
        }
    }

    private List<String> informants(Fields fields, @Nullable String type) {
        List<JsonValue> values = fields.list("informants");
        Place at = fields.at("informants");
        List<String> keys = reading.references(values, reading.informants, at, fields.who());
        if (values.isEmpty() && fields.optional("informants") instanceof JsonArray) {
            reading.emptyList(fields, "informants");
        }
        boolean opinion = type == null || type.equals("rubric") || type.equals("agreement");
        for (int i = 0; i < values.size() && !opinion; i++) {
            if (values.get(i) instanceof JsonString string && reading.sides.get(string.value()) == Side.CUSTOMERS) {
                customersAsked(fields, at.at(i), string.value());
            }
        }
        return keys;
    }

    private void customersAsked(Fields fields, Place at, String informant) {
        String shown = Shown.text(informant);
        faults.add(
                "customers-asked-fact",
                at,
                fields.who(),
                "informant '" + shown + "' is on the side of the customers, who are asked opinions only.",
                "回答者区分「" + shown + "」は顧客側です。顧客に尋ねられるのは意見（rubric、agreement）だけです。",
                "Take this informant out, or make the item a rubric or agreement item.",
                "この回答者区分を外すか、設問の種類を rubric か agreement にしてください。");
    }

    private @Nullable String outsideView(Fields fields) {
        JsonValue value = fields.optional("outsideView");
        return value == null ? null : Keys.read(value, fields.at("outsideView"), fields.who(), faults);
    }
}
