package org.moatmark.api.service;

import java.util.List;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.ShareShelf;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.api.store.StoredShare;
import org.moatmark.api.store.StoredSnapshot;

/**
 * Links that show one snapshot to whoever has them, and nothing else: they expire, can be revoked at once, and every reading is
 * counted. Whoever comes by a link, and a seat to which a snapshot is shown, sees no answer of a single seat: those are for
 * the owner, as everybody was told before answering.
 */
public final class Shares {

    /** How long a link lives unless somebody says otherwise. */
    public static final long USUAL_MS = 30L * 86_400_000;

    /** How long a link can live at most. */
    public static final long LONGEST_MS = 366L * 86_400_000;

    /** Most links of one assessment, the ended ones among them. */
    public static final int MOST = 1_000;

    /** Most cookies of one link; the oldest makes room. */
    private static final int MOST_COOKIES = 1_000;

    private final Credentials credentials = new Credentials();
    private final Tokens tokens;
    private final Snapshots snapshots;

    /**
     * Looks after links.
     *
     * @param tokens makes their tokens
     * @param snapshots what they show
     */
    public Shares(Tokens tokens, Snapshots snapshots) {
        this.tokens = tokens;
        this.snapshots = snapshots;
    }

    /**
     * What a caller says of a link.
     *
     * @param snapshot name of the snapshot
     * @param label whom it is for
     * @param expiresMs when it ends
     */
    public record Plan(String snapshot, String label, long expiresMs) {}

    /**
     * A link with a token that was just made.
     *
     * @param share what is kept of it
     * @param token the token, which nobody can show again
     */
    public record Issued(StoredShare share, String token) {}

    /**
     * Makes a link.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param plan what it shows, to whom and until when
     * @return the link and its token, to be shown once
     */
    public Issued add(Work work, Caller.KeyHolder who, String assessment, Plan plan) {
        StoredSnapshot snapshot = work.shelves()
                .snapshots()
                .find(who.tenant(), assessment, plan.snapshot())
                .orElseThrow(() -> Refused.invalid(Faults.unknownSnapshot("/snapshot", plan.snapshot())));
        Snapshots.requireThere(snapshot);
        requireShareable(work, who.tenant(), assessment);
        if (work.shelves().shares().count(who.tenant(), assessment) >= MOST) {
            throw Refused.invalid(Faults.tooManyShares("", MOST));
        }
        String token = tokens.share();
        StoredShare share = new StoredShare(
                Ids.next(),
                1,
                assessment,
                snapshot.name(),
                plan.label(),
                token.substring(token.length() - 4),
                work.now(),
                who.id(),
                plan.expiresMs(),
                null);
        work.shelves().shares().add(who.tenant(), share, snapshot.id(), Tokens.hash(token));
        work.log(who, "share snapshot", assessment, snapshot.name() + ", link " + share.id());
        return new Issued(share, token);
    }

