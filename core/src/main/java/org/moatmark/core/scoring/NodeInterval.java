package org.moatmark.core.scoring;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The intervals of one node (rule S16).
 *
 * @param joined of its evidenced score; null if it has no score in the wave or in any run
 * @param headquarters of its headquarters side; null if the side does not exist in the wave or in any run
 * @param genba of its genba side; null as headquarters
 */
public record NodeInterval(
        @Nullable ScoreInterval joined,
        @Nullable ScoreInterval headquarters,
        @Nullable ScoreInterval genba) implements Serializable {

    /** A node without a score. */
    public static final NodeInterval NONE = new NodeInterval(null, null, null);
}
