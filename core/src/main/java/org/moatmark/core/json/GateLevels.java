package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which levels of which nodes have gates, and which of these levels need one another. */
final class GateLevels {

    private final Map<String, Set<Integer>> levels = new HashMap<>();
    private final List<Need> needs = new ArrayList<>();
    private boolean incomplete;

    /**
     * A level of a node.
     *
     * @param node key of the node
     * @param level the level
     */
    record Gate(String node, int level) {}

    private record Need(Gate from, Gate to, Fields condition) {}

    /** Looks at all gates before any of them is read. */
    GateLevels(@Nullable JsonValue gates) {
        incomplete = !(gates instanceof JsonArray);
        if (gates instanceof JsonArray list) {
            list.values().forEach(this::look);
        }
    }

    private void look(JsonValue gate) {
        if (gate instanceof JsonObject object
                && object.get("node") instanceof JsonString node
                && object.get("level") instanceof JsonNumber level
                && level.value() == (int) level.value()) {
            levels.computeIfAbsent(node.value(), key -> new TreeSet<>()).add((int) level.value());
        } else {
            incomplete = true;
        }
    }

    /** Whether a node can reach the level; notes a fault if not. */
    boolean check(String node, int level, Fields condition, Faults faults) {
        Set<Integer> own = levels.getOrDefault(node, Set.of());
        if (own.isEmpty()) {
            if (!incomplete) {
                withoutGates(node, condition, faults);
            }
            return false;
        }
        int highest = own.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (level >= 1 && level <= highest) {
            return true;
        }
        if (level < 1 || !incomplete) {
            notReachable(node, level, highest, condition, faults);
        }
        return false;
    }

    /** Remembers that a gate needs a level. */
    void needs(Gate gate, String node, int level, Fields condition) {
        needs.add(new Need(gate, new Gate(node, level), condition));
    }

    /** Notes one fault for every circle of levels that need one another; a level needs all levels below it. */
    void checkCircles(Faults faults) {
        Circles<Gate> circles = new Circles<>();
        levels.forEach((node, own) -> {
            int highest = own.stream().mapToInt(Integer::intValue).max().orElse(0);
            for (int level = 3; level <= Math.min(highest, QuestionnaireJson.MAX_LEVELS); level++) {
                circles.edge(new Gate(node, level), new Gate(node, level - 1));
            }
        });
        needs.forEach(need -> circles.edge(need.from, need.to));
        Map<Gate, Integer> groups = circles.groups();
        List<Integer> said = new ArrayList<>();
        for (Need need : needs) {
            Integer group = groups.get(need.from);
            if (group != null && group.equals(groups.get(need.to)) && !said.contains(group)) {
                said.add(group);
                circle(need, faults);
            }
        }
    }

    private static void withoutGates(String node, Fields condition, Faults faults) {
        String shown = Shown.text(node);
        faults.add(
                "node-without-gates",
                condition.at("level"),
                condition.who(),
                "node '" + shown + "' has no gates, so it has no level.",
                "ノード「" + shown + "」にはゲートがないため、レベルがありません。",
                "Give the node gates, or compare its score: {\"node\": \"" + shown + "\", \"atLeast\": ...}.",
                "このノードにゲートを設けるか、得点で比べてください：{\"node\": \"" + shown + "\", \"atLeast\": ...}");
    }

    private static void notReachable(String node, int level, int highest, Fields condition, Faults faults) {
        String shown = Shown.text(node);
        faults.add(
                "level-not-reachable",
                condition.at("atLeast"),
                condition.who(),
                "node '" + shown + "' can never reach level " + level + "; its gates go up to level " + highest + ".",
                "ノード「" + shown + "」はレベル" + level + "に到達できません。ゲートはレベル" + highest + "までです。",
                "Write a level from 1 to " + highest + ", or add gates.",
                "1から" + highest + "までのレベルを書くか、ゲートを追加してください。");
    }

    private static void circle(Need need, Faults faults) {
        String to = Shown.text(need.to.node);
        String from = Shown.text(need.from.node);
        faults.add(
                "level-circle",
                need.condition.at(),
                need.condition.who(),
                "level " + need.to.level + " of node '" + to + "' itself needs level " + need.from.level + " of node '"
                        + from + "': a circle that nobody can enter.",
                "ノード「" + to + "」のレベル" + need.to.level + "には、ノード「" + from + "」のレベル" + need.from.level
                        + "が必要です。循環しているため、どちらにも到達できません。",
                "Take this condition out, or ask for a score instead of a level.",
                "この条件を外すか、レベルではなく得点を条件にしてください。");
    }
}
