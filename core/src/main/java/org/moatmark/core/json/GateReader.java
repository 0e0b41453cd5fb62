package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.StagingRow;
import org.moatmark.core.questionnaire.TextMap;

/** Reads what rests on conditions: gates, staging and findings. */
final class GateReader {

    /** More gates than any file within the limits of a document has. */
    private static final int MOST_GATES = 1_000_000;

    private final Reading reading;
    private final Faults faults;
    private final GateLevels levels;
    private final ConditionReader conditions;

    /** The number of levels, or -1 if it is not known. */
    private final int highest;

    GateReader(Reading reading, Fields questionnaire) {
        this.reading = reading;
        this.faults = reading.faults;
        this.levels = new GateLevels(questionnaire.optional("gates"));
        this.conditions = new ConditionReader(reading, levels);
        this.highest = questionnaire.optional("levels") instanceof JsonArray list
                ? list.values().size()
                : -1;
    }

    List<Gate> gates(Fields questionnaire) {
        List<Gate> gates = new ArrayList<>();
        Map<String, TreeMap<Integer, JointBounds>> bounds = new HashMap<>();
        List<JsonValue> values = questionnaire.list("gates");
        for (int i = 0; i < values.size(); i++) {
            Place at = questionnaire.at("gates").at(i);
            Fields unnamed = Fields.open(values.get(i), at, Said.numbered("gate", "ゲート", i), faults);
            if (unnamed == null) {
                continue;
            }
            int before = faults.count();
            unnamed.only(List.of("node", "level", "statement", "require"));
            JsonValue nodeValue = unnamed.required("node");
            String node = nodeValue == null
                    ? null
                    : reading.nodes.refer(nodeValue, unnamed.at("node"), unnamed.who(), faults);
            Integer level = level(unnamed);
            GateLevels.Gate gate = node == null || level == null ? null : new GateLevels.Gate(node, level);
            Fields fields = gate == null ? unnamed : unnamed.of(named(gate));
            TextMap statement = reading.texts.required(fields, "statement");
            JointBounds own = new JointBounds();
            List<Condition> require =
                    conditions.require(fields, new ConditionReader.Around(own, List.of(), true, gate));
            own.check(faults);
            if (gate != null) {
                bounds.computeIfAbsent(gate.node(), key -> new TreeMap<>()).put(place(gate.level(), i), own);
            }
            if (gate != null && statement != null && faults.noneSince(before)) {
                gates.add(new Gate(gate.node(), gate.level(), statement, require));
            }
        }
        bounds.values().forEach(this::together);
        return gates;
    }

    List<StagingRow> staging(Fields questionnaire) {
        List<StagingRow> rows = new ArrayList<>();
        TreeMap<Integer, JointBounds> bounds = new TreeMap<>();
        List<JsonValue> values = questionnaire.list("staging");
        for (int i = 0; i < values.size(); i++) {
            Place at = questionnaire.at("staging").at(i);
            Words who = Said.numbered("staging row", "段階判定", i);
            Fields fields = Fields.open(values.get(i), at, who, faults);
            if (fields == null) {
                continue;
            }
            int before = faults.count();
            fields.only(List.of("level", "require"));
            Integer level = level(fields);
            JointBounds own = new JointBounds();
            List<Condition> require =
                    conditions.require(fields, new ConditionReader.Around(own, List.of(), true, null));
            own.check(faults);
            if (level != null) {
                bounds.put(place(level, i), own);
            }
            if (level != null && faults.noneSince(before)) {
                rows.add(new StagingRow(level, require));
            }
        }
        together(bounds);
        return rows;
    }

    List<Finding> findings(Fields questionnaire) {
        List<Finding> findings = new ArrayList<>();
        Keys keys = new Keys("finding", "所見");
        List<JsonValue> values = questionnaire.list("findings");
        for (int i = 0; i < values.size(); i++) {
            Place at = questionnaire.at("findings").at(i);
            Fields unnamed = Fields.open(values.get(i), at, Said.numbered("finding", "所見", i), faults);
            if (unnamed == null) {
                continue;
            }
            int before = faults.count();
            unnamed.only(List.of("key", "tone", "when", "message", "seeds"));
            String key = keys.give(unnamed, faults);
            Fields fields = key == null ? unnamed : unnamed.of(keys.named(key));
            String tone = fields.word("tone", Vocabulary.TONES);
            JointBounds own = new JointBounds();
            JsonValue whenValue = fields.required("when");
            Condition when = whenValue == null
                    ? null
                    : conditions.read(
                            whenValue,
                            fields.at("when"),
                            fields.who(),
                            new ConditionReader.Around(own, List.of(), false, null));
            own.check(faults);
            TextMap message = reading.texts.required(fields, "message");
            List<String> seeds = reading.plainTexts(fields, "seeds");
            if (key == null || tone == null || when == null || message == null) {
                continue;
            }
            if (faults.noneSince(before)) {
                findings.add(new Finding(key, Vocabulary.tone(tone), when, message, seeds));
            }
        }
        return findings;
    }

    /** Call it once, after gates: notes circles of level conditions. */
    void circles() {
        levels.checkCircles(faults);
    }

    /** Whoever reaches a level has passed all lower ones: their bounds must hold together. */
    private void together(TreeMap<Integer, JointBounds> byLevel) {
        byLevel.forEach(
                (level, own) -> byLevel.headMap(level).values().forEach(lower -> own.checkAgainst(lower, faults)));
    }

    private static Words named(GateLevels.Gate gate) {
        String node = Shown.text(gate.node());
        return new Words(
                "Gate of node '" + node + "' at level " + gate.level(),
                "ノード「" + node + "」のレベル" + gate.level() + "のゲート");
    }

    private @Nullable Integer level(Fields fields) {
        Integer level = fields.whole("level");
        if (level == null || (level >= 2 && (highest < 0 || level <= highest))) {
            return level;
        }
        String rangeEn = highest < 2 ? "a level above 1 that is among 'levels'" : "a level from 2 to " + highest;
        String rangeJa = highest < 2 ? "levels にある2以上のレベル" : "2から" + highest + "までのレベル";
        faults.add(
                "unknown-level",
                fields.at("level"),
                fields.who(),
                "level " + level + " cannot stand here, " + rangeEn + " is expected.",
                "レベル" + level + "は使えません。" + rangeJa + "が必要です。",
                "Write " + rangeEn + "; level 1 needs no gate.",
                rangeJa + "を書いてください。レベル1にゲートは要りません。");
        return null;
    }

    /** Where bounds stand when they are looked at together: by level, then in file order. */
    private static int place(int level, int index) {
        return level * MOST_GATES + index;
    }
}
