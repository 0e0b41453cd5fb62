package org.moatmark.core.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @Test
    void a_hundred_characters_are_shown_whole_and_of_more_a_hundred() {
        assertThat(Excerpt.of("")).isEmpty();
        assertThat(Excerpt.of("a".repeat(100))).isEqualTo("a".repeat(100));
        assertThat(Excerpt.of("a".repeat(101))).isEqualTo("a".repeat(100) + "…");
        assertThat(Excerpt.of("\uD842\uDFB7".repeat(101))).isEqualTo("\uD842\uDFB7".repeat(100) + "…");
    }

    @Test
    void what_cannot_be_seen_is_replaced() {
        assertThat(Excerpt.of("a\nb\u202Ec\u200Bd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    }

    /** A letter with a mark, kana with a voicing mark, a thumb with a skin, a flag, a heart with its variant. */
    @ParameterizedTest
    @ValueSource(
            strings = {"e\u0301", "\u304B\u3099", "\uD83D\uDC4D\uD83C\uDFFD", "\uD83C\uDDEF\uD83C\uDDF5", "\u2764\uFE0F"
            })
    void nothing_is_cut_within_what_people_take_for_one_character(String one) {
        assertThat(Excerpt.of("a".repeat(99) + one + "b")).isEqualTo("a".repeat(99) + "…");
        assertThat(Excerpt.of("a".repeat(98) + one + "b")).isEqualTo("a".repeat(98) + one + "…");
        assertThat(Excerpt.of("a".repeat(98) + one)).isEqualTo("a".repeat(98) + one);
    }

    @Test
    void of_flags_in_a_row_none_becomes_another() {
        String japan = "\uD83C\uDDEF\uD83C\uDDF5";

        assertThat(Excerpt.of("a" + japan.repeat(60))).isEqualTo("a" + japan.repeat(49) + "…");
    }

    @Test
    void a_letter_of_countless_marks_does_not_grow_the_message() {
        assertThat(Excerpt.of("\u0301".repeat(10_000))).hasSize(101);
        assertThat(Excerpt.of("ab" + "\u0301".repeat(10_000))).isEqualTo("a…");
    }
}
