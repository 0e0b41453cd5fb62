package org.moatmark.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.moatmark.core.stats.Bootstrap;
import org.moatmark.core.stats.Interval;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;
import org.moatmark.core.stats.Ranks;
import org.moatmark.core.stats.SeededRandom;
import org.moatmark.core.stats.Statistic;

/**
 * Ranks and quantiles of a million numbers, and 10,000 resamples of a quantile with two intervals, against R in the same
 * run. From the root of the project:
 *
 * <pre>{@code
 * mvn -q -Pbench -pl core test-compile exec:exec -Dbench.main=org.moatmark.core.bench.StatsSpeed -Djmh.args=compare
 * }</pre>
 *
 * <p>With {@code Rscript} on the path, {@code src/jmh/r/stats.R} simulates the data, does the same jobs and writes down what
 * comes out, which has to agree; without it the data are simulated here and there are no ratios. Reading is not timed. Every
 * job has a Java process of its own. Two figures each: a single call after one for warming up, and the median of twenty after
 * twenty.
 */
public final class StatsSpeed {

    private static final double[] PERCENTS = percents();

    private final Path folder;

    private StatsSpeed(Path folder) {
        this.folder = folder;
    }

    /**
     * {@code compare}, or {@code JOB FOLDER} for one job on data that lie there.
     *
     * @param words what to do
     * @throws IOException if a file or a process fails
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        if (words.length == 2) {
            new StatsSpeed(Path.of(words[1])).one(words[0].replace('_', ' '));
            return;
        }
        Path folder = Files.createTempDirectory("moatmark-stats");
        try {
            new StatsSpeed(folder).compare();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static double[] percents() {
        double[] percents = new double[99];
        Arrays.setAll(percents, i -> (i + 1) / 100.0);
        return percents;
    }

    private Map<String, Job> jobs() {
        Map<String, Job> jobs = new LinkedHashMap<>();
        jobs.put("quantiles", new Job("numbers.csv", v -> Quantiles.of(v, QuantileType.LINEAR, PERCENTS)));
        jobs.put("quantiles of scores", new Job("scores.csv", v -> Quantiles.of(v, QuantileType.LINEAR, PERCENTS)));
        jobs.put("mid-ranks of scores", new Job("scores.csv", Ranks::midRanks));
        jobs.put("mid-ranks of numbers", new Job("numbers.csv", Ranks::midRanks));
        jobs.put("bootstrap", new Job("sample.csv", StatsSpeed::intervals));
        return jobs;
    }

    /** What to do with which data. */
    private record Job(String data, Work work) {}

    /** Numbers made of numbers. */
    @FunctionalInterface
    private interface Work {
        double[] of(double[] values);
    }

    private static double[] intervals(double[] values) {
        Statistic upper = Statistic.quantile(QuantileType.LINEAR, 0.75);
        Bootstrap bootstrap = Bootstrap.of(values, upper, 10_000, 1).orThrow();
        Interval percentile = bootstrap.percentile(0.95).orThrow();
        Interval bca = bootstrap.bca(0.95).orThrow();
        return new double[] {percentile.low(), percentile.high(), bca.low(), bca.high()};
    }

    private void compare() throws IOException, InterruptedException {
        boolean withR = simulatedByR();
        if (!withR) {
            System.out.println("Rscript is not on the path or failed: no ratios.");
            simulate();
        }
        Map<String, double[]> seconds = withR ? secondsOfR() : Map.of();
        System.out.printf("%-22s %-28s %s%n", "", "single call, s", "median of 20, s");
        System.out.printf("%-22s %8s %8s %8s   %8s %8s %8s%n", "job", "ours", "R", "ratio", "ours", "R", "ratio");
        for (String job : jobs().keySet()) {
            double[] ours = row(inItsOwnProcess(job));
            double[] theirs = seconds.get(job);
            String once = theirs == null ? alone(ours[0]) : beside(ours[0], theirs[0]);
            String steady = theirs == null ? alone(ours[1]) : beside(ours[1], theirs[1]);
            System.out.printf("%-22s %s   %s%n", job, once, steady);
        }
        if (withR) {
            agreement();
        }
    }

