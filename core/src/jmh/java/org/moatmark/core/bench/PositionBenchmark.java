package org.moatmark.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseScore;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.report.Result;
import org.moatmark.core.stats.SeededRandom;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The position of one result among all companies of the shipped library, index and ten nodes with 2,000 resampled peer
 * groups, similar companies and everything else; against a bare loop of the same draws, which adds up one score of each
 * drawn company.
 *
 * <p>Run it from the project's root or from {@code core}: the second subject is the demonstration company's result.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class PositionBenchmark {

    private static final int RUNS = 2000;

    private static final String INSTRUMENT = "business-model-differentiation";

    private final PositionSettings settings = PositionSettings.DEFAULT.with(PeerCriteria.ANYONE);
    private Benchmark benchmark;
    private Subject company;
    private Subject linked;
    private double[] scores;

    /**
     * Prepares the library, a case company and the demonstration company.
     *
     * @throws IOException if the demonstration company's answers are not where they should be
     */
    @Setup
    public void prepare() throws IOException {
        Moatmark moatmark = Moatmark.shipped();
        CaseLibrary cases = moatmark.cases();
        benchmark = Benchmark.of(cases);
        company = Subject.of(cases, "apple");
        Path demo = Path.of("api/src/main/resources/demo/" + INSTRUMENT + ".json");
        Path here = Files.exists(demo) ? demo : Path.of("..").resolve(demo);
        Result result =
                moatmark.score(moatmark.readWave(Files.readAllBytes(here)).orThrow());
        linked = Subject.of(
                moatmark.catalogue().newest(INSTRUMENT).orElseThrow(),
                result.company(),
                result.date(),
                result.index(),
                result.nodes(),
                result.items());
        scores = cases.scores().withIndex().stream()
                .map(CaseScore::index)
                .mapToDouble(index -> index.score())
                .toArray();
    }

    /** A result of the questionnaire of the cases. */
    @org.openjdk.jmh.annotations.Benchmark
    public Position position() {
        return benchmark.position(company, settings).orThrow();
    }

    /** A result of a full instrument, through the linked items. */
    @org.openjdk.jmh.annotations.Benchmark
    public Position positionThroughLinks() {
        return benchmark.position(linked, settings).orThrow();
    }

    /** The same draws in a bare loop. */
    @org.openjdk.jmh.annotations.Benchmark
    public double bareDraws() {
        SeededRandom random = SeededRandom.of(1);
        double all = 0;
        for (int run = 0; run < RUNS; run++) {
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                sum += scores[random.nextInt(scores.length)];
            }
            all += sum / scores.length;
        }
        return all;
    }
}
