package org.moatmark.api.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.KeySessionShelf;
import org.moatmark.api.store.SeatLinkShelf;
import org.moatmark.api.store.ShareShelf;
import org.moatmark.api.store.StoredKey;
import org.moatmark.api.store.StoredShare;

/** Tells who somebody is from what they show; the rest of the transaction sees what is theirs. */
public final class Credentials {

    private static final long HOUR_MS = 3_600_000;

    /** Needs nothing: everything it knows comes with the work. */
    public Credentials() {}

    /**
     * The caller of a bearer credential.
     *
     * @param work the transaction
     * @param bearer an API key or the token of a seat
     * @return the caller
     * @throws Refused if it is unknown, revoked or expired: one and the same refusal
     */
    public Caller bearer(Work work, String bearer) {
        String hash = Tokens.hash(bearer);
        Optional<Caller> seat = Tokens.isSeat(bearer)
                ? work.shelves().seatLinks().byToken(hash).map(found -> holder(found, hash, false, Seal.of(bearer)))
                : Optional.empty();
        // A key that was chosen for the first start may look like anything.
        return seat.or(() -> work.shelves()
                        .keys()
                        .byHash(hash)
                        .filter(key -> key.live(work.now()))
                        .map(key -> holder(key, Seal.of(bearer), null)))
                .map(caller -> entered(work, caller))
                .orElseThrow(Refused::unauthenticated);
    }

    /**
     * Whose key it was, if it was one and is good no more.
     *
     * @param work the transaction
     * @param bearer what was shown
     * @return who held it; empty for what never was a key, and for one that is good
     */
    public Optional<Caller.KeyHolder> ended(Work work, String bearer) {
        return work.shelves()
                .keys()
                .byHash(Tokens.hash(bearer))
                .filter(key -> !key.live(work.now()))
                .map(key -> holder(key, Seal.of(bearer), null));
    }

    static Caller.KeyHolder holder(StoredKey key, Seal seal, @Nullable String session) {
        return new Caller.KeyHolder(key.tenant(), key.id(), key.holder(), Scope.of(key.scope()), seal, session);
    }

    /**
     * The caller of a cookie that a key was traded for.
     *
     * @param work the transaction
     * @param cookie what the browser sent
     * @return the caller, with the rights of the key
     * @throws Refused if it is unknown, was signed out, has expired or was idle for too long, or the key is good no more: one
     *     and the same refusal
     */
    public Caller session(Work work, String cookie) {
        String hash = Tokens.hash(cookie);
        KeySessionShelf.Kept session = SignIns.live(work, hash).orElseThrow(Refused::unauthenticated);
        work.shelves().enter(Hold.tenant(session.tenant()));
        StoredKey key = work.shelves()
                .keys()
                .find(session.tenant(), session.key())
                .filter(one -> one.live(work.now()))
                .orElseThrow(Refused::unauthenticated);
        return holder(key, Seal.of(cookie).inside(session.seal()), hash);
    }

    /**
     * The caller of a cookie that the token of a seat was traded for.
     *
     * @param work the transaction
     * @param cookie what the browser sent
     * @return the caller
     * @throws Refused if it is unknown or expired
     */
    public Caller cookie(Work work, String cookie) {
        String hash = Tokens.hash(cookie);
        return work.shelves()
                .seatLinks()
                .bySession(hash, work.now())
                .map(found -> entered(work, holder(found, hash, true, Seal.of(cookie))))
                .orElseThrow(Refused::unauthenticated);
    }

    /**
     * Who has a link that shows a snapshot.
     *
     * @param work the transaction
     * @param token the token of the link
     * @return the caller
     * @throws Refused if it is unknown, and in other words if it was revoked or has expired
     */
    public Caller.ShareHolder share(Work work, String token) {
        String hash = Tokens.hash(token);
        return share(work, work.shelves().shares().byToken(hash), hash, Seal.of(token));
    }

