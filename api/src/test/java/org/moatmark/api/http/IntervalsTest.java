package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.Running;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.ResultJson;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/** Seed and runs of the intervals, as the query of a request names them, and how much work a request may cause. */
class IntervalsTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();
    private static final String DEMO =
            new String(Library.resource("/demo/business-model-differentiation.json"), StandardCharsets.UTF_8);

    @RegisterExtension
    static final Served SERVED = Served.at(Clock.fixed(Instant.parse("2026-11-01T23:30:00Z"), ZoneOffset.UTC));

    private final Http http;

    IntervalsTest(Http http) {
        this.http = http;
    }

    private Http.Reply score(String query, String wave) {
        return http.ask("POST", "/v1/score" + query).json(wave).send();
    }

    private static Wave demo() {
        return MOATMARK.readWave(DEMO).orThrow();
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 2000", "?seed=7, 7, 2000", "?runs=30&seed=-5, -5, 30", "?runs=0, 1, 0"})
    void a_result_has_the_seed_and_the_runs_that_are_asked_for(String query, long seed, int runs) {
        Resampling how = new Resampling(seed, runs, Long.MAX_VALUE);

        assertThat(score(query, DEMO).body()).isEqualTo(MOATMARK.write(MOATMARK.score(demo(), how)));
    }

    @ParameterizedTest
    @CsvSource({
        "?runs=10001, runs, from 0 to 10000",
        "?runs=-1, runs, from 0 to 10000",
        "?runs=many, runs, from 0 to 10000",
        "?runs=, runs, from 0 to 10000",
        "?seed=1.5, seed, from -9007199254740991 to 9007199254740991",
        "?seed=99999999999999999999, seed, from -9007199254740991 to 9007199254740991"
    })
    void what_is_no_number_in_range_is_refused(String query, String name, String range) {
        Http.Reply reply = score(query, DEMO);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("code")).isEqualTo("invalid-parameter");
        assertThat(reply.body()).contains("Parameter '" + name + "' is no whole number " + range + ".");
    }

    @Test
    void too_much_work_is_answered_without_intervals_and_says_how_to_get_them() {
        // 14 respondents and the nodes' 50, 123 items: 10000 runs are 79 million, within the limit. 400 more are not.
        String seat = "{\"seat\": {\"key\": \"%s\", \"informant\": \"G\"}, \"answers\": {\"D1.1e\": {\"value\": 3}}}";
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            more.append(String.format(Locale.ROOT, seat, "more-" + i)).append(',');
        }
        String crowd = DEMO.replaceFirst("\"respondents\": \\[", "\"respondents\": [" + more);
        Result result = ResultJson.read(score("", crowd).body()).orThrow();

        assertThat(result.confidence()).isNull();
        assertThat(result.warnings().get(result.warnings().size() - 1).code()).isEqualTo("interval-too-large");
        assertThat(result.warnings().get(result.warnings().size() - 1).hint().en())
                .startsWith("Ask for at most 1752 runs, or score on the command line");
        assertThat(ResultJson.read(score("?runs=1752", crowd).body()).orThrow().confidence())
                .isNotNull();
    }

    @Test
    void a_batch_takes_them_for_all_of_its_lines() {
        String line = DEMO.replace("\n", " ");
        Http.Reply reply = http.ask("POST", "/v1/score/batch?runs=20&seed=3")
                .bearer(Running.OWNER)
                .body("application/x-ndjson", (line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8))
                .send();

        String expected = MOATMARK.write(MOATMARK.score(demo(), new Resampling(3, 20, Long.MAX_VALUE)));
        assertThat(reply.body()).isEqualTo(expected + "\n" + expected + "\n");
    }
}
