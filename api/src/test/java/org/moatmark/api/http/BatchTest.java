package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;
import org.moatmark.core.Moatmark;

/** Batches: one line in, one line out, in order, while lines still go in. */
@ExtendWith(Served.class)
class BatchTest {

    private static final String GOOD = "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":4}}";

    private final Running server;

    BatchTest(Running server) {
        this.server = server;
    }

    private Http.Reply batch(String lines) {
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

    @Test
    void answers_come_at_once_under_gzip_too() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/score/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Running.OWNER
                            + "\r\nContent-Type: application/x-ndjson\r\nAccept-Encoding: gzip\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write((Integer.toHexString(GOOD.length() + 1) + "\r\n" + GOOD + "\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            assertThat(head(in)).contains("content-encoding: gzip");
            InputStream plain = new GZIPInputStream(new Chunks(in));
            StringBuilder line = new StringBuilder();
            for (int one = plain.read(); one != '\n'; one = plain.read()) {
                line.append((char) one);
            }

            // The request has not ended: whoever kept the line back until then would be waited for in vain.
            assertThat(line).contains("\"moatmark/result/1\"");
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }

    /** The bytes inside the chunks of an answer; gives what is there instead of waiting for more. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private int left;
        private String last = "";

        Chunks(InputStream in) {
            this.in = in;
        }

        /** The next line: empty after a chunk, else the size of the next. */
        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int one = in.read(); one != '\n'; one = in.read()) {
                if (one < 0) {
                    throw new EOFException("The answer ended inside a chunk.");
                }
                line.append((char) one);
            }
            last = line.toString().trim();
            return last;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            if (left == 0) {
                left = Integer.parseInt(line().isEmpty() ? line() : last, 16);
                if (left == 0) {
                    return -1;
                }
            }
            int read = in.read(target, from, Math.min(most, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
