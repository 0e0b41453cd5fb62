package org.moatmark.core.issue;

import java.util.List;
import java.util.function.Function;

/**
 * What reading somebody's data gave: the value with what is worth knowing about it, or everything that is wrong with it.
 *
 * @param <T> what was read
 */
public sealed interface Checked<T> {

    /**
     * The data are sound.
     *
     * @param value what was read
     * @param warnings what its owner should know, in document order; often empty
     * @param <T> what was read
     */
    record Valid<T>(T value, List<Issue> warnings) implements Checked<T> {
        /** Copies the warnings. */
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The data are not sound.
     *
     * @param issues every fault that was found, in document order; never empty
     * @param <T> what would have been read
     */
    record Invalid<T>(List<Issue> issues) implements Checked<T> {
        /** Refuses an empty list: without a fault the data are valid. */
        public Invalid {
            issues = List.copyOf(issues);
            if (issues.isEmpty()) {
                throw new IllegalArgumentException("Invalid data have at least one issue.");
            }
        }
    }

    /**
     * The value, for callers who already know that it is sound.
     *
     * @return the value
     * @throws IssuesException if the data are not sound; it carries all issues
     */
    default T orThrow() {
        if (this instanceof Valid<T> valid) {
            return valid.value();
        }
        throw new IssuesException(((Invalid<T>) this).issues());
    }

    /**
     * The faults.
     *
     * @return all faults in document order; empty for sound data
     */
    default List<Issue> issues() {
        return this instanceof Invalid<T> invalid ? invalid.issues() : List.of();
    }

    /**
     * Goes on with a sound value; faults stay as they are and warnings are kept.
     *
     * @param next what to do with the value
     * @param <R> what comes of it
     * @return the outcome of the step
     */
    default <R> Checked<R> map(Function<? super T, ? extends R> next) {
        if (this instanceof Valid<T> valid) {
            return new Valid<>(next.apply(valid.value()), valid.warnings());
        }
        return new Invalid<>(((Invalid<T>) this).issues());
    }
}
