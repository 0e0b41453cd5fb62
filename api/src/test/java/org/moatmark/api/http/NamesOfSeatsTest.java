package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.Running;

/**
 * Who sees what a single seat said, on every route that shows anything of answers: owners and the consultants whom they let,
 * in an attributed assessment. Everybody else sees the company.
 */
@ExtendWith(Served.class)
class NamesOfSeatsTest {

    private static final List<String> ANSWERS =
            List.of("responses.csv", "responses.csv?shape=long", "spss.zip", "r.zip");
    private static final List<String> OF_THE_COMPANY = List.of(
            "",
            "/scores.csv",
            "/codebook.csv",
            "/data.xlsx",
            "/report.html",
            "/report.md",
            "/charts/index.csv",
            "/charts/profile",
            "/charts/actions.svg",
            "/position");

    private static final List<String> OF_A_SNAPSHOT = List.of("", "/data.xlsx", "/report.md");

    private static final List<String> OF_PEOPLE = List.of("answers", "views", "departments", "items");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Running running;
    private final World world;
    private final Http http;

    NamesOfSeatsTest(Running running, World world, Http http) {
        this.running = running;
        this.world = world;
        this.http = http;
    }

    /** An open assessment in some mode, with two seats that have answered; their names are found nowhere else. */
    private String answered(String mode) {
        String id = world.draft("{\"mode\":\"" + mode + "\"}");
        world.step(id, "open");
        for (String key : List.of("zebra-1", "zebra-2")) {
            world.answer(world.seat(id, key, "Okapi").token());
        }
        return id;
    }

    private HttpResponse<byte[]> get(String assessment, String file, String key) {
        return fetch("/v1/assessments/" + assessment + "/results/" + World.MLM + file, key);
    }

    private HttpResponse<byte[]> fetch(String path, String key) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path))
                    .header("Authorization", "Bearer " + key)
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The key of a role; granted the assessment where the role needs a grant. */
    private String key(String role, String assessment) {
        if ("owner".equals(role)) {
            return Running.OWNER;
        }
        World.Key key = world.key(role);
        world.grant(assessment, key);
        return key.secret();
    }

    /** All that an answer says; what is packed is unpacked. */
    private static String text(HttpResponse<byte[]> reply) {
        byte[] bytes = reply.body();
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K'
                ? unpacked(bytes)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] packed) {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource({"attributed,owner", "attributed,analyst"})
    void who_was_named_to_the_seats_sees_and_takes_answers(String mode, String role) {
        String id = answered(mode);
        String key = key(role, id);
        for (String file : ANSWERS) {
            assertThat(text(get(id, "/" + file, key))).as(file).contains("zebra-1");
        }
        assertThat(text(get(id, "", key))).contains("\"seat\":\"zebra-2\"");
        assertThat(text(get(id, "/data.xlsx", key))).contains("zebra-1");
        for (String chart : OF_PEOPLE) {
            assertThat(get(id, "/charts/" + chart, key).statusCode()).as(chart).isEqualTo(200);
        }
        assertThat(text(get(id, "/charts/answers", key))).contains("zebra-1");
    }

    @ParameterizedTest
    @CsvSource({"attributed,reader", "classroom,owner", "classroom,analyst"})
    void anybody_else_sees_the_company_and_no_seat(String mode, String role) {
        String id = answered(mode);
        world.snapshot(id, "frozen");
        String key = key(role, id);
        for (String when : List.of("", "snapshot=frozen")) {
            for (String file : ANSWERS) {
                String path = "/" + file + (file.contains("?") ? "&" : "?") + when;
                HttpResponse<byte[]> refused = get(id, when.isEmpty() ? "/" + file : path, key);
                assertThat(refused.statusCode()).as(file + " " + when).isEqualTo(403);
                assertThat(text(refused)).contains("\"code\":\"forbidden\"");
            }
            for (String file : when.isEmpty() ? OF_THE_COMPANY : OF_A_SNAPSHOT) {
                HttpResponse<byte[]> shown = get(id, file + (when.isEmpty() ? "" : "?" + when), key);
                assertThat(shown.statusCode()).as(file + " " + when).isEqualTo(200);
                assertThat(text(shown)).as(file + " " + when).doesNotContain("zebra", "Okapi");
            }
            for (String chart : OF_PEOPLE) {
                HttpResponse<byte[]> none = get(id, "/charts/" + chart + (when.isEmpty() ? "" : "?" + when), key);
                assertThat(none.statusCode()).as(chart + " " + when).isEqualTo(404);
                assertThat(text(none)).contains("index, profile, actions").doesNotContain("zebra");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"attributed,true", "classroom,false", "confidential,false"})
    void an_export_of_everything_holds_answers_of_attributed_assessments_alone(String mode, boolean there) {
        String id = answered(mode);
        String export = world.export();
        String all = text(fetch("/v1/exports/" + export + "/file", Running.OWNER));

        assertThat(all.contains("waves/" + id)).isEqualTo(there);
        assertThat(all.contains("\"assessment\":\"" + id + "\",\"reason\"")).isEqualTo(!there);
    }

    @Test
    void a_class_is_told_that_only_its_teacher_sees_answers() {
        String id = answered("classroom");
        String token = world.ask("POST", "/v1/assessments/" + id + "/seats")
                .json("{\"key\":\"third\",\"department\":\"D\",\"informants\":{\"" + World.MLM + "\":\"H\"}}")
                .send()
                .text("token");
        assertThat(http.ask("GET", "/v1/seat").bearer(token).send().body())
                .contains(
                        "Only your teacher sees your answers under the name of your seat, and only in exercises that are"
                                + " marked; your class sees only groups of at least 5, and results name no seat.");
    }
}
