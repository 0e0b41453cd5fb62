package org.moatmark.core.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS = List.of("weight", "evidence", "D1.1a", "A");

    @Test
    void finds_what_was_probably_meant() {
        assertThat(Nearest.to("wieght", WORDS)).isEqualTo("weight");
        assertThat(Nearest.to("Weight", WORDS)).isEqualTo("weight");
        assertThat(Nearest.to("evidenec", WORDS)).isEqualTo("evidence");
        assertThat(Nearest.to("D11a", WORDS)).isEqualTo("D1.1a");
        assertThat(Nearest.to("a", WORDS)).isEqualTo("A");
    }

    @Test
    void does_not_guess_wildly() {
        assertThat(Nearest.to("Z", WORDS)).isNull();
        assertThat(Nearest.to("", WORDS)).isNull();
        assertThat(Nearest.to("author", WORDS)).isNull();
        assertThat(Nearest.to("w".repeat(10_000), WORDS)).isNull();
    }
}
