package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    @ParameterizedTest
    @EnumSource(Rule.Joining.class)
    void a_rule_is_read_as_it_is_named(Rule.Joining joining) {
        Rule rule = new Rule("S7", joining);

        assertThat(Rule.of(rule.toString())).isEqualTo(rule);
    }

    @Test
    void a_rule_has_a_number_and_a_way_to_join() {
        Rule rule = Rule.of("S6 balance");

        assertThat(rule.number()).isEqualTo("S6");
        assertThat(rule.balances()).isTrue();
        assertThat(Rule.of("S7 geometric").balances()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S7", "geometric", "S7 magic", " geometric"})
    void what_is_no_rule_is_refused(String named) {
        assertThatThrownBy(() -> Rule.of(named))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rule '" + named + "' is no rule of S6 or S7.");
    }
}
