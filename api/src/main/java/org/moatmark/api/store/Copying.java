package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.ExportJob.EXPORT_JOB;
import static org.moatmark.api.store.db.tables.ExportPiece.EXPORT_PIECE;
import static org.moatmark.api.store.db.tables.Meter.METER;
import static org.moatmark.api.store.db.tables.Probe.PROBE;
import static org.moatmark.api.store.db.tables.Tenant.TENANT;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.moatmark.api.store.db.DefaultSchema;

/**
 * Copies everything that is kept from one database to another: one state of it, in one transaction, row by row as it is,
 * tenant by tenant, so that the walls between tenants stand meanwhile. What was written is read back and compared.
 */
public final class Copying {

    private static final int ROWS_AT_ONCE = 200;
    private static final int FETCH = 500;

    /** What every database has of its own, beside the history of its scripts; exports live an hour and are made anew. */
    private static final Set<Table<?>> OWN = Set.of(PROBE, METER, EXPORT_JOB, EXPORT_PIECE);

    private final Shelves from;
    private final Shelves to;
    private long rows;

    private Copying(Shelves from, Shelves to) {
        this.from = from;
        this.to = to;
    }

    /**
     * What was copied.
     *
     * @param tenants how many tenants
     * @param rows how many rows of all tables
     */
    public record Copied(int tenants, long rows) {}

    /** Looks at the copy of a tenant before it is kept. */
    public interface Check {

        /**
         * Compares.
         *
         * @param tenant whose rows both see
         * @param from where they come from
         * @param to where they are now
         */
        void same(String tenant, Shelves from, Shelves to);
    }

    /**
     * Copies everything, or nothing.
     *
     * @param from where it is
     * @param to where it is to be; nothing may be there
     * @param check is done for every tenant; what it throws undoes the copy
     * @return what was copied
     * @throws StartRefused if the target is not empty, or what is read back is not what was written
     */
    public static Copied copy(Store from, Store to, Check check) {
        return from.read(source -> to.write(target -> new Copying(source, target).all(check)));
    }

    private Copied all(Check check) {
        if (to.tenants().any()) {
            throw new StartRefused(
                    "The target is not empty; it is left as it is. Name a new database.",
                    "移動先が空ではないため、手を加えませんでした。新しいデータベースを指定してください。");
        }
        patience(from.sql());
        patience(to.sql());
        List<Table<?>> tables = new ArrayList<>(inOrder());
        tables.removeAll(OWN);
        for (Table<?> table : tables) {
            if (tenantOf(table) == null) {
                copy(table, DSL.noCondition());
            }
        }
        List<String> tenants =
                from.sql().select(TENANT.ID).from(TENANT).orderBy(TENANT.ID).fetch(TENANT.ID);
        for (String tenant : tenants) {
            from.wall().turnTo(tenant);
            to.wall().turnTo(tenant);
            for (Table<?> table : tables) {
                Field<String> owner = tenantOf(table);
                if (owner != null) {
                    copy(table, owner.eq(tenant));
                }
            }
            check.same(tenant, from, to);
        }
        return new Copied(tenants.size(), rows);
    }

    /** One end may do nothing for a while when the other is busy. */
    private static void patience(DSLContext sql) {
        if (sql.dialect().family() == SQLDialect.POSTGRES) {
            sql.fetch("select set_config('idle_in_transaction_session_timeout', '0', true)");
        }
    }

    /** Tables so that each comes after those that it refers to. */
    static List<Table<?>> inOrder() {
        List<Table<?>> ordered = new ArrayList<>();
        DefaultSchema.DEFAULT_SCHEMA.getTables().forEach(table -> append(table, ordered));
        return ordered;
    }

    private static void append(Table<?> table, List<Table<?>> ordered) {
        if (ordered.contains(table)) {
            return;
        }
        for (ForeignKey<?, ?> reference : table.getReferences()) {
            Table<?> needed = reference.getKey().getTable();
            if (!needed.equals(table)) {
                append(needed, ordered);
            }
        }
        ordered.add(table);
    }

    @SuppressWarnings("NullAway") // jOOQ says nothing of nulls; a table without the column has none.
    static Field<String> tenantOf(Table<?> table) {
        return table.field("tenant_id", String.class);
    }

    private <R extends Record> void copy(Table<R> table, Condition which) {
        MessageDigest sent = sha256();
        List<R> batch = new ArrayList<>();
        try (Cursor<R> source = rows(from.sql(), table, which)) {
            for (R row : source) {
                digest(sent, row);
                batch.add(row);
                rows++;
                if (batch.size() == ROWS_AT_ONCE) {
                    insert(table, batch);
                }
            }
        }
        insert(table, batch);
        MessageDigest arrived = sha256();
        try (Cursor<R> target = rows(to.sql(), table, which)) {
            target.forEach(row -> digest(arrived, row));
        }
        if (!MessageDigest.isEqual(sent.digest(), arrived.digest())) {
            throw new StartRefused(
                    "The copy of table " + table.getName() + " differs from what was read; nothing was kept.",
                    "テーブル " + table.getName() + " の写しが元と一致しません。移動先には何も残していません。");
        }
    }

    private static <R extends Record> Cursor<R> rows(DSLContext sql, Table<R> table, Condition which) {
        UniqueKey<R> key = table.getPrimaryKey();
        List<? extends Field<?>> order = key == null ? List.of() : key.getFields();
        return sql.selectFrom(table)
                .where(which)
                .orderBy(order)
                .fetchSize(FETCH)
                .fetchLazy();
    }

    private <R extends Record> void insert(Table<R> table, List<R> batch) {
        if (!batch.isEmpty()) {
            to.sql().insertInto(table, table.fields()).valuesOfRecords(batch).execute();
            batch.clear();
        }
    }

    /** Length before value, so that no two rows look the same. */
    private static void digest(MessageDigest digest, Record row) {
        for (Object value : row.intoArray()) {
            byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            String head = (value == null ? "none" : value.getClass().getSimpleName()) + bytes.length + ":";
            digest.update(head.getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
