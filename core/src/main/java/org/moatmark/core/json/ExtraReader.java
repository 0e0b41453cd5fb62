package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.questionnaire.Vignette;

/** Reads what is in no score: vignettes and contradictory pairs. */
final class ExtraReader {

    private final Reading reading;
    private final Faults faults;

    ExtraReader(Reading reading) {
        this.reading = reading;
        this.faults = reading.faults;
    }

    List<Vignette> vignettes(Fields questionnaire) {
        List<Vignette> vignettes = new ArrayList<>();
        Keys keys = new Keys("vignette", "仮想事例");
        List<JsonValue> values = questionnaire.optionalList("vignettes");
        for (int i = 0; i < values.size(); i++) {
            Place at = questionnaire.at("vignettes").at(i);
            Fields unnamed = Fields.open(values.get(i), at, Said.numbered("vignette", "仮想事例", i), faults);
            if (unnamed == null) {
                continue;
            }
            int before = faults.count();
            unnamed.only(List.of("item", "key", "text", "order"));
            String key = keys.give(unnamed, faults);
            Fields fields = key == null ? unnamed : unnamed.of(keys.named(key));
            JsonValue itemValue = fields.required("item");
            String item = itemValue == null ? null : item(itemValue, fields.at("item"), fields.who(), false);
            TextMap text = reading.texts.required(fields, "text");
            Integer order = fields.whole("order");
            if (key == null || item == null || text == null || order == null) {
                continue;
            }
            if (faults.noneSince(before)) {
                vignettes.add(new Vignette(item, key, text, order));
            }
        }
        return vignettes;
    }

    List<ContradictoryPair> pairs(Fields questionnaire) {
        List<ContradictoryPair> pairs = new ArrayList<>();
        List<JsonValue> values = questionnaire.optionalList("pairs");
        for (int i = 0; i < values.size(); i++) {
            Place at = questionnaire.at("pairs").at(i);
            Words who = Said.numbered("pair", "組", i);
            List<JsonValue> both = Values.list(values.get(i), at, who, faults);
            if (!(values.get(i) instanceof JsonArray)) {
                continue;
            }
            List<String> keys = new ArrayList<>();
            for (int j = 0; j < both.size(); j++) {
                String key = item(both.get(j), at.at(j), who, true);
                if (key != null) {
                    keys.add(key);
                }
            }
            if (both.size() != 2) {
                reading.wrongCount(
                        at,
                        who,
                        "the number of its items is " + both.size(),
                        "組の設問が" + both.size() + "個です",
                        "exactly two items",
                        "ちょうど二つの設問");
            } else if (keys.size() == 2 && keys.get(0).equals(keys.get(1))) {
                Values.listedTwice(keys.get(0), at.at(1), who, faults);
            } else if (keys.size() == 2) {
                pairs.add(new ContradictoryPair(keys.get(0), keys.get(1)));
            }
        }
        return pairs;
    }

    private @Nullable String item(JsonValue value, Place at, Words who, boolean anyScored) {
        String key = reading.items.refer(value, at, who, faults);
        Item item = key == null ? null : reading.sound.get(key);
        if (item == null) {
            return null;
        }
        boolean scored = !(item.type() instanceof ItemType.FreeText);
        if (item.type().isOpinion() || (anyScored && scored)) {
            return key;
        }
        String needed = anyScored ? "rubric, agreement, yesNo, number, choice, choices" : "rubric, agreement";
        String type = item.type().word();
        faults.add(
                "item-type",
                at,
                who,
                "item '" + key + "' is of type " + type + ", but one of " + needed + " is expected.",
                "設問「" + key + "」の種類は " + type + " ですが、" + needed + " のいずれかが必要です。",
                "Name an item of one of these types.",
                "これらの種類の設問を指定してください。");
        return null;
    }
}
