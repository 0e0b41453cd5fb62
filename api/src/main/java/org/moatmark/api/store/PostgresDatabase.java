package org.moatmark.api.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jooq.SQLDialect;
import org.moatmark.core.issue.Words;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL database, which other processes of this program may share.
 *
 * <p>Nothing waits longer than five seconds: not for a connection, not for a lock, not for the answer to a statement,
 * not for a byte from the network. Readers see one state of everything; writers hold locks of their own, see {@link
 * Hold}, and need no stricter isolation.
 */
final class PostgresDatabase implements Database {

    /** Connections of one process; times the number of processes it must stay below what the server allows. */
    static final int CONNECTIONS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
    private static final int OLDEST_VERSION = 130_000;
    private static final int WAIT_MS = 4_000;
    private static final int NETWORK_SECONDS = 5;
    private static final int MIGRATION_SECONDS = 300;

    /** A server that starts at the same time as the program is waited for so long. */
    private static final int START_SECONDS = 20;

    private final Contents contents;
    private final PooledLine writers;
    private final PooledLine readers;

    private PostgresDatabase(PGSimpleDataSource source, Contents contents, boolean asRole) {
        this.contents = contents;
        String first = (asRole ? "SET ROLE " + RowSecurity.ROLE + "; " : "") + "SET statement_timeout = " + WAIT_MS
                + "; SET lock_timeout = " + WAIT_MS
                + "; SET idle_in_transaction_session_timeout = " + 2 * WAIT_MS
                // What was acknowledged must be on the disk, whatever the server is set to.
                + "; SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN"
                + " set_config('synchronous_commit', 'on', false) END";
        this.writers = new PooledLine(pool("write", source, first, false));
        this.readers = new PooledLine(pool("read", source, first, true));
    }

    /** Opens a database and brings it to the schema of this program. */
    static PostgresDatabase open(Location.Server where, Clock clock) {
        try (Connection connection = first(source(where, START_SECONDS, MIGRATION_SECONDS))) {
            check(connection);
            migrate(connection, clock);
            Contents contents = new Contents(!yes(connection, Contents.TENANTS), yes(connection, Contents.ERASURES));
            boolean asRole = RowSecurity.mayWorkAsRole(connection);
            if (asRole) {
                execute(connection, "SET ROLE " + RowSecurity.ROLE);
            } else {
                LOG.warn("There is no role {} for this user to work as; it works as itself.", RowSecurity.ROLE);
            }
            if (RowSecurity.ignored(connection)) {
                throw new StartRefused(
                        "The user of the database sees the rows of all tenants, whatever is asked for; name"
                                + " another in MOATMARK_DB, neither a superuser nor one with BYPASSRLS.",
                        "データベースのユーザーは、常にすべてのテナントの行が見えてしまいます。MOATMARK_DB には、スーパーユーザーでも"
                                + " BYPASSRLS でもないユーザーを指定してください。");
            }
            return new PostgresDatabase(source(where, NETWORK_SECONDS, NETWORK_SECONDS), contents, asRole);
        } catch (SQLException failed) {
            throw refusal(where, failed);
        }
    }

    private static Connection first(PGSimpleDataSource source) throws SQLException {
        long end = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (true) {
            try {
                return source.getConnection();
            } catch (SQLException failed) {
                boolean starting = "57P03".equals(failed.getSQLState());
                if (!starting || System.nanoTime() > end) {
                    throw failed;
                }
                LockSupport.parkNanos(200_000_000L);
            }
        }
    }

