package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;
import org.moatmark.core.Moatmark;

/** Batches: one line in, one line out, in order, while lines still go in. */
class BatchTest {

    private static final String GOOD = "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":4}}";

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Http.Reply batch(String lines) {
        return new Http(server.port())
                .ask("POST", "/v1/score/batch")
                .bearer(Running.OWNER)
                .body("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Test
    void every_line_is_answered_in_its_place() {
        Http.Reply reply = batch(
                GOOD + "\n{\"questionnaire\":\"none\",\"answers\":{}}\n\n{\n" + GOOD.replace("4", "9") + "\r\n" + GOOD);
        List<String> lines = reply.body().lines().toList();
        Moatmark moatmark = Moatmark.shipped();
        String result = moatmark.write(moatmark.score(moatmark.readWave(GOOD).orThrow()));

        assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo(result);
        assertThat(lines.get(1)).contains("\"code\":\"validation\"", "\"line\":2", "unknown-questionnaire");
        assertThat(lines.get(2)).contains("\"code\":\"malformed-json\"", "\"line\":4");
        assertThat(lines.get(3)).contains("\"code\":\"answer-out-of-range\"", "\"line\":5");
        assertThat(lines.get(4)).isEqualTo(result);
    }

    @Test
    void a_line_that_is_too_long_costs_only_itself() {
        List<String> lines = batch(GOOD + "\n{\"x\":\"" + "y".repeat(5 * 1024 * 1024) + "\"}\n" + GOOD)
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("payload-too-large", "\"line\":2");
        assertThat(lines.get(2)).isEqualTo(lines.get(0));
    }

    @Test
    void answers_come_while_lines_still_go_in() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/score/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Running.OWNER
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < 3; i++) {
                out.write((Integer.toHexString(GOOD.length() + 1) + "\r\n" + GOOD + "\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                String line = in.readLine();
                while (!line.startsWith("{\"format\"")) {
                    line = in.readLine();
                }
                assertThat(line).contains("\"moatmark/result/1\"");
            }
        }
    }
}
