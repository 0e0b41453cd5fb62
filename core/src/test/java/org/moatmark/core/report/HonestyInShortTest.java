package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.TextMap;

class HonestyInShortTest {

    @Test
    void the_short_form_is_what_the_page_puts_in_bold() {
        TextMap inShort = HonestyInShort.of(Moatmark.shipped().cases().honesty());

        assertThat(inShort.in("en"))
                .isEqualTo(
                        "A collection, not a sample. No claim about a country or an industry. Machine-assisted ratings."
                                + " Blanks stay blank. As-of years differ. Some hindsight. Facts are excerpts. Words are"
                                + " editorial.");
        assertThat(inShort.in("ja")).startsWith("標本ではなく、編集された事例集です。国や業界についての主張にはなりません。評価は機械の支援を受けています。");
    }

    @Test
    void a_page_without_bold_words_gives_its_first_paragraph_on_one_line() {
        TextMap page = new TextMap(Map.of("en", "# Mine\n\nTen clients,\n  rated by me.\n\nMore.\n", "ja", "一行だけ"));

        assertThat(HonestyInShort.of(page)).isEqualTo(TextMap.of("Ten clients, rated by me.", "一行だけ"));
    }

    @Test
    void bold_words_may_run_over_a_line_break() {
        TextMap page = TextMap.of("* **Not\n  a sample.** Why.\n* **Mine.** So.", "**標本\nではない。**");

        assertThat(HonestyInShort.of(page)).isEqualTo(TextMap.of("Not a sample. Mine.", "標本 ではない。"));
    }
}