    /**
     * Who has a cookie that such a link was traded for.
     *
     * @param work the transaction
     * @param cookie what the browser sent
     * @return the caller
     * @throws Refused if it is unknown or has ended, and in other words if its link was revoked or has expired
     */
    public Caller.ShareHolder shareCookie(Work work, String cookie) {
        String hash = Tokens.hash(cookie);
        Optional<ShareShelf.Session> session = work.shelves().shares().bySession(hash);
        Caller.ShareHolder who = share(work, session.map(ShareShelf.Session::link), hash, Seal.of(cookie));
        return session.filter(one -> one.expiresMs() > work.now())
                .map(one -> who)
                .orElseThrow(Refused::unauthenticated);
    }

    private static Caller.ShareHolder share(Work work, Optional<ShareShelf.Found> link, String hash, Seal seal) {
        ShareShelf.Found found = link.orElseThrow(Refused::unauthenticated);
        work.shelves().enter(Hold.seat(found.tenant(), found.id()));
        StoredShare share =
                work.shelves().shares().find(found.tenant(), found.id()).orElseThrow(Refused::unauthenticated);
        if (!share.live(work.now())) {
            throw Refused.because(
                    Refused.Reason.GONE,
                    "This link was revoked or has expired. Ask whoever gave it to you for another.",
                    "このリンクは取り消されたか、有効期限が切れています。送り主に新しいリンクを依頼してください。");
        }
        return new Caller.ShareHolder(found.tenant(), share.assessment(), share.id(), hash, seal);
    }

    /**
     * Whether the last use of a key or cookie is so long ago that it is worth a write.
     *
     * @param work the transaction
     * @param caller who asks
     * @return true about once an hour, for a cookie once a minute
     */
    public boolean worthNoting(Work work, Caller.KeyHolder caller) {
        String session = caller.session();
        if (session != null) {
            return SignIns.live(work, session)
                    .map(kept -> SignIns.worthNoting(work, kept))
                    .orElse(false);
        }
        return work.shelves()
                .keys()
                .find(caller.tenant(), caller.id())
                .map(key -> {
                    Long used = key.lastUsedMs();
                    return used == null || work.now() - used >= HOUR_MS;
                })
                .orElse(false);
    }

    /**
     * Notes the hour in which a key was used, and the moment in which a cookie was.
     *
     * @param work the transaction
     * @param caller who asks
     */
    public void note(Work work, Caller.KeyHolder caller) {
        work.shelves().enter(caller.hold());
        work.shelves().keys().used(caller.tenant(), caller.id(), work.now() / HOUR_MS * HOUR_MS);
        String session = caller.session();
        if (session != null) {
            work.shelves().keySessions().used(caller.tenant(), session, work.now());
        }
    }

    /** Refuses a caller whose credential has ended since it was read. */
    void confirm(Work work, Caller caller) {
        if (caller instanceof Caller.SeatHolder seat && seat.cookie()) {
            work.shelves().seatLinks().insistOnSession(seat.hash(), work.now(), Refused::unauthenticated);
        } else if (caller instanceof Caller.SeatHolder seat) {
            work.shelves().seatLinks().insistOnToken(seat.hash(), Refused::unauthenticated);
        } else if (!isLive(work, caller)) {
            throw Refused.unauthenticated();
        }
    }

    private static boolean isLive(Work work, Caller caller) {
        if (caller instanceof Caller.KeyHolder key) {
            String session = key.session();
            return (session == null || SignIns.live(work, session).isPresent())
                    && work.shelves()
                            .keys()
                            .find(key.tenant(), key.id())
                            .map(kept -> kept.live(work.now()))
                            .orElse(false);
        }
        return caller instanceof Caller.ShareHolder share
                && work.shelves()
                        .shares()
                        .find(share.tenant(), share.share())
                        .map(kept -> kept.live(work.now()))
                        .orElse(false);
    }

    private static Caller entered(Work work, Caller caller) {
        work.shelves().enter(caller.hold());
        return caller;
    }

    private static Caller.SeatHolder holder(SeatLinkShelf.Found found, String hash, boolean cookie, Seal seal) {
        return new Caller.SeatHolder(found.tenant(), found.assessment(), found.seat(), hash, cookie, seal);
    }
}
