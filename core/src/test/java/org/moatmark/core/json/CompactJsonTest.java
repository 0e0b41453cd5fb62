package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,false,null,\"x\\n\\u0001\",0.1,-2,1e+21]}",
                "[]",
                "{}",
                "\"日本 😀\"",
                "{\"a\":{\"a\":{}}}"
            })
    void what_is_compact_already_stays_as_it_is(String text) {
        assertThat(CompactJson.of(JsonTree.parse(text).orThrow())).isEqualTo(text);
    }
}
