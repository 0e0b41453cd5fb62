package org.moatmark.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.ResultWriter;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole result of the demonstration assessment on both instruments, from answers to bytes: 14 seats, gains, levels,
 * agreement, gaps, intervals of every node and side, stability of every level, parts and effects.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class IntervalBenchmark {

    private static final Path DEMO = Path.of("../api/src/main/resources/demo");

    /** How many joint runs; none is what the rest of a result takes. */
    @Param({"0", "2000"})
    public int runs;

    private final Moatmark moatmark = Moatmark.shipped();
    private final List<Wave> waves = new ArrayList<>();
    private final ResultWriter writer = new ResultWriter();

    /**
     * Reads the waves.
     *
     * @throws IOException if they are not there
     */
    @Setup
    public void prepare() throws IOException {
        for (String id : List.of("business-model-differentiation", "marketing-leadership-maturity")) {
            waves.add(moatmark.readWave(Files.readAllBytes(DEMO.resolve(id + ".json")))
                    .orThrow());
        }
    }

    /** Both results as bytes. */
    @Benchmark
    public int both() {
        int bytes = 0;
        for (Wave wave : waves) {
            bytes += writer.toBytes(moatmark.score(wave, Resampling.DEFAULT.withRuns(runs))).length;
        }
        return bytes;
    }
}
