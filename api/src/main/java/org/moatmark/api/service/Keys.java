package org.moatmark.api.service;

import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredKey;

/**
 * API keys: made, listed, rotated, revoked; each is shown once, when it is made.
 *
 * <p>Who uses a key is its holder, a program or a person. Rotating gives the same holder another key: what was granted stays
 * granted, and for a while two keys live.
 */
public final class Keys {

    /** How long the old key lives after a rotation that does not say: a day. */
    public static final long OVERLAP_MS = 86_400_000;

    /** The longest that two keys of one holder live side by side: thirty days. */
    public static final long LONGEST_OVERLAP_MS = 30 * OVERLAP_MS;

    private static final int AT_ONCE = 2;

    private final Tokens tokens;

    /**
     * Looks after keys.
     *
     * @param tokens makes keys
     */
    public Keys(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * What a key is to be.
     *
     * @param scope what it is for
     * @param label who or what uses it
     * @param expiresMs when it ends, or null
     */
    public record Plan(Scope scope, String label, @Nullable Long expiresMs) {}

    /**
     * A key that was just made.
     *
     * @param kept what is kept of it
     * @param key the whole key, which nobody can show again
     */
    public record Issued(StoredKey kept, String key) {}

    /**
     * Makes a key for a new holder.
     *
     * @param work the transaction
     * @param who an owner
     * @param plan what it is to be
     * @return the key, to be shown once
     */
    public Issued create(Work work, Caller.KeyHolder who, Plan plan) {
        String key = tokens.key();
        StoredKey kept = keep(work, plan, who.tenant(), null, key, who.id());
        work.log(who, "create key", kept.id(), null);
        return new Issued(kept, key);
    }

    /** Keeps a key; without a holder it is the first of a new one. */
    static StoredKey keep(
            Work work, Plan plan, String tenant, @Nullable String holder, String key, @Nullable String by) {
        String id = Ids.next();
        StoredKey kept = new StoredKey(
                tenant,
                id,
                1,
                holder == null ? id : holder,
                plan.scope().word(),
                plan.label(),
                key.substring(key.length() - 4),
                work.now(),
                plan.expiresMs(),
                null,
                null);
        work.shelves().keys().add(kept, Tokens.hash(key), by);
        return kept;
    }

    /**
     * The keys that are not revoked.
     *
     * @param work the transaction
     * @param who an owner
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<StoredKey> list(Work work, Caller.KeyHolder who, String after, int limit) {
        return work.shelves().keys().list(who.tenant(), after, limit);
    }

    /**
     * Gives the holder of a key another one; the old one lives on for a while, so that nothing stops meanwhile.
     *
     * @param work the transaction
     * @param who an owner
     * @param id which key
     * @param untilMs when the old key ends
     * @param expiresMs when the new key ends; null for the same time as the old one was made for
     * @return the new key, to be shown once
     */
    public Issued rotate(Work work, Caller.KeyHolder who, String id, long untilMs, @Nullable Long expiresMs) {
        StoredKey old = find(work, who, id);
        if (!old.live(work.now())) {
            throw Refused.because(
                    Refused.Reason.CONFLICT, "This key has expired; make a new one.", "このキーは期限切れです。新しいキーを作成してください。");
        }
        if (work.shelves().keys().liveOf(who.tenant(), old.holder(), work.now()) >= AT_ONCE) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "Two keys of this holder live already. Revoke one of them, or wait until it ends.",
                    "この利用者には有効なキーが既に二つあります。一方を無効にするか、期限が切れるまでお待ちください。");
        }
        Long ended = old.expiresMs();
        Long expires = expiresMs;
        if (expires == null && ended != null) {
            expires = work.now() + (ended - old.createdMs());
        }
        if (expires != null && isOwner(old) && isLast(work, who, old)) {
            throw lastOwner();
        }
        String key = tokens.key();
        Plan plan = new Plan(Scope.of(old.scope()), old.label(), expires);
        StoredKey kept = keep(work, plan, who.tenant(), old.holder(), key, who.id());
        work.shelves().keys().end(who.tenant(), id, ended == null ? untilMs : Math.min(ended, untilMs));
        work.log(who, "rotate key", id, null);
        return new Issued(kept, key);
    }

    /**
     * Ends a key at once.
     *
     * @param work the transaction
     * @param who an owner
     * @param id which key
     * @param seen the versions that the caller has seen
     */
    public void revoke(Work work, Caller.KeyHolder who, String id, Precondition seen) {
        StoredKey key = find(work, who, id);
        seen.require(key.version());
        if (isOwner(key) && key.live(work.now()) && isLast(work, who, key)) {
            throw lastOwner();
        }
        work.shelves().keys().revoke(who.tenant(), id, work.now());
        work.shelves().keySessions().endAll(who.tenant(), id);
        work.log(who, "revoke key", id, null);
    }

    private static StoredKey find(Work work, Caller.KeyHolder who, String id) {
        return work.shelves()
                .keys()
                .find(who.tenant(), id)
                .filter(one -> one.revokedMs() == null)
                .orElseThrow(Refused::notFound);
    }

    private static boolean isOwner(StoredKey key) {
        return Scope.OWNER.word().equals(key.scope());
    }

    private static Refused lastOwner() {
        return Refused.because(
                Refused.Reason.CONFLICT,
                "This is the last owner key; without it nobody could get in. Make another first.",
                "これは最後の所有者キーです。無効にすると誰も入れなくなります。先に別のキーを作成してください。");
    }

    /** Whether nobody could get in without this key, now or once the others have expired. */
    private static boolean isLast(Work work, Caller.KeyHolder who, StoredKey key) {
        long lasting = work.shelves().keys().live(who.tenant(), key.scope(), Long.MAX_VALUE);
        if (key.expiresMs() == null) {
            return lasting == 1;
        }
        return lasting == 0 && work.shelves().keys().live(who.tenant(), key.scope(), work.now()) == 1;
    }
}
