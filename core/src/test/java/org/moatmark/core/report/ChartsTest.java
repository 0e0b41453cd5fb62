package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Outcome;
import org.moatmark.core.scoring.Resampling;

/** The charts of real results and releases. */
class ChartsTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static Wave wave(String questionnaire) throws IOException {
        Path file = Path.of("src/test/resources/golden", questionnaire + ".wave.json");
        return MOATMARK.readWave(Files.readAllBytes(file)).orThrow();
    }

    private static Result scored(Wave wave) {
        return MOATMARK.score(wave, Resampling.NONE);
    }

    private static String drawn(Charts charts) {
        StringBuilder all = new StringBuilder();
        for (Chart chart : charts.all()) {
            for (String language : List.of("en", "ja")) {
                all.append(chart.svg(ChartStyle.standalone(language)))
                        .append(chart.table(language).csv())
                        .append(chart.takeaway(language));
            }
        }
        return all.toString();
    }

    @Test
    void a_result_with_all_that_can_be_known_has_every_chart() throws IOException {
        Wave wave = wave("outside-view");
        Result result = scored(wave);
        Charts charts = MOATMARK.charts(result)
                .with(wave)
                .with(MOATMARK.position(result).orThrow())
                .since(MOATMARK.charts(result));

        assertThat(charts.names()).isEqualTo(Charts.NAMES);
        assertThat(charts.all()).extracting(Chart::name).isEqualTo(Charts.NAMES);
        assertThat(charts.index().peers()).isNotNull();
        assertThat(drawn(charts)).doesNotContain("NaN");
    }

    @Test
    void a_chart_shows_the_numbers_of_the_result() throws IOException {
        Result result = scored(wave("marketing-leadership-maturity"));
        DotPlot profile = MOATMARK.charts(result).profile();

        assertThat(profile.rows()).hasSize(13);
        for (ChartValue.Row row : profile.rows()) {
            Outcome outcome = result.node(row.key()).outcome();
            assertThat(row.value() instanceof ChartValue.Scored).isEqualTo(outcome.isScored());
            if (row.value() instanceof ChartValue.Scored shown && outcome instanceof Outcome.Scored scored) {
                assertThat(shown.score()).isEqualTo(scored.evidenced());
            }
        }
    }

    @Test
    void items_and_answers_can_be_asked_for_one_node() throws IOException {
        Wave wave = wave("marketing-leadership-maturity");
        Charts charts = MOATMARK.charts(scored(wave)).with(wave);
        Questionnaire questionnaire =
                MOATMARK.catalogue().find(wave.questionnaire(), wave.version()).orElseThrow();
        LikertBars bars = (LikertBars) charts.find(Charts.ITEMS, "M1.1").orElseThrow();

        long opinions = questionnaire.items().stream()
                .filter(item -> item.key().startsWith("M1.1") && item.type().isOpinion())
                .count();
        assertThat(bars.rows()).hasSize((int) opinions);
        for (LikertBars.Row row : bars.rows()) {
            assertThat(row.n())
                    .isEqualTo(scored(wave).item(row.key()).respondents().size());
        }
        assertThat(charts.find(Charts.ITEMS, "M99")).isEmpty();
        assertThat(charts.find("pie")).isEmpty();
        assertThat(charts.find(Charts.CHANGE)).isEmpty();
    }

    @Test
    void charts_of_a_release_know_no_answers() throws IOException {
        Wave wave = wave("marketing-leadership-maturity");
        Charts charts = MOATMARK.charts(MOATMARK.release(wave, new Secrecy(3, true)));

        assertThat(charts.names()).doesNotContain(Charts.ITEMS, Charts.ANSWERS);
        assertThatThrownBy(() -> charts.with(wave)).isInstanceOf(IllegalStateException.class);
        String drawn = drawn(charts);
        for (Respondent one : wave.respondents()) {
            assertThat(drawn).doesNotContain(one.seat().key() + " ");
        }
    }

    @Test
    void without_seats_nothing_names_one_and_the_scores_stay() throws IOException {
        Wave wave = wave("marketing-leadership-maturity");
        Result result = scored(wave);
        Result nameless = result.withoutSeats();
        Charts charts = MOATMARK.charts(result).withoutSeats();

        assertThat(charts.names()).containsExactly(Charts.INDEX, Charts.PROFILE, Charts.ACTIONS);
        assertThat(charts.profile()).isEqualTo(MOATMARK.charts(result).profile());
        assertThatThrownBy(() -> charts.with(wave)).isInstanceOf(IllegalStateException.class);
        assertThat(nameless.nodes()).isEqualTo(result.nodes());
        assertThat(nameless.respondents()).isEqualTo(result.respondents());
        assertThat(nameless.warnings())
                .hasSizeLessThanOrEqualTo(result.warnings().size());
        String written = MOATMARK.write(nameless) + drawn(charts) + nameless.explain();
        assertThat(wave.respondents()).isNotEmpty();
        for (Respondent one : wave.respondents()) {
            assertThat(MOATMARK.write(result)).contains("\"" + one.seat().key() + "\"");
            assertThat(written).doesNotContainPattern("\\b" + one.seat().key() + "\\b");
        }
    }

    /** Neither order, width, colour, presence nor a word may tell what is suppressed. */
    @Test
    void answers_that_are_suppressed_leave_no_trace_in_any_chart() throws IOException {
        Wave wave = thinned(wave("outside-view"), List.of("OV01", "OV02"), 4);
        Secrecy terms = new Secrecy(5, true);
        Release release = MOATMARK.release(wave, terms);
        String drawn = drawn(MOATMARK.charts(release));
        List<String> suppressed = release.items().stream()
                .filter(Release.Item::suppressed)
                .map(Release.Item::key)
                .toList();
        assertThat(suppressed).contains("OV01", "OV02");

        Wave other = turned(wave, suppressed);

        assertThat(other).isNotEqualTo(wave);
        assertThat(drawn(MOATMARK.charts(MOATMARK.release(other, terms)))).isEqualTo(drawn);
    }

    /** The same wave with only so many answers to some items. */
    private static Wave thinned(Wave wave, List<String> items, int most) {
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            Map<String, Response> answers = new LinkedHashMap<>(one.answers());
            if (respondents.size() >= most) {
                answers.keySet().removeAll(items);
            }
            respondents.add(new Respondent(one.seat(), answers, one.vignettes()));
        }
        return with(wave, respondents);
    }

    /** The same wave with the opposite answers to some items. */
    private static Wave turned(Wave wave, List<String> items) {
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            Map<String, Response> answers = new LinkedHashMap<>(one.answers());
            answers.replaceAll((item, given) -> items.contains(item)
                            && given instanceof Response.Answered answered
                            && answered.value() instanceof AnswerValue.Number number
                            && number.value() >= 1
                            && number.value() <= 5
                    ? new Response.Answered(
                            new AnswerValue.Number(6 - number.value()), answered.evidence(), answered.remarks())
                    : given);
            respondents.add(new Respondent(one.seat(), answers, one.vignettes()));
        }
        return with(wave, respondents);
    }

    private static Wave with(Wave wave, List<Respondent> respondents) {
        return new Wave(
                wave.questionnaire(),
                wave.version(),
                wave.company(),
                wave.date(),
                wave.form(),
                respondents,
                wave.others());
    }

    @Test
    void results_of_versions_that_score_differently_are_not_joined() throws IOException {
        Wave wave = wave("outside-view");
        Result result = scored(wave);
        Questionnaire own =
                MOATMARK.catalogue().find(wave.questionnaire(), wave.version()).orElseThrow();
        Questionnaire other = new Questionnaire(
                own.id(),
                own.version(),
                "sha256:" + "0".repeat(64),
                own.title(),
                own.purpose(),
                own.licence(),
                own.sources(),
                own.informants(),
                own.scales(),
                own.tree(),
                own.index(),
                own.levels().subList(0, 1),
                own.gates(),
                own.staging(),
                own.findings(),
                own.vignettes(),
                own.pairs());
        Slope alike = (Slope) Charts.of(own, result)
                .since(Charts.of(own, result))
                .find(Charts.CHANGE)
                .orElseThrow();
        Slope unlike = (Slope) Charts.of(other, result)
                .since(Charts.of(own, result))
                .find(Charts.CHANGE)
                .orElseThrow();

        assertThat(alike.comparable()).isTrue();
        assertThat(alike.takeaway("en")).isEqualTo("No change is larger than its uncertainty.");
        assertThat(unlike.comparable()).isFalse();
        assertThat(unlike.table("en").rows())
                .allSatisfy(row -> assertThat(row.get(4).shown()).isEmpty());
    }

    @Test
    void charts_need_the_questionnaire_that_was_asked() throws IOException {
        Result result = scored(wave("outside-view"));
        Questionnaire other =
                MOATMARK.catalogue().newest("marketing-leadership-maturity").orElseThrow();

        assertThatThrownBy(() -> Charts.of(other, result))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Charts of 'outside-view' 1.0.0 cannot be made with questionnaire");
    }
}
