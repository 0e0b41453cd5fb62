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

    /**
     * No answer of anybody, but what stands for the answers of several people to an opinion in a release that hides them
     * (rule S22). It is made by the library and in no document.
     *
     * @param score the mean of their scores, 0-100
     */
    record Mean(double score) implements AnswerValue {
        /** Refuses numbers outside 0-100, NaN among them. */
        public Mean {
            if (!(score >= 0 && score <= 100)) {
                throw new IllegalArgumentException("A mean of scores lies in 0-100, not at " + score + ".");
            }
        }
    }
}
