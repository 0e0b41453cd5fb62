package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Form;

/** Assessments and their life: draft, open, closed, and open again for a reason. */
public final class Assessments {

    private final Questionnaires questionnaires;

    /**
     * Looks after assessments.
     *
     * @param questionnaires what can be asked
     */
    public Assessments(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    /**
     * A questionnaire as a caller names it.
     *
     * @param id its id
     * @param version its version, or null for the newest
     */
    public record Wanted(String id, @Nullable String version) {}

    /**
     * What a caller says of an assessment.
     *
     * @param company id of the company
     * @param name what people call it
     * @param form full or core
     * @param questionnaires what to ask, at least one
     */
    public record Plan(String company, String name, Form form, List<Wanted> questionnaires) {}

    /**
     * What a caller changes about an assessment; null leaves things as they are.
     *
     * @param name what people call it
     * @param form full or core
     * @param questionnaires what to ask
     */
    public record Change(
            @Nullable String name,
            @Nullable Form form,
            @Nullable List<Wanted> questionnaires) {}

    /**
     * Makes an assessment; it begins as a draft, and an analyst who makes it is granted it.
     *
     * @param work the transaction
     * @param who an owner or analyst
     * @param plan what it is
     * @return the assessment
     */
    public StoredAssessment create(Work work, Caller.KeyHolder who, Plan plan) {
        List<Issue> issues = new ArrayList<>();
        if (work.shelves().companies().find(who.tenant(), plan.company()).isEmpty()) {
            issues.add(Faults.unknownCompany("/company"));
        }
        List<Asked> asked = asked(work, who, plan.questionnaires(), issues);
        if (!issues.isEmpty()) {
            throw Refused.invalid(issues);
        }
        StoredAssessment assessment = new StoredAssessment(
                Ids.next(),
                1,
                plan.company(),
                plan.name(),
                plan.form(),
                Status.DRAFT,
                asked,
                work.now(),
                work.now(),
                null,
                null);
        work.shelves().assessments().put(who.tenant(), assessment);
        if (who.scope() != Scope.OWNER) {
            work.shelves().grants().add(who.tenant(), assessment.id(), who.holder(), work.now());
        }
        work.log(who, "create assessment", assessment.id(), null);
        return assessment;
    }

    private List<Asked> asked(Work work, Caller.KeyHolder who, List<Wanted> wanted, List<Issue> issues) {
        List<Asked> asked = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            String path = "/questionnaires/" + i;
            String version = one.version();
            Optional<Questionnaire> found = version == null
                    ? questionnaires.newest(work, who.tenant(), one.id())
                    : questionnaires.find(work, who.tenant(), one.id(), version);
            if (found.isEmpty()) {
                issues.add(Faults.unknownQuestionnaire(path, one.id(), version == null ? "" : version));
            } else if (!ids.add(one.id())) {
                issues.add(Faults.questionnaireTwice(path, one.id()));
            } else {
                asked.add(new Asked(one.id(), found.get().version().toString()));
            }
        }
        return asked;
    }

    /**
     * One assessment.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param id which
     * @return the assessment
     */
    public StoredAssessment get(Work work, Caller.KeyHolder who, String id) {
        return work.shelves().assessments().find(who.tenant(), id).orElseThrow(Refused::notFound);
    }

