package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;

/** Seats of an assessment, by department, role and side, and the links that open them. */
public final class Seats {

    /** Most seats of one assessment. */
    public static final int MOST = 10_000;

    private final SeatCheck check;
    private final Tokens tokens;
    private final Assessments assessments;

    /**
     * Looks after seats.
     *
     * @param questionnaires what can be asked
     * @param tokens makes the tokens of links
     * @param assessments where seats belong
     */
    public Seats(Questionnaires questionnaires, Tokens tokens, Assessments assessments) {
        this.check = new SeatCheck(questionnaires);
        this.tokens = tokens;
        this.assessments = assessments;
    }

    /**
     * What a caller says of a seat.
     *
     * @param key what people call it, once in an assessment
     * @param department name of the department, or null
     * @param role free text, or null
     * @param unit business unit or subsidiary, or null
     * @param informants informant kinds by questionnaire id
     */
    public record Plan(
            String key,
            @Nullable String department,
            @Nullable String role,
            @Nullable String unit,
            Map<String, List<String>> informants) {}

    /**
     * A seat with a token that was just made.
     *
     * @param seat the seat
     * @param token the token, which nobody can show again
     */
    public record Issued(StoredSeat seat, String token) {}

    /**
     * Adds a seat.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param plan what it is
     * @return the seat and its token, to be shown once
     */
    public Issued add(Work work, Caller.KeyHolder who, String assessment, Plan plan) {
        StoredAssessment of = notClosed(assessments.get(work, who, assessment));
        check.require(work, who, of, plan, null);
        if (work.shelves().seats().count(who.tenant(), assessment) >= MOST) {
            throw Refused.invalid(Faults.tooManySeats("", MOST));
        }
        StoredSeat seat = new StoredSeat(
                Ids.next(),
                1,
                assessment,
                plan.key(),
                plan.department(),
                plan.role(),
                plan.unit(),
                plan.informants(),
                false,
                work.now(),
                work.now(),
                null,
                null);
        String token = tokens.seat();
        work.shelves().seats().add(who.tenant(), seat, Folded.of(seat.key()), Tokens.hash(token));
        work.log(who, "add seat", seat.id(), null);
        return new Issued(seat, token);
    }

    /**
     * One seat.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param id which
     * @return the seat
     */
    public StoredSeat get(Work work, Caller.KeyHolder who, String assessment, String id) {
        return work.shelves().seats().find(who.tenant(), assessment, id).orElseThrow(Refused::notFound);
    }

