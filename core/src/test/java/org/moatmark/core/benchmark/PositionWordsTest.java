package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.CompanySize;

class PositionWordsTest {

    private static final CaseLibrary CASES = Moatmark.shipped().cases();

    private static PositionSettings read(Map<String, String> given) {
        return PositionWords.read(given, CASES).orThrow();
    }

    private static List<Issue> wrong(Map<String, String> given) {
        return PositionWords.read(given, CASES).issues();
    }

    @Test
    void without_a_word_everything_is_as_usual() {
        assertThat(read(Map.of())).isEqualTo(PositionSettings.DEFAULT);
    }

    @Test
    void one_criterion_asks_for_nothing_else() {
        assertThat(read(Map.of("region", "Nordics")).peers())
                .isEqualTo(new PeerCriteria(null, "Nordics", null, null, null, null));
        assertThat(read(Map.of("size", "large", "asOf", "2012")).peers())
                .isEqualTo(new PeerCriteria(null, null, CompanySize.LARGE, null, 2012, 2012));
    }

    @Test
    void peers_are_named_or_all() {
        assertThat(read(Map.of("peers", "apple, hp,dell,apple")).peers())
                .isEqualTo(new NamedPeers(List.of("apple", "hp", "dell")));
        assertThat(read(Map.of("peers", "all")).peers()).isEqualTo(PeerCriteria.ANYONE);
    }

    @Test
    void numbers_are_whole_and_in_range() {
        PositionSettings settings = read(Map.of("min", "1", "runs", "10000", "seed", "-9007199254740991"));

        assertThat(settings).isEqualTo(new PositionSettings(null, 1, 10_000, -9_007_199_254_740_991L, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "min, 0",
        "min, 100001",
        "min, ten",
        "min, 1.0",
        "runs, 0",
        "runs, 10001",
        "runs, 1e3",
        "seed, 9007199254740992",
        "seed, 99999999999999999999",
        "seed, 9223372036854775808",
        "seed, +1",
        "seed, ''"
    })
    void other_numbers_are_refused(String name, String text) {
        assertThat(wrong(Map.of(name, text))).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("number-out-of-range");
            assertThat(issue.path()).isEqualTo("/" + name);
            assertThat(issue.message().en()).startsWith("'" + text + "' is no whole number from ");
            assertThat(issue.message().ja()).startsWith("「" + text + "」は").endsWith("までの整数ではありません。");
        });
    }

    @Test
    void an_unknown_peer_is_told_with_the_one_that_was_probably_meant() {
        List<Issue> issues = wrong(Map.of("peers", "aple,dell,,nobody-at-all"));

        assertThat(issues).extracting(Issue::code).containsOnly("unknown-case").hasSize(3);
        assertThat(issues.get(0).message().en()).isEqualTo("There is no case company 'aple'.");
        assertThat(issues.get(0).hint().en())
                .isEqualTo(
                        "Did you mean 'apple'? The list of case companies has their ids; 'all' means the whole library.");
        assertThat(issues.get(0).hint().ja()).isEqualTo("「apple」ではありませんか。IDは事例企業の一覧にあります。「all」はライブラリー全体を表します。");
        assertThat(issues.get(1).message().en()).isEqualTo("There is no case company ''.");
    }

    @Test
    void peers_are_not_both_named_and_described() {
        List<Issue> issues = wrong(Map.of("peers", "apple", "sector", "telecom"));

        assertThat(issues).extracting(Issue::code).containsExactly("peers-and-criteria");
        assertThat(issues.get(0).message().en()).isEqualTo("Peers are both named and described.");
        assertThat(issues.get(0).message().ja()).isEqualTo("比較企業が、名前と条件の両方で指定されています。");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(wrong(Map.of("sector", "x", "market", "y", "asOf", "z", "min", "0", "runs", "0", "seed", "s")))
                .extracting(Issue::path)
                .containsExactly("/sector", "/market", "/asOf", "/min", "/runs", "/seed");
    }
}
