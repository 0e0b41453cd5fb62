package org.moatmark.core.json;

import java.util.IdentityHashMap;
import java.util.Map;
import org.moatmark.core.maturity.NodeLevel;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.NodeSides;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Status;

/** Texts that stand in every result of a questionnaire, written once. Not safe for several threads. */
final class Fragments {

    private static final int MOST = 20_000;

    private final Map<Object, byte[]> written = new IdentityHashMap<>();
    private final Map<TextMap, Start> starts = new IdentityHashMap<>();
    private final Map<String, Part> parts = new IdentityHashMap<>();
    private final Map<String, byte[][]> items = new IdentityHashMap<>();
    private final Map<String, byte[][]> plainNodes = new IdentityHashMap<>();

    /** Forgets all when results of too many questionnaires, or many results that were read, have gone by. */
    void prune() {
        if (written.size() + starts.size() + parts.size() + items.size() + plainNodes.size() > MOST) {
            written.clear();
            starts.clear();
            parts.clear();
            items.clear();
            plainNodes.clear();
        }
    }

    byte[] text(TextMap text) {
        byte[] known = written.get(text);
        if (known == null) {
            JsonOut out = new JsonOut().beginObject();
            text.byLanguage().forEach((language, words) -> out.name(language).value(words));
            known = out.endObject().toBytes();
            written.put(text, known);
        }
        return known;
    }

    byte[] quoted(String text) {
        byte[] known = written.get(text);
        if (known == null) {
            known = new JsonOut().value(text).toBytes();
            written.put(text, known);
        }
        return known;
    }

    /** The start of a node, up to its title. */
    byte[] node(NodeScore node) {
        Start start = starts.get(node.title());
        if (start == null || !start.key.equals(node.key())) {
            JsonOut out =
                    new JsonOut().beginObject().name("key").value(node.key()).name("parent");
            if (node.parent() == null) {
                out.nullValue();
            } else {
                out.value(node.parent());
            }
            start = new Start(
                    node.key(), out.name("title").raw(text(node.title())).toBytes());
            starts.put(node.title(), start);
        }
        return start.json;
    }

    /** Whether a node has a score, and neither sides, level, blocking statements nor flags. */
    static boolean isPlain(NodeScore node, NodeLevel level) {
        return node.outcome() instanceof Outcome.Scored
                && node.sides() == NodeSides.NONE
                && level.level() == null
                && level.progress() == null
                && level.blocking().isEmpty()
                && node.flags().isEmpty();
    }

    /** Such a node from its status up to its contributions. */
    byte[] plain(NodeScore node) {
        byte[][] byStatus = plainNodes.computeIfAbsent(node.rule(), unknown -> new byte[Status.values().length][]);
        byte[] known = byStatus[node.status().ordinal()];
        if (known == null) {
            JsonOut out = new JsonOut()
                    .beginObject()
                    .name("status")
                    .value(node.status().word());
            out.name("rule").value(node.rule());
            out.name("sides").beginObject().endObject();
            out.name("level").nullValue().name("progress").nullValue();
            out.name("blocking").beginArray().endArray();
            byte[] object = out.name("flags").beginArray().endArray().toBytes();
            object[0] = ',';
            known = object;
            byStatus[node.status().ordinal()] = known;
        }
        return known;
    }

    /** The start of an item, up to its claimed score. */
    byte[] item(String key, ItemState state) {
        byte[][] byState = items.computeIfAbsent(key, unknown -> new byte[ItemState.values().length][]);
        byte[] known = byState[state.ordinal()];
        if (known == null) {
            JsonOut out = new JsonOut().beginObject().name("key").value(key);
            known = out.name("state").value(state.word()).name("claimed").toBytes();
            byState[state.ordinal()] = known;
        }
        return known;
    }

    /** The start of a contribution, up to its share. */
    byte[] contribution(String key, double weight) {
        Part part = parts.get(key);
        if (part == null || part.weight != weight) {
            JsonOut out = new JsonOut().beginObject().name("key").value(key);
            part = new Part(
                    weight, out.name("weight").value(weight).name("share").toBytes());
            parts.put(key, part);
        }
        return part.json;
    }

    private record Part(double weight, byte[] json) {}

    private record Start(String key, byte[] json) {}
}
