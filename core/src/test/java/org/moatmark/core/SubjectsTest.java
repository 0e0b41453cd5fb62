package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.report.Result;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeScore;

/** From a result, or answers, to a place among the cases. */
class SubjectsTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final String WAVE = """
            {"format": "moatmark/wave/1", "questionnaire": {"id": "outside-view", "version": "1.0.0"},
             "company": {"name": "Example", "sector": "telecom", "size": "large", "market": "b2b"}, "date": "2026-11-01",
             "respondents": [{"seat": {"key": "r", "informant": "outsider"},
               "answers": {"OV01": {"value": 4}, "OV02": {"value": 2}, "OV03": {"value": 3}, "OV04": {"value": 3}}}]}
            """;

    private static Result result() {
        return MOATMARK.scoreWithoutGains(MOATMARK.readWave(WAVE).orThrow());
    }

    private static Subject read(String json) {
        return MOATMARK.readSubject(JsonTree.parse(json).orThrow()).orThrow();
    }

    @Test
    void answers_and_their_result_are_the_same_subject() {
        Subject fromWave = read(WAVE);
        Subject fromResult = read(MOATMARK.write(result()));

        assertThat(fromWave).isEqualTo(fromResult);
        assertThat(MOATMARK.subject(result()).orThrow()).isEqualTo(fromResult);
    }

    @Test
    void a_result_is_placed_in_one_call() {
        Position position = MOATMARK.position(result()).orThrow();

        assertThat(position)
                .isEqualTo(MOATMARK.benchmark()
                        .position(read(WAVE), PositionSettings.DEFAULT)
                        .orThrow());
        assertThat(position.node("D1").own().score()).isEqualTo(50.0);
    }

    @Test
    void the_benchmark_is_made_once() {
        assertThat(MOATMARK.benchmark()).isSameAs(MOATMARK.benchmark());
        assertThat(MOATMARK.benchmark().library()).isSameAs(MOATMARK.cases());
    }

    @Test
    void faults_of_a_document_are_those_of_its_reader() {
        Checked<Subject> wave = MOATMARK.readSubject(
                JsonTree.parse("{\"format\": \"moatmark/wave/1\"}").orThrow());
        Checked<Subject> result = MOATMARK.readSubject(
                JsonTree.parse("{\"format\": \"moatmark/result/1\"}").orThrow());

        assertThat(wave.issues())
                .extracting(Issue::message)
                .extracting(words -> words.en())
                .contains("The wave: property 'company' is missing.");
        assertThat(result.issues())
                .extracting(Issue::message)
                .extracting(words -> words.en())
                .contains("The result: property 'items' is missing.");
        assertThat(MOATMARK.readResult("{".getBytes(StandardCharsets.UTF_8)).issues())
                .extracting(Issue::code)
                .containsExactly("malformed-json");
    }

    @Test
    void a_result_of_an_unknown_questionnaire_is_refused() {
        Issue issue = refused(changed("own-view", "1.0.0", result().methodHash(), result().nodes(), result().items()));

        assertThat(issue.code()).isEqualTo("unknown-questionnaire");
        assertThat(issue.message().en())
                .isEqualTo("The result is of questionnaire 'own-view 1.0.0', which is not known here.");
        assertThat(issue.message().ja()).isEqualTo("この結果の質問票「own-view 1.0.0」は登録されていません。");
        assertThat(issue.hint().en()).endsWith("outside-view 1.1.0.");
    }

    @Test
    void a_result_of_another_method_is_refused() {
        String other = "sha256:" + "0".repeat(64);
        Issue issue = refused(changed("outside-view", "1.0.0", other, result().nodes(), result().items()));

        assertThat(issue.code()).isEqualTo("other-method");
        assertThat(issue.path()).isEqualTo("/questionnaire/methodHash");
        assertThat(issue.message().en())
                .isEqualTo(
                        "The result was scored by another method than that of 'outside-view' 1.0.0 as it is known here: "
                                + other + " instead of " + result().methodHash() + ".");
    }

    @Test
    void a_result_whose_nodes_or_items_are_not_in_place_is_refused() {
        List<NodeScore> nodes = new ArrayList<>(result().nodes());
        Collections.swap(nodes, 0, 1);
        List<ItemScore> items = result().items().subList(0, 28);

        Issue moved = refused(changed("outside-view", "1.0.0", result().methodHash(), nodes, result().items()));
        Issue cut = refused(changed("outside-view", "1.0.0", result().methodHash(), result().nodes(), items));

        assertThat(moved.path()).isEqualTo("/nodes");
        assertThat(moved.message().en())
                .isEqualTo("The nodes of the result are not those of questionnaire 'outside-view' in its order.");
        assertThat(cut.path()).isEqualTo("/items");
        assertThat(cut.message().ja()).isEqualTo("この結果の設問は、質問票「outside-view」のものと一致しません。");
        assertThat(MOATMARK.position(changed("outside-view", "1.0.0", result().methodHash(), result().nodes(), items))
                        .issues())
                .hasSize(1);
    }

    private static Issue refused(Result result) {
        List<Issue> issues = MOATMARK.subject(result).issues();
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    private static Result changed(
            String id, String version, String hash, List<NodeScore> nodes, List<ItemScore> items) {
        Result whole = result();
        return new Result(
                id,
                version,
                hash,
                whole.engine(),
                whole.company(),
                whole.date(),
                whole.respondents(),
                whole.index(),
                whole.maturity(),
                nodes,
                items,
                whole.perceptions(),
                whole.confidence(),
                whole.quality(),
                whole.betterClaims(),
                whole.warnings());
    }
}
