package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AgreementScale;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Level;
import org.moatmark.core.questionnaire.Source;
import org.moatmark.core.questionnaire.TextMap;

/** Reads what the rest of a questionnaire names: sources, informants, scales and levels. */
final class DeclarationReader {

    private static final int LEAST_POINTS = 2;

    /** So many kinds the scorer can tell apart. */
    private static final int MOST_INFORMANTS = 64;

    private final Reading reading;
    private final Faults faults;

    DeclarationReader(Reading reading) {
        this.reading = reading;
        this.faults = reading.faults;
    }

    List<Source> sources(Fields questionnaire) {
        List<Source> sources = new ArrayList<>();
        for (Fields fields : elements(questionnaire, "sources", reading.sources, "source", "出典")) {
            int before = faults.count();
            fields.only(List.of("key", "citation", "grade"));
            String key = reading.sources.give(fields, faults);
            Fields named = key == null ? fields : fields.of(reading.sources.named(key));
            String citation = named.text("citation");
            String grade = named.word("grade", Vocabulary.GRADES);
            if (key != null && citation != null && grade != null && faults.noneSince(before)) {
                sources.add(new Source(key, citation, Source.Grade.valueOf(grade)));
            }
        }
        return sources;
    }

    List<Informant> informants(Fields questionnaire) {
        List<Informant> informants = new ArrayList<>();
        List<Fields> elements = elements(questionnaire, "informants", reading.informants, "informant", "回答者区分");
        for (Fields fields : elements) {
            int before = faults.count();
            fields.only(List.of("key", "side", "name"));
            String key = reading.informants.give(fields, faults);
            Fields named = key == null ? fields : fields.of(reading.informants.named(key));
            String side = named.word("side", Vocabulary.SIDES);
            TextMap name = reading.texts.required(named, "name");
            if (key != null && side != null) {
                reading.sides.putIfAbsent(key, Vocabulary.side(side));
            }
            if (key != null && side != null && name != null && faults.noneSince(before)) {
                informants.add(new Informant(key, Vocabulary.side(side), name));
            }
        }
        if (questionnaire.optional("informants") instanceof JsonArray list
                && list.values().isEmpty()) {
            reading.emptyList(questionnaire, "informants");
            reading.informants.incomplete();
        }
        if (elements.size() > MOST_INFORMANTS) {
            reading.tooMany(
                    questionnaire.at("informants"),
                    questionnaire.who(),
                    elements.size(),
                    MOST_INFORMANTS,
                    "informant kinds",
                    "回答者区分");
        }
        return informants;
    }

    List<AgreementScale> scales(Fields questionnaire) {
        List<AgreementScale> scales = new ArrayList<>();
        for (Fields fields : elements(questionnaire, "scales", reading.scales, "scale", "尺度")) {
            int before = faults.count();
            fields.only(List.of("key", "points", "labels"));
            String key = reading.scales.give(fields, faults);
            Fields named = key == null ? fields : fields.of(reading.scales.named(key));
            Integer points = points(named);
            List<TextMap> labels = labels(named, points);
            if (key != null && points != null) {
                reading.points.putIfAbsent(key, points);
            }
            if (key != null && points != null && faults.noneSince(before)) {
                scales.add(new AgreementScale(key, points, labels));
            }
        }
        return scales;
    }

    private @Nullable Integer points(Fields scale) {
        Integer points = scale.whole("points");
        if (points != null && (points < LEAST_POINTS || points > QuestionnaireJson.MAX_OPTIONS)) {
            String most = String.valueOf(QuestionnaireJson.MAX_OPTIONS);
            scale.outOfRange("points", points, "a whole number from 2 to " + most, "2以上" + most + "以下の整数");
            return null;
        }
        return points;
    }

    private List<TextMap> labels(Fields scale, @Nullable Integer points) {
        List<TextMap> labels = new ArrayList<>();
        List<JsonValue> values = scale.list("labels");
        for (int i = 0; i < values.size(); i++) {
            TextMap label = reading.texts.read(values.get(i), scale.at("labels").at(i), scale.who());
            if (label != null) {
                labels.add(label);
            }
        }
        if (points != null && scale.optional("labels") instanceof JsonArray && values.size() != points) {
            reading.wrongCount(
                    scale.at("labels"),
                    scale.who(),
                    "the number of its points is " + points + " and that of its labels " + values.size(),
                    "尺度の段階は" + points + "、ラベルは" + values.size() + "個です",
                    "one label per point",
                    "段階と同じ数のラベル");
        }
        return labels;
    }

    List<Level> levels(Fields questionnaire) {
        List<Level> levels = new ArrayList<>();
        List<Fields> elements = elements(questionnaire, "levels", null, "level", "レベル");
        for (int i = 0; i < elements.size(); i++) {
            Fields fields = elements.get(i);
            int before = faults.count();
            fields.only(List.of("level", "name", "definition"));
            Integer level = fields.whole("level");
            if (level != null && level != i + 1) {
                levelOrder(fields, level, i + 1);
            }
            TextMap name = reading.texts.required(fields, "name");
            TextMap definition = reading.texts.required(fields, "definition");
            if (level != null && name != null && definition != null && faults.noneSince(before)) {
                levels.add(new Level(level, name, definition));
            }
        }
        return levels;
    }

    private void levelOrder(Fields fields, int level, int expected) {
        faults.add(
                "level-order",
                fields.at("level"),
                fields.who(),
                "level " + level + " stands where level " + expected + " is expected.",
                "レベル" + expected + "の位置にレベル" + level + "があります。",
                "Number the levels 1, 2, 3 and so on, in this order.",
                "レベルには1から順に番号を付けてください。");
    }

    /** The objects of a list; what is no object is noted and left out. */
    private List<Fields> elements(Fields owner, String name, @Nullable Keys keys, String en, String ja) {
        List<Fields> elements = new ArrayList<>();
        List<JsonValue> values = owner.list(name);
        if (keys != null && !(owner.optional(name) instanceof JsonArray)) {
            keys.incomplete();
        }
        for (int i = 0; i < values.size(); i++) {
            Words who = Said.numbered(en, ja, i);
            Fields fields = Fields.open(values.get(i), owner.at(name).at(i), who, faults);
            if (fields != null) {
                elements.add(fields);
            } else if (keys != null) {
                keys.incomplete();
            }
        }
        return elements;
    }
}
