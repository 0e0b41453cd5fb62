package org.moatmark.api.service;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.KeySessionShelf;
import org.moatmark.api.store.StoredKey;
import org.moatmark.api.store.TenantShelf;

/**
 * Who works in a browser trades an API key for a cookie that no script can read. It may do what the key may, and ends with
 * the key, when it is signed out, after {@link #IDLE_MS} without a request, and after {@link #LIFE_MS} in any case.
 */
public final class SignIns {

    /** How long a cookie lives that is used: twelve hours. */
    public static final long LIFE_MS = 43_200_000;

    /** How long a cookie lives that is not used: half an hour. */
    public static final long IDLE_MS = 1_800_000;

    /** So often a use is noted; a write for each reading would be many. */
    private static final long MINUTE_MS = 60_000;

    private static final long HOUR_MS = 3_600_000;

    /** Most cookies of one key; the oldest makes room. */
    private static final int MOST = 20;

    private final Tokens tokens;

    /**
     * Looks after cookies.
     *
     * @param tokens makes them
     */
    public SignIns(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A cookie and whom it is for.
     *
     * @param cookie the cookie, which nobody can show again
     * @param expiresMs when it ends, used or not
     * @param place who is signed in
     */
    public record Issued(String cookie, long expiresMs, Place place) {}

    /**
     * Who is signed in.
     *
     * @param key their key
     * @param tenant their tenant
     * @param timeZone the zone in which the dates of the tenant are told
     * @param may what keys of that scope may do
     * @param expiresMs when the cookie ends; null for who came with the key itself
     */
    public record Place(
            StoredKey key,
            TenantShelf.Kept tenant,
            String timeZone,
            List<Right> may,
            @Nullable Long expiresMs) {}

    /**
     * Trades a key for a cookie.
     *
     * @param work the transaction
     * @param key the whole key
     * @return the cookie
     * @throws Refused if the key is unknown, revoked or expired: one and the same refusal
     */
    public Issued trade(Work work, String key) {
        StoredKey kept = work.shelves()
                .keys()
                .byHash(Tokens.hash(key))
                .filter(one -> one.live(work.now()))
                .orElseThrow(Refused::unauthenticated);
        String tenant = kept.tenant();
        work.shelves().enter(Hold.tenant(tenant));
        work.shelves().keySessions().makeRoom(tenant, work.now(), work.now() - IDLE_MS, kept.id(), MOST - 1);
        String cookie = tokens.cookie();
        String seal = Seal.of(key).within(Seal.of(cookie));
        long end = work.now() + LIFE_MS;
        long expires = kept.expiresMs() == null ? end : Math.min(end, kept.expiresMs());
        work.shelves()
                .keySessions()
                .add(new KeySessionShelf.Kept(
                        tenant, Tokens.hash(cookie), kept.id(), seal, work.now(), work.now(), expires));
        work.shelves().keys().used(tenant, kept.id(), work.now() / HOUR_MS * HOUR_MS);
        work.log(Credentials.holder(kept, Seal.of(key), null), "sign in", kept.id(), null);
        StoredKey noted = work.shelves().keys().find(tenant, kept.id()).orElse(kept);
        return new Issued(cookie, expires, place(work, noted, expires));
    }

    /**
     * Who is signed in.
     *
     * @param work the transaction
     * @param who somebody with a key, or with a cookie for it
     * @return what they may know of themselves
     */
    public Place place(Work work, Caller.KeyHolder who) {
        StoredKey key = work.shelves().keys().find(who.tenant(), who.id()).orElseThrow(Refused::unauthenticated);
        String session = who.session();
        Long expires = session == null
                ? null
                : live(work, session).map(KeySessionShelf.Kept::expiresMs).orElseThrow(Refused::unauthenticated);
        return place(work, key, expires);
    }

    private static Place place(Work work, StoredKey key, @Nullable Long expires) {
        Scope scope = Scope.of(key.scope());
        return new Place(
                key,
                work.shelves().tenants().find(key.tenant()).orElseThrow(Refused::notFound),
                work.shelves().tenants().settings(key.tenant()).timeZone(),
                Stream.of(Right.values()).filter(right -> right.isOf(scope)).toList(),
                expires);
    }

    /**
     * Ends the cookie of a caller at once; a key that came by itself stays as it is.
     *
     * @param work the transaction
     * @param who who is signed in
     */
    public void end(Work work, Caller.KeyHolder who) {
        String session = who.session();
        if (session != null) {
            work.shelves().keySessions().end(who.tenant(), session);
            work.log(who, "sign out", who.id(), null);
        }
    }

    /** The cookie of a hash, if it has not ended. */
    static Optional<KeySessionShelf.Kept> live(Work work, String hash) {
        return work.shelves()
                .keySessions()
                .byHash(hash)
                .filter(one -> one.expiresMs() > work.now() && one.usedMs() > work.now() - IDLE_MS);
    }

    /** Whether the last use of a cookie was noted so long ago that it is worth a write. */
    static boolean worthNoting(Work work, KeySessionShelf.Kept session) {
        return work.now() - session.usedMs() >= MINUTE_MS;
    }
}
