package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/**
 * One part of a report on an instrument: what was found, or why nothing could be said.
 *
 * @param <T> what was found
 */
public sealed interface Block<T extends Serializable> extends Serializable {

    /**
     * Something was found.
     *
     * @param value what
     * @param <T> what kind of thing
     */
    record Computed<T extends Serializable>(T value) implements Block<T> {
        /** Refuses null. */
        public Computed {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Nothing can be said.
     *
     * @param why the reason as a whole sentence
     * @param n how many cases there were
     * @param needs how many it takes; null where more of them would not help
     * @param <T> what would have been found
     */
    record NotComputed<T extends Serializable>(
            Words why, int n, @Nullable Integer needs) implements Block<T> {
        /** Refuses null. */
        public NotComputed {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * What was found.
     *
     * @param value what
     * @param <T> what kind of thing
     * @return the block
     */
    static <T extends Serializable> Block<T> of(T value) {
        return new Computed<>(value);
    }

    /**
     * Too few cases.
     *
     * @param n how many there are
     * @param needs how many it takes
     * @param of what they are
     * @param <T> what would have been found
     * @return the block, with a sentence
     */
    static <T extends Serializable> Block<T> tooFew(int n, int needs, Cases of) {
        return new NotComputed<>(
                new Words(
                        "Not computed, because n = " + n + " " + of.en + " (needs " + needs + ").",
                        of.ja + "の n = " + n + " のため計算していません（" + needs + " 以上が必要）。"),
                n,
                needs);
    }

    /**
     * Nothing can be said, and more cases would not help.
     *
     * @param why the reason
     * @param n how many cases there were
     * @param <T> what would have been found
     * @return the block
     */
    static <T extends Serializable> Block<T> none(Words why, int n) {
        return new NotComputed<>(why, n, null);
    }

    /**
     * What was found, if anything.
     *
     * @return the value of {@link Computed}, or empty
     */
    default Optional<T> found() {
        return this instanceof Computed<T> computed ? Optional.of(computed.value()) : Optional.empty();
    }

    /** What n counts. */
    enum Cases {
        /** People. */
        RESPONDENTS("respondents", "回答者"),
        /** People who answered every opinion of a node. */
        COMPLETE("respondents who answered all of it", "すべてに答えた回答者"),
        /** People in the smaller of two groups. */
        SMALLER_GROUP("respondents in the smaller group", "少ないほうの群の回答者"),
        /** Companies, or whatever has a wave each. */
        COMPANIES("companies", "企業"),
        /** Items. */
        ITEMS("opinions in the node", "この観点の意見項目");

        private final String en;
        private final String ja;

        Cases(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }
    }
}