    /** A class was told that class-mates see groups only, which no result of all of them is. */
    private static void requireShareable(Work work, String tenant, String assessment) {
        if (work.shelves().secrecy().terms(tenant, assessment).mode() == Mode.CLASSROOM) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "In a classroom only the teacher sees results; the class was told so.",
                    "授業用の診断の結果を見られるのは教員だけです。受講者にもそのように説明しています。");
        }
    }

    /**
     * The links of an assessment in the order in which they were made.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page, the ended ones among them
     */
    public Page<StoredShare> list(Work work, Caller.KeyHolder who, String assessment, String after, int limit) {
        return work.shelves().shares().list(who.tenant(), assessment, after, limit);
    }

    /**
     * Revokes a link; it shows nothing from then on.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param id which
     * @param seen the versions that the caller has seen
     */
    public void revoke(Work work, Caller.KeyHolder who, String assessment, String id, Precondition seen) {
        StoredShare share = work.shelves()
                .shares()
                .find(who.tenant(), id)
                .filter(one -> one.assessment().equals(assessment) && one.revokedMs() == null)
                .orElseThrow(Refused::notFound);
        seen.require(share.version());
        work.shelves().shares().revoke(who.tenant(), id, work.now());
        work.log(who, "revoke link", assessment, share.snapshot() + ", link " + id);
    }

    /**
     * A cookie that the token of a link was traded for.
     *
     * @param cookie the cookie, which nobody can show again
     * @param expiresMs when it ends: after twelve hours, or when the link does
     */
    public record Session(String cookie, long expiresMs) {}

    /**
     * Trades the token of a link for a cookie, so that no browser keeps the token. It shows what the link shows and nothing
     * else, and no longer than that does.
     *
     * @param work the transaction
     * @param token the token of a link
     * @return the cookie
     * @throws Refused if it is unknown, and in other words if it was revoked or has expired
     */
    public Session trade(Work work, String token) {
        Caller.ShareHolder who = credentials.share(work, token);
        long expires = Math.min(own(work, who).expiresMs(), work.now() + SignIns.LIFE_MS);
        String cookie = tokens.cookie();
        work.shelves()
                .shares()
                .addSession(
                        new ShareShelf.Found(who.tenant(), who.share()),
                        Tokens.hash(cookie),
                        work.now(),
                        expires,
                        MOST_COOKIES);
        return new Session(cookie, expires);
    }

    /**
     * What a link is, for whoever has it.
     *
     * @param work the transaction
     * @param who who has it
     * @return the link
     */
    public StoredShare own(Work work, Caller.ShareHolder who) {
        return work.shelves().shares().find(who.tenant(), who.share()).orElseThrow(Refused::notFound);
    }

    /**
     * What a link is about, by name.
     *
     * @param name name of the assessment
     * @param company name of the company
     */
    public record Place(String name, String company) {}

    /**
     * What a link is about.
     *
     * @param work the transaction
     * @param tenant whose
     * @param assessment of which assessment
     * @return names of assessment and company
     */
    public Place place(Work work, String tenant, String assessment) {
        StoredAssessment of =
                work.shelves().assessments().find(tenant, assessment).orElseThrow(Refused::notFound);
        StoredCompany company =
                work.shelves().companies().find(tenant, of.company()).orElseThrow(Refused::notFound);
        return new Place(of.name(), company.facts().name());
    }

    /**
     * Shows a snapshot to the seats of its assessment, or shows it to them no more.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment of which assessment
     * @param name its name
     * @param seen the versions that the caller has seen
     * @param show whether seats see it
     * @return the snapshot as it is now
     */
    public StoredSnapshot showSeats(
            Work work, Caller.KeyHolder who, String assessment, String name, Precondition seen, boolean show) {
        StoredSnapshot before = snapshots.get(work, who.tenant(), assessment, name);
        Snapshots.requireThere(before);
        seen.require(before.version());
        if (before.seatsSee() == show) {
            return before;
        }
        if (show) {
            requireShareable(work, who.tenant(), assessment);
        }
        StoredSnapshot after = before.shown(show, work.now());
        work.shelves().snapshots().put(who.tenant(), after);
        work.log(who, show ? "show snapshot to seats" : "hide snapshot from seats", assessment, name);
        return after;
    }

    /**
     * The snapshots that a seat sees.
     *
     * @param work the transaction
     * @param who the seat
     * @return those that are shown to the seats of its assessment, oldest first
     */
    public List<StoredSnapshot> shownTo(Work work, Caller.SeatHolder who) {
        return work.shelves().snapshots().shown(who.tenant(), who.assessment());
    }

    /**
     * Refuses a seat a snapshot that it is not shown.
     *
     * @param work the transaction
     * @param who the seat
     * @param name name of the snapshot
     * @return true, if it is shown
     */
    public boolean requireShown(Work work, Caller.SeatHolder who, String name) {
        if (shownTo(work, who).stream().noneMatch(one -> one.name().equals(name))) {
            throw Refused.notFound();
        }
        return true;
    }
}
