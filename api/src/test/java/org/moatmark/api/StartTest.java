package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.http.Http;
import org.moatmark.api.http.Place;
import org.moatmark.api.http.Rates;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.StartRefused;

/** Starting, refusing to start, stopping. */
class StartTest {

    @TempDir
    private Path folder;

    private Running start(Path database) {
        return Running.start(Running.WIDE, Clock.systemUTC(), "", database, List.of());
    }

    @Test
    void the_owner_key_is_printed_once_and_opens_the_door() {
        Path database = folder.resolve("new.db");
        String key;
        try (Running first = start(database)) {
            assertThat(first.printed())
                    .matches("owner key mm_live_[0-9A-Za-z]{36}\nmoatmark ready http://127.0.0.1:\\d+\n");
            key = first.printed().lines().findFirst().orElseThrow().substring("owner key ".length());
        }
        try (Running second = start(database)) {
            assertThat(second.printed()).matches("moatmark ready http://127.0.0.1:\\d+\n");
            assertThat(new Http(second.port())
                            .ask("GET", "/v1/keys")
                            .bearer(key)
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_second_process_on_the_same_file_is_refused() {
        Path database = folder.resolve("one.db");
        try (Running first = start(database)) {
            assertThat(first.url()).isNotEmpty();
            assertThatThrownBy(() -> start(database))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use by another process");
        }
        start(database).close();
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        Path database = Files.writeString(folder.resolve("notes.txt"), "These are my notes, not a database at all.");

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is damaged");
        assertThat(Files.readString(database)).startsWith("These are my notes");
    }

    @Test
    void an_empty_file_is_refused_rather_than_taken_for_a_new_one() throws Exception {
        Path database = Files.createFile(folder.resolve("empty.db"));

        assertThatThrownBy(() -> start(database)).isInstanceOf(StartRefused.class);
        assertThat(database).hasSize(0);
    }

    @Test
    void an_empty_file_that_a_killed_first_start_left_is_used() throws Exception {
        Path database = Files.createFile(folder.resolve("begun.db"));
        Files.writeString(folder.resolve("begun.db.lock"), "4711 creating\n");

        start(database).close();
    }

    @Test
    void a_database_of_another_program_is_refused_and_left_alone() throws Exception {
        Path database = folder.resolve("foreign.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE recipe (name TEXT)");
        }

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to another program");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            assertThat(tables.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void a_second_name_of_the_same_file_is_refused_too() throws Exception {
        Path database = folder.resolve("real.db");
        try (Running first = start(database)) {
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), database);

            assertThat(first.url()).isNotEmpty();
            assertThatThrownBy(() -> start(link))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use by another process");
        }
    }

    @Test
    void a_truncated_file_is_refused() throws Exception {
        Path database = folder.resolve("cut.db");
        start(database).close();
        byte[] whole = Files.readAllBytes(database);
        Files.write(database, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> start(database)).isInstanceOf(StartRefused.class);
    }

    @Test
    void a_database_of_a_newer_program_is_refused() throws Exception {
        Path database = folder.resolve("newer.db");
        start(database).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_history VALUES ('V999__later.sql', 'x', 1)");
        }

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("newer version of this program (it has V999__later.sql)");
    }

    @Test
    void a_changed_script_is_refused() throws Exception {
        Path database = folder.resolve("other.db");
        start(database).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE schema_history SET checksum = 'x'");
        }

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("differs");
    }

    @Test
    void a_port_that_is_taken_is_said() {
        try (Running first = start(folder.resolve("a.db"))) {
            var place = new Place("127.0.0.1", first.port(), null, List.of());
            Settings settings = new Settings(place, new Location.File(folder.resolve("b.db")), null, false);

            var out = new ByteArrayOutputStream();

            assertThatThrownBy(() -> Serve.start(settings, Serve.Outside.WORLD, new PrintStream(out)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is the port taken?");
            // The owner key is shown once: a start that is refused must not use that up.
            assertThat(out.size()).isZero();
            assertThat(folder.resolve("b.db")).doesNotExist();
        }
    }

    @Test
    void rates_are_set_one_by_one() {
        Settings settings = Settings.of(Map.of("MOATMARK_RATES", "address=7, seat = 9")::get, name -> null);

        assertThat(settings.rates()).isEqualTo(Rates.USUAL.with("address", 7).with("seat", 9));
    }

    @ParameterizedTest
    @CsvSource({
        "MOATMARK_PORT, x",
        "MOATMARK_PORT, 70000",
        "MOATMARK_HOST, a b",
        "MOATMARK_OWNER_KEY, short",
        "MOATMARK_DEMO, yes",
        "MOATMARK_METRICS_PORT, 70000",
        "MOATMARK_RATES, key",
        "MOATMARK_RATES, key=0",
        "MOATMARK_RATES, chair=1",
        "MOATMARK_RATES, 'key=1,'",
        "MOATMARK_PUBLIC_URL, ftp://x",
        "MOATMARK_PUBLIC_URL, nothing",
        "MOATMARK_DB, jdbc:mysql://x/y",
        "MOATMARK_DB, postgresql://x/y"
    })
    void a_setting_that_cannot_be_used_is_refused_by_name(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)::get, none -> null))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void the_environment_goes_before_the_properties() {
        Settings settings = Settings.of(
                Map.of("MOATMARK_PORT", "0", "MOATMARK_PROXY", "10.0.0.1, 10.0.0.2")::get,
                Map.of("moatmark.port", "99", "moatmark.demo", "true", "moatmark.public.url", "https://m.example")
                        ::get);

        assertThat(settings.place().port()).isZero();
        assertThat(settings.place().proxies()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(settings.place().publicUrl()).isEqualTo("https://m.example");
        assertThat(settings.demo()).isTrue();
    }

    @Test
    void the_process_ends_with_0_when_told_to_stop_and_with_78_when_it_cannot_start() throws Exception {
        Path database = folder.resolve("p.db");
        Process process = process(database);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).startsWith("owner key mm_live_");
        assertThat(out.readLine()).startsWith("moatmark ready http://127.0.0.1:");

        Process second = process(database);
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(78);
        assertThat(new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("is in use by another process");

        process.destroy();
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Process process(Path database) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.moatmark.api.Main",
                "serve");
        builder.environment().put("MOATMARK_DB", database.toString());
        builder.environment().put("MOATMARK_PORT", "0");
        builder.environment().remove("MOATMARK_OWNER_KEY");
        return builder.start();
    }

    @Test
    void the_demo_shows_every_part_of_a_result() {
        var place = new Place("127.0.0.1", 0, null, List.of());
        Settings settings = new Settings(place, new Location.File(folder.resolve("demo.db")), Running.OWNER, true);
        try (Serve serve = Serve.start(settings, Serve.Outside.WORLD, System.err)) {
            Http http =
                    new Http(Integer.parseInt(serve.url().substring(serve.url().lastIndexOf(':') + 1)));
            String list = http.ask("GET", "/v1/assessments")
                    .bearer(Running.OWNER)
                    .send()
                    .body();
            String id = list.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
            Http.Reply result = http.ask("GET", "/v1/assessments/" + id + "/results/marketing-leadership-maturity")
                    .bearer(Running.OWNER)
                    .send();

            assertThat(list).contains("\"status\":\"closed\"");
            assertThat(result.status()).isEqualTo(200);
            assertThat(result.body())
                    .contains("\"status\":\"full\"", "\"findings\":[{", "\"conflict\":[{", "\"blocking\":[{");
        }
    }
}
