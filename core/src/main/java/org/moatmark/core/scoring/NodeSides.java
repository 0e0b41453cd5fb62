package org.moatmark.core.scoring;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The evidenced scores of the two sides of a node, as far as the sides exist.
 *
 * @param headquarters the view of headquarters, 0-100, or null
 * @param genba the view of the genba, 0-100, or null
 */
public record NodeSides(
        @Nullable Double headquarters, @Nullable Double genba) implements Serializable {

    /** Neither side exists. */
    public static final NodeSides NONE = new NodeSides(null, null);
}
