package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moatmark.api.store.ContributionShelf.Agreement;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Form;

/**
 * Whether an owner gives the results of an assessment to the yearly benchmark across tenants: of closed assessments
 * alone, after reading what enters, and with the right to take it back before the next release.
 */
public final class Contributions {

    private final Moatmark shipped;
    private final Assessments assessments;

    /**
     * Looks after contributions.
     *
     * @param shipped the questionnaires that all tenants have
     * @param assessments what is contributed
     */
    public Contributions(Moatmark shipped, Assessments assessments) {
        this.shipped = shipped;
        this.assessments = assessments;
    }

    /** What of one questionnaire of an assessment enters a release. */
    public enum Enters {
        /** The index and the dimensions of the first rank. */
        INDEX_AND_DIMENSIONS,
        /** The index alone, as it was released, since the assessment is confidential. */
        INDEX,
        /** Nothing: other tenants do not have the questionnaire. */
        OWN_QUESTIONNAIRE,
        /** Nothing: the version scores otherwise than the one that is compared. */
        OTHER_VERSION,
        /** Nothing: the short form is not comparable to the full one. */
        SHORT_FORM,
        /** Nothing: a class is no company. */
        CLASSROOM;

        /**
         * Whether anything enters.
         *
         * @return true for the first two
         */
        public boolean any() {
            return this == INDEX_AND_DIMENSIONS || this == INDEX;
        }
    }

    /**
     * A questionnaire of an assessment.
     *
     * @param asked which
     * @param enters what of it enters
     */
    public record Part(Asked asked, Enters enters) {}

    /**
     * An assessment as its owner sees it here.
     *
     * @param agreement whether it is contributed
     * @param closed whether it is closed; of others nothing enters
     * @param parts its questionnaires
     */
    public record State(Agreement agreement, boolean closed, List<Part> parts) {}

    /**
     * Whether an assessment is contributed, and what of it enters.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @return the state
     */
    public State state(Work work, Caller.KeyHolder who, String assessment) {
        StoredAssessment of = assessments.get(work, who, assessment);
        List<Part> parts = new ArrayList<>();
        for (Asked asked : of.questionnaires()) {
            parts.add(new Part(asked, enters(work, who.tenant(), of, asked)));
        }
        return new State(
                work.shelves().contributions().agreement(who.tenant(), assessment),
                of.status() == Status.CLOSED,
                parts);
    }

    /** What of a questionnaire enters. */
    Enters enters(Work work, String tenant, StoredAssessment of, Asked asked) {
        Catalogue catalogue = shipped.catalogue();
        Optional<Questionnaire> version = catalogue.find(asked.id(), asked.version());
        if (version.isEmpty()) {
            return Enters.OWN_QUESTIONNAIRE;
        }
        Questionnaire newest = catalogue.newest(asked.id()).orElseThrow();
        if (!catalogue.oldestAlike(newest).equals(catalogue.oldestAlike(version.get()))) {
            return Enters.OTHER_VERSION;
        }
        if (of.form() != Form.FULL) {
            return Enters.SHORT_FORM;
        }
        Mode mode = work.shelves().secrecy().terms(tenant, of.id()).mode();
        return switch (mode) {
            case ATTRIBUTED -> Enters.INDEX_AND_DIMENSIONS;
            case CONFIDENTIAL -> Enters.INDEX;
            case CLASSROOM -> Enters.CLASSROOM;
        };
    }

    /**
     * Contributes an assessment or takes it back. To say again what holds changes nothing.
     *
     * @param work the transaction
     * @param who an owner
     * @param assessment which assessment
     * @param seen the versions that the caller has seen
     * @param contributed whether it is to be contributed
     * @return the state as it is now
     * @throws Refused if an assessment that is not closed is to be contributed
     */
    public State change(Work work, Caller.KeyHolder who, String assessment, Precondition seen, boolean contributed) {
        State before = state(work, who, assessment);
        Agreement agreement = before.agreement();
        seen.require(agreement.version());
        if (contributed == (agreement.agreedMs() != null)) {
            return before;
        }
        if (contributed && !before.closed()) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "Only a closed assessment can be contributed: until then its results change.",
                    "提供できるのは終了した診断だけです。終了するまで結果が変わるためです。");
        }
        Agreement after = new Agreement(agreement.version() + 1, contributed ? Long.valueOf(work.now()) : null);
        work.shelves().contributions().put(who.tenant(), assessment, after);
        work.log(who, contributed ? "contribute results" : "take contributed results back", assessment, null);
        return new State(after, before.closed(), before.parts());
    }
}
