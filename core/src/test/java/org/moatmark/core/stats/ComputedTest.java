package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A result or a reason, handed on as it is. */
class ComputedTest {

    private static final Computed<Double> NONE = Computed.not(Reason.NO_VALUES);

    @Test
    void a_value_is_handed_on_and_a_reason_stays() {
        Computed<Double> two = Computed.of(2.0);
        assertThat(two.map(value -> value * 3).orThrow()).isEqualTo(6);
        assertThat(two.flatMap(value -> Computed.of(value + 1)).orThrow()).isEqualTo(3);
        assertThat(two.toOptional()).contains(2.0);
        assertThat(NONE.map(value -> value * 3)).isEqualTo(NONE);
        assertThat(NONE.flatMap(value -> Computed.of(value + 1))).isEqualTo(NONE);
        assertThat(NONE.toOptional()).isEmpty();
        assertThatThrownBy(NONE::orThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no value to compute from.");
    }

    @Test
    void every_reason_is_a_sentence_in_both_languages() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.en()).as(reason.name()).matches("[A-Z].*\\.");
            assertThat(reason.ja()).as(reason.name()).endsWith("。").matches(".*[\\u3040-\\u30ff].*");
        }
        assertThat(Arrays.stream(Reason.values()).map(Reason::en)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Reason.values()).map(Reason::ja)).doesNotHaveDuplicates();
    }
}
