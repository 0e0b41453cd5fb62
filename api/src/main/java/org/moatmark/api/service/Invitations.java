package org.moatmark.api.service;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.InvitationShelf.Invitation;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Form;

/**
 * The links of seats: which were handed out and opened, and what is needed to remind somebody. In a confidential assessment
 * nobody is told who has opened a link or submitted, and everybody is reminded alike.
 */
public final class Invitations {

    private static final long DAY_MS = 86_400_000;

    private final Questionnaires questionnaires;
    private final Assessments assessments;

    /**
     * Looks after links.
     *
     * @param questionnaires what is asked
     * @param assessments where seats belong
     */
    public Invitations(Questionnaires questionnaires, Assessments assessments) {
        this.questionnaires = questionnaires;
        this.assessments = assessments;
    }

    /** How far a link is. */
    public enum State {
        /** It was made; nobody said that it was handed out. */
        ISSUED,
        /** It was handed out. */
        SENT,
        /** Somebody opened it. */
        OPENED,
        /** The answers are final. */
        SUBMITTED,
        /** It opens nothing any more. */
        EXPIRED
    }

    /**
     * A link.
     *
     * @param of the seat and its times; those that are not told are left out
     * @param state how far it is
     * @param expiresMs when it ends, or null while the assessment is not closed
     */
    public record Link(Invitation of, State state, @Nullable Long expiresMs) {}

    /**
     * The links of an assessment in the order of its seats.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<Link> list(Work work, Caller.KeyHolder who, String assessment, String after, int limit) {
        StoredAssessment of = assessments.get(work, who, assessment);
        boolean told = !isConfidential(work, who.tenant(), assessment);
        Long expires = expires(work, who.tenant(), of);
        Page<Invitation> page = work.shelves().invitations().list(who.tenant(), assessment, after, limit);
        return new Page<>(
                page.items().stream()
                        .map(one -> link(told ? one : untold(one), expires, work.now()))
                        .toList(),
                page.more());
    }

    static boolean isConfidential(Work work, String tenant, String assessment) {
        return work.shelves().secrecy().terms(tenant, assessment).mode() == Mode.CONFIDENTIAL;
    }

    private static @Nullable Long expires(Work work, String tenant, StoredAssessment of) {
        Long closed = of.closedMs();
        int days = work.shelves().tenants().settings(tenant).linkDays();
        return of.status() == Status.CLOSED && closed != null ? closed + days * DAY_MS : null;
    }

    /** The same without what nobody is told in a confidential assessment. */
    static Invitation untold(Invitation one) {
        return new Invitation(one.seat(), one.key(), one.department(), one.issuedMs(), one.invitedMs(), null, false);
    }

    private static Link link(Invitation one, @Nullable Long expires, long now) {
        State state = one.submitted()
                ? State.SUBMITTED
                : expires != null && expires <= now
                        ? State.EXPIRED
                        : one.openedMs() != null ? State.OPENED : one.invitedMs() != null ? State.SENT : State.ISSUED;
        return new Link(one, state, expires);
    }

    /**
     * Notes that links were handed out.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param seats ids of seats
     * @throws Refused if one of them is no seat of the assessment
     */
    public void handedOut(Work work, Caller.KeyHolder who, String assessment, List<String> seats) {
        assessments.get(work, who, assessment);
        Set<String> distinct = new HashSet<>(seats);
        for (int i = 0; i < seats.size(); i++) {
            if (work.shelves()
                    .seats()
                    .find(who.tenant(), assessment, seats.get(i))
                    .isEmpty()) {
                throw Refused.invalid(Faults.unknownSeat("/seats/" + i));
            }
        }
        work.shelves().invitations().handedOut(who.tenant(), assessment, List.copyOf(distinct), work.now());
        work.log(who, "note links handed out", assessment, Integer.toString(distinct.size()));
    }

    /**
     * What a reminder says.
     *
     * @param seat whom it is for
     * @param items how many items the seat is asked
     * @param minutes about so long it takes
     */
    public record Reminder(StoredSeat seat, int items, int minutes) {}

