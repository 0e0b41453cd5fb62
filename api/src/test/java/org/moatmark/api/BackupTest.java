package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Program.Ended;
import org.moatmark.api.http.Http;
import org.moatmark.api.http.Place;
import org.moatmark.api.http.World;
import org.moatmark.api.store.Location;

/** Backing up under load, restoring elsewhere, and moving to another database. */
@Tag("once")
class BackupTest {

    private static final String RESULTS = "/v1/assessments/%s/results/%s";

    @TempDir
    private Path folder;

    private static Ended run(String database, String... words) throws Exception {
        return Program.withEnvironment(Map.of("LANG", "C", "MOATMARK_DB", database))
                .run(words);
    }

    private static Http.Ask owner(Running server, String method, String path) {
        return new Http(server.port()).ask(method, path).bearer(Running.OWNER);
    }

    private static int add(Running server, String name) {
        return owner(server, "POST", "/v1/companies")
                .json("{\"name\":\"" + name + "\"}")
                .send()
                .status();
    }

    /** The companies of a file in the order in which they were added. */
    private static List<String> companies(Path file) throws Exception {
        List<String> names = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(rows.getString(1)).isEqualTo("ok");
            }
            try (var rows = statement.executeQuery("SELECT name FROM company ORDER BY id")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** The data of the demo, whose server has been stopped. */
    private Location demo() {
        Location data = new Location.File(folder.resolve("demo.db"));
        Settings settings = new Settings(new Place("127.0.0.1", 0, null, List.of()), data, Running.OWNER, true);
        Serve.start(settings, Serve.Outside.WORLD, System.err).close();
        return data;
    }

    private static String result(Running server) {
        String id = owner(server, "GET", "/v1/assessments")
                .send()
                .body()
                .replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        Http.Reply reply = owner(server, "GET", String.format(RESULTS, id, "marketing-leadership-maturity"))
                .send();
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }

    @Test
    void a_backup_under_load_is_one_state_of_everything_and_works_elsewhere() throws Exception {
        Path copy = folder.resolve("copy.db");
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<String> before;
        try (Running server = Running.start()) {
            Thread load = new Thread(() -> {
                for (int i = 0; !stop.get(); i++) {
                    if (add(server, "C" + i) == 201) {
                        acknowledged.add("C" + i);
                    }
                }
            });
            load.start();
            for (int i = 0; i < 600 && acknowledged.size() < 50; i++) {
                Thread.sleep(20);
            }
            before = List.copyOf(acknowledged);
            Ended ended = run(server.database().toString(), "backup", copy.toString());
            stop.set(true);
            load.join();

            assertThat(ended).isEqualTo(new Ended(0, "", "The data are backed up in " + copy + ".\n"));
        }
        List<String> kept = companies(copy);
        assertThat(kept).hasSizeGreaterThanOrEqualTo(before.size());
        assertThat(acknowledged.subList(0, Math.min(kept.size(), acknowledged.size())))
                .isEqualTo(kept.subList(0, Math.min(kept.size(), acknowledged.size())));

        Path elsewhere = folder.resolve("elsewhere").resolve("new.db");
        assertThat(run(elsewhere.toString(), "restore", copy.toString()).code()).isZero();
        try (Running restored = Running.on(new Location.File(elsewhere))) {
            assertThat(add(restored, "After")).isEqualTo(201);
        }
        assertThat(companies(elsewhere)).containsAll(before).endsWith("After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged", ""})
    void what_was_there_is_set_aside_even_when_it_is_damaged(String left) throws Exception {
        Path copy = folder.resolve("copy.db");
        Path file;
        try (Running server = Running.start()) {
            file = server.database();
            assertThat(add(server, "A")).isEqualTo(201);
            assertThat(run(file.toString(), "backup", copy.toString()).code()).isZero();
            assertThat(run(file.toString(), "restore", copy.toString()).err()).contains("is in use by another process");
        }
        Files.writeString(file, left);

        Ended ended = run(file.toString(), "restore", copy.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("What was there is kept in " + file.toRealPath() + ".before-");
        Path aside = Path.of(ended.err().replaceFirst("(?s).*kept in (.*)\\.\\n", "$1"));
        assertThat(aside).content().isEqualTo(left);
        assertThat(companies(file)).containsExactly("A");
    }

    @Test
    void what_is_no_backup_is_refused_and_changes_nothing() throws Exception {
        Path there = Files.writeString(folder.resolve("there.db"), "precious");
        Path torn = folder.resolve("torn.db");
        try (Running server = Running.start()) {
            assertThat(run(server.database().toString(), "backup", there.toString())
                            .err())
                    .isEqualTo("There is a file " + there + " already; name a new one.\n");
            run(server.database().toString(), "backup", torn.toString());
        }
        byte[] whole = Files.readAllBytes(torn);
        Files.write(torn, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(run(there.toString(), "restore", torn.toString()).code()).isEqualTo(78);
        assertThat(run(there.toString(), "restore", folder.resolve("none").toString())
                        .err())
                .isEqualTo("There is no file " + folder.resolve("none") + ".\n");
        assertThat(run(
                                folder.resolve("none").toString(),
                                "backup",
                                folder.resolve("x").toString())
                        .code())
                .isEqualTo(78);
        assertThat(there).content().isEqualTo("precious");
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("there.db", "there.db.lock", "torn.db");
        }
    }

    @Test
    void all_data_move_to_postgresql_and_results_stay_the_same_to_the_byte() throws Exception {
        Location file = demo();
        String url = Postgres.newSchema();
        String database = ((Location.File) file).path().toString();
        String before;
        try (Running server = Running.on(file)) {
            answeredInConfidence(server);
            before = result(server);
        }

        Ended moved = run(database, "move", "--to", url);
        assertThat(moved.err()).contains("Moved: tenants 1, rows ", "results computed again to the same bytes 3.");
        assertThat(moved.code()).isZero();
        assertThat(run(database, "move", "--to", url).err())
                .endsWith("The target is not empty; it is left as it is. Name a new database.\n");
        try (Running server = Running.on(new Location.Server(url))) {
            assertThat(result(server)).isEqualTo(before);
        }
    }

    /** An assessment of which nothing is shown but its releases; what it gives is compared all the same. */
    private static void answeredInConfidence(Running server) {
        World world = new World(server.port());
        Http http = new Http(server.port());
        String id = http.ask("POST", "/v1/assessments")
                .bearer(Running.OWNER)
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Quiet\",\"questionnaires\":"
                        + "[\"marketing-leadership-maturity\"],\"visibility\":{\"mode\":\"confidential\"}}")
                .send()
                .text("id");
        world.step(id, "open");
        world.answer(world.seat(id).token());
    }

    @Test
    void a_backup_of_postgresql_is_a_file_and_can_be_restored_to_either() throws Exception {
        Location file = demo();
        String url = Postgres.newSchema();
        Path copy = folder.resolve("copy.db");
        run(((Location.File) file).path().toString(), "move", "--to", url);

        assertThat(run(url, "backup", copy.toString()).code()).isZero();
        String other = Postgres.newSchema();
        assertThat(run(other, "restore", copy.toString()).code()).isZero();
        Path fresh = folder.resolve("fresh.db");
        assertThat(run(fresh.toString(), "restore", copy.toString()).code()).isZero();

        try (Running old = Running.on(file);
                Running server = Running.on(new Location.Server(other));
                Running local = Running.on(new Location.File(fresh))) {
            assertThat(result(server)).isEqualTo(result(old));
            assertThat(result(local)).isEqualTo(result(old));
        }
        assertThat(run(other, "restore", copy.toString()).err()).contains("The target is not empty");
    }
}
