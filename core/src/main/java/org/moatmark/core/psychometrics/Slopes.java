package org.moatmark.core.psychometrics;

import java.io.Serializable;

/** Which slopes (discriminations) an item response model may have. */
public sealed interface Slopes extends Serializable {

    /** Every item has a slope of its own. */
    record Free() implements Slopes {}

    /**
     * All items share one slope, which is estimated. The same model as slopes of 1 with an estimated variance of the
     * ability: that variance is the square of the shared slope, and the intercepts are the same.
     */
    record Common() implements Slopes {}

    /**
     * All items have a given slope.
     *
     * @param slope finite and above 0
     */
    record Fixed(double slope) implements Slopes {
        /** Refuses slopes that are not finite and above 0. */
        public Fixed {
            if (!(slope > 0 && slope < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A fixed slope is finite and above 0, not " + slope + ".");
            }
        }
    }

    /**
     * Every item has a slope of its own.
     *
     * @return the choice
     */
    static Slopes free() {
        return new Free();
    }

    /**
     * All items share one slope, which is estimated.
     *
     * @return the choice
     */
    static Slopes common() {
        return new Common();
    }

    /**
     * All items have a given slope.
     *
     * @param slope finite and above 0; 1 in the model of Rasch
     * @return the choice
     */
    static Slopes fixed(double slope) {
        return new Fixed(slope);
    }
}
