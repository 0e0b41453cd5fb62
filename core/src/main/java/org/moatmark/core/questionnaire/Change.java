package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;

/**
 * One thing that differs between two versions of a questionnaire.
 *
 * @param what what kind of thing
 * @param key its key; for gates the node and the level, as {@code M4 3}, for staging rows and levels the level, for the
 *     index and the questionnaire itself the empty string
 * @param kind whether it is new, gone or different
 * @param parts what of it is different, in words of the questionnaire file; empty for what is new or gone
 * @param moves whether that alone can move a score, a level or a finding
 */
public record Change(What what, String key, Kind kind, List<String> parts, boolean moves) implements Serializable {

    /** Copies the list. */
    public Change {
        parts = List.copyOf(parts);
    }

    /** What kinds of things differ. */
    public enum What {
        /** Title, purpose, licence. */
        QUESTIONNAIRE("questionnaire"),
        /** Who can answer. */
        INFORMANT("informant"),
        /** An agreement scale. */
        SCALE("scale"),
        /** A node of the tree. */
        NODE("node"),
        /** An item. */
        ITEM("item"),
        /** How the top nodes form the index. */
        INDEX("index"),
        /** A level of an organisation. */
        LEVEL("level"),
        /** What a node must show for a level. */
        GATE("gate"),
        /** What the organisation must show for a level. */
        STAGING("staging"),
        /** A pattern worth a sentence. */
        FINDING("finding"),
        /** What the questionnaire rests on. */
        SOURCE("source"),
        /** An invented company to rate. */
        VIGNETTE("vignette"),
        /** A pair of items that contradict each other. */
        PAIR("pair");

        private final String word;

        What(String word) {
            this.word = word;
        }

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return word;
        }
    }

    /** How things differ. */
    public enum Kind {
        /** Only the later version has it. */
        ADDED("added"),
        /** Only the earlier version has it. */
        REMOVED("removed"),
        /** Both have it, and it is not the same. */
        CHANGED("changed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return word;
        }
    }
}
