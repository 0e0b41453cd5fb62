package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Issue;

class FilterWordsTest {

    private static final CaseLibrary CASES = Moatmark.shipped().cases();

    private static List<String> found(String... words) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            given.put(words[i], words[i + 1]);
        }
        return FilterWords.read(given, CASES).orThrow().of(CASES).stream()
                .map(CaseCompany::id)
                .toList();
    }

    private static List<Issue> wrong(Map<String, String> given) {
        return FilterWords.read(given, CASES).issues();
    }

    @Test
    void no_word_lets_every_company_through_in_file_order() {
        assertThat(found())
                .isEqualTo(CASES.companies().stream().map(CaseCompany::id).toList());
        assertThat(CaseFilter.ALL.of(CASES)).isEqualTo(CASES.companies());
    }

    @Test
    void words_are_joined_by_and() {
        assertThat(found("sector", "mobility")).hasSize(9);
        assertThat(found("sector", "mobility", "country", "SE")).containsExactly("volvo-trucks", "volvo-cars");
        assertThat(found("sector", "mobility", "country", "SE", "market", "b2b"))
                .containsExactly("volvo-trucks");
        assertThat(found("size", "small", "region", "Japan"))
                .allMatch(id -> id.startsWith("jp-"))
                .isNotEmpty();
    }

    @Test
    void who_sells_to_both_markets_is_found_under_either() {
        List<String> both = found("market", "both");

        assertThat(both).hasSizeGreaterThan(10);
        assertThat(found("market", "b2b")).containsAll(both);
        assertThat(found("market", "b2c")).containsAll(both);
    }

    @Test
    void years_are_one_year_or_a_span() {
        assertThat(found("asOf", "2012")).contains("apple", "hp", "dell");
        assertThat(found("asOf", "2005-2020")).hasSize(18);
        assertThat(found("asOf", "2024-2024")).hasSize(119);
        assertThat(found("asOf", "1900-1950")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"toyota", "TOYOTA motor", "ＴＯＹＯＴＡ", "motor　toyota", "jp-toy"})
    void a_text_is_found_whatever_its_case_width_and_order(String text) {
        assertThat(found("q", text)).containsExactly("jp-toyota");
    }

    @Test
    void a_text_is_found_in_the_labels_of_either_language() {
        assertThat(found("q", "自動車")).containsExactly("jp-toyota", "kr-hyundai");
        assertThat(found("q", "South Korea automotive")).containsExactly("kr-hyundai");
        assertThat(found("q", "no such thing at all")).isEmpty();
    }

    @Test
    void every_wrong_word_is_told_with_those_that_there_are() {
        List<Issue> issues = wrong(Map.of(
                "sector",
                "mobilty",
                "region",
                "japan",
                "size",
                "huge",
                "market",
                "b2x",
                "country",
                "Sweden",
                "asOf",
                "2024-2010",
                "q",
                " "));

        assertThat(issues)
                .extracting(Issue::path)
                .containsExactly("/sector", "/region", "/size", "/market", "/asOf", "/country", "/q");
        assertThat(issues.get(0).code()).isEqualTo("unknown-word");
        assertThat(issues.get(0).message().en()).isEqualTo("The case companies have no sector 'mobilty'.");
        assertThat(issues.get(0).message().ja()).isEqualTo("事例企業に業種「mobilty」はありません。");
        assertThat(issues.get(0).hint().en())
                .startsWith("Did you mean 'mobility'? Possible: mobility, electronics-and-semiconductors, ")
                .endsWith(", finance, telecom.");
        assertThat(issues.get(0).hint().ja()).startsWith("「mobility」ではありませんか。使える語：mobility, ");
        assertThat(issues.get(1).hint().en()).startsWith("Did you mean 'Japan'? Possible: Japan, ");
        assertThat(issues.get(2).hint().en()).isEqualTo("Possible: micro, small, medium, large.");
        assertThat(issues.get(4).message().en()).isEqualTo("'2024-2010' is no year and no span of years.");
        assertThat(issues.get(4).hint().en())
                .isEqualTo("Write a year such as 2012 or a span such as 2010-2024; the companies are rated as of"
                        + " 2005-2024.");
        assertThat(issues.get(4).hint().ja()).isEqualTo("2012 または 2010-2024 のように書いてください。事例企業の評価時点は2005-2024年です。");
        assertThat(issues.get(6).message().en()).isEqualTo("There is nothing to search for.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "20120", "2012-", "-2012", "2012 - 2014", "2012-2013-2014", "２０１２", "x"})
    void what_is_no_year_is_refused(String text) {
        assertThat(wrong(Map.of("asOf", text))).extracting(Issue::code).containsExactly("invalid-years");
    }

    @Test
    void a_long_text_is_refused_and_a_long_word_is_cut_in_the_message() {
        assertThat(wrong(Map.of("q", "x".repeat(201))).get(0).message().en())
                .isEqualTo("The text to search for has 201 characters, but at most 200 are taken.");
        assertThat(wrong(Map.of("sector", "x".repeat(5_000))).get(0).message().en())
                .hasSizeLessThan(200);
    }

    @Test
    void the_words_that_can_be_chosen_are_those_of_the_library() {
        assertThat(ChoiceWord.SECTOR.allowed(CASES)).isEqualTo(CASES.sectors());
        assertThat(ChoiceWord.AS_OF.allowed(CASES))
                .startsWith("2005")
                .endsWith("2024")
                .isSorted();
        assertThat(ChoiceWord.SIZE.allowed(CASES)).containsExactly("micro", "small", "medium", "large");
        CaseLibrary empty = new Gallery().library();
        assertThat(ChoiceWord.AS_OF.allowed(empty)).isEmpty();
        assertThat(FilterWords.read(Map.of("sector", "any"), empty).issues()).hasSize(1);
    }
}
