package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What many waves say about a questionnaire, over HTTP. */
@ExtendWith(Served.class)
class InstrumentRoutesTest {

    private static final String PATH = "/v1/questionnaires/" + World.MLM + "/versions/1.0.0/validation";

    private final World world;

    InstrumentRoutesTest(World world) {
        this.world = world;
    }

    private Http.Reply post(String lines) {
        return world.ask("POST", PATH)
                .body("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static String line(String answer) {
        return "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"" + World.MLM
                + "\",\"version\":\"1.0.0\"},\"company\":{\"name\":\"E\"},\"date\":\"2026-11-01\",\"respondents\":[{\"seat\":"
                + "{\"key\":\"h\",\"informant\":\"H\"},\"answers\":{\"M1.1b\":{\"value\":" + answer + "}}}]}\n";
    }

    @Test
    void lines_become_a_report_and_nothing_is_kept() {
        Http.Reply reply = post(line("50").repeat(6));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .startsWith("{\"format\":\"moatmark/instrument/1\"")
                .contains("\"companies\":6,\"respondents\":6", "Not computed, because n = ");
        assertThat(world.ask("GET", "/v1/assessments").send().body()).doesNotContain("\"name\":\"E\"");
    }

    @Test
    void too_little_data_is_said_and_no_problem() {
        Http.Reply reply = post(line("50"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("Nothing is said about fewer than 5 respondents.", "\"items\":[]");
    }

    @Test
    void every_fault_of_every_line_is_named_with_its_number() {
        Http.Reply reply = post(line("50") + line("500") + line("\"x\"") + line("50"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body())
                .contains("\"detail\":\"Line 2: Item 'M1.1b'", "\"detail\":\"Line 3: ")
                .doesNotContain("Line 1:", "Line 4:");
    }

    @Test
    void only_closed_assessments_of_that_questionnaire_count() {
        for (int i = 0; i < 6; i++) {
            String assessment = world.open();
            world.answer(world.seat(assessment).token());
            if (i < 5) {
                world.step(assessment, "close");
            }
        }

        String newest =
                world.ask("GET", "/v1/questionnaires/" + World.MLM).send().text("version");
        String path = PATH.replace("1.0.0", newest);
        assertThat(world.ask("GET", path).send().body()).contains("\"companies\":5,\"respondents\":5");
        assertThat(world.ask("GET", PATH.replace(World.MLM, "outside-view"))
                        .send()
                        .body())
                .contains("\"companies\":0,\"respondents\":0");
    }
}
