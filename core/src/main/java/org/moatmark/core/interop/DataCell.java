package org.moatmark.core.interop;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.ItemState;

/** One cell of a {@link DataTable}. A cell without a value is never a zero. */
public sealed interface DataCell extends Serializable {

    /** Nothing to say. */
    DataCell BLANK = new Blank();

    /** Nothing to say; there is one of it, {@link #BLANK}. */
    record Blank() implements DataCell {}

    /**
     * Words as somebody wrote them.
     *
     * @param text the words
     */
    record Text(String text) implements DataCell {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Words of the questionnaire or of the product, in the language of the reader.
     *
     * @param text the words in every language
     */
    record Said(TextMap text) implements DataCell {
        /** Refuses null. */
        public Said {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A number.
     *
     * @param value finite
     */
    record Numeric(double value) implements DataCell {
        /** Refuses NaN and infinities. */
        public Numeric {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A cell holds a finite number, not " + value + ".");
            }
        }
    }

    /**
     * A number that stands for words, such as the point of a scale.
     *
     * @param code the number
     * @param label what it stands for
     */
    record Coded(int code, TextMap label) implements DataCell {
        /** Refuses null. */
        public Coded {
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * A word of the formats that stands for words, such as a side.
     *
     * @param key the word
     * @param label what it stands for
     */
    record Keyed(String key, TextMap label) implements DataCell {
        /** Refuses null. */
        public Keyed {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * An answer that is not there.
     *
     * @param why what became of it; never {@code ANSWERED}
     */
    record Absent(ItemState why) implements DataCell {
        /** Refuses an answer. */
        public Absent {
            if (why == ItemState.ANSWERED) {
                throw new IllegalArgumentException("An answer that is there has a value.");
            }
        }

        /**
         * Why, for a person to read.
         *
         * @return such as "Don't know"
         */
        public TextMap words() {
            return Asked.words(why);
        }
    }
}