    private static PGSimpleDataSource source(Location.Server where, int connectSeconds, int answerSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(where.url());
        } catch (IllegalArgumentException unreadable) {
            // Without its cause, which shows the address with the password in it.
            throw new StartRefused(
                    "MOATMARK_DB cannot be read as an address such as"
                            + " jdbc:postgresql://localhost/moatmark?user=moatmark&password=...",
                    "MOATMARK_DB をアドレスとして読めません。次のように指定してください："
                            + "jdbc:postgresql://localhost/moatmark?user=moatmark&password=...");
        }
        source.setApplicationName("moatmark");
        source.setConnectTimeout(within(source.getConnectTimeout(), connectSeconds));
        source.setLoginTimeout(within(source.getLoginTimeout(), connectSeconds));
        source.setSocketTimeout(within(source.getSocketTimeout(), answerSeconds));
        source.setTcpKeepAlive(true);
        return source;
    }

    /** What the address says, where it says something stricter than we do. */
    private static int within(int said, int most) {
        return said > 0 && said < most ? said : most;
    }

    private static void check(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() * 10_000 < OLDEST_VERSION) {
            throw new StartRefused(
                    "The server runs PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()
                            + "; this program needs 13 or newer.",
                    "サーバーの PostgreSQL は " + connection.getMetaData().getDatabaseProductVersion() + " です。13以降が必要です。");
        }
        if (yes(connection, "SELECT pg_is_in_recovery()")) {
            throw new StartRefused(
                    "The database is a read-only replica; name the primary server in MOATMARK_DB.",
                    "データベースは読み取り専用のレプリカです。MOATMARK_DB にはプライマリーサーバーを指定してください。");
        }
        if (yes(connection, "SELECT current_setting('transaction_read_only') = 'on'")) {
            throw new StartRefused(
                    "The database lets this user only read; end default_transaction_read_only, or name another user.",
                    "データベースのこのユーザーは読み取りしかできません。default_transaction_read_only を解除するか、別のユーザーを指定してください。");
        }
        if (!yes(connection, "SELECT current_setting('server_encoding') = 'UTF8'")) {
            throw new StartRefused(
                    "The database does not keep texts as UTF-8; make one with ENCODING 'UTF8'.",
                    "データベースの文字コードが UTF-8 ではありません。ENCODING 'UTF8' で作り直してください。");
        }
        if (!yes(connection, "SELECT current_schema() IS NOT NULL")) {
            throw new StartRefused(
                    "The user of the database has no schema to work in; see its search_path.",
                    "データベースのユーザーが使えるスキーマがありません。search_path を確認してください。");
        }
        if (yes(connection, "SELECT current_setting('fsync') = 'off'")) {
            LOG.warn("The server runs with fsync=off: when its machine fails, everything may be lost.");
        }
        if (yes(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            LOG.warn("The user of the database is a superuser; one that owns nothing but this database is enough.");
        }
    }

    private static void migrate(Connection connection, Clock clock) throws SQLException {
        try {
            new Migrator(new PostgresGrammar(), clock).migrate(connection);
        } catch (SQLException failed) {
            if ("42501".equals(failed.getSQLState())) {
                throw new StartRefused(
                        "The user of the database may not make or change its tables; start once as their owner.",
                        "データベースのユーザーにはテーブルを作成・変更する権限がありません。一度、テーブルの所有者で起動してください。",
                        failed);
            }
            throw failed;
        }
    }

    private static StartRefused refusal(Location.Server where, SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        Words line = switch (state) {
            case "28P01", "28000" ->
                new Words(
                        "refuses the user or its password; mend them in MOATMARK_DB.",
                        "がユーザーかパスワードを拒みました。MOATMARK_DB を直してください。");
            case "3D000" ->
                new Words(
                        "is not there; make it with CREATE DATABASE, or name another in MOATMARK_DB.",
                        "がありません。CREATE DATABASE で作るか、MOATMARK_DB に別のデータベースを指定してください。");
            case "53300" ->
                new Words(
                        "has no connection left for this program; allow more, or stop others.",
                        "に空いている接続がありません。上限を増やすか、ほかの接続を減らしてください。");
            case "53100" -> new Words("has no space left on its disk.", "のディスクに空きがありません。");
            case "08001", "08004", "08006", "57P03" ->
                new Words(
                        "cannot be reached; is the server running, and its name and port right?",
                        "に接続できません。サーバーが動いているか、名前とポートが正しいか確認してください。");
            default -> new Words("cannot be used (SQLSTATE " + state + ").", "を使えません（SQLSTATE " + state + "）。");
        };
        return new StartRefused("The database " + where + " " + line.en(), "データベース " + where + " " + line.ja(), failed);
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Pool pool(String name, PGSimpleDataSource source, String first, boolean reading) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS / 2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MS);
        config.setValidationTimeout(WAIT_MS / 2);
        config.setAutoCommit(false);
        config.setReadOnly(reading);
        config.setTransactionIsolation(reading ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(first);
        // Else the settings would go when the first transaction is rolled back.
        config.setIsolateInternalQueries(true);
        return new Pool(config);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Line reading() {
        return readers;
    }

    /** Whoever has a connection has his turn. */
    @Override
    public <T> T inTurn(Function<Line, T> transaction) {
        return transaction.apply(writers);
    }

    /** What is said together is one transaction; the pool undoes the setting, and the server does not hear of it. */
    @Override
    public void look(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public Contents contents() {
        return contents;
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** The disk is the server's own affair; what it says when it is full is heard. */
    @Override
    public double freeShare() {
        return 1;
    }

    /** Dead rows are the server's own affair: VACUUM and the end of its write-ahead log take them. */
    @Override
    public void leaveNoTrace() {
        // Nothing that a user of the database could do.
    }

    @Override
    public void close() {
        readers.pool().close();
        writers.pool().close();
    }
}
