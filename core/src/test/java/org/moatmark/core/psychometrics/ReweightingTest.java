package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.reference;
import static org.moatmark.core.Tiny.rubric;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.psychometrics.Reweighting.Change;
import org.moatmark.core.psychometrics.Reweighting.Kind;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

class ReweightingTest {

    private static final String HASH = "sha256:" + "1".repeat(64);

    private final Questionnaire questionnaire = Tiny.of(
                    branch("A", leaf("A1", rubric("a"), rubric("b").weight(2)), leaf("A2", rubric("c"))),
                    leaf("B", rubric("d")).weight(3),
                    reference("C", "A1"))
            .questionnaire();

    @Test
    void dimensions_get_their_weights_and_nothing_else_changes() {
        AhpPriorities priorities = AhpPriorities.of(PairwiseJudgements.ofUpper(3, 2, 4, 2));

        Reweighting weighed = Reweighting.of(questionnaire).dimensions(priorities.weights());
        Questionnaire next = weighed.as(new Version(1, 1, 0), HASH);

        assertThat(weighed.changes()).extracting(Change::key).containsExactly("A", "B", "C");
        assertThat(weighed.changes().get(1))
                .isEqualTo(new Change(Kind.NODE, "B", 3, priorities.weights().get(1)));
        assertThat(next.items()).isEqualTo(questionnaire.items());
        assertThat(next.version()).isEqualTo(new Version(1, 1, 0));
        assertThat(next.methodHash()).isEqualTo(HASH);
        assertThat(Reweighting.of(next).dimensions(List.of(1.0, 3.0, 1.0)).tree())
                .isEqualTo(questionnaire.tree());
    }

    @Test
    void weights_go_to_children_and_to_items() {
        Reweighting weighed =
                Reweighting.of(questionnaire).under("A", List.of(1.0, 4.0)).under("A1", List.of(5.0, 2.0));

        assertThat(weighed.changes())
                .containsExactly(new Change(Kind.ITEM, "a", 1, 5), new Change(Kind.NODE, "A2", 1, 4));
    }

    @Test
    void weights_that_are_what_they_were_change_nothing() {
        assertThat(Reweighting.of(questionnaire).under("A1", List.of(1.0, 2.0)))
                .isEqualTo(Reweighting.of(questionnaire));
    }

    @Test
    void callers_mistakes_are_named() {
        Reweighting same = Reweighting.of(questionnaire);
        assertThatThrownBy(() -> same.dimensions(List.of(1.0))).hasMessage("The index takes 3 weights, not 1.");
        assertThatThrownBy(() -> same.under("A1", List.of(1.0))).hasMessage("Node 'A1' takes 2 weights, not 1.");
        assertThatThrownBy(() -> same.under("A", List.of(1.0))).hasMessage("Node 'A' takes 2 weights, not 1.");
        assertThatThrownBy(() -> same.under("Z", List.of(1.0))).hasMessage("Questionnaire 'tiny' has no node 'Z'.");
        assertThatThrownBy(() -> same.under("C", List.of(1.0)))
                .hasMessage("Node 'C' reads another node and has nothing to weigh.");
        assertThatThrownBy(() -> same.under("B", List.of(0.0)))
                .hasMessage("Item 'd': weight 0.0 is not finite and above 0.");
        assertThatThrownBy(() -> same.as(new Version(1, 0, 0), HASH))
                .hasMessage("Questionnaire 'tiny': new weights need a version above 1.0.0, not 1.0.0.");
    }
}
