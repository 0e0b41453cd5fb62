package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case company as its raters see it together.
 *
 * @param company the company
 * @param index the index
 * @param nodes by key every node, in tree order
 * @param items every item that was looked at, in file order
 */
public record CaseScore(CaseCompany company, Consensus index, Map<String, Consensus> nodes, List<ConsensusItem> items)
        implements Serializable {

    /** Copies the map, in its order, and the list. */
    public CaseScore {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        items = List.copyOf(items);
    }

    /**
     * One node.
     *
     * @param key its key
     * @return what the raters make of it
     * @throws IllegalArgumentException if the questionnaire has no such node
     */
    public Consensus node(String key) {
        Consensus node = nodes.get(key);
        if (node == null) {
            throw new IllegalArgumentException(
                    "The cases have no node '" + key + "'; there are " + nodes.keySet() + ".");
        }
        return node;
    }

    /**
     * How many items are disputed.
     *
     * @return how many of {@link #items()}
     */
    public int disputed() {
        return (int) items.stream().filter(ConsensusItem::disputed).count();
    }
}
