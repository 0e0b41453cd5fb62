package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The second wall between tenants: policies of PostgreSQL on every table that has a {@code tenant_id}, put up by
 * themselves when the tables are made, and forced, so that they hold for the owner of the tables too.
 *
 * <p>A transaction sees the rows of the tenant that it named in {@code app.tenant_id}; one that named none sees nothing.
 * Who somebody is must be found out before a tenant is known: a column that alone is unique and whose name ends in
 * {@code hash} keeps the hash of a credential, and the one row whose hash a transaction names in {@code app.credential}
 * can be read, not changed.
 *
 * <p>The program works as {@value #ROLE}, which owns nothing. The user of the address makes that role if it may, and is
 * the owner of the tables.
 */
final class RowSecurity {

    /** As whom the program works. */
    static final String ROLE = "moatmark_app";

    private static final String OWN_TABLES = "SELECT c.relname FROM pg_class c"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = current_schema() AND c.relkind = 'r' AND pg_has_role(c.relowner, 'USAGE')";
    private static final String WITH_TENANT = " AND EXISTS (SELECT FROM pg_attribute a"
            + " WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)";
    private static final String HELD = " AND c.relrowsecurity AND c.relforcerowsecurity"
            + " AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_tenant')";

    private RowSecurity() {}

    /** Lets the owner see all rows, so that a script can change them; until the transaction ends or closes again. */
    static void open(Connection connection) throws SQLException {
        for (String table : names(connection, OWN_TABLES + WITH_TENANT + HELD)) {
            execute(connection, "ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
        }
    }

    /** Puts up what is missing: the policies, the role, and what it may do. */
    static void close(Connection connection) throws SQLException {
        List<String> held = names(connection, OWN_TABLES + WITH_TENANT + HELD);
        for (String table : names(connection, OWN_TABLES + WITH_TENANT)) {
            if (!held.contains(table)) {
                hold(connection, table);
            }
        }
        if (names(connection, OWN_TABLES).isEmpty()) {
            return;
        }
        makeRole(connection);
        guardHistory(connection);
        if (roleExists(connection)) {
            grant(connection);
        }
    }

    private static void hold(Connection connection, String table) throws SQLException {
        execute(connection, "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
        execute(connection, "ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        execute(connection, "DROP POLICY IF EXISTS own_tenant ON " + table);
        execute(
                connection,
                "CREATE POLICY own_tenant ON " + table + " USING (tenant_id = current_setting('app.tenant_id', true))");
        execute(connection, "DROP POLICY IF EXISTS shown_credential ON " + table);
        List<String> hashes = names(
                connection,
                "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]"
                        + " WHERE i.indrelid = to_regclass('" + table + "') AND i.indisunique AND i.indnkeyatts = 1"
                        + " AND a.attname LIKE '%hash' ORDER BY a.attname");
        if (!hashes.isEmpty()) {
            List<String> shown = hashes.stream()
                    .map(hash -> hash + " = current_setting('app.credential', true)")
                    .toList();
            execute(
                    connection,
                    "CREATE POLICY shown_credential ON " + table + " FOR SELECT USING (" + String.join(" OR ", shown)
                            + ")");
        }
    }

    /** Makes the role if the user may; another database on the same server may do so at the same moment. */
    private static void makeRole(Connection connection) throws SQLException {
        boolean may = yes(connection, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user");
        if (!may) {
            return;
        }
        attempt(connection, roleExists(connection) ? List.of() : List.of("CREATE ROLE " + ROLE + " NOLOGIN"));
        if (!mayWorkAsRole(connection)) {
            attempt(connection, List.of("GRANT " + ROLE + " TO CURRENT_USER"));
        }
    }

    /** Statements without which it goes on too. */
    private static void attempt(Connection connection, List<String> statements) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            for (String statement : statements) {
                execute(connection, statement);
            }
            connection.releaseSavepoint(before);
        } catch (SQLException refused) {
            connection.rollback(before);
        }
    }

    private static void grant(Connection connection) throws SQLException {
        if (!yes(connection, "SELECT has_schema_privilege('" + ROLE + "', current_schema(), 'USAGE')")) {
            String schema =
                    names(connection, "SELECT quote_ident(current_schema())").get(0);
            execute(connection, "GRANT USAGE ON SCHEMA " + schema + " TO " + ROLE);
        }
        String lacking = " AND NOT has_table_privilege('" + ROLE + "', c.oid, ";
        for (String table : names(connection, OWN_TABLES + lacking + "'INSERT') AND c.relname <> 'schema_history'")) {
            execute(connection, "GRANT SELECT, INSERT, UPDATE, DELETE ON " + table + " TO " + ROLE);
        }
        for (String table : names(connection, OWN_TABLES + lacking + "'SELECT') AND c.relname = 'schema_history'")) {
            execute(connection, "GRANT SELECT ON " + table + " TO " + ROLE);
        }
        // What was done is only ever added to.
        String touched = " AND c.relname = 'history' AND has_table_privilege('" + ROLE + "', c.oid, 'UPDATE, DELETE')";
        for (String table : names(connection, OWN_TABLES + touched)) {
            execute(connection, "REVOKE UPDATE, DELETE ON " + table + " FROM " + ROLE);
        }
        if (yes(
                connection,
                "SELECT to_regprocedure('forget_history()') IS NOT NULL AND NOT has_function_privilege('" + ROLE
                        + "', to_regprocedure('forget_history()'), 'EXECUTE')")) {
            execute(connection, "GRANT EXECUTE ON FUNCTION forget_history() TO " + ROLE);
        }
    }

    /**
     * Lets lines of the history go only through a function that works with the rights of the owner: where the history itself
     * says that lines of their age may, and no younger ones than 90 days; or with their whole tenant. The policies hold for
     * it too, so that it sees the one tenant of its transaction.
     */
    private static void guardHistory(Connection connection) throws SQLException {
        if (!yes(connection, "SELECT to_regclass('tenant_end') IS NOT NULL")
                || yes(connection, "SELECT to_regprocedure('forget_history()') IS NOT NULL")) {
            return;
        }
        execute(
                connection,
                "CREATE FUNCTION forget_history() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT"
                        + " AS $$ DELETE FROM history o WHERE o.tenant_id = current_setting('app.tenant_id', true) AND ("
                        + " EXISTS (SELECT FROM tenant_end e WHERE e.tenant_id = o.tenant_id)"
                        + " OR (EXISTS (SELECT FROM history h WHERE h.tenant_id = o.tenant_id AND h.deed = '"
                        + HistoryShelf.FORGET + "' AND to_char(to_timestamp(o.at_ms / 1000.0) AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') < h.reason AND o.at_ms <= h.at_ms - "
                        + SqliteGrammar.LEAST_AGE_MS + ")"
                        + " AND NOT (o.deed = '" + HistoryShelf.HANDOVER + "' AND EXISTS (SELECT FROM seat s"
                        + " WHERE s.tenant_id = o.tenant_id AND s.id = o.subject)))) $$");
        execute(connection, "REVOKE ALL ON FUNCTION forget_history() FROM PUBLIC");
    }

    static boolean roleExists(Connection connection) throws SQLException {
        return yes(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + ROLE + "')");
    }

    /** Whether the user of this connection can take the role on. */
    static boolean mayWorkAsRole(Connection connection) throws SQLException {
        return roleExists(connection) && yes(connection, "SELECT pg_has_role(current_user, '" + ROLE + "', 'MEMBER')");
    }

    /** Whether whoever works on this connection walks through the walls. */
    static boolean ignored(Connection connection) throws SQLException {
        return yes(connection, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user");
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