    /**
     * Reminders of an assessment.
     *
     * @param assessment the assessment
     * @param company what the company is called
     * @param closesMs when it is planned to close, or null
     * @param zone in which zone that is told
     * @param terms who will see the answers
     * @param page one reminder a seat; seats that have submitted are left out, unless that would tell who has
     */
    public record Reminders(
            StoredAssessment assessment,
            String company,
            @Nullable Long closesMs,
            ZoneId zone,
            Terms terms,
            Page<Reminder> page) {}

    /**
     * What is needed to remind the seats of an assessment, in their order.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many seats are looked at
     * @return the reminders
     */
    public Reminders reminders(Work work, Caller.KeyHolder who, String assessment, String after, int limit) {
        StoredAssessment of = assessments.get(work, who, assessment);
        Terms terms = work.shelves().secrecy().terms(who.tenant(), assessment);
        List<StoredSeat> waiting = Visibility.seats(work, who.tenant(), assessment).stream()
                .filter(seat -> seat.id().compareTo(after) > 0)
                .filter(seat -> terms.mode() == Mode.CONFIDENTIAL || !seat.submitted())
                .limit(limit + 1L)
                .toList();
        List<Questionnaire> asked = new ArrayList<>();
        for (Asked one : of.questionnaires()) {
            asked.add(questionnaires
                    .find(work, who.tenant(), one.id(), one.version())
                    .orElseThrow());
        }
        String company = work.shelves()
                .companies()
                .find(who.tenant(), of.company())
                .orElseThrow(Refused::notFound)
                .facts()
                .name();
        List<Reminder> reminders = waiting.stream()
                .limit(limit)
                .map(seat -> reminder(seat, of, asked))
                .toList();
        return new Reminders(
                of,
                company,
                work.shelves().invitations().closes(who.tenant(), assessment).orElse(null),
                ZoneId.of(work.shelves().tenants().settings(who.tenant()).timeZone()),
                terms,
                new Page<>(reminders, waiting.size() > limit));
    }

    private static Reminder reminder(StoredSeat seat, StoredAssessment of, List<Questionnaire> asked) {
        int items = 0;
        int seconds = 0;
        for (Questionnaire one : asked) {
            List<String> kinds = seat.informants().getOrDefault(one.id(), List.of());
            for (Item item : one.items()) {
                boolean shown = (of.form() == Form.FULL || item.core())
                        && item.informants().stream().anyMatch(kinds::contains);
                if (shown) {
                    items++;
                    seconds += seconds(item);
                }
            }
        }
        return new Reminder(seat, items, Math.max(1, (seconds + 59) / 60));
    }

    /** A rubric is five sentences to read and weigh, a number has to be looked up, the rest is a click. */
    private static int seconds(Item item) {
        return item.type() instanceof ItemType.Rubric ? 30 : item.type() instanceof ItemType.Measure ? 45 : 10;
    }

    /**
     * Says when an assessment is planned to close; it is told to those who are reminded, and nothing happens by itself.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @param closesMs epoch milliseconds, or null if that is open
     */
    public void plan(Work work, Caller.KeyHolder who, String assessment, @Nullable Long closesMs) {
        work.shelves().invitations().plan(who.tenant(), assessment, closesMs);
    }

    /**
     * When an assessment is planned to close.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessment which assessment
     * @return epoch milliseconds, or null if that is open
     */
    public @Nullable Long closes(Work work, String tenant, String assessment) {
        return work.shelves().invitations().closes(tenant, assessment).orElse(null);
    }

    /**
     * When assessments are planned to close.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessments ids of assessments
     * @return epoch milliseconds by id, of those of which it was said
     */
    public Map<String, Long> closes(Work work, String tenant, List<String> assessments) {
        return work.shelves().invitations().closes(tenant, assessments);
    }

    /**
     * Whether the owner is not told who has opened a link or submitted.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessment of which assessment
     * @return true in a confidential assessment
     */
    public boolean hidesWho(Work work, String tenant, String assessment) {
        return isConfidential(work, tenant, assessment);
    }
}