    /**
     * Seats in the order in which they were added.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredSeat> list(Work work, Caller.KeyHolder who, String assessment, String after, int limit) {
        assessments.get(work, who, assessment);
        return work.shelves().seats().list(who.tenant(), assessment, after, limit);
    }

    /**
     * Changes a seat. Its informant kinds are fixed from its first answer on; a submitted seat can be given back for
     * correction while the assessment is open.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param id which
     * @param seen the versions that the caller has seen
     * @param change from what the seat is to what it is to be
     * @param reopen whether a submitted seat is given back
     * @return the seat as it is now
     */
    public StoredSeat change(
            Work work,
            Caller.KeyHolder who,
            String assessment,
            String id,
            Precondition seen,
            UnaryOperator<Plan> change,
            boolean reopen) {
        StoredSeat before = get(work, who, assessment, id);
        StoredAssessment of = notClosed(assessments.get(work, who, assessment));
        seen.require(before.version());
        Plan plan = change.apply(
                new Plan(before.key(), before.department(), before.role(), before.unit(), before.informants()));
        check.require(work, who, of, plan, id);
        boolean hides = hidesWho(work, who, of);
        boolean answered = !hides && work.shelves().answers().count(who.tenant(), id) > 0;
        if (answered && !plan.informants().equals(before.informants())) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "This seat has answered already; its informant kinds stay. Add another seat instead.",
                    "この回答枠には既に回答があるため、回答者区分は変更できません。別の回答枠を追加してください。");
        }
        boolean otherGroup = !plan.informants().equals(before.informants())
                || !Objects.equals(plan.department(), before.department());
        if (hides && otherGroup) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "The assessment is confidential and has been opened; the groups in which its seats count stay. Add"
                            + " another seat instead.",
                    "機密扱いの診断は開始後、回答枠の部門と回答者区分を変更できません。別の回答枠を追加してください。");
        }
        StoredSeat after = new StoredSeat(
                id,
                before.version() + 1,
                assessment,
                plan.key(),
                plan.department(),
                plan.role(),
                plan.unit(),
                plan.informants(),
                before.submitted() && !reopen,
                before.createdMs(),
                work.now(),
                before.handedOverMs(),
                reopen ? null : before.submittedMs());
        work.shelves().seats().put(who.tenant(), after, Folded.of(after.key()));
        work.log(who, reopen && (hides || before.submitted()) ? "give seat back" : "change seat", id, null);
        return after;
    }

    /**
     * Erases a seat with everything that it answered, also after its assessment was closed. Analysts remove seats that have
     * not answered and cannot have; only an owner may erase what somebody has said.
     *
     * @param work the transaction; {@link Erasure#settle} comes after it
     * @param who whose key it is
     * @param assessment of which assessment
     * @param id which
     * @param seen the versions that the caller has seen
     * @param withdraw whether what was released of the assessment is withdrawn too
     */
    public void remove(
            Work work, Caller.KeyHolder who, String assessment, String id, Precondition seen, boolean withdraw) {
        StoredSeat seat = get(work, who, assessment, id);
        StoredAssessment of = assessments.get(work, who, assessment);
        if (who.scope() != Scope.OWNER) {
            notClosed(of);
        }
        seen.require(seat.version());
        boolean mayHaveAnswered =
                withdraw || hidesWho(work, who, of) || work.shelves().answers().count(who.tenant(), id) > 0;
        if (who.scope() != Scope.OWNER && mayHaveAnswered) {
            throw Refused.forbidden(
                    "This seat may have answered; only an owner can erase answers.",
                    "この回答枠には回答がある可能性があります。回答を消去できるのは所有者だけです。");
        }
        Erasure.erase(work, who.tenant(), seat, who.credential(), withdraw);
    }

    /**
     * Gives a seat to somebody else: a new token, the old one and its cookies dead at once, the answers as they are. Where
     * it was agreed so, the new holder does not see them; they count until others take their place, but ratings of
     * vignettes go, since they tell how one person uses a scale.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param id which
     * @return the seat and its new token, to be shown once
     */
    public Issued handOver(Work work, Caller.KeyHolder who, String assessment, String id) {
        StoredSeat before = get(work, who, assessment, id);
        notClosed(assessments.get(work, who, assessment));
        StoredSeat after = before.handedOver(work.now());
        String token = tokens.seat();
        work.shelves().seats().put(who.tenant(), after, Folded.of(after.key()));
        work.shelves().seatLinks().replaceToken(who.tenant(), id, Tokens.hash(token));
        if (!work.shelves().secrecy().terms(who.tenant(), assessment).successorSees()) {
            work.shelves().answers().hide(who.tenant(), id);
            work.shelves().vignettes().removeAll(who.tenant(), id);
        }
        work.log(who, HistoryShelf.HANDOVER, id, null);
        return new Issued(after, token);
    }

    /**
     * For how long somebody sat on a seat.
     *
     * @param fromMs since when
     * @param untilMs until when, or null for who sits there now
     */
    public record Holding(long fromMs, @Nullable Long untilMs) {}

    /**
     * Who sat on a seat from when to when, without names. It is read off the audit trail, and goes back as far as that does.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param id which
     * @return the holdings, first one first
     */
    public List<Holding> history(Work work, Caller.KeyHolder who, String assessment, String id) {
        StoredSeat seat = get(work, who, assessment, id);
        List<Holding> holdings = new ArrayList<>();
        long from = seat.createdMs();
        for (HistoryShelf.Line line : work.shelves().history().of(who.tenant(), id)) {
            if (HistoryShelf.HANDOVER.equals(line.deed())) {
                holdings.add(new Holding(from, line.atMs()));
                from = line.atMs();
            }
        }
        holdings.add(new Holding(from, null));
        return holdings;
    }

    /** Whether nobody is to learn who has answered: nothing that can be asked may depend on it then. */
    private static boolean hidesWho(Work work, Caller.KeyHolder who, StoredAssessment of) {
        return of.status() != Status.DRAFT && Invitations.isConfidential(work, who.tenant(), of.id());
    }

    private static StoredAssessment notClosed(StoredAssessment assessment) {
        if (assessment.status() == Status.CLOSED) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "The assessment is closed; its seats stay as they are. Reopen it first.",
                    "診断は終了しているため、回答枠は変更できません。先に再開してください。");
        }
        return assessment;
    }
}
