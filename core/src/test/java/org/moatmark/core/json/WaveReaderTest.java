package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Response.Remarks;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

class WaveReaderTest {

    private static final Questionnaire SMALL = QuestionnaireJson.read(
                    Corpus.resource("/waves/questionnaires/small.json"))
            .orThrow();
    private static final Questionnaire NEWER = QuestionnaireJson.read(
                    Corpus.resource("/waves/questionnaires/small-1.2.0.json"))
            .orThrow();
    private static final Catalogue CATALOGUE = new Catalogue(List.of(NEWER, SMALL));

    @Test
    void reads_everything_that_a_wave_may_hold() {
        Wave wave = WaveJson.read(Corpus.resource("/waves/valid/base.json"), CATALOGUE)
                .orThrow();

        assertThat(wave.questionnaire()).isEqualTo("small");
        assertThat(wave.version()).isEqualTo("1.0.0");
        assertThat(wave.form()).isEqualTo(Form.FULL);
        assertThat(wave.date()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(wave.company())
                .isEqualTo(new Company("Example KK", "JP", "Japan", "retail", CompanySize.LARGE, Market.B2B));
        Respondent headquarters = wave.respondents().get(0);
        assertThat(headquarters.seat())
                .isEqualTo(new Seat("hq-1", "Corporate marketing", "Head", "Kansai", List.of("H")));
        Evidence minutes = new Evidence(EvidenceGrade.E2, "minutes", "https://example.org/1");
        assertThat(headquarters.answers())
                .isEqualTo(Map.of(
                        "a", answered(new AnswerValue.Number(4), List.of(minutes), new Remarks("since 2024", 14.0)),
                        "g", answered(new AnswerValue.Number(2)),
                        "y", answered(new AnswerValue.YesNo(true)),
                        "n", answered(new AnswerValue.Number(62.5)),
                        "t", answered(new AnswerValue.FreeText("Words"))));
        Respondent genba = wave.respondents().get(1);
        assertThat(genba.seat().informants()).containsExactly("G", "H");
        assertThat(genba.answers())
                .isEqualTo(Map.of(
                        "a",
                        new Response.DontKnow(Remarks.NONE),
                        "g",
                        new Response.NotApplicable("new here", new Remarks("joined in May", null)),
                        "c",
                        answered(new AnswerValue.OneOption("o2")),
                        "s",
                        answered(new AnswerValue.SomeOptions(List.of("o1", "o2")))));
    }

    @Test
    void reads_of_other_results_the_lower_side_or_the_score() {
        Wave wave = WaveJson.read(Corpus.resource("/waves/valid/base.json"), CATALOGUE)
                .orThrow();

        assertThat(wave.others())
                .containsExactly(new OtherResult("outside-view", "1.0.0", Map.of("OV", 44.0, "P", 40.0)));
    }

    @Test
    void the_short_form_is_one_respondent_of_the_first_neutral_kind_on_the_newest_version() {
        Wave wave = WaveJson.read("{\"questionnaire\": \"small\", \"answers\": {\"a\": 4}}", CATALOGUE)
                .orThrow();

        assertThat(wave.version()).isEqualTo("1.2.0");
        assertThat(wave.company()).isNull();
        assertThat(wave.date()).isNull();
        assertThat(wave.respondents())
                .containsExactly(new Respondent(
                        new Seat("respondent", null, null, null, List.of("N")),
                        Map.of("a", answered(new AnswerValue.Number(4)))));
    }

    @Test
    void a_tree_is_read_like_its_text() {
        byte[] file = Corpus.resource("/waves/valid/base.json");

        assertThat(WaveJson.read(JsonTree.parse(file).orThrow(), CATALOGUE))
                .isEqualTo(WaveJson.read(new String(file, StandardCharsets.UTF_8), CATALOGUE));
    }

    @Test
    void without_its_questionnaire_the_rest_of_a_wave_is_still_checked() {
        String json = new String(Corpus.resource("/waves/valid/base.json"), StandardCharsets.UTF_8)
                .replace("\"small\"", "\"gone\"")
                .replace("2026-11-01", "tomorrow")
                .replace("genba-1", "hq-1");

        assertThat(WaveJson.read(json, CATALOGUE).issues())
                .extracting(Issue::code, Issue::path)
                .containsExactly(
                        tuple("unknown-questionnaire", "/questionnaire/id"),
                        tuple("invalid-date", "/date"),
                        tuple("seat-not-unique", "/respondents/1/seat/key"));
    }

    @Test
    void reads_one_answer_with_pointers_from_its_place_on() {
        JsonValue sound = JsonTree.parse("{\"value\": 3, \"seconds\": 2.5}").orThrow();
        JsonValue faulty = JsonTree.parse("{\"value\": 9, \"why\": 1}").orThrow();

        assertThat(WaveJson.readAnswer(sound, SMALL, "a", "").orThrow())
                .isEqualTo(answered(new AnswerValue.Number(3), List.of(), new Remarks(null, 2.5)));
        assertThat(WaveJson.readAnswer(faulty, SMALL, "a", "/answers/0").issues())
                .extracting(Issue::code, Issue::path)
                .containsExactlyInAnyOrder(
                        tuple("unknown-property", "/answers/0/why"), tuple("answer-out-of-range", "/answers/0/value"));
        assertThat(WaveJson.readAnswer(sound, SMALL, "b", "/b").issues())
                .extracting(Issue::code, Issue::path)
                .containsExactly(tuple("unknown-item", "/b"));
    }

    static List<JsonObject> reference() {
        String lines = new String(Corpus.resource("/reference/scoring/waves.jsonl"), StandardCharsets.UTF_8);
        return lines.lines()
                .map(line -> (JsonObject) JsonTree.parse(line).orThrow())
                .toList();
    }

    private static final WaveReader REFERENCE =
            new WaveReader(new Catalogue(Corpus.documents("/reference/scoring").stream()
                    .map(file -> QuestionnaireJson.read(Corpus.bytes(file)).orThrow())
                    .toList()));

    @ParameterizedTest
    @MethodSource("reference")
    void reads_and_writes_the_waves_of_the_reference_cases(JsonObject line) {
        Wave wave = REFERENCE.read(line.get("wave")).orThrow();

        assertThat(REFERENCE.read(WaveJson.write(wave)).orThrow()).isEqualTo(wave);
    }

    @Test
    void a_reader_serves_many_threads() {
        List<JsonObject> waves = reference();
        List<Checked<Wave>> alone =
                waves.stream().map(line -> REFERENCE.read(line.get("wave"))).toList();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, 50 * waves.size()).boxed().toList());
        Collections.shuffle(order, new Random(7));

