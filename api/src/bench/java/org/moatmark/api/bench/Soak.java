package org.moatmark.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a long load is judged by: the memory of the process and the log of its database, looked at every ten seconds. */
final class Soak {

    static final long NOTE_NANOS = 10_000_000_000L;

    private static final double MOST_MEGABYTES_A_MINUTE = 1;
    private static final long MOST_LOG_BYTES = 64L << 20;

    private final long pid;
    private final Path log;
    private final long[] kilobytes;
    private int notes;
    private long longestLog;

    Soak(long pid, Path log, int minutes) {
        this.pid = pid;
        this.log = log;
        this.kilobytes = new long[minutes * 6];
    }

    boolean goesOn() {
        return notes < kilobytes.length;
    }

    void note(double rate) throws IOException {
        kilobytes[notes] = resident();
        longestLog = Math.max(longestLog, Files.size(log));
        System.out.printf(
                Locale.ROOT,
                "%4d s: %.0f requests/s, no error, %d MB, log %.1f MB%n",
                ++notes * 10,
                rate,
                kilobytes[notes - 1] / 1_024,
                Files.size(log) / 1e6);
    }

    /** Says how it went; throws if memory or the log grew too much. */
    void judge() {
        double slope = slope();
        System.out.printf(
                Locale.ROOT,
                "slope of the second half: %.2f MB a minute, longest log %.1f MB%n",
                slope,
                longestLog / 1e6);
        if (slope >= MOST_MEGABYTES_A_MINUTE || longestLog > MOST_LOG_BYTES) {
            throw new IllegalStateException("Memory or the log of the database grows.");
        }
    }

    private long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Least squares over the second half, when everything is warm; megabytes a minute. */
    private double slope() {
        int from = kilobytes.length / 2;
        int n = kilobytes.length - from;
        double meanX = (n - 1) / 2.0;
        double meanY =
                Arrays.stream(kilobytes, from, kilobytes.length).average().orElse(0);
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < n; i++) {
            xy += (i - meanX) * (kilobytes[from + i] - meanY);
            xx += (i - meanX) * (i - meanX);
        }
        return xx == 0 ? 0 : xy / xx / 1_024 * 6;
    }
}
