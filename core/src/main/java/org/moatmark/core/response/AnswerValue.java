package org.moatmark.core.response;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** What somebody answered, as given. */
public sealed interface AnswerValue extends Serializable {

    /**
     * The answer to a yes/no item.
     *
     * @param yes true for yes
     */
    record YesNo(boolean yes) implements AnswerValue {}

    /**
     * The answer to a rubric, agreement or number item.
     *
     * @param value finite
     */
    record Number(double value) implements AnswerValue {
        /** Refuses NaN and infinities. */
        public Number {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("An answer is a finite number, not " + value + ".");
            }
        }
    }

    /**
     * The answer to a choice.
     *
     * @param option key of the option
     */
    record OneOption(String option) implements AnswerValue {
        /** Refuses null. */
        public OneOption {
            Objects.requireNonNull(option, "option");
        }
    }

    /**
     * The answer to choices.
     *
     * @param options keys of the options, each once, as given
     */
    record SomeOptions(List<String> options) implements AnswerValue {
        /** Copies the list. */
        public SomeOptions {
            options = List.copyOf(options);
        }
    }

    /**
     * The answer to a text item.
     *
     * @param text the words
     */
    record FreeText(String text) implements AnswerValue {
        /** Refuses null. */
        public FreeText {
            Objects.requireNonNull(text, "text");
        }
    }
}