    private static String alone(double ours) {
        return String.format(Locale.ROOT, "%8.4f %8s %8s", ours, "-", "-");
    }

    private static String beside(double ours, double theirs) {
        return String.format(Locale.ROOT, "%8.4f %8.4f %8.3f", ours, theirs, ours / theirs);
    }

    private boolean simulatedByR() throws IOException, InterruptedException {
        Path script = Path.of("src", "jmh", "r", "stats.R");
        try {
            return new ProcessBuilder("Rscript", script.toString(), folder.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private void simulate() throws IOException {
        SeededRandom random = SeededRandom.of(1);
        double[] numbers = new double[1_000_000];
        double[] scores = new double[1_000_000];
        double[] sample = new double[200];
        Arrays.setAll(numbers, i -> random.nextGaussian());
        Arrays.setAll(scores, i -> Math.rint(50 + 10 * random.nextGaussian()));
        Arrays.setAll(sample, i -> 50 + 10 * random.nextGaussian());
        write("numbers.csv", numbers);
        write("scores.csv", scores);
        write("sample.csv", sample);
    }

    private void write(String name, double[] values) throws IOException {
        Files.write(
                folder.resolve(name),
                Arrays.stream(values).mapToObj(Double::toString).toList());
    }

    private double[] read(String name) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(name))) {
            return lines.mapToDouble(Double::parseDouble).toArray();
        }
    }

    private static double[] row(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private Map<String, double[]> secondsOfR() throws IOException {
        Map<String, double[]> seconds = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("seconds.csv"))) {
            int comma = line.indexOf(',');
            seconds.put(line.substring(0, comma), row(line.substring(comma + 1)));
        }
        return seconds;
    }

    private String inItsOwnProcess(String job) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StatsSpeed.class.getName(),
                        job.replace(' ', '_'),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The job '" + job + "' failed.");
        }
        return line;
    }

    private void one(String name) throws IOException {
        Job job = jobs().get(name);
        double[] values = read(job.data());
        job.work().of(values);
        double once = seconds(job.work(), values);
        for (int i = 0; i < 19; i++) {
            job.work().of(values);
        }
        double[] steady = new double[20];
        Arrays.setAll(steady, i -> seconds(job.work(), values));
        Arrays.sort(steady);
        System.out.println(once + "," + (steady[9] + steady[10]) / 2);
    }

    private static double seconds(Work work, double[] values) {
        long start = System.nanoTime();
        double[] found = work.of(values);
        long end = System.nanoTime();
        if (found.length == 0) {
            throw new IllegalStateException("Nothing was computed.");
        }
        return (end - start) / 1e9;
    }

    /** The same numbers come out on both sides; intervals are drawn, and so may end at the next value of the sample. */
    private void agreement() throws IOException {
        Map<String, Job> jobs = jobs();
        agreement("quantiles", jobs.get("quantiles"), "quantiles.csv");
        agreement("mid-ranks of scores", jobs.get("mid-ranks of scores"), "ranks.csv");
        if (Files.exists(folder.resolve("intervals.csv"))) {
            agreement("bootstrap", jobs.get("bootstrap"), "intervals.csv");
        }
    }

    private void agreement(String name, Job job, String expected) throws IOException {
        double[] ours = job.work().of(read(job.data()));
        double[] theirs = read(expected);
        double worst = ours.length == theirs.length ? 0 : Double.NaN;
        for (int i = 0; i < theirs.length; i++) {
            worst = Math.max(worst, Math.abs(ours[i] - theirs[i]));
        }
        System.out.printf(Locale.ROOT, "%s: greatest difference %.2g%n", name, worst);
    }
}
