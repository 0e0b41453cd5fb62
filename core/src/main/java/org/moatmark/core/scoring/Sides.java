package org.moatmark.core.scoring;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the two sides of the company, as far as the sides exist.
 *
 * @param headquarters the view of headquarters, or null
 * @param genba the view of the genba, or null
 */
public record Sides(Outcome.@Nullable Scored headquarters, Outcome.@Nullable Scored genba) implements Serializable {

    /** Neither side exists. */
    public static final Sides NONE = new Sides(null, null);
}
