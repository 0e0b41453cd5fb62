package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.List;

/**
 * The index and the nodes of a tree, without the answers behind them.
 *
 * @param index the index
 * @param nodes every node in tree order
 */
public record NodeScores(IndexScore index, List<NodeScore> nodes) implements Serializable {

    /** Copies the list. */
    public NodeScores {
        nodes = List.copyOf(nodes);
    }
}
