package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published figure from outside, with its card. A point, never a norm: definitions differ, and what a figure says of
 * its population it does not say of others.
 *
 * @param key unique in the library
 * @param measure what was measured
 * @param figure how much
 * @param unit of what
 * @param period when, in the words of the source
 * @param population of whom, or null if the source does not say
 * @param n how many, or null if the source does not say
 * @param source who says so
 * @param definition what exactly was counted, and what contradicts it; or null
 * @param node key of the node of a questionnaire to which it speaks
 * @param verification how it was checked
 */
public record ReferencePoint(
        String key,
        String measure,
        Figure figure,
        String unit,
        String period,
        @Nullable String population,
        @Nullable Integer n,
        String source,
        @Nullable String definition,
        String node,
        String verification)
        implements Serializable {

    /** Refuses null where a card must say something, and an n under 1. */
    public ReferencePoint {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(verification, "verification");
        if (n != null && n < 1) {
            throw new IllegalArgumentException("Reference point '" + key + "' has an n of " + n + ".");
        }
    }

    /**
     * A number, or a span of numbers such as {@code 6-10}.
     *
     * @param text as published, with its decimals
     * @param low the number, or the lower end
     * @param high the number, or the upper end
     */
    public record Figure(String text, double low, double high) implements Serializable {
        /** Refuses numbers that are not finite and spans from high to low. */
        public Figure {
            Objects.requireNonNull(text, "text");
            if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
                throw new IllegalArgumentException("Figure '" + text + "' does not go from low to high.");
            }
        }

        /**
         * Whether it is a span.
         *
         * @return true if the ends differ
         */
        public boolean isSpan() {
            return low < high;
        }
    }
}
