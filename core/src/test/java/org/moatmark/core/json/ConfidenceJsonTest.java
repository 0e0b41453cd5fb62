package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.RandomWaves;
import org.moatmark.core.Tiny;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.Resampling;

/** Intervals, stability and what they are due to, as they stand in a result document. */
class ConfidenceJsonTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    /** Ten runs of 50 and 100 from headquarters beside a genba that always says 50. */
    private static Result ten() {
        return Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, itemAtLeast("a", 50))
                .staging(2, level("A", 2))
                .resampled(
                        new Resampling(1, 10, Long.MAX_VALUE),
                        seat("h1", "H").says("a", 5),
                        seat("h2", "H").says("a", 3),
                        seat("g1", "G").says("a", 3));
    }

    /** In one of the ten runs headquarters says 50, in none less: the 5th percentile lies 0.05 * 9 of the way to the next. */
    @Test
    void the_names_are_those_of_the_wire_format() {
        String json = ResultJson.write(ten());
        assertThat(json)
                .contains(
                        "\"interval\":{\"level\":0.9,\"low\":55.625,\"high\":75,\"seed\":1,\"runs\":10,\"unscored\":0}},"
                                + "\"level\":{\"value\":2,")
                .contains("\"blocking\":[],\"stability\":{\"share\":1,\"runs\":10,\"unscored\":0,"
                        + "\"distribution\":[{\"level\":2,\"runs\":10}]}},\"nodes\":[")
                .contains(
                        "\"interval\":{\"level\":0.9,\"low\":55.625,\"high\":75,\"seed\":1,\"runs\":10,\"unscored\":0,"
                                + "\"sides\":{\"headquarters\":{\"low\":61.25,\"high\":100,\"unscored\":0},"
                                + "\"genba\":{\"low\":50,\"high\":50,\"unscored\":0}}},\"stability\":{\"share\":1,")
                .contains("\"resampling\":{\"seed\":1,\"runs\":10,\"respondents\":{\"headquarters\":2,\"genba\":1},"
                        + "\"mean\":")
                .contains("\"parts\":[{\"source\":\"people\",\"first\":")
                .contains(
                        "{\"source\":\"items\",\"first\":0,\"total\":0},{\"source\":\"method\",\"first\":0,\"total\":0}],"
                                + "\"effects\":[{\"choice\":\"weights\",\"part\":0,\"shifts\":[{\"option\":\"drawn\","
                                + "\"against\":\"declared\",\"runs\":10,\"mean\":0,\"deviation\":0}]},{\"choice\":\"aggregation\",")
                .contains("{\"choice\":\"evidence-cap\",\"part\":null,\"shifts\":[{\"option\":\"claimed\","
                        + "\"against\":\"evidenced\",\"runs\":10,\"mean\":0,\"deviation\":0}]}]},\"findings\":");
    }

    @Test
    void without_runs_nothing_of_it_is_there() {
        String json = ResultJson.write(Tiny.of(leaf("A", rubric("a")))
                .resampled(
                        Resampling.NONE,
                        seat("h1", "H").says("a", 5),
                        seat("h2", "H").says("a", 3)));
        assertThat(json).doesNotContain("\"interval\":{\"level\"", "\"stability\"", "\"resampling\"");
        assertThat(ResultJson.read(json).orThrow().confidence()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void what_is_written_is_read_again(String id) {
        assertThat(ResultJson.read(ResultJson.write(ten())).orThrow()).isEqualTo(ten());
        for (long seed = 0; seed < 10; seed++) {
            Result result = MOATMARK.score(
                    RandomWaves.of(MOATMARK.catalogue().newest(id).orElseThrow(), seed),
                    new Resampling(seed - 5, 7, Long.MAX_VALUE));
            assertThat(ResultJson.read(ResultJson.write(result)).orThrow().confidence())
                    .as("seed %s", seed)
                    .isEqualTo(result.confidence());
        }
    }

    @Test
    void every_fault_is_named_with_its_place() {
        String json = ResultJson.write(ten());
        assertThat(faults(json.replace("\"level\":0.9", "\"level\":0.95")))
                .contains("/index/interval/level 'level' is 0.95, but 0.9 is expected.");
        assertThat(faults(json.replace("\"low\":55.625,\"high\":75", "\"low\":76,\"high\":75")))
                .contains(
                        "/index/interval/high 'high' is 75, but a number from 76 to 100 is expected.",
                        "/nodes/0/interval/high 'high' is 75, but a number from 76 to 100 is expected.");
        assertThat(faults(json.replace("\"resampling\":{\"seed\":1", "\"resampling\":{\"seed\":2")))
                .contains("/index/interval/seed 'seed' is 1, but 2 is expected.");
        assertThat(faults(json.replace(
                        "\"resampling\":{\"seed\":1,\"runs\":10", "\"resampling\":{\"seed\":1,\"runs\":0")))
                .containsExactly("/resampling/runs 'runs' is 0, but a number from 1 to 1000000 is expected.");
        assertThat(faults(json.replace("\"share\":1", "\"share\":0.5")))
                .containsExactly(
                        "/level/stability/share 'share' is 0.5, but 1 is expected.",
                        "/nodes/0/stability/share 'share' is 0.5, but 1 is expected.");
        assertThat(faults(json.replace("\"source\":\"items\"", "\"source\":\"weather\"")))
                .hasSize(1)
                .allMatch(one -> one.startsWith("/resampling/parts/1/source "));
        assertThat(faults(json.replace("{\"level\":2,\"runs\":10}", "{\"level\":2,\"runs\":11}")))
                .contains("/level/stability/distribution/0/runs 'runs' is 11, but a number from 1 to 10 is expected.");
    }

    private static List<String> faults(String json) {
        Checked<Result> read = ResultJson.read(json);
        return read.issues().stream()
                .map(issue -> issue.path() + " " + issue.message().en().replaceFirst("^The result: ", ""))
                .toList();
    }
}
