package org.moatmark.core.maturity;

import java.io.Serializable;

/**
 * Why the level of the organisation is lower than its answers alone would make it (rule S12).
 *
 * @param from the level without the cap
 * @param reason why
 */
public record LevelCap(int from, Reason reason) implements Serializable {

    /** Why a level is capped; where both hold the first is named. */
    public enum Reason {
        /** Only one respondent is present. */
        ONE_RESPONDENT("one-respondent"),
        /** The short form was fielded. */
        CORE_FORM("core-form");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in results
         */
        public String word() {
            return word;
        }
    }
}
