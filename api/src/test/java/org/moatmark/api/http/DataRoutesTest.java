package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables of a result over HTTP: the numbers of the result, nothing that a spreadsheet would run, nothing of one of many. */
@ExtendWith(Served.class)
class DataRoutesTest {

    private final World world;

    DataRoutesTest(World world) {
        this.world = world;
    }

    private static String results(String assessment) {
        return "/v1/assessments/" + assessment + "/results/" + World.MLM;
    }

    private static List<CSVRecord> rows(Http.Reply reply) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(reply.body()))
                .getRecords();
    }

    @Test
    void answers_and_scores_are_those_of_the_assessment() throws IOException {
        String id = world.open();
        World.Seat seat = world.seat(id);
        world.answer(seat.token());
        CSVRecord answers =
                rows(world.ask("GET", results(id) + "/responses.csv").send()).get(0);
        assertThat(answers.get("M1.1b")).isEqualTo("50");
        assertThat(answers.get("M1.2b_state")).isEqualTo("skipped");
        String claimed = rows(world.ask("GET", results(id) + "/responses.csv?shape=long")
                        .send())
                .stream()
                .filter(row -> row.get("item").equals("M1.1b"))
                .map(row -> row.get("claimed"))
                .findFirst()
                .orElseThrow();
        assertThat(world.ask("GET", results(id)).send().body())
                .contains("{\"seat\":\"" + answers.get("seat") + "\",\"claimed\":" + claimed + ",");
        CSVRecord index =
                rows(world.ask("GET", results(id) + "/scores.csv").send()).get(0);
        assertThat(List.of(index.get("kind"), index.get("evidenced"), index.get("status")))
                .containsExactly("index", "", "insufficient");
        assertThat(rows(world.ask("GET", results(id) + "/codebook.csv").send()))
                .anySatisfy(row -> assertThat(row.get("variable")).isEqualTo("M1.1b"));
    }

    @Test
    void nobody_takes_single_answers_of_a_confidential_assessment_or_without_the_right() {
        String open = world.open();
        World.Key reader = world.key("reader");
        world.grant(open, reader);
        World.expect(
                403,
                world.ask("GET", results(open) + "/responses.csv")
                        .bearer(reader.secret())
                        .send());
        World.expect(
                200,
                world.ask("GET", results(open) + "/data.xlsx")
                        .bearer(reader.secret())
                        .send());
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Quiet\",\"questionnaires\":[\"" + World.MLM
                        + "\"],\"visibility\":{\"mode\":\"confidential\"}}")
                .send();
        World.expect(201, made);
        String hidden = made.text("id");
        for (String file : List.of("responses.csv", "spss.zip", "r.zip")) {
            World.expect(403, world.ask("GET", results(hidden) + "/" + file).send());
        }
    }

    @Test
    void what_somebody_wrote_is_no_formula_unless_that_is_asked_for() throws IOException {
        String id = world.draft();
        World.expect(
                201,
                world.ask("POST", "/v1/assessments/" + id + "/seats")
                        .json("{\"key\":\"f-1\",\"department\":\"=1+1\",\"informants\":{\"" + World.MLM + "\":\"H\"}}")
                        .send());
        Http.Reply disarmed = world.ask("GET", results(id) + "/responses.csv").send();
        assertThat(rows(disarmed))
                .anySatisfy(row -> assertThat(row.get("department")).isEqualTo("'=1+1"));
        assertThat(rows(world.ask("GET", results(id) + "/responses.csv?raw=true&shape=long")
                        .send()))
                .anySatisfy(row -> assertThat(row.get("department")).isEqualTo("=1+1"));
        World.expect(
                400, world.ask("GET", results(id) + "/responses.csv?raw=yes").send());
    }

    @Test
    void a_file_is_called_after_the_company_and_the_date_that_it_tells() {
        String id = world.open();
        Http.Reply report = world.ask("GET", results(id) + "/report.json").send();
        Matcher date = Pattern.compile("\"date\":\"(\\d{4}-\\d\\d-\\d\\d)\"").matcher(report.body());
        assertThat(date.find()).isTrue();
        String of = "Example-KK-" + World.MLM + "-" + date.group(1) + "-";
        for (String file : List.of("responses.csv", "scores.csv", "data.xlsx", "report.pptx")) {
            assertThat(named(results(id) + "/" + file)).isEqualTo("attachment; filename=\"" + of + file + "\"");
        }
        for (String file : List.of("report.html", "report.md", "report.json", "report.pdf")) {
            assertThat(named(results(id) + "/" + file)).isEqualTo("inline; filename=\"" + of + file + "\"");
        }
        World.expect(
                201,
                world.ask("POST", "/v1/assessments/" + id + "/snapshots")
                        .json("{\"name\":\"2026-autumn\"}")
                        .send());
        assertThat(named(results(id) + "/scores.csv?snapshot=2026-autumn"))
                .isEqualTo("attachment; filename=\"Example-KK-" + World.MLM + "-2026-autumn-scores.csv\"");
    }

    private String named(String path) {
        Http.Reply reply = world.ask("GET", path).send();
        World.expect(200, reply);
        return reply.header("Content-Disposition");
    }
}
