package org.moatmark.api.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoredKey;

/** API keys: made, listed, revoked; each is shown once, when it is made. */
public final class Keys {

    private static final String CURSOR_SECRET = "cursor";

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
     * A key that was just made.
     *
     * @param kept what is kept of it
     * @param key the whole key, which nobody can show again
     */
    public record Issued(StoredKey kept, String key) {}

    /**
     * Makes the first tenant with its owner key and the secrets of the program, unless that was done before.
     *
     * @param work the transaction
     * @param given the owner key to install, or null to make one
     * @return the owner key if it was made now; empty if it was given, or made at an earlier start
     */
    public Optional<String> found(Work work, @Nullable String given) {
        if (work.shelves().tenants().any()) {
            return Optional.empty();
        }
        String tenant = Ids.next();
        work.shelves().tenants().add(tenant, "First tenant", work.now());
        work.shelves().tenants().keepSecret(CURSOR_SECRET, tokens.secret(), work.now());
        String key = given == null ? tokens.key() : given;
        add(work, tenant, Scope.OWNER, "Owner key of the first start", key, null, null);
        return given == null ? Optional.of(key) : Optional.empty();
    }

    /**
     * The owner of the first tenant, for what the program itself does at its first start.
     *
     * @param work the transaction
     * @return the owner
     */
    public Caller.KeyHolder founder(Work work) {
        String tenant = work.shelves().tenants().first().orElseThrow(Refused::notFound);
        StoredKey key = work.shelves().keys().list(tenant, "", 1).items().get(0);
        return new Caller.KeyHolder(tenant, key.id(), Scope.of(key.scope()), Seal.of(tokens.secret()));
    }

    /**
     * What signs cursors.
     *
     * @param work the transaction
     * @return the secret
     */
    public String cursorSecret(Work work) {
        return work.shelves().tenants().secret(CURSOR_SECRET).orElseThrow();
    }

    /**
     * Makes a key.
     *
     * @param work the transaction
     * @param who an owner
     * @param label what it is for
     * @param expiresMs when it ends, or null
     * @return the key, to be shown once
     */
    public Issued create(Work work, Caller.KeyHolder who, String label, @Nullable Long expiresMs) {
        String key = tokens.key();
        StoredKey kept = add(work, who.tenant(), Scope.OWNER, label, key, expiresMs, who.id());
        work.log(who, "create key", kept.id(), null);
        return new Issued(kept, key);
    }

    private static StoredKey add(
            Work work,
            String tenant,
            Scope scope,
            String label,
            String key,
            @Nullable Long expiresMs,
            @Nullable String by) {
        StoredKey kept = new StoredKey(
                tenant,
                Ids.next(),
                1,
                scope.word(),
                label,
                key.substring(key.length() - 4),
                work.now(),
                expiresMs,
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
     * Ends a key at once.
     *
     * @param work the transaction
     * @param who an owner
     * @param id which key
     * @param seen the versions that the caller has seen
     */
    public void revoke(Work work, Caller.KeyHolder who, String id, Precondition seen) {
        StoredKey key = work.shelves()
                .keys()
                .find(who.tenant(), id)
                .filter(one -> one.revokedMs() == null)
                .orElseThrow(Refused::notFound);
        seen.require(key.version());
        if (Scope.OWNER.word().equals(key.scope()) && key.live(work.now()) && isLast(work, who, key)) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "This is the last owner key; without it nobody could get in. Make another first.",
                    "これは最後の所有者キーです。無効にすると誰も入れなくなります。先に別のキーを作成してください。");
        }
        work.shelves().keys().revoke(who.tenant(), id, work.now());
        work.log(who, "revoke key", id, null);
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
