package org.moatmark.api.service;

import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Hold;
import org.moatmark.api.store.Ids;
import org.moatmark.api.store.StoredKey;
import org.moatmark.api.store.TenantSettings;
import org.moatmark.api.store.TenantShelf;
import org.moatmark.core.report.Brand;

/** Tenants: a consultancy, a company or a school, each with an owner key from the beginning. */
public final class Tenants {

    /** Name of the secret that signs cursors; who has it has had a first start. */
    static final String CURSOR_SECRET = "cursor";

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
     * Makes the first tenant with its owner key and the secrets of the program, unless that was done before or is just
     * being done by another process.
     *
     * @param work the transaction
     * @param given the owner key to install, or null to make one
     * @param show is given a key that was made, before it is kept
     * @return whether this was the first start
     */
    public boolean found(Work work, @Nullable String given, Consumer<String> show) {
        TenantShelf tenants = work.shelves().tenants();
        if (tenants.any() || !tenants.keepSecret(CURSOR_SECRET, tokens.secret(), work.now())) {
            return false;
        }
        String key = given == null ? tokens.key() : given;
        add(work, "First tenant", "Owner key of the first start", key);
        if (given == null) {
            show.accept(key);
        }
        return true;
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
        work.shelves().enter(Hold.tenant(tenant));
        StoredKey kept = Keys.keep(work, new Keys.Plan(Scope.OWNER, label, null), tenant, null, key, null);
        work.shelves()
                .history()
                .add(tenant, new HistoryShelf.Line(work.now(), "program", "add tenant", kept.id(), null));
    }

    /**
     * A tenant and what it set for itself.
     *
     * @param kept the tenant
     * @param settings its settings
     */
    public record Own(TenantShelf.Kept kept, TenantSettings settings) {}

    /**
     * What a caller changes; null leaves things as they are.
     *
     * @param name what people call the tenant
     * @param timeZone the zone in which its dates are told
     * @param draftDays how long a draft that nobody touches is kept
     * @param linkDays how long links live after their assessment was closed
     * @param answerDays how long answers are kept after that
     * @param auditDays how long lines of the audit trail are kept
     * @param brand what becomes of how reports look
     */
    public record Change(
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable Integer draftDays,
            @Nullable Integer linkDays,
            @Nullable Integer answerDays,
            @Nullable Integer auditDays,
            UnaryOperator<Brand> brand) {}

    /**
     * The caller's own tenant.
     *
     * @param work the transaction
     * @param who an owner
     * @return the tenant
     */
    public Own get(Work work, Caller.KeyHolder who) {
        return new Own(
                work.shelves().tenants().find(who.tenant()).orElseThrow(Refused::notFound),
                work.shelves().tenants().settings(who.tenant()));
    }

    /**
     * How the reports of a tenant look, whoever reads them.
     *
     * @param work the transaction
     * @param tenant whose reports
     * @return what its owner set, or the usual look
     */
    public Brand brand(Work work, String tenant) {
        return work.shelves().tenants().settings(tenant).brand();
    }

    /**
     * Changes the caller's own tenant.
     *
     * @param work the transaction
     * @param who an owner
     * @param seen the versions that the caller has seen
     * @param change what is to be different
     * @return the tenant as it is now
     */
    public Own change(Work work, Caller.KeyHolder who, Precondition seen, Change change) {
        Own before = get(work, who);
        TenantSettings old = before.settings();
        seen.require(old.version());
        String zone = Objects.requireNonNullElse(change.timeZone(), old.timeZone());
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Refused.invalid(Faults.unknownZone("/timeZone", zone));
        }
        String name = change.name();
        if (name != null) {
            work.shelves().tenants().rename(who.tenant(), name);
        }
        work.shelves()
                .tenants()
                .put(
                        who.tenant(),
                        new TenantSettings(
                                old.version() + 1,
                                zone,
                                Objects.requireNonNullElse(change.draftDays(), old.draftDays()),
                                Objects.requireNonNullElse(change.linkDays(), old.linkDays()),
                                Objects.requireNonNullElse(change.answerDays(), old.answerDays()),
                                Objects.requireNonNullElse(change.auditDays(), old.auditDays()),
                                change.brand().apply(old.brand())));
        work.log(who, "change tenant", who.tenant(), null);
        return get(work, who);
    }

    /**
     * The owner of the first tenant, for what the program itself does at its first start.
     *
     * @param work the transaction
     * @return the owner
     */
    public Caller.KeyHolder founder(Work work) {
        String tenant = work.shelves().tenants().first().orElseThrow(Refused::notFound);
        work.shelves().enter(Hold.tenant(tenant));
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
