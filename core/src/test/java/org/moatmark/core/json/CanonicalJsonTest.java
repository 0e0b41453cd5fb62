package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of RFC 8785, and what a hash must not depend on. */
class CanonicalJsonTest {

    /** RFC 8785, section 3.2.2: the sample object, and section 3.2.4: its bytes. */
    private static final String SAMPLE = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }
            """;

    private static final String SAMPLE_BYTES = "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c22"
            + "6e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c"
            + "22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";

    /** RFC 8785, section 3.2.3: sorting by UTF-16 units, which puts the emoji before the Hebrew letter. */
    private static final String SORTING = """
            {
              "\\u20ac": "Euro Sign",
              "\\r": "Carriage Return",
              "\\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\\ud83d\\ude00": "Emoji: Grinning Face",
              "\\u0080": "Control",
              "\\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

    @Test
    void writes_the_sample_of_rfc_8785_byte_by_byte() {
        byte[] bytes = canonical(SAMPLE).getBytes(StandardCharsets.UTF_8);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(SAMPLE_BYTES);
    }

    @Test
    void sorts_keys_as_rfc_8785_does() {
        JsonObject sorted = (JsonObject) JsonTree.parse(canonical(SORTING)).orThrow();

        assertThat(sorted.toMap().values())
                .extracting(value -> ((JsonString) value).value())
                .isEqualTo(List.of(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh"));
    }

    @Test
    void escapes_only_what_must_be_escaped() {
        String text = "\b\t\n\f\r\"\\/\u0001\u001f\u007f\u0080é日😀";

        assertThat(CanonicalJson.of(new JsonString(text)))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0001\\u001f\u007f\u0080é日😀\"");
    }

    @Test
    void order_and_blanks_and_spelling_of_numbers_change_no_hash() {
        String one = CanonicalJson.sha256(tree("{\"a\": 1.0, \"b\": [2e0, -0]}"));

        assertThat(CanonicalJson.sha256(tree("{\"b\":[2,0],\"a\":1}"))).isEqualTo(one);
        assertThat(CanonicalJson.sha256(tree("{\"b\":[0,2],\"a\":1}"))).isNotEqualTo(one);
    }

    /** The hash of the two bytes {@code {}}, as {@code printf '{}' | sha256sum} gives it. */
    @Test
    void the_hash_is_that_of_the_canonical_bytes() {
        assertThat(CanonicalJson.sha256(tree(" { } ")))
                .isEqualTo("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void half_of_a_character_is_not_written() {
        assertThatThrownBy(() -> CanonicalJson.of(new JsonString("\ud83d")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(new JsonString("\ude00 ")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(String json) {
        return CanonicalJson.of(tree(json));
    }

    private static JsonValue tree(String json) {
        return JsonTree.parse(json).orThrow();
    }
}
