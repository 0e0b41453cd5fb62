package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;

/** The result document: what it names, and what it refuses. */
class ResultTest {

    private static final Result RESULT =
            Tiny.of(leaf("A", rubric("a"))).score(seat("h1", "H").says("a", 3)).result();

    @Test
    void it_names_its_questionnaire_method_and_program() {
        assertThat(RESULT.questionnaire()).isEqualTo("tiny");
        assertThat(RESULT.version()).isEqualTo("1.0.0");
        assertThat(RESULT.methodHash()).isEqualTo("sha256:" + "0".repeat(64));
        assertThat(RESULT.engine()).isEqualTo(Result.ENGINE).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(RESULT.company().name()).isEqualTo("Tiny");
        assertThat(RESULT.date()).hasToString("2026-11-01");
    }

    @Test
    void nodes_levels_and_items_are_found_by_key() {
        assertThat(RESULT.node("A").key()).isEqualTo("A");
        assertThat(RESULT.level("A").level()).isNull();
        assertThat(RESULT.item("a").key()).isEqualTo("a");
    }

    @Test
    void an_unknown_key_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RESULT.node("B"))
                .withMessage("Questionnaire 'tiny' has no node 'B'.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RESULT.level("B"))
                .withMessage("Questionnaire 'tiny' has no node 'B'.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RESULT.item("b"))
                .withMessage("Questionnaire 'tiny' has no item 'b'.");
    }

    @Test
    void levels_and_nodes_belong_together() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result(
                        RESULT.questionnaire(),
                        RESULT.version(),
                        RESULT.methodHash(),
                        RESULT.engine(),
                        RESULT.company(),
                        RESULT.date(),
                        RESULT.respondents(),
                        RESULT.index(),
                        RESULT.maturity(),
                        List.of(),
                        RESULT.items(),
                        RESULT.perceptions(),
                        RESULT.confidence(),
                        RESULT.quality(),
                        RESULT.betterClaims(),
                        RESULT.warnings()))
                .withMessage("A result needs one level entry per node.");
    }
}
