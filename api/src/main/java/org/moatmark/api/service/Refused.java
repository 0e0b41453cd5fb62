package org.moatmark.api.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** The rules do not allow what was asked; nothing was changed. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No credential, or one that is not (or no longer) good. */
        UNAUTHENTICATED,
        /** The credential is good, but not for this. */
        FORBIDDEN,
        /** There is no such thing for this caller. */
        NOT_FOUND,
        /** It was there, and has been withdrawn, revoked or has expired. */
        GONE,
        /** The thing is not in a state in which this can be done. */
        CONFLICT,
        /** The answers are final. */
        ALREADY_SUBMITTED,
        /** The thing was changed since the caller read it. */
        STALE,
        /** The caller has not said which version it has seen. */
        NOT_SEEN,
        /** What was sent is not sound; the issues say why. */
        INVALID,
        /** Something is missing before this can be done; the issues say what. */
        INCOMPLETE,
        /** The same Idempotency-Key came with another request before. */
        KEY_REUSED,
        /** The same request is still being worked on. */
        IN_PROGRESS,
        /** There is too much to do already; later it can be done. */
        BUSY
    }

    private final Reason reason;
    private final transient Words words;
    private final transient List<Issue> issues;
    private final @Nullable Long version;

    private Refused(Reason reason, Words words, List<Issue> issues, @Nullable Long version) {
        super(words.en());
        this.reason = reason;
        this.words = words;
        this.issues = List.copyOf(issues);
        this.version = version;
    }

    static Refused because(Reason reason, String en, String ja) {
        return new Refused(reason, new Words(en, ja), List.of(), null);
    }

    static Refused invalid(List<Issue> issues) {
        return new Refused(
                Reason.INVALID,
                new Words("What was sent cannot be taken; every fault is listed.", "送られた内容を受け付けられません。問題をすべて示します。"),
                issues,
                null);
    }

    static Refused invalid(Issue issue) {
        return invalid(List.of(issue));
    }

    static Refused incomplete(List<Issue> issues) {
        return new Refused(
                Reason.INCOMPLETE,
                new Words("Something is still missing; it is listed.", "まだ足りないものがあります。足りないものを示します。"),
                issues,
                null);
    }

    static Refused stale(long version) {
        return new Refused(
                Reason.STALE,
                new Words(
                        "It was changed since it was read. Read it again, apply the change to what it is now, and send it"
                                + " with the new ETag.",
                        "読み取った後に変更されています。もう一度読み取り、現在の内容に変更を加え、新しいETagを付けて送ってください。"),
                List.of(),
                version);
    }

    static Refused notSeen() {
        return because(
                Reason.NOT_SEEN,
                "A change needs an If-Match header with the ETag of what was read.",
                "変更には、読み取ったときの ETag を If-Match ヘッダーに付けてください。");
    }

    static Refused notFound() {
        return because(
                Reason.NOT_FOUND, "There is no such thing, or it is not yours to see.", "該当するものがないか、閲覧できる範囲にありません。");
    }

    static Refused unauthenticated() {
        return because(
                Reason.UNAUTHENTICATED,
                "This needs a valid key or seat link. Send it as 'Authorization: Bearer ...'.",
                "有効なキーまたは回答枠のリンクが必要です。「Authorization: Bearer ...」で送ってください。");
    }

    static Refused forbidden(String en, String ja) {
        return because(Reason.FORBIDDEN, en, ja);
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Why, for people.
     *
     * @return one or two sentences
     */
    public Words words() {
        return words;
    }

    /**
     * What is wrong, one by one.
     *
     * @return the issues; empty where the words say it all
     */
    public List<Issue> issues() {
        return issues;
    }

    /**
     * The present version of what is stale.
     *
     * @return the version, or null where nothing is stale
     */
    public @Nullable Long version() {
        return version;
    }
}
