package org.moatmark.api.http;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.ResultWriter;
import org.moatmark.core.response.Wave;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One wave a line in, one result or problem a line out, in the same order; one line at a time is in memory. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Moatmark moatmark;
    private final String language;
    private final int longestLine;
    private final ResultWriter writer = new ResultWriter();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[64 * 1024];
    private boolean tooLong;
    private long number;

    Batch(Moatmark moatmark, String language, int longestLine) {
        this.moatmark = moatmark;
        this.language = language;
        this.longestLine = longestLine;
    }

    void run(InputStream in, OutputStream raw) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(raw, 64 * 1024);
        int read;
        while ((read = in.read(buffer)) >= 0) {
            int start = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    take(start, i);
                    answer(out);
                    start = i + 1;
                }
            }
            take(start, read);
            if (in.available() == 0) {
                // The client may be waiting for these before it sends more.
                out.flush();
                raw.flush();
            }
        }
        answer(out);
        out.flush();
    }

    private void take(int from, int to) {
        if (line.size() + to - from > longestLine) {
            tooLong = true;
            line.reset();
        } else if (!tooLong) {
            line.write(buffer, from, to - from);
        }
    }

    /** Answers the line that has come in; a blank line is none. */
    private void answer(OutputStream out) throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        boolean cut = tooLong;
        tooLong = false;
        number++;
        if (!cut && new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        if (cut) {
            problem(
                    out,
                    Halt.of(
                            Slug.PAYLOAD_TOO_LARGE,
                            "The line is larger than " + longestLine / 1024 + " KiB.",
                            "行が" + longestLine / 1024 + " KiBを超えています。"));
        } else {
            score(bytes, out);
        }
        out.write('\n');
    }

    private void score(byte[] bytes, OutputStream out) throws IOException {
        try {
            Checked<Wave> wave = moatmark.readWave(bytes);
            if (wave instanceof Checked.Invalid<Wave> invalid) {
                problem(out, Halt.of(Problems.invalid(invalid.issues()), invalid.issues()));
            } else {
                out.write(writer.toBytes(moatmark.score(wave.orThrow())));
            }
        } catch (RuntimeException defect) {
            // One bad line must not cost the others.
            LOG.error("Line {} of a batch failed.", number, defect);
            problem(out, Problems.halt(defect));
        }
    }

    private void problem(OutputStream out, Halt halt) throws IOException {
        Members problem = Problems.document(halt, language, null).put("line", number);
        out.write(JsonText.of(problem.done()).getBytes(StandardCharsets.UTF_8));
    }
}
