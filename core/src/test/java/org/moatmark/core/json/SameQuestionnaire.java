package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.moatmark.core.questionnaire.Questionnaire;

/** Compares questionnaires but for the method hash, which is that of a file and not of its meaning. */
final class SameQuestionnaire {

    private SameQuestionnaire() {}

    static void check(Questionnaire actual, Questionnaire expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("methodHash")
                .isEqualTo(expected);
        assertThat(actual.items()).isEqualTo(expected.items());
        assertThat(actual.nodes()).isEqualTo(expected.nodes());
        assertThat(actual.gates()).isEqualTo(expected.gates());
        assertThat(actual.staging()).isEqualTo(expected.staging());
        assertThat(actual.findings()).isEqualTo(expected.findings());
    }
}