        assertThat(order.parallelStream()
                        .map(i -> i % waves.size())
                        .allMatch(i -> REFERENCE.read(waves.get(i).get("wave")).equals(alone.get(i))))
                .isTrue();
    }

    @Test
    void outside_view_can_be_answered_in_the_short_form() {
        Path file = Corpus.documents("/org/moatmark/questionnaires").stream()
                .filter(one -> one.endsWith("outside-view.json"))
                .findFirst()
                .orElseThrow();
        Catalogue catalogue =
                Catalogue.EMPTY.with(QuestionnaireJson.read(Corpus.bytes(file)).orThrow());
        String json = "{\"questionnaire\": \"outside-view\", \"answers\": {\"OV01\": 4, \"OV02\": 3}}";

        Wave wave = WaveJson.read(json, catalogue).orThrow();

        assertThat(wave.respondents().get(0).seat().informants()).containsExactly("outsider");
        assertThat(wave.respondents().get(0).answers()).containsOnlyKeys("OV01", "OV02");
    }

    private static Response answered(AnswerValue value) {
        return answered(value, List.of(), Remarks.NONE);
    }

    private static Response answered(AnswerValue value, List<Evidence> evidence, Remarks remarks) {
        return new Response.Answered(value, evidence, remarks);
    }

    @Test
    void a_hostile_document_is_answered_with_a_thousand_issues_and_not_more() {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            answers.append(i == 0 ? "" : ",").append("\"X").append(i).append("\":1");
        }

        Checked<Wave> read =
                Moatmark.shipped().readWave("{\"questionnaire\":\"outside-view\",\"answers\":{" + answers + "}}");

        assertThat(((Checked.Invalid<Wave>) read).issues()).hasSize(1_000);
    }
}
