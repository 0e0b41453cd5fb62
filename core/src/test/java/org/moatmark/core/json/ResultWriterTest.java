package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.report.Result;

/** What a writer remembers must never show: each result is written as by a writer that has written nothing yet. */
class ResultWriterTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private final ResultWriter used = new ResultWriter();

    private void isWrittenAsByANewWriter(String informant, String seat, String answers) {
        Result result = MOATMARK.score(MOATMARK.readWave("{\"format\":\"moatmark/wave/1\",\"questionnaire\":"
                        + "{\"id\":\"outside-view\",\"version\":\"1.0.0\"},\"company\":{\"name\":\"A\"},"
                        + "\"date\":\"2026-11-01\",\"respondents\":[{\"seat\":{\"key\":\"" + seat
                        + "\",\"informant\":\"" + informant + "\"},\"answers\":" + answers + "}]}")
                .orThrow());

        assertThat(used.toText(result))
                .as(informant + " " + seat + " " + answers)
                .isEqualTo(new ResultWriter().toText(result));
    }

    @Test
    void another_score_seat_or_side_is_not_taken_for_one_that_was_written_before() {
        for (int point = 1; point <= 5; point++) {
            for (String seat : new String[] {"a", "b", "Aa", "BB"}) {
                String answers = "{\"OV01\":{\"value\":" + point + "},\"OV02\":{\"value\":" + (6 - point) + "}}";
                isWrittenAsByANewWriter("outsider", seat, answers);
                isWrittenAsByANewWriter("executive", seat, answers);
            }
        }
    }
}
