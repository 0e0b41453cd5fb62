package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Resampled;

/**
 * How far a result can be trusted: where index, nodes and levels lie over joint runs with other respondents, items and
 * methods, and what that is due to (rule S16).
 *
 * @param scores intervals of index and nodes, the sources of their width, and the effects of the method
 * @param level how often the level of the organisation stays; null without a level
 * @param nodes how often the level of a node stays, by the key of each node that has one
 */
public record Confidence(Resampled scores, @Nullable LevelStability level, Map<String, LevelStability> nodes)
        implements Serializable {

    /** Copies the map. */
    public Confidence {
        nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    }
}
