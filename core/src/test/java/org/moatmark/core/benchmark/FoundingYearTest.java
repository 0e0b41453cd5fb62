package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.benchmark.FoundingYear.Precision;

class FoundingYearTest {

    @ParameterizedTest
    @CsvSource({
        "1937, 1937, YEAR",
        "578, 578, YEAR",
        "c. 1590, 1590, ABOUT_YEAR",
        "c. 578, 578, ABOUT_YEAR",
        "c. 1520s, 1520, ABOUT_DECADE",
    })
    void a_year_says_how_well_it_is_known_and_is_written_as_it_was_read(String text, int year, Precision precision) {
        FoundingYear founded = FoundingYear.parse(text).orElseThrow();

        assertThat(founded.year()).isEqualTo(year);
        assertThat(founded.precision()).isEqualTo(precision);
        assertThat(founded.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000", "12", "12345", "1930s", "c. 1523s", "c.1590", "circa 1590", "-578", "1937 "})
    void other_forms_are_no_year(String text) {
        assertThat(FoundingYear.parse(text)).isEmpty();
    }

    @Test
    void impossible_years_are_refused() {
        assertThatThrownBy(() -> new FoundingYear(0, Precision.YEAR))
                .hasMessage("A founding year lies in 1-9999, not 0.");
        assertThatThrownBy(() -> new FoundingYear(1523, Precision.ABOUT_DECADE))
                .hasMessage("A decade begins with a year like 1520, not 1523.");
    }
}
