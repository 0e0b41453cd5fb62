package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2018, 2018, 2018",
        "578, 578, 578",
        "FY2023, 2023, 2023",
        "Q4 2025, 2025, 2025",
        "1980s, 1980, 1989",
        "19th century, 1801, 1900",
        "1st century, 1, 100",
        "2018-2020, 2018, 2020",
        "1980s-2005, 1980, 2005",
        "2019-2020s, 2019, 2029",
        "1950s-1970s, 1950, 1979",
        "578-2006, 578, 2006",
        "c. 2016, 2016, 2016",
        "late 1990s-2016, 1990, 2016",
        "early 2000s, 2000, 2009",
        "mid 1990s, 1990, 1999",
        "2008-2008, 2008, 2008",
    })
    void a_period_knows_the_years_that_it_can_touch(String text, int first, int last) {
        Period period = Period.parse(text).orElseThrow();

        assertThat(period.text()).isEqualTo(text);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"1887-present, 1887", "16th century-present, 1501", "2000s-present, 2000"})
    void what_lasts_to_the_present_has_no_last_year(String text, int first) {
        Period period = Period.parse(text).orElseThrow();

        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isNull();
        assertThat(period.reachesPast(2999)).isTrue();
    }

    @Test
    void what_was_before_a_year_has_no_first_year() {
        Period period = Period.parse("before 2017").orElseThrow();

        assertThat(period.first()).isNull();
        assertThat(period.last()).isEqualTo(2016);
        assertThat(period.beginsAfter(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 2018",
                "2018 ",
                "18",
                "20188",
                "2020-2018",
                "2018-",
                "-2018",
                "2018–2020",
                "present",
                "present-2018",
                "before 1980s",
                "Q5 2025",
                "after 2018",
                "２０１８",
                "19th centuries",
                "2018-2019-2020",
                "2001-1990s"
            })
    void other_forms_are_no_period(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void a_period_that_begins_later_was_not_known_yet() {
        assertThat(Period.parse("2013").orElseThrow().beginsAfter(2012)).isTrue();
        assertThat(Period.parse("2012-2013").orElseThrow().beginsAfter(2012)).isFalse();
        assertThat(Period.parse("578-2006").orElseThrow().beginsAfter(2005)).isFalse();
    }

    @Test
    void a_period_that_ends_later_reaches_past_a_year() {
        assertThat(Period.parse("2012-2013").orElseThrow().reachesPast(2012)).isTrue();
        assertThat(Period.parse("2010-2012").orElseThrow().reachesPast(2012)).isFalse();
        assertThat(Period.parse("2010s").orElseThrow().reachesPast(2012)).isTrue();
    }

    @Test
    void a_period_never_ends_before_it_begins() {
        assertThatThrownBy(() -> new Period("x", 2000, 1999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Period 'x' ends before it begins.");
    }
}
