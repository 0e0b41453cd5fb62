package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.report.Result;

/** The door: a questionnaire, a wave and a result in three calls. */
class MoatmarkTest {

    private static final Moatmark SHIPPED = Moatmark.shipped();

    private static String wave(String answers) {
        return "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"outside-view\",\"version\":\"1.0.0\"},"
                + "\"company\":{\"name\":\"Example KK\"},\"date\":\"2026-11-01\",\"respondents\":["
                + "{\"seat\":{\"key\":\"o1\",\"informant\":\"outsider\"},\"answers\":{" + answers + "}}]}";
    }

    @Test
    void three_questionnaires_come_with_the_library_in_every_published_version() {
        assertThat(SHIPPED.catalogue().questionnaires().stream().map(one -> one.id() + " " + one.version()))
                .containsExactly(
                        "business-model-differentiation 1.0.0",
                        "business-model-differentiation 1.1.0",
                        "marketing-leadership-maturity 1.0.0",
                        "marketing-leadership-maturity 1.1.0",
                        "outside-view 1.0.0",
                        "outside-view 1.1.0");
    }

    @Test
    void an_answer_becomes_a_result() {
        // 3 of 5 in two of three core leadership items and nothing else: L has (50 + 50) / 2.
        Result result = SHIPPED.score(SHIPPED.readWave(wave("\"OV18\":{\"value\":3},\"OV19\":{\"value\":3}"))
                .orThrow());
        assertThat(new Seen(result).node("L")).isEqualTo(50);
        assertThat(SHIPPED.write(result))
                .startsWith("{\"format\":\"moatmark/result/1\",\"questionnaire\":{\"id\":"
                        + "\"outside-view\",\"version\":\"1.0.0\",\"methodHash\":\"sha256:");
    }

    @Test
    void an_answer_that_the_seat_is_not_asked_is_a_warning_of_the_result() {
        // M1.1a is asked of headquarters marketing alone.
        String json = "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"marketing-leadership-maturity\","
                + "\"version\":\"1.0.0\"},\"company\":{\"name\":\"Example KK\"},\"date\":\"2026-11-01\",\"respondents\":["
                + "{\"seat\":{\"key\":\"g1\",\"informant\":\"G\"},\"answers\":{\"M1.1a\":{\"value\":true},"
                + "\"M1.2c\":{\"value\":3}}}]}";
        Result result = SHIPPED.score(SHIPPED.readWave(json).orThrow());
        assertThat(result.warnings().stream()
                        .filter(one -> one.code().equals("answer-not-asked"))
                        .map(Issue::path))
                .containsExactly("/respondents/g1/answers/M1.1a");
    }

    @Test
    void what_is_wrong_with_a_wave_is_told_all_at_once() {
        var issues = SHIPPED.readWave(wave("\"OV18\":{\"value\":9},\"OV99\":{\"value\":3}"))
                .issues();
        assertThat(issues).hasSize(2);
        assertThat(issues.stream().map(Issue::path))
                .containsExactlyInAnyOrder("/respondents/0/answers/OV18/value", "/respondents/0/answers/OV99");
    }

    @Test
    void an_unknown_questionnaire_is_refused_by_name() {
        var tiny = Tiny.of(leaf("A", rubric("a")));
        var wave = tiny.wave(seat("h1", "H").says("a", 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHIPPED.score(wave))
                .withMessage("Questionnaire 'tiny' 1.0.0 is not known here.");
        Moatmark more = SHIPPED.with(tiny.questionnaire());
        assertThat(new Seen(more.score(wave)).node("A")).isEqualTo(50);
        assertThat(SHIPPED.catalogue().questionnaires()).hasSize(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> more.with(tiny.questionnaire()))
                .withMessage("Questionnaire 'tiny' 1.0.0 is there twice.");
        Moatmark only = Moatmark.of(Catalogue.EMPTY.with(tiny.questionnaire()));
        assertThat(only.catalogue().questionnaires()).hasSize(1);
        assertThat(only.scoreWithoutGains(wave).item("a").gainOfNextStep()).isNull();
    }
}
