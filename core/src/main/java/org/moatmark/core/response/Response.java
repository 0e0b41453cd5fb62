package org.moatmark.core.response;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one respondent did with one item. A skipped item is one without a response: together four states, never mixed
 * up (rule S3).
 */
public sealed interface Response extends Serializable {

    /**
     * Remarks that ride along and never touch a score.
     *
     * @param note free text, or null
     * @param seconds time taken in seconds, at least 0, or null
     */
    record Remarks(@Nullable String note, @Nullable Double seconds) implements Serializable {
        /** No remark. */
        public static final Remarks NONE = new Remarks(null, null);
    }

    /**
     * An answer was given.
     *
     * @param value the answer as given
     * @param evidence what it rests on; may be empty
     * @param remarks note and time
     */
    record Answered(AnswerValue value, List<Evidence> evidence, Remarks remarks) implements Response {
        /** Copies the evidence. */
        public Answered {
            Objects.requireNonNull(value, "value");
            evidence = List.copyOf(evidence);
        }

        /**
         * The best grade among the evidence; none counts as {@code E0} (rule S2).
         *
         * @return the best grade
         */
        public EvidenceGrade bestGrade() {
            EvidenceGrade best = EvidenceGrade.E0;
            for (int i = 0; i < evidence.size(); i++) {
                EvidenceGrade grade = evidence.get(i).grade();
                best = grade.compareTo(best) > 0 ? grade : best;
            }
            return best;
        }
    }

    /**
     * The item does not apply to this company or seat.
     *
     * @param reason why
     * @param remarks note and time
     */
    record NotApplicable(String reason, Remarks remarks) implements Response {
        /** Refuses a blank reason. */
        public NotApplicable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("'Not applicable' needs a reason.");
            }
        }
    }

    /**
     * The respondent does not know.
     *
     * @param remarks note and time
     */
    record DontKnow(Remarks remarks) implements Response {}

    /**
     * Note and time.
     *
     * @return the remarks; {@link Remarks#NONE} if there are none
     */
    Remarks remarks();
}