    /**
     * The assessments that the caller may see, in the order in which they were made: an owner sees all, others those that
     * were granted.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredAssessment> list(Work work, Caller.KeyHolder who, String after, int limit) {
        return who.scope() == Scope.OWNER
                ? work.shelves().assessments().list(who.tenant(), after, limit)
                : work.shelves().assessments().listGranted(who.tenant(), who.holder(), after, limit);
    }

    /**
     * Changes an assessment; form and questionnaires only while it is a draft without seats.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param id which
     * @param seen the versions that the caller has seen
     * @param change what is to be different
     * @return the assessment as it is now
     */
    public StoredAssessment change(Work work, Caller.KeyHolder who, String id, Precondition seen, Change change) {
        StoredAssessment before = get(work, who, id);
        seen.require(before.version());
        Form form = change.form();
        List<Wanted> wanted = change.questionnaires();
        List<Issue> issues = new ArrayList<>();
        List<Asked> asked = wanted == null ? before.questionnaires() : asked(work, who, wanted, issues);
        if (!issues.isEmpty()) {
            throw Refused.invalid(issues);
        }
        boolean otherForm = form != null && form != before.form();
        boolean otherQuestions = !asked.equals(before.questionnaires());
        if ((otherForm || otherQuestions) && before.status() != Status.DRAFT) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "What is asked can be changed only while the assessment is a draft.",
                    "質問の内容を変更できるのは、診断が下書きの間だけです。");
        }
        if (otherQuestions && work.shelves().seats().count(who.tenant(), id) > 0) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "Seats have been added for these questionnaires; remove the seats first.",
                    "この質問票に対する回答枠が既にあります。先に回答枠を削除してください。");
        }
        String name = change.name();
        StoredAssessment after = new StoredAssessment(
                id,
                before.version() + 1,
                before.company(),
                name == null ? before.name() : name,
                form == null ? before.form() : form,
                before.status(),
                asked,
                before.createdMs(),
                work.now(),
                before.openedMs(),
                before.closedMs());
        work.shelves().assessments().put(who.tenant(), after);
        work.log(who, "change assessment", id, null);
        return after;
    }

    /**
     * Lets the seats of a draft answer.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param id which
     * @return the assessment as it is now
     */
    public StoredAssessment open(Work work, Caller.KeyHolder who, String id) {
        StoredAssessment before = expect(get(work, who, id), Status.DRAFT, "opened", "開始");
        if (work.shelves().seats().count(who.tenant(), id) > 0) {
            Visibility.layDown(work, who.tenant(), id);
        }
        return move(work, who, before, Status.OPEN, null, "open assessment", null);
    }

    /**
     * Ends the answering; the date of the answers is the date of closing.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param id which
     * @return the assessment as it is now
     */
    public StoredAssessment close(Work work, Caller.KeyHolder who, String id) {
        StoredAssessment before = expect(get(work, who, id), Status.OPEN, "closed", "終了");
        return move(work, who, before, Status.CLOSED, work.now(), "close assessment", null);
    }

    /**
     * Lets the seats that have not submitted answer again.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param id which
     * @param reason why
     * @return the assessment as it is now
     */
    public StoredAssessment reopen(Work work, Caller.KeyHolder who, String id, String reason) {
        StoredAssessment before = expect(get(work, who, id), Status.CLOSED, "reopened", "再開");
        return move(work, who, before, Status.OPEN, null, "reopen assessment", reason);
    }

    private static StoredAssessment expect(StoredAssessment found, Status status, String en, String ja) {
        if (found.status() != status) {
            String now = found.status().word();
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "Only an assessment that is '" + status.word() + "' can be " + en + "; this one is '" + now + "'.",
                    "診断を" + ja + "できるのは状態が「" + status.word() + "」のときだけです。現在は「" + now + "」です。");
        }
        return found;
    }

    private static StoredAssessment move(
            Work work,
            Caller.KeyHolder who,
            StoredAssessment before,
            Status status,
            @Nullable Long closedMs,
            String deed,
            @Nullable String reason) {
        Long opened = before.openedMs();
        StoredAssessment after = new StoredAssessment(
                before.id(),
                before.version() + 1,
                before.company(),
                before.name(),
                before.form(),
                status,
                before.questionnaires(),
                before.createdMs(),
                work.now(),
                opened == null ? work.now() : opened,
                closedMs);
        work.shelves().assessments().put(who.tenant(), after);
        work.log(who, deed, before.id(), reason);
        return after;
    }
}
