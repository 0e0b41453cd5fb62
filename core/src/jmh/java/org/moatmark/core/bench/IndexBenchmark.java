package org.moatmark.core.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.moatmark.core.scoring.IndexOnly;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The index of {@code outside-view} alone, against a bare loop of the same formula written out by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class IndexBenchmark {

    private static final int COMPANIES = 1024;
    private static final int[][] B = {{0, 5}, {5, 9}, {9, 13}, {13, 16}};
    private static final int[][] M = {{16, 19}, {19, 23}, {23, 26}, {26, 29}};

    private IndexOnly index;
    private double[] answers;
    private int next;

    /** Answers 1 to 5, one in twenty missing. */
    @Setup
    public void prepare() {
        index = IndexOnly.of(Waves.questionnaire("outside-view"), "outsider");
        SplittableRandom random = new SplittableRandom(Waves.SEED);
        answers = new double[COMPANIES * index.items()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = random.nextInt(20) == 0 ? Double.NaN : 1 + random.nextInt(5);
        }
        for (int i = 0; i < COMPANIES; i++) {
            double ours = index.index(answers, i * index.items());
            if (Math.abs(ours - bare(i * index.items())) > 1e-9) {
                throw new IllegalStateException("The two disagree on company " + i + ".");
            }
        }
    }

    /** Ours. */
    @Benchmark
    public double indexOnly() {
        return index.index(answers, offset());
    }

    /** The baseline. */
    @Benchmark
    public double bareLoop() {
        return bare(offset());
    }

    private double bare(int offset) {
        return StrictMath.exp((StrictMath.log(geometric(offset, B)) + StrictMath.log(geometric(offset, M))) / 2);
    }

    private double geometric(int offset, int[][] nodes) {
        double logs = 0;
        int scored = 0;
        for (int[] node : nodes) {
            double sum = 0;
            int count = 0;
            for (int i = offset + node[0]; i < offset + node[1]; i++) {
                double answer = answers[i];
                if (!Double.isNaN(answer)) {
                    sum += (answer - 1) / 4 * 100;
                    count++;
                }
            }
            if (count * 2 >= node[1] - node[0]) {
                logs += StrictMath.log(Math.max(sum / count, 1));
                scored++;
            }
        }
        return StrictMath.exp(logs / scored);
    }

    private int offset() {
        next = next + 1 & COMPANIES - 1;
        return next * index.items();
    }
}
