package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.Program.Ended;
import org.moatmark.api.http.Http;

class TenantCommandTest {

    @TempDir
    private static Path folder;

    private static Program with(Path database) {
        return Program.withEnvironment(Map.of("LANG", "C", "MOATMARK_DB", database.toString()));
    }

    @Test
    void the_key_that_it_prints_opens_a_tenant_of_its_own() throws Exception {
        Path database = folder.resolve("one.db");
        Running.start(Running.WIDE, Clock.systemUTC(), Running.OWNER, database, List.of())
                .close();

        Ended ended = with(database).run("tenant", "add", "Second house");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).matches("owner key mm_live_[0-9A-Za-z]{36}\n");
        String key = ended.out().strip().substring("owner key ".length());
        try (Running server = Running.start(Running.WIDE, Clock.systemUTC(), "", database, List.of())) {
            assertThat(server.printed()).doesNotContain("owner key");
            Http http = new Http(server.port());
            http.ask("POST", "/v1/companies")
                    .bearer(Running.OWNER)
                    .json("{\"name\":\"Not theirs\"}")
                    .send();
            Http.Reply list = http.ask("GET", "/v1/companies").bearer(key).send();
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.body()).doesNotContain("Not theirs");
        }
    }

    @Test
    void a_database_that_is_in_use_or_not_there_is_left_alone() throws Exception {
        Path database = folder.resolve("two.db");
        try (Running server = Running.start(Running.WIDE, Clock.systemUTC(), Running.OWNER, database, List.of())) {
            Ended ended = with(database).run("tenant", "add", "Second house");
            assertThat(server.url()).isNotEmpty();
            assertThat(ended.code()).isEqualTo(78);
            assertThat(ended.err()).contains("is in use by another process of this program; stop that one first");
            assertThat(ended.out()).isEmpty();
        }
        Path none = folder.resolve("none.db");
        Ended ended = with(none).run("tenant", "add", "Second house");
        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.err()).startsWith("There is no database " + none);
        assertThat(none).doesNotExist();
    }

    @Test
    void a_wrong_call_is_told_so() throws Exception {
        assertThat(with(folder.resolve("x")).run("tenant", "remove", "One").err())
                .startsWith("'tenant' takes 'add' and a name.");
        assertThat(with(folder.resolve("x")).run("tenant", "add", " ").code()).isEqualTo(2);
    }
}
