package org.moatmark.core.report;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;

/**
 * What an answer rests on. Results keep scores alone, so it is joined from the answers when a report is made, for those who
 * may see the answers themselves.
 *
 * @param value what was answered
 * @param grade the best grade among the evidence; E0 where there is none
 * @param bearing how the grade enters the score (rule S2)
 * @param cap the most that an answer on this grade counts, 0-100; null where no evidence is asked
 * @param evidence all of it, in the order in which it was given
 * @param note what the respondent wrote beside the answer, or null
 */
public record Backing(
        AnswerValue value,
        EvidenceGrade grade,
        Bearing bearing,
        @Nullable Double cap,
        List<Evidence> evidence,
        @Nullable String note)
        implements Serializable {

    /** Copies the list; refuses a missing value. */
    public Backing {
        Objects.requireNonNull(value, "value");
        evidence = List.copyOf(evidence);
    }

    /** How the grade of the evidence enters the score of an answer. */
    public enum Bearing {
        /** The item asks for no evidence: the answer counts as claimed. */
        NOT_ASKED("not-asked"),
        /** Evidence is asked of the company, not of its customers: the answer counts as claimed. */
        NOT_OF_CUSTOMERS("not-of-customers"),
        /** The claim is within what the grade lets count. */
        CARRIED("carried"),
        /** The grade lets less count than is claimed. */
        CAPPED("capped"),
        /** Somebody else's evidence for the same item carries the answer further than its own does. */
        CARRIED_BY_OTHERS("carried-by-others");

        private final String word;

        Bearing(String word) {
            this.word = word;
        }

        /**
         * The word in documents.
         *
         * @return as {@code carried-by-others}
         */
        public String word() {
            return word;
        }
    }
}
