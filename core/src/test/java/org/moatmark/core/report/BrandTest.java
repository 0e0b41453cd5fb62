package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.issue.Issue;

/** An accent stands out from white and from a dark ground, or is refused with one that does. */
class BrandTest {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    @ParameterizedTest
    @ValueSource(strings = {Brand.ACCENT, ChartStyle.ACCENT, "#c2185b", "#00897B"})
    void a_colour_between_white_and_dark_is_taken(String accent) {
        assertThat(Brand.fault(accent, "/accent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#ffee00, white, 白い", "#ffffff, white, 白い", "#102040, dark, 暗い", "#000000, dark, 暗い"})
    void a_colour_that_is_lost_on_a_ground_is_refused(String accent, String ground, String japanese) {
        Issue issue = Brand.fault(accent, "/brand/accent").orElseThrow();
        assertThat(issue.code()).isEqualTo("low-contrast");
        assertThat(issue.path()).isEqualTo("/brand/accent");
        assertThat(issue.message().en()).contains(" from a " + ground + " ground: their contrast is ");
        assertThat(issue.message().ja()).contains(japanese);
    }

    @Test
    void the_colour_of_the_hint_is_always_taken() {
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            String accent = String.format(Locale.ROOT, "#%06x", random.nextInt(1 << 24));
            var fault = Brand.fault(accent, "");
            if (fault.isPresent()) {
                refused++;
                Matcher hint = COLOUR.matcher(fault.get().hint().en());
                assertThat(hint.find()).isTrue();
                assertThat(Brand.fault(hint.group(), ""))
                        .as(accent + " to " + hint.group())
                        .isEmpty();
            }
        }
        assertThat(refused).isBetween(1_000, 4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#12345g", "2f74b0", "#2f74b0 "})
    void what_is_no_colour_is_refused(String accent) {
        Issue issue = Brand.fault(accent, "").orElseThrow();
        assertThat(issue.code()).isEqualTo("invalid-colour");
        assertThat(issue.message().en()).isEqualTo("This is no colour of the form #rrggbb.");
    }

    @Test
    void a_title_counts_characters_and_not_their_halves() {
        String longest = "🦉".repeat(Brand.LONGEST_TITLE);
        assertThat(new Brand(longest, null, null).title()).isEqualTo(longest);
    }
}
