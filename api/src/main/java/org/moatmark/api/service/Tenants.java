package org.moatmark.api.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.StoredKey;

/** Tenants: a consultancy, a company or a school, each with an owner key from the beginning. */
public final class Tenants {

    private static final String CURSOR_SECRET = "cursor";

    private final Tokens tokens;

    /**
     * Looks after tenants.
     *
     * @param tokens makes owner keys and secrets
     */
    public Tenants(Tokens tokens) {
        this.tokens = tokens;
    }

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
        work.shelves().tenants().keepSecret(CURSOR_SECRET, tokens.secret(), work.now());
        String key = given == null ? tokens.key() : given;
        add(work, "First tenant", "Owner key of the first start", key);
        return given == null ? Optional.of(key) : Optional.empty();
    }

    /**
     * Makes one tenant more.
     *
     * @param work the transaction
     * @param name what people call it
     * @return its owner key, to be shown once
     */
    public String add(Work work, String name) {
        String key = tokens.key();
        add(work, name, "First owner key", key);
        return key;
    }

    private static void add(Work work, String name, String label, String key) {
        String tenant = Ids.next();
        work.shelves().tenants().add(tenant, name, work.now());
        StoredKey kept = Keys.keep(work, new Keys.Plan(Scope.OWNER, label, null), tenant, null, key, null);
        work.shelves()
                .history()
                .add(tenant, new HistoryShelf.Line(work.now(), "program", "add tenant", kept.id(), null));
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
        return new Caller.KeyHolder(tenant, key.id(), key.holder(), Scope.of(key.scope()), Seal.of(tokens.secret()));
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
}
