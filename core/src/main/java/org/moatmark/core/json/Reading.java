package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Side;

/**
 * What the readers of the parts of one questionnaire share: the collector of faults, and everything that later parts may
 * name. Parts are read in an order in which what is named comes first; the faults are sorted at the end.
 */
final class Reading {

    final Faults faults = new Faults();
    final Texts texts;

    final Keys sources = new Keys("source", "出典");
    final Keys informants = new Keys("informant", "回答者区分");
    final Keys scales = new Keys("scale", "尺度");
    final Keys nodes = new Keys("node", "ノード");
    final Keys items = new Keys("item", "設問");

    /** Sides of the informants that could be read. */
    final Map<String, Side> sides = new HashMap<>();

    /** Points of the scales that could be read. */
    final Map<String, Integer> points = new HashMap<>();

    /** Items without a fault. */
    final Map<String, Item> sound = new HashMap<>();

    final NodeGraph graph = new NodeGraph();

    Reading(JsonValue document) {
        this.texts = new Texts(Languages.of(document), faults);
    }

    /** A list of references, each at most once. */
    List<String> references(List<JsonValue> values, Keys keys, Place at, Words who) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Place place = at.at(i);
            String key = keys.refer(values.get(i), place, who, faults);
            if (key != null && !seen.add(key)) {
                Values.listedTwice(key, place, who, faults);
            }
        }
        return new ArrayList<>(seen);
    }

    /** A list of texts that say something. */
    List<String> plainTexts(Fields fields, String name) {
        List<String> texts = new ArrayList<>();
        List<JsonValue> values = fields.optionalList(name);
        for (int i = 0; i < values.size(); i++) {
            String text = Values.text(values.get(i), fields.at(name).at(i), fields.who(), faults);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The optional {@code appliesTo} of an item or a condition. */
    AppliesTo appliesTo(Fields owner) {
        JsonValue value = owner.optional("appliesTo");
        Fields fields = value == null ? null : Fields.open(value, owner.at("appliesTo"), owner.who(), faults);
        if (fields == null) {
            return AppliesTo.EVERYONE;
        }
        fields.only(List.of("size", "market"));
        if (fields.object().size() == 0) {
            wrongCount(
                    fields.at(),
                    fields.who(),
                    "'appliesTo' names nobody",
                    "「appliesTo」に条件がありません",
                    "at least one of size and market",
                    "size と market の少なくとも一方");
        }
        Set<CompanySize> sizes = new LinkedHashSet<>();
        for (String word : words(fields, "size", Vocabulary.SIZES)) {
            sizes.add(Vocabulary.size(word));
        }
        Set<Market> markets = new LinkedHashSet<>();
        for (String word : words(fields, "market", Vocabulary.QUESTION_MARKETS)) {
            markets.add(Vocabulary.market(word));
        }
        return new AppliesTo(sizes, markets);
    }

    private Set<String> words(Fields fields, String name, List<String> known) {
        Set<String> seen = new LinkedHashSet<>();
        if (!fields.has(name)) {
            return seen;
        }
        List<JsonValue> values = fields.list(name);
        for (int i = 0; i < values.size(); i++) {
            Place place = fields.at(name).at(i);
            String word = Values.word(values.get(i), known, place, fields.who(), faults);
            if (word != null && !seen.add(word)) {
                Values.listedTwice(word, place, fields.who(), faults);
            }
        }
        if (fields.optional(name) instanceof JsonArray && values.isEmpty()) {
            emptyList(fields, name);
        }
        return seen;
    }

    /** Notes a list without any element where one is needed. */
    void emptyList(Fields fields, String name) {
        wrongCount(
                fields.at(name),
                fields.who(),
                "'" + name + "' is an empty list",
                "「" + name + "」が空の配列です",
                "at least one element",
                "一つ以上の要素");
    }

    /** Notes a wrong number of something. */
    void wrongCount(Place at, Words who, String en, String ja, String neededEn, String neededJa) {
        faults.add(
                "wrong-count",
                at,
                who,
                en + ", but " + neededEn + " " + (neededEn.endsWith("s") ? "are" : "is") + " expected.",
                ja + "。" + neededJa + "が必要です。",
                "Write " + neededEn + ".",
                neededJa + "を書いてください。");
    }

    /** Notes more of something than the limit. */
    void tooMany(Place at, Words who, int count, int most, String en, String ja) {
        faults.add(
                "too-many",
                at,
                who,
                "there are " + count + " " + en + ", but at most " + most + " are taken.",
                ja + "が" + count + "個ありますが、上限は" + most + "個です。",
                "Remove some of them, or make two questionnaires.",
                "数を減らすか、質問票を二つに分けてください。");
    }

    /** Notes a property that belongs to something of another kind. */
    void notForThis(Fields fields, String name, String en, String ja) {
        faults.add(
                "property-not-for-type",
                fields.at(name),
                fields.who(),
                "property '" + name + "' is for " + en + ".",
                "プロパティ「" + name + "」は" + ja + "にだけ使えます。",
                "Remove '" + name + "'.",
                "「" + name + "」を削除してください。");
    }
}
