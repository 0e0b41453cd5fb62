package org.moatmark.api.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.Form;

/**
 * An assessment as it is kept.
 *
 * @param id its id
 * @param version of the row
 * @param company id of the company
 * @param name what people call it
 * @param form full or core
 * @param status how far it is
 * @param questionnaires what is asked, in the order given
 * @param createdMs when it was made
 * @param changedMs when it was last changed
 * @param openedMs when it was first opened, or null
 * @param closedMs when it was closed, or null while it is not
 */
public record StoredAssessment(
        String id,
        long version,
        String company,
        String name,
        Form form,
        Status status,
        List<Asked> questionnaires,
        long createdMs,
        long changedMs,
        @Nullable Long openedMs,
        @Nullable Long closedMs) {

    /** Copies the list. */
    public StoredAssessment {
        questionnaires = List.copyOf(questionnaires);
    }

    /** How far an assessment is. */
    public enum Status {
        /** Being set up; nobody answers yet. */
        DRAFT("draft"),
        /** Seats answer. */
        OPEN("open"),
        /** Nobody answers any more. */
        CLOSED("closed");

        private final String word;

        Status(String word) {
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

    /**
     * A questionnaire of an assessment.
     *
     * @param id its id
     * @param version its version
     */
    public record Asked(String id, String version) {}
}
