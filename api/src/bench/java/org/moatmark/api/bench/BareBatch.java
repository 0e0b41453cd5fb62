package org.moatmark.api.bench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moatmark.api.http.Batch;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.ResultWriter;

/** The batch command without scoring: reads the same waves and writes one prepared result for each. */
public final class BareBatch {

    private static final int LONGEST_LINE = 5 * 1024 * 1024;

    private BareBatch() {}

    /**
     * Waves from standard input, results to standard output.
     *
     * @param words a file of waves, the first of which gives the prepared result
     * @throws IOException if a stream fails
     */
    public static void main(String[] words) throws IOException {
        Moatmark moatmark = Moatmark.shipped();
        byte[] prepared = prepared(moatmark, Path.of(words[0]));
        Batch batch = new Batch(moatmark, "en", LONGEST_LINE, () -> (wave, out) -> out.write(prepared));
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        batch.run(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), threads);
    }

    private static byte[] prepared(Moatmark moatmark, Path waves) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(waves), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            return new ResultWriter()
                    .toBytes(moatmark.score(moatmark.readWave(first).orThrow()));
        }
    }
}
