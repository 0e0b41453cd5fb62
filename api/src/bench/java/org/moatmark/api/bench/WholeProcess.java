package org.moatmark.api.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Times the jar against bare programs, each pair in turn in one run, and prints medians and their ratio.
 *
 * <pre>{@code
 * mvn -q package -DskipTests && mvn -q -Pbench -pl api -am test-compile exec:exec -Dbench.args="start 9"
 * mvn -q -Pbench -pl api -am test-compile exec:exec -Dbench.args="batch 1000000 3"
 * }</pre>
 */
public final class WholeProcess {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path jar;
    private final Path folder;

    private WholeProcess(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /**
     * {@code start RUNS} or {@code batch WAVES RUNS}.
     *
     * @param words what to time
     * @throws IOException if a process cannot be started
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path jar = Path.of("target", "moatmark.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Package the jar first: mvn -q package -DskipTests");
        }
        Path folder = Files.createTempDirectory("moatmark-bench");
        try {
            WholeProcess bench = new WholeProcess(jar, folder);
            if ("batch".equals(words[0])) {
                bench.batch(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            } else {
                bench.start(Integer.parseInt(words[1]));
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void start(int runs) throws IOException, InterruptedException {
        double[] ours = new double[runs];
        double[] bare = new double[runs];
        List<String> served = List.of("-jar", jar.toString(), "serve");
        List<String> least = List.of("-cp", classes(), "org.moatmark.api.bench.BareStart", file("bare.db"));
        untilReady(served);
        untilReady(least);
        for (int i = 0; i < runs; i++) {
            ours[i] = untilReady(served);
            bare[i] = untilReady(least);
        }
        print("start to ready, s", ours, bare, "ours/bare");
    }

    private double untilReady(List<String> words) throws IOException, InterruptedException {
        long from = System.nanoTime();
        Process process = java(words).redirectError(Redirect.DISCARD).start();
        double seconds = Double.NaN;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("ready http")) {
                    seconds = (System.nanoTime() - from) / 1e9;
                    break;
                }
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
        return seconds;
    }

    private void batch(int waves, int runs) throws IOException, InterruptedException {
        Path file = folder.resolve("waves.ndjson");
        writeWaves(file, waves);
        double[] ours = new double[runs];
        double[] bare = new double[runs];
        List<String> scored = List.of("-Xmx256m", "-jar", jar.toString(), "batch");
        List<String> read = List.of("-Xmx256m", "-cp", classes(), "org.moatmark.api.bench.BareBatch", file.toString());
        for (int i = 0; i < runs; i++) {
            ours[i] = waves / untilDone(scored, file);
            bare[i] = waves / untilDone(read, file);
        }
        print("waves/s, -Xmx256m, " + waves + " waves", ours, bare, "ours/bare");
    }

    private double untilDone(List<String> words, Path input) throws IOException, InterruptedException {
        long from = System.nanoTime();
        Process process = java(words)
                .redirectInput(input.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("A run ended with exit code " + code + ".");
        }
        return (System.nanoTime() - from) / 1e9;
    }

    private ProcessBuilder java(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MOATMARK_PORT", "0");
        builder.environment().put("MOATMARK_DB", file("moatmark.db"));
        builder.environment().remove("MOATMARK_DEMO");
        return builder;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** The fat jar, so that both programs have the same libraries, and the classes of this folder. */
    private String classes() {
        return jar
                + System.getProperty("path.separator")
                + Path.of("target", "test-classes").toAbsolutePath();
    }

    /** Waves of one outsider; one item in sixteen is skipped. */
    private static void writeWaves(Path file, int count) throws IOException {
        SplittableRandom random = new SplittableRandom(20261101);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                out.write(
                        "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"outside-view\",\"version\":\"1.0.0\"},"
                                + "\"company\":{\"name\":\"Company " + i
                                + "\",\"country\":\"JP\",\"sector\":\"mobility\","
                                + "\"size\":\"large\",\"market\":\"both\"},\"date\":\"2026-11-01\",\"respondents\":[{\"seat\":"
                                + "{\"key\":\"A\",\"informant\":\"outsider\"},\"answers\":{");
                String comma = "";
                for (int item = 1; item <= 29; item++) {
                    if (random.nextInt(16) > 0) {
                        out.write(String.format(
                                Locale.ROOT, "%s\"OV%02d\":{\"value\":%d}", comma, item, 1 + random.nextInt(5)));
                        comma = ",";
                    }
                }
                out.write("}}]}\n");
            }
        }
    }

    private static void print(String what, double[] ours, double[] bare, String ratio) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours[i] / bare[i];
        }
        System.out.printf(
                Locale.ROOT,
                "%s: ours %s, bare %s, %s %s (median, min to max of %d)%n",
                what,
                spread(ours),
                spread(bare),
                ratio,
                spread(ratios),
                ours.length);
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT, "%.3g (%.3g to %.3g)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
