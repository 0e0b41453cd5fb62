package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who write at once: what each was told is what is on the disk. */
class SharedCommitTest {

    private static final long WAIT_MS = 2_000;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SharedCommit writers;

    @BeforeEach
    void open() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new SqliteFile(folder.resolve("shared.db")).writing());
        config.setMaximumPoolSize(1);
        writers = new SharedCommit(new Pool(config), WAIT_MS);
        try (Connection first = look()) {
            first.createStatement().execute("CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, given TEXT) STRICT");
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        writers.close();
    }

    private Connection look() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shared.db"));
    }

    private Set<String> kept() throws SQLException {
        Set<String> kept = new TreeSet<>();
        try (Connection other = look();
                var rows = other.createStatement().executeQuery("SELECT id FROM t")) {
            while (rows.next()) {
                kept.add(rows.getString(1));
            }
        }
        return kept;
    }

    /** What a writer does between beginning and end. */
    private interface Job {
        void on(Connection connection) throws Exception;
    }

    private void write(Job job) throws Exception {
        Exception refusal = writers.inTurn(line -> {
            Connection connection = null;
            try {
                connection = line.connect();
                line.begin(connection);
                job.on(connection);
                line.commit(connection);
                return null;
            } catch (Exception refused) {
                return takenBack(line, connection, refused);
            }
        });
        if (refusal != null) {
            throw refusal;
        }
    }

    private static Exception takenBack(Line line, Connection connection, Exception refused) {
        try {
            line.rollback(connection);
        } catch (SQLException gone) {
            refused.addSuppressed(gone);
        }
        return refused;
    }

    private static Job insert(String id, String given) {
        return connection -> {
            try (var statement = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
                statement.setString(1, id);
                statement.setString(2, given);
                statement.executeUpdate();
            }
        };
    }

    /** Waits until somebody stands in the queue, as far as that can be seen from outside. */
    private Future<Void> queueing(Callable<Void> deed) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Future<Void> future = threads.submit(() -> {
            started.countDown();
            return deed.call();
        });
        started.await();
        Thread.sleep(100);
        return future;
    }

    /** Somebody who has written and is held before the end, so that whoever comes meanwhile is written with him. */
    private final class Held {
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final Future<Void> future;

        Held(Job job) throws InterruptedException {
            this.future = writing(connection -> {
                job.on(connection);
                mayEnd.await();
            });
        }

        void go() {
            mayEnd.countDown();
        }

        void isKept() throws Exception {
            future.get(5, TimeUnit.SECONDS);
        }
    }

    private Future<Void> writing(Job job) throws InterruptedException {
        return queueing(() -> {
            write(job);
            return null;
        });
    }

    @Test
    void whoever_was_told_that_it_is_kept_finds_it_and_whoever_was_refused_does_not() throws Exception {
        Set<String> told = new ConcurrentSkipListSet<>();
        CountDownLatch all = new CountDownLatch(8);
        for (int thread = 0; thread < 8; thread++) {
            int number = thread;
            threads.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    String id = number + "-" + i;
                    boolean refused = i % 7 == 3;
                    try {
                        write(connection -> {
                            insert(id, "x").on(connection);
                            if (refused) {
                                throw new IllegalArgumentException(id);
                            }
                        });
                        told.add(id);
                    } catch (IllegalArgumentException expected) {
                        assertThat(expected).hasMessage(id);
                    }
                }
                all.countDown();
                return null;
            });
        }
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told).hasSize(8 * 34);
        assertThat(kept()).isEqualTo(told);
    }

    @Test
    void nobody_is_told_before_the_last_one_has_committed_for_all() throws Exception {
        Held first = new Held(insert("first", "x"));
        Future<Void> refused = writing(connection -> {
            insert("refused", "x").on(connection);
            throw new IllegalArgumentException("no");
        });
        Held last = new Held(insert("last", "x"));
        first.go();
        Thread.sleep(100);

        assertThat(first.future.isDone()).isFalse();
        assertThat(kept()).isEmpty();

        last.go();
        first.isKept();
        last.isKept();
        assertThatThrownBy(refused::get).hasRootCauseMessage("no");
        assertThat(kept()).containsExactly("first", "last");
    }

    @Test
    void when_the_disk_is_full_nobody_is_told_what_is_not_so() throws Exception {
        Held first = new Held(connection -> {
            connection.createStatement().execute("PRAGMA max_page_count = 20");
            insert("first", "x").on(connection);
        });
        Future<Void> greedy = writing(insert("greedy", "x".repeat(1_000_000)));
        first.go();

        assertThatThrownBy(greedy::get).hasRootCauseInstanceOf(SQLException.class);
        boolean told;
        try {
            first.isKept();
            told = true;
        } catch (ExecutionException failed) {
            told = false;
        }
        assertThat(kept()).isEqualTo(told ? Set.of("first") : Set.of());
        write(insert("later", "x"));
        assertThat(kept()).contains("later");
    }

    @Test
    void whoever_waits_too_long_gives_up_and_the_others_go_on() throws Exception {
        Held slow = new Held(insert("slow", "x"));

        assertThatThrownBy(() -> write(insert("late", "x"))).isInstanceOf(SQLTransientConnectionException.class);
        slow.go();
        slow.isKept();
        write(insert("next", "x"));

        assertThat(kept()).containsExactly("next", "slow");
    }

    @Test
    void what_one_of_them_breaks_with_is_his_own_and_nobody_waits_for_ever() throws Exception {
        Held first = new Held(insert("first", "x"));
        Future<Void> broken = queueing(() -> writers.inTurn(line -> {
            throw new StackOverflowError("too deep");
        }));
        Future<Void> last = writing(insert("last", "x"));
        first.go();

        first.isKept();
        last.get(5, TimeUnit.SECONDS);
        assertThatThrownBy(broken::get).hasRootCauseMessage("too deep");
        assertThat(kept()).containsExactly("first", "last");
    }

    @Test
    void who_ends_without_saying_how_takes_all_of_them_back() throws Exception {
        Held first = new Held(insert("first", "x"));
        Future<Void> silent = queueing(() -> writers.inTurn(line -> {
            try {
                Connection connection = line.connect();
                line.begin(connection);
                insert("silent", "x").on(connection);
                line.giveBack(connection, false);
                return null;
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }));
        first.go();

        assertThatThrownBy(first::isKept).hasRootCauseMessage("Somebody who wrote ended without saying how.");
        assertThatThrownBy(silent::get).hasRootCauseMessage("Somebody who wrote ended without saying how.");
        write(insert("next", "x"));
        assertThat(kept()).containsExactly("next");
    }

    @Test
    void who_keeps_the_line_after_his_turn_or_lends_it_writes_nothing() throws Exception {
        Line kept = writers.inTurn(line -> line);

        assertThatThrownBy(kept::connect).hasMessage("Only in a turn somebody writes.");
        assertThatThrownBy(() ->
                        writers.inTurn(line -> threads.submit(line::connect)).get())
                .hasRootCauseMessage("Only in a turn somebody writes.");
    }
}
