package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which levels a scored company has reached, what blocks the next, and which patterns hold.
 *
 * @param level the level of the organisation; null without an index, or in a questionnaire without gates and staging
 * @param progress share of the conditions of the next staging row that hold, 1 at the top; null without a level
 * @param capped why the level is lower than the answers alone would make it, or null
 * @param blocking what does not hold of the next staging row
 * @param nodes the level of every node, in tree order
 * @param findings the patterns that hold, in file order
 */
public record MaturityVerdict(
        @Nullable Integer level,
        @Nullable Double progress,
        @Nullable LevelCap capped,
        List<Blocking> blocking,
        List<NodeLevel> nodes,
        List<Pattern> findings)
        implements Serializable {
    /** Copies the lists. */
    public MaturityVerdict {
        blocking = List.copyOf(blocking);
        nodes = List.copyOf(nodes);
        findings = List.copyOf(findings);
    }
}
