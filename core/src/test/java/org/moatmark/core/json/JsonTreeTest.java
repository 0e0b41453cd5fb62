package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.issue.Issue;

/** Nothing but JSON is read; the cases are those of the security notes (JSON rows, A25 and A27). */
class JsonTreeTest {

    @Test
    void reads_every_kind_of_value() {
        JsonValue tree = JsonTree.parse(" {\"a\": [1, -2.50, 3e2, \"x\\n\\u00e9\", true, false, null], \"\": {}} ")
                .orThrow();

        JsonArray list = (JsonArray) ((JsonObject) tree).get("a");
        assertThat(list.values())
                .containsExactly(
                        new JsonNumber("1", 1),
                        new JsonNumber("-2.50", -2.5),
                        new JsonNumber("3e2", 300),
                        new JsonString("x\né"),
                        JsonBool.TRUE,
                        JsonBool.FALSE,
                        JsonNull.NULL);
        assertThat(((JsonObject) tree).get("")).isEqualTo(JsonObject.of(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{\"a\":1",
                "[1,]",
                "{\"a\":1,}",
                "[,1]",
                "[1,,2]",
                "{'a':1}",
                "{a:1}",
                "[1] // end",
                "/* start */ [1]",
                "# start\n[1]",
                "[1] x",
                "[1][2]",
                "{} {}",
                ")]}'\n{}",
                "[1;2]",
                "{\"a\"=1}",
                "{\"a\"=>1}",
                "TRUE",
                "True",
                "nul",
                "NaN",
                "[Infinity]",
                "[-Infinity]",
                "1e400",
                "-1e400",
                "1e999",
                "0x10",
                "01",
                "-01",
                "+1",
                "1.",
                ".5",
                "1e",
                "- 1",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\\x\"",
                "\"\\'\"",
                "\"\\u12\"",
                "\"\\ud800\"",
                "\"\\ude00\\ud83d\"",
                "{\"\\ud83d\": 1}",
                "\uFEFF{}",
                "[1\u00a0]",
                "[1\f]",
                "123456789012345678901234567890123"
            })
    void refuses_what_is_not_json(String text) {
        List<Issue> issues = JsonTree.parse(text).issues();

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("malformed-json");
            assertThat(issue.path()).isEmpty();
            assertThat(issue.message().en()).containsPattern("line \\d+, column \\d+");
            assertThat(issue.message().ja()).containsPattern("\\d+行\\d+列");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refuses_a_hundred_thousand_levels(String opening) {
        assertThat(JsonTree.parse(opening.repeat(100_000)).issues())
                .extracting(Issue::code)
                .containsExactly("malformed-json");
    }

    @Test
    void takes_thirty_two_levels_and_no_more() {
        assertThat(JsonTree.parse("[".repeat(32) + "]".repeat(32)).issues()).isEmpty();
        assertThat(JsonTree.parse("[".repeat(33) + "]".repeat(33)).issues())
                .extracting(issue -> issue.message().en())
                .containsExactly(
                        "The document cannot be read as JSON at line 1, column 34: it is nested more than 32 levels"
                                + " deep.");
    }

    @Test
    void says_where_a_document_stops_being_json() {
        assertThat(JsonTree.parse("{\n  \"a\": 1,\n  \"b\": tru\n}").issues())
                .extracting(issue -> issue.message().en())
                .containsExactly(
                        "The document cannot be read as JSON at line 3, column 8: it breaks the rules of JSON.");
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        byte[] latin1 = "{\n\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

        assertThat(JsonTree.parse(latin1).issues())
                .extracting(issue -> issue.message().en())
                .containsExactly("The document cannot be read as JSON at line 2, column 7: its bytes are not UTF-8.");
        assertThat(JsonTree.parse(overlong).issues()).extracting(Issue::code).containsExactly("malformed-json");
        assertThat(JsonTree.parse(surrogate).issues()).extracting(Issue::code).containsExactly("malformed-json");
    }

    @Test
    void takes_a_replacement_character_that_was_meant() {
        assertThat(JsonTree.parse("\"\uFFFD\"".getBytes(StandardCharsets.UTF_8)).orThrow())
                .isEqualTo(new JsonString("\uFFFD"));
    }

    @Test
    void lists_every_duplicate_key_with_its_pointer() {
        String json = "{\"a\": 1, \"b/c\": [0, {\"~\": 1, \"~\": 2}], \"a\": {\"x\": 1, \"x\": 2}}";

        assertThat(JsonTree.parse(json).issues())
                .extracting(Issue::code, Issue::path)
                .containsExactly(
                        tuple("duplicate-key", "/b~1c/1/~0"),
                        tuple("duplicate-key", "/a"),
                        tuple("duplicate-key", "/a/x"));
    }

    @Test
    void finds_duplicate_keys_in_large_objects() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            json.append("\"k").append(i).append("\": 0, ");
        }
        json.append("\"k12\": 1, \"k999\": 1}");

        assertThat(JsonTree.parse(json.toString()).issues())
                .extracting(Issue::path)
                .containsExactly("/k12", "/k999");
    }

    @Test
    void finds_members_of_small_and_large_objects() {
        for (int size : new int[] {0, 1, JsonObject.WALK, JsonObject.WALK + 1, 100}) {
            StringBuilder json = new StringBuilder("{");
            for (int i = 0; i < size; i++) {
                json.append(i == 0 ? "" : ",")
                        .append("\"k")
                        .append(i)
                        .append("\":")
                        .append(i);
            }
            JsonObject object =
                    (JsonObject) JsonTree.parse(json.append('}').toString()).orThrow();
            for (int i = 0; i < size; i++) {
                assertThat(object.get("k" + i)).isEqualTo(JsonNumber.of(i));
            }
            assertThat(object.get("k" + size)).isNull();
            assertThat(JsonObject.of(object.toMap())).isEqualTo(object).hasSameHashCodeAs(object);
        }
    }

    @Test
    void refuses_nul_and_numbers_that_vanish_and_texts_that_are_too_long() {
        String json = "[\"a\\u0000\", {\"\\u0000\": 1}, 1e-999, -1e-400, 0e-999, \"" + "é".repeat(10_001) + "\"]";

        assertThat(JsonTree.parse(json).issues())
                .extracting(Issue::code, Issue::path)
                .containsExactly(
                        tuple("nul-character", "/0"),
                        tuple("nul-character", "/1/\0"),
                        tuple("number-out-of-range", "/2"),
                        tuple("number-out-of-range", "/3"),
                        tuple("text-too-long", "/5"));
    }

    @Test
    void takes_minus_zero_as_zero_and_the_least_number_as_it_is() {
        assertThat(((JsonNumber) JsonTree.parse("-0").orThrow()).value()).isEqualTo(0.0);
        assertThat(((JsonNumber) JsonTree.parse("-0.0").orThrow()).value()).isEqualTo(0.0);
        assertThat(((JsonNumber) JsonTree.parse("5e-324").orThrow()).value()).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void counts_texts_in_code_points() {
        assertThat(JsonTree.parse("\"" + "😀".repeat(10_000) + "\"").issues()).isEmpty();
    }
}
