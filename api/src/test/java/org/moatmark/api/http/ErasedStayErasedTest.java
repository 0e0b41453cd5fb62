package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Backup;
import org.moatmark.api.store.ErasedList;
import org.moatmark.api.store.ErasureShelf.Erased;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.Store;

/** A backup that is older than an erasure brings nobody back. */
class ErasedStayErasedTest {

    private static final String SAID = "Zebra-note-4711";

    @TempDir
    Path folder;

    private String assessment = "";
    private String erased = "";
    private String other = "";
    private String tenant = "";

    /** Somebody answers, everything is backed up, and then somebody and a whole tenant are erased. */
    private Path backedUpAndErased(Location data) {
        Path backup = folder.resolve("backup.db");
        try (Running server = Running.on(data)) {
            World world = new World(server.port());
            tenant = server.tenant("Gone");
            assessment = world.open();
            World.Seat seat = world.seat(assessment);
            erased = seat.id();
            other = world.seat(assessment).id();
            World.expect(
                    200,
                    world.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                            .bearer(seat.token())
                            .with("If-Match", "*")
                            .patch("{\"answers\":{\"M1.1b\":{\"value\":50,\"note\":\"" + SAID + "\"}}}")
                            .send());
            Backup.write(data, backup, Clock.systemUTC());
            World.expect(
                    204,
                    world.ask("DELETE", "/v1/assessments/" + assessment + "/seats/" + erased)
                            .with("If-Match", "*")
                            .send());
            World.expect(
                    204,
                    world.ask("DELETE", "/v1/tenant")
                            .bearer(tenant)
                            .with("If-Match", "*")
                            .send());
        }
        return backup;
    }

    private void nobodyIsBack(Location data) {
        try (Running server = Running.on(data)) {
            World world = new World(server.port());
            String seats = "/v1/assessments/" + assessment + "/seats/";
            World.expect(404, world.ask("GET", seats + erased).send());
            World.expect(200, world.ask("GET", seats + other).send());
            World.expect(401, world.ask("GET", "/v1/tenant").bearer(tenant).send());
            assertThat(world.ask("GET", "/v1/audit").send().body())
                    .contains("\"actor\":\"program\",\"deed\":\"erase seat\"");
        }
    }

    @Test
    void a_file_that_is_there_and_the_list_beside_it_tell_who_was_erased() throws IOException {
        Path file = folder.resolve("data.db");
        Location data = new Location.File(file);
        Path backup = backedUpAndErased(data);
        List<Erased> list = new ErasedList(ErasedList.beside(file)).read();
        assertThat(list).extracting(Erased::kind).containsExactlyInAnyOrder("seat", "tenant");
        assertThat(Files.readString(ErasedList.beside(file)))
                .as("the list names nobody")
                .doesNotContain(erased)
                .doesNotContain(tenant);

        Path aside = Backup.restore(backup, data, Clock.systemUTC());

        nobodyIsBack(data);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(SAID);
        assertThat(aside).isNotNull();
    }

    @Test
    void the_list_alone_does_when_the_file_is_lost() throws IOException {
        Path file = folder.resolve("data.db");
        Location data = new Location.File(file);
        Path backup = backedUpAndErased(data);
        Files.delete(file);

        Backup.restore(backup, data, Clock.systemUTC(), new ErasedList(ErasedList.beside(file)).read());

        nobodyIsBack(data);
    }

    @Test
    void it_is_the_same_on_a_server() {
        Location data = Location.of(Postgres.newSchema());
        Path backup = backedUpAndErased(data);
        List<Erased> list;
        try (Store store = Store.open(data, Clock.systemUTC())) {
            list = store.read(shelves -> shelves.erasures().all());
        }
        Location fresh = Location.of(Postgres.newSchema());

        Backup.restore(backup, fresh, Clock.systemUTC(), list);

        nobodyIsBack(fresh);
    }
}
