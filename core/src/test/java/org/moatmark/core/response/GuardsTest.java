package org.moatmark.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moatmark.core.response.EvidenceGrade.E0;
import static org.moatmark.core.response.EvidenceGrade.E1;
import static org.moatmark.core.response.EvidenceGrade.E3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that exist are answers; the four states cannot be mixed up. */
class GuardsTest {

    private static Response.Answered answered(EvidenceGrade... grades) {
        List<Evidence> evidence = new ArrayList<>();
        for (EvidenceGrade grade : grades) {
            evidence.add(new Evidence(grade, null, null));
        }
        return new Response.Answered(new AnswerValue.YesNo(true), evidence, Response.Remarks.NONE);
    }

    @Test
    void a_number_is_finite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerValue.Number(Double.NaN))
                .withMessage("An answer is a finite number, not NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerValue.Number(Double.NEGATIVE_INFINITY))
                .withMessage("An answer is a finite number, not -Infinity.");
    }

    @Test
    void not_applicable_has_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Response.NotApplicable(" ", Response.Remarks.NONE))
                .withMessage("'Not applicable' needs a reason.");
    }

    @Test
    void a_seat_has_a_key_and_a_kind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seat("", null, null, null, List.of("H")))
                .withMessage("A seat needs a key and at least one informant kind.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seat("h1", null, null, null, List.of()))
                .withMessage("A seat needs a key and at least one informant kind.");
    }

    @Test
    void the_best_grade_counts_and_none_is_a_claim() {
        assertThat(answered().bestGrade()).isEqualTo(E0);
        assertThat(answered(E1, E3, E0).bestGrade()).isEqualTo(E3);
    }

    @Test
    void null_is_refused_where_something_must_be() {
        assertThatNullPointerException().isThrownBy(() -> new AnswerValue.OneOption(null));
        assertThatNullPointerException().isThrownBy(() -> new AnswerValue.FreeText(null));
        assertThatNullPointerException().isThrownBy(() -> new Evidence(null, null, null));
        assertThatNullPointerException().isThrownBy(() -> Company.named(null));
    }

    @Test
    void a_wave_and_its_parts_cannot_be_changed_from_outside() {
        Map<String, Response> answers = new LinkedHashMap<>(Map.of("a", answered()));
        Respondent respondent = new Respondent(new Seat("h1", null, null, null, List.of("H")), answers);
        answers.clear();
        assertThat(respondent.answers()).hasSize(1);
        assertThatThrownBy(() -> respondent.answers().clear()).isInstanceOf(UnsupportedOperationException.class);
        List<Respondent> respondents = new ArrayList<>(List.of(respondent));
        Wave wave = new Wave("tiny", "1.0.0", null, null, Form.FULL, respondents, List.of());
        respondents.clear();
        assertThat(wave.respondents()).containsExactly(respondent);
        Map<String, Double> scores = new LinkedHashMap<>(Map.of("A", 1.0));
        OtherResult other = new OtherResult("q", "1.0.0", scores);
        scores.put("B", 2.0);
        assertThat(other.lowerSide()).containsOnlyKeys("A");
    }
}
