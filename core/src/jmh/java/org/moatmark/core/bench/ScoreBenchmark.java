package org.moatmark.core.bench;

import java.util.concurrent.TimeUnit;
import org.moatmark.core.json.ResultWriter;
import org.moatmark.core.maturity.Maturity;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;
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
 * Full explained results, levels and findings included, of one respondent on one core: a neutral outsider on
 * {@code outside-view}; headquarters marketing of a large company that sells to consumers on
 * {@code marketing-leadership-maturity}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScoreBenchmark {

    /** Which questionnaire. */
    @Param({"outside-view", "marketing-leadership-maturity"})
    public String questionnaire;

    private Wave[] waves;
    private Scorer scorer;
    private Maturity maturity;
    private final ResultWriter writer = new ResultWriter();
    private Result[] results;
    private int next;

    /** Makes the waves. */
    @Setup
    public void prepare() {
        Questionnaire asked = Waves.questionnaire(questionnaire);
        scorer = Scorer.of(asked);
        maturity = Maturity.of(asked);
        String informant = "outside-view".equals(questionnaire) ? "outsider" : "H";
        waves = Waves.of(asked, informant, CompanySize.LARGE, Market.B2C);
        results = new Result[waves.length];
        for (int i = 0; i < waves.length; i++) {
            results[i] = explained(scorer.score(waves[i]));
        }
    }

    /** Everything but the gain of every next step. */
    @Benchmark
    public Result explained() {
        return explained(scorer.scoreWithoutGains(waves[place()]));
    }

    /** Everything. */
    @Benchmark
    public Result explainedWithGains() {
        return explained(scorer.score(waves[place()]));
    }

    /** A result into JSON. */
    @Benchmark
    public byte[] written() {
        return writer.toBytes(results[place()]);
    }

    private Result explained(ScoreTree tree) {
        return Result.of(tree, maturity);
    }

    private int place() {
        next = next + 1 & Waves.COUNT - 1;
        return next;
    }
}
