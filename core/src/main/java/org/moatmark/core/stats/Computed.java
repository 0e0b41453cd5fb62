package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a statistic came to, or why it has no value on the data. Too little data is a result; exceptions are for callers'
 * mistakes, such as a level above 1.
 *
 * @param <T> what is computed, an immutable and serialisable value
 */
public sealed interface Computed<T> extends Serializable {

    /**
     * The statistic has a value.
     *
     * @param value what it came to
     * @param <T> what is computed
     */
    record Value<T>(T value) implements Computed<T> {
        /** Refuses null. */
        public Value {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The statistic has no value.
     *
     * @param reason why
     * @param <T> what would have been computed
     */
    record NotComputable<T>(Reason reason) implements Computed<T> {
        /** Refuses null. */
        public NotComputable {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A value.
     *
     * @param value what the statistic came to
     * @param <T> what is computed
     * @return the value as a result
     */
    static <T> Computed<T> of(T value) {
        return new Value<>(value);
    }

    /**
     * No value.
     *
     * @param reason why
     * @param <T> what would have been computed
     * @return the reason as a result
     */
    static <T> Computed<T> not(Reason reason) {
        return new NotComputable<>(reason);
    }

    /**
     * The value, if there is one.
     *
     * @return the value, or empty
     */
    default Optional<T> toOptional() {
        return this instanceof Value<T> computed ? Optional.of(computed.value) : Optional.empty();
    }

    /**
     * The value, for callers who know that there is one.
     *
     * @return the value
     * @throws IllegalStateException if there is none; the message is the reason in English
     */
    default T orThrow() {
        if (this instanceof Value<T> computed) {
            return computed.value;
        }
        throw new IllegalStateException(((NotComputable<T>) this).reason.en());
    }

    /**
     * Goes on with the value; a reason stays as it is.
     *
     * @param next what to make of the value
     * @param <R> what comes of it
     * @return what came of it, or the same reason
     */
    default <R> Computed<R> map(Function<? super T, ? extends R> next) {
        return this instanceof Value<T> computed
                ? new Value<>(next.apply(computed.value))
                : new NotComputable<>(((NotComputable<T>) this).reason);
    }

    /**
     * Goes on with the value to something that may itself have none; a reason stays as it is.
     *
     * @param next what to compute from the value
     * @param <R> what comes of it
     * @return what came of it, or the first reason
     */
    default <R> Computed<R> flatMap(Function<? super T, Computed<R>> next) {
        return this instanceof Value<T> computed
                ? next.apply(computed.value)
                : new NotComputable<>(((NotComputable<T>) this).reason);
    }
}
