package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.Tiny;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ReportJson;
import org.moatmark.core.questionnaire.Catalogue;

/** Every report keeps to the schema of {@code moatmark/report/1}, and the schema is no open door. */
class ReportSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema());

    private static String schema() {
        try (var file = ReportSchemaTest.class.getResourceAsStream("/org/moatmark/core/json/report.schema.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String json(Report report) {
        return CompactJson.of(ReportJson.document(report));
    }

    private static List<?> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketing-leadership-maturity", "business-model-differentiation", "outside-view"})
    void reports_keep_to_it(String questionnaire) {
        assertThat(faults(json(Boards.report(questionnaire, "Example KK")))).isEmpty();
    }

    @Test
    void reports_of_releases_keep_to_it_with_and_without_scores() {
        Tiny tiny = Tiny.of(branch("T", leaf("A", rubric("a")), leaf("B", rubric("b"))));
        Moatmark moatmark = Moatmark.of(new Catalogue(List.of(tiny.questionnaire())));
        Tiny.Voice[] voices = {
            seat("1", "H").says("a", 1),
            seat("2", "H").says("a", 2),
            seat("3", "H").says("a", 4),
            seat("4", "H").says("a", 5).says("b", 3),
            seat("5", "H").says("a", 5)
        };
        for (Tiny.Voice[] some : List.of(voices, new Tiny.Voice[] {seat("1", "H")})) {
            Release release = moatmark.release(tiny.wave(some), Secrecy.DEFAULT);
            assertThat(faults(json(ReleaseReporting.of(release, tiny.questionnaire()))))
                    .isEmpty();
        }
    }

    @Test
    void reports_with_a_change_keep_to_it() {
        assertThat(faults(json(Boards.changed("outside-view", "Example KK")))).isEmpty();
    }

    @Test
    void what_it_does_not_name_and_what_lies_outside_is_refused() {
        String json = json(Boards.report("outside-view", "Example KK"));
        assertThat(faults(json.replaceFirst("\"nodes\":", "\"knots\":"))).isNotEmpty();
        assertThat(faults(json.replaceFirst("\"whole\":\\d+", "\"whole\":101"))).isNotEmpty();
        assertThat(faults(json.replaceFirst("report/1", "report/2"))).isNotEmpty();
        assertThat(faults(json.replaceFirst("\"title\":\\{\"en\"", "\"logo\":1,\"title\":{\"en\"")))
                .isNotEmpty();
    }
}
