package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Probe.PROBE;
import static org.moatmark.api.store.db.tables.Secret.SECRET;
import static org.moatmark.api.store.db.tables.Tenant.TENANT;
import static org.moatmark.api.store.db.tables.TenantSetting.TENANT_SETTING;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.moatmark.core.report.Brand;

/** Tenants, and what belongs to the program itself: its secrets and the row of the readiness probe. */
public final class TenantShelf {

    private final DSLContext sql;

    TenantShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Whether there is any tenant yet.
     *
     * @return false before the first start is over
     */
    public boolean any() {
        return sql.fetchExists(TENANT);
    }

    /**
     * The oldest tenant, which the first start made.
     *
     * @return its id
     */
    public Optional<String> first() {
        return sql.select(TENANT.ID).from(TENANT).orderBy(TENANT.ID).limit(1).fetchOptional(TENANT.ID);
    }

    /**
     * All tenants, for what the program does across them.
     *
     * @return their ids, in order
     */
    public List<String> all() {
        return sql.select(TENANT.ID).from(TENANT).orderBy(TENANT.ID).fetch(TENANT.ID);
    }

    /**
     * Adds a tenant.
     *
     * @param id its id
     * @param name its name
     * @param now the time
     */
    public void add(String id, String name, long now) {
        sql.insertInto(TENANT, TENANT.ID, TENANT.NAME, TENANT.CREATED_MS)
                .values(id, name, now)
                .execute();
    }

    /**
     * A tenant.
     *
     * @param id its id
     * @param name its name
     * @param createdMs since when it is there
     */
    public record Kept(String id, String name, long createdMs) {}

    /**
     * One tenant.
     *
     * @param id which
     * @return the tenant, if it is there
     */
    public Optional<Kept> find(String id) {
        return sql.selectFrom(TENANT)
                .where(TENANT.ID.eq(id))
                .fetchOptional(row -> new Kept(row.get(TENANT.ID), row.get(TENANT.NAME), row.get(TENANT.CREATED_MS)));
    }

    /**
     * Forgets a secret of the program.
     *
     * @param name which one
     */
    public void dropSecret(String name) {
        sql.deleteFrom(SECRET).where(SECRET.NAME.eq(name)).execute();
    }

    /**
     * Gives a tenant another name.
     *
     * @param id which
     * @param name its name
     */
    public void rename(String id, String name) {
        sql.update(TENANT).set(TENANT.NAME, name).where(TENANT.ID.eq(id)).execute();
    }

    /**
     * What a tenant set for itself.
     *
     * @param tenant whose
     * @return the settings; the usual ones where nothing was set
     */
    public TenantSettings settings(String tenant) {
        return sql.selectFrom(TENANT_SETTING)
                .where(TENANT_SETTING.TENANT_ID.eq(tenant))
                .fetchOptional(row -> new TenantSettings(
                        row.get(TENANT_SETTING.VERSION),
                        row.get(TENANT_SETTING.TIME_ZONE),
                        row.get(TENANT_SETTING.DRAFT_DAYS).intValue(),
                        row.get(TENANT_SETTING.LINK_DAYS).intValue(),
                        row.get(TENANT_SETTING.ANSWER_DAYS).intValue(),
                        row.get(TENANT_SETTING.AUDIT_DAYS).intValue(),
                        new Brand(
                                row.get(TENANT_SETTING.BRAND_TITLE),
                                row.get(TENANT_SETTING.BRAND_SUBTITLE),
                                row.get(TENANT_SETTING.BRAND_ACCENT))))
                .orElse(TenantSettings.USUAL);
    }

    /**
     * Keeps what a tenant set for itself.
     *
     * @param tenant whose
     * @param settings the settings
     */
    public void put(String tenant, TenantSettings settings) {
        var row = sql.newRecord(TENANT_SETTING);
        row.set(TENANT_SETTING.TENANT_ID, tenant);
        row.set(TENANT_SETTING.VERSION, settings.version());
        row.set(TENANT_SETTING.TIME_ZONE, settings.timeZone());
        row.set(TENANT_SETTING.DRAFT_DAYS, (long) settings.draftDays());
        row.set(TENANT_SETTING.LINK_DAYS, (long) settings.linkDays());
        row.set(TENANT_SETTING.ANSWER_DAYS, (long) settings.answerDays());
        row.set(TENANT_SETTING.AUDIT_DAYS, (long) settings.auditDays());
        row.set(TENANT_SETTING.BRAND_TITLE, settings.brand().title());
        row.set(TENANT_SETTING.BRAND_SUBTITLE, settings.brand().subtitle());
        row.set(TENANT_SETTING.BRAND_ACCENT, settings.brand().accent());
        sql.insertInto(TENANT_SETTING)
                .set(row)
                .onConflict(TENANT_SETTING.TENANT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /**
     * A secret of the program.
     *
     * @param name which one
     * @return the secret, if it was made
     */
    public Optional<String> secret(String name) {
        return sql.select(SECRET.SECRET_VALUE)
                .from(SECRET)
                .where(SECRET.NAME.eq(name))
                .fetchOptional(SECRET.SECRET_VALUE);
    }

    /**
     * Keeps a secret of the program, unless there is one of that name; who does so at the same time is waited for.
     *
     * @param name which one
     * @param secret the secret
     * @param now the time
     * @return whether it is kept
     */
    public boolean keepSecret(String name, String secret, long now) {
        return sql.insertInto(SECRET, SECRET.NAME, SECRET.SECRET_VALUE, SECRET.CREATED_MS)
                        .values(name, secret, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /**
     * Writes the time and reads it back.
     *
     * @param now the time
     * @return whether the same time came back
     */
    public boolean probe(long now) {
        sql.insertInto(PROBE, PROBE.ID, PROBE.AT_MS)
                .values(1L, now)
                .onConflict(PROBE.ID)
                .doUpdate()
                .set(PROBE.AT_MS, now)
                .execute();
        Long back = sql.select(PROBE.AT_MS).from(PROBE).where(PROBE.ID.eq(1L)).fetchOne(PROBE.AT_MS);
        return back != null && back == now;
    }
}
