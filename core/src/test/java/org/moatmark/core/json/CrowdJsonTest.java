package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.benchmark.Crowd;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.Bounds;

class CrowdJsonTest {

    @Test
    void crowds_come_back_as_they_were_to_the_last_bit() {
        List<Crowd> crowds = List.of(
                new Crowd(
                        "a",
                        List.of(new Crowd.Member("s1", 3, Side.GENBA), new Crowd.Member("s2", 0, Side.NEUTRAL)),
                        "営業 \"1\"",
                        100.0 / 3,
                        null,
                        true),
                new Crowd(
                        "b",
                        List.of(new Crowd.Member("s1", 1, Side.HEADQUARTERS)),
                        null,
                        87.5,
                        new Bounds(75, 100),
                        false));
        assertThat(CrowdJson.read(CrowdJson.write(crowds))).isEqualTo(crowds);
        assertThat(CrowdJson.read("[]")).isEmpty();
    }

    @Test
    void anything_else_is_refused() {
        for (String other : List.of(
                "{}",
                "[1]",
                "[{\"item\":\"a\",\"members\":[[\"s\",1]],\"mean\":1}]",
                "[{\"item\":\"a\",\"members\":{},\"mean\":1}]",
                "[{\"members\":[],\"mean\":1}]")) {
            assertThatThrownBy(() -> CrowdJson.read(other))
                    .as(other)
                    .hasMessage("These are no crowds as this library writes them.");
        }
    }
}
