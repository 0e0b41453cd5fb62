package org.moatmark.core.benchmark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Bounds;

/**
 * The terms on which people answer in a confidential assessment (rule S22).
 *
 * @param k how many people at least stand behind whatever is shown, from 3; agreed before the first answer
 * @param departments whether departments are a declared partition beside the sides
 */
public record Secrecy(int k, boolean departments) implements Serializable {

    /** The fewest people that can be agreed upon. */
    public static final int LEAST = 3;

    /** Five people, by side alone. */
    public static final Secrecy DEFAULT = new Secrecy(5, false);

    /** So far from either end of 0-100 no mean is ever shown (the guard against everybody saying the same). */
    static final double GUARD = 10;

    private static final double SLACK = 1e-6;

    /** Refuses a k below 3. */
    public Secrecy {
        if (k < LEAST) {
            throw new IllegalArgumentException("At least " + LEAST + " people stand behind a number, not " + k + ".");
        }
    }

    /**
     * What is told of a mean. In the middle of the scale it is told as it is. Near an end it would tell too much: if five
     * people say 100, 100, 100, 100 and 75, the last of them knows what all others said. So the ends are told as bands,
     * which are wide enough that even somebody in the group, whatever his own answer is, is left with a whole step of the
     * scale for each of the others: {@code (100 + step) / n}, and never less than 10. A mean on the edge is in the band;
     * without it the band would be too narrow for who stands at the other end.
     *
     * @param n how many people are in the mean
     * @param mean the mean of their scores, 0-100
     * @param step how far two neighbouring answers lie apart, 0-100
     * @return what is told, or null if the two bands would meet, so that the group is too small for its scale
     */
    static @Nullable Told tell(int n, double mean, double step) {
        double edge = Math.max(GUARD, (100 + step) / n);
        if (2 * edge >= 100) {
            return null;
        }
        if (mean <= edge + SLACK) {
            return new Told(edge / 2, new Bounds(0, edge));
        } else if (mean >= 100 - edge - SLACK) {
            return new Told(100 - edge / 2, new Bounds(100 - edge, 100));
        }
        return new Told(mean, null);
    }

    /**
     * A mean as it is told.
     *
     * @param mean the mean, or the middle of its band
     * @param band the band at an end of the scale, or null in the middle
     */
    record Told(double mean, @Nullable Bounds band) {}
}
