package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/** Nobody reads what a thousand seats said one by one, and no server could hold it: a report leaves it out and says so. */
class ManySeatsTest {

    private static Report report(int seats) {
        Wave few = Boards.wave("outside-view", "Example KK", false);
        List<Respondent> many = new ArrayList<>();
        for (int i = 0; i < seats; i++) {
            Respondent one = few.respondents().get(i % few.respondents().size());
            Seat seat = one.seat();
            many.add(new Respondent(
                    new Seat("seat-" + i, seat.department(), seat.role(), seat.unit(), seat.informants()),
                    one.answers()));
        }
        Wave wave =
                new Wave(few.questionnaire(), few.version(), few.company(), few.date(), few.form(), many, few.others());
        Result result = Boards.MOATMARK.score(wave, Resampling.NONE);
        Questionnaire questionnaire = Boards.questionnaire(result);
        return Reporting.of(result, questionnaire, wave);
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false"})
    void a_report_tells_single_answers_of_so_many_seats_and_of_more_that_it_does_not(int seats, boolean told) {
        Report report = report(seats);

        assertThat(report.about().respondents()).isEqualTo(seats);
        assertThat(report.items()).anyMatch(item -> item.mark().score() != null);
        assertThat(report.items().stream().anyMatch(item -> !item.answers().isEmpty()))
                .isEqualTo(told);
        assertThat(report.limits().stream().anyMatch(limit -> limit.in("en").contains("more than 500 seats")))
                .isNotEqualTo(told);
        assertThat(MarkdownReport.of(Story.of(report, "en")).contains("seat-1")).isEqualTo(told);
    }
}
