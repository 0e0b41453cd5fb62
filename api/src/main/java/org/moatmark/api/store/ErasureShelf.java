package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Erasure.ERASURE;
import static org.moatmark.api.store.db.tables.Tenant.TENANT;
import static org.moatmark.api.store.db.tables.TenantEnd.TENANT_END;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Who was erased, of all tenants: of an id only the hash. */
public final class ErasureShelf {

    private final DSLContext sql;
    private final Talk talk;

    ErasureShelf(DSLContext sql, Talk talk) {
        this.sql = sql;
        this.talk = talk;
    }

    /**
     * Somebody who was erased.
     *
     * @param hash SHA-256 of the ids
     * @param kind {@code seat} or {@code tenant}
     * @param atMs when
     * @param actor id of the key that did it, {@code seat} for somebody who did it, or {@code program}
     */
    public record Erased(String hash, String kind, long atMs, String actor) {}

    /**
     * Notes an erasure; one that is there already is done with.
     *
     * @param erased who
     */
    public void add(Erased erased) {
        sql.insertInto(ERASURE)
                .set(ERASURE.HASH, erased.hash())
                .set(ERASURE.KIND, erased.kind())
                .set(ERASURE.AT_MS, erased.atMs())
                .set(ERASURE.ACTOR, erased.actor())
                .set(ERASURE.WAITING, 0L)
                .onConflict(ERASURE.HASH)
                .doUpdate()
                .set(ERASURE.WAITING, 0L)
                .execute();
    }

    /**
     * Everybody who was erased.
     *
     * @return in the order of the hashes
     */
    public List<Erased> all() {
        return sql.selectFrom(ERASURE).orderBy(ERASURE.HASH).fetch(ErasureShelf::read);
    }

    /**
     * Whether erasures wait that a restore added.
     *
     * @return true until they are done once more
     */
    public boolean anyWaiting() {
        return sql.fetchExists(ERASURE, ERASURE.WAITING.ne(0L));
    }

    /** Says that nothing waits any more. */
    public void nothingWaits() {
        sql.update(ERASURE)
                .set(ERASURE.WAITING, 0L)
                .where(ERASURE.WAITING.ne(0L))
                .execute();
    }

    private static Erased read(Record row) {
        return new Erased(row.get(ERASURE.HASH), row.get(ERASURE.KIND), row.get(ERASURE.AT_MS), row.get(ERASURE.ACTOR));
    }

    /**
     * Erases everything of a tenant, its history with it.
     *
     * @param tenant which
     */
    public void endTenant(String tenant) {
        sql.insertInto(TENANT_END, TENANT_END.TENANT_ID).values(tenant).execute();
        new HistoryShelf(sql, talk).forgetAll(tenant);
        List<Table<?>> tables = new ArrayList<>(Copying.inOrder());
        Collections.reverse(tables);
        for (Table<?> table : tables) {
            Field<String> owner = Copying.tenantOf(table);
            if (owner != null && !table.getName().startsWith("history")) {
                sql.deleteFrom(table).where(owner.eq(tenant)).execute();
            }
        }
        sql.deleteFrom(TENANT).where(TENANT.ID.eq(tenant)).execute();
    }
}
