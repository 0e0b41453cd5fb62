package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Questionnaire;

/** Documents of some megabytes that are made to keep a reader busy are answered at once, and so are numbers out of all measure. */
class LargeDocumentsTest {

    /** A hundred times what they take, and a hundredth of what they took. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static String maturity() throws IOException {
        try (InputStream in = Questionnaire.class.getResourceAsStream(
                "/org/moatmark/questionnaires/marketing-leadership-maturity.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String times(int many, String part) {
        return String.join(",", Collections.nCopies(many, part));
    }

    private static String numbered(int many, String part) {
        return IntStream.range(0, many)
                .mapToObj(i -> part.replace("#", Integer.toString(i)))
                .collect(Collectors.joining(","));
    }

    static Stream<Arguments> parts() {
        String bound = "{\"item\":\"M1.1a\",\"atLeast\":0.#}";
        String statement = "\"statement\":{\"en\":\"x\",\"ja\":\"x\"}";
        String gate =
                "{\"node\":\"M1.1\",\"level\":2," + statement + ",\"require\":[{\"item\":\"M1.1a\",\"atLeast\":9}]}";
        return Stream.of(
                Arguments.of("gates", "\"gates\": [", times(20_000, gate), "/gates"),
                Arguments.of("conditions", "\"require\": [", numbered(100_000, bound), "/gates/0/require"),
                Arguments.of("rows", "\"staging\": [", times(20_000, "{\"level\":2,\"require\":[]}"), "/staging"),
                Arguments.of("sources", "\"sources\": [", numbered(60_000, "{\"key\":\"s#\"}"), "/sources"),
                Arguments.of("properties", "{", numbered(200_000, "\"x#\": 1"), ""),
                Arguments.of("languages", "\"title\": {", numbered(200_000, "\"x#\": \"t\""), "/title"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void more_of_anything_than_anybody_means_is_refused_at_once(String name, String at, String parts, String pointer)
            throws IOException {
        String text = maturity();
        int place = text.indexOf(at) + at.length();
        assertThat(place).isGreaterThan(at.length() - 1);
        String large = text.substring(0, place) + parts + "," + text.substring(place);

        Checked<Questionnaire> read = assertTimeout(SOON, () -> QuestionnaireJson.read(large));

        assertThat(issues(read)).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo("too-many");
            assertThat(issue.path()).isEqualTo(pointer);
        });
    }

    @Test
    void conditions_are_counted_together_wherever_they_stand() throws IOException {
        String nested = "{\"any\":[" + times(900, "{\"item\":\"M1.1a\",\"atLeast\":9}") + "]}";
        String large = maturity().replaceFirst("\"require\": \\[", "\"require\": [" + times(6, nested) + ",");

        Issue only =
                issues(assertTimeout(SOON, () -> QuestionnaireJson.read(large))).get(0);

        assertThat(only.path()).isEmpty();
        assertThat(only.message().en())
                .matches("The questionnaire: there are 5\\d{3} conditions, but at most 5000 are taken\\.");
        assertThat(only.message().ja()).matches("質問票：条件が5\\d{3}個ありますが、上限は5000個です。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7e308", "1e16", "5e-324", "1e-16", "-1e300"})
    void a_number_with_which_nobody_can_compute_is_refused_where_it_stands(String number) throws IOException {
        String text = maturity().replaceFirst("\"weight\": [0-9.]+", "\"weight\": " + number);

        assertThat(issues(QuestionnaireJson.read(text))).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo("out-of-range");
            assertThat(issue.path()).endsWith("/weight");
            assertThat(issue.message().en()).endsWith("but 0 or a number of a size from 1e-15 to 1e15 is expected.");
            assertThat(issue.message().ja()).endsWith("0、または絶対値が1e-15以上1e15以下の数値でなければなりません。");
        });
    }

    private static List<Issue> issues(Checked<?> read) {
        return ((Checked.Invalid<?>) read).issues();
    }
}
