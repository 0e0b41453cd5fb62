package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.Program.Ended;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Outcome;

/** The example programs are compiled and run as a user would run them. */
@Tag("once")
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("examples");
    private static final Path CASES = Path.of("../questionnaires/cases");

    @TempDir
    private static Path classes;

    private static Program caseWaves;
    private static final Moatmark MOATMARK = Moatmark.shipped();

    @BeforeAll
    static void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EXAMPLES.resolve("case-waves/src/main/java/CaseWaves.java").toString());
        assertThat(failed).isZero();
        caseWaves = Program.of("CaseWaves", classes);
    }

    @Test
    void every_case_company_becomes_a_wave_without_an_issue() throws Exception {
        int withIndex = 0;
        List<String> others = new ArrayList<>();
        for (Wave wave : waves()) {
            assertThat(wave.respondents()).extracting(one -> one.seat().key()).containsExactly("A", "B");
            if (MOATMARK.score(wave).index().outcome() instanceof Outcome.Scored) {
                withIndex++;
            } else {
                others.add(Objects.requireNonNull(wave.company()).name());
            }
        }
        // Of the last one too little is known for an index: the raters left most of it blank.
        assertThat(withIndex).isEqualTo(136);
        assertThat(others).containsExactly("Sumitomo Group");
    }

    @Test
    void no_rating_is_lost_and_blank_and_na_stay_what_they_are() throws Exception {
        Map<String, Integer> count = new TreeMap<>();
        for (Wave wave : waves()) {
            for (Respondent rater : wave.respondents()) {
                rater.answers()
                        .values()
                        .forEach(one -> count.merge(one.getClass().getSimpleName(), 1, Integer::sum));
            }
        }

        // Counted in ratings.csv: 7,946 rows, 58 of them NA and 1,853 blank.
        assertThat(count).isEqualTo(Map.of("Answered", 6_035, "NotApplicable", 58, "DontKnow", 1_853));
    }

    @Test
    void company_date_and_remarks_are_kept() throws Exception {
        Wave apple = waves().stream()
                .filter(wave ->
                        wave.company() != null && "Apple".equals(wave.company().name()))
                .findFirst()
                .orElseThrow();

        assertThat(apple.company())
                .isEqualTo(new Company(
                        "Apple",
                        "US",
                        "North America",
                        "electronics-and-semiconductors",
                        CompanySize.LARGE,
                        Market.B2C));
        assertThat(apple.date()).isEqualTo(LocalDate.of(2012, 12, 31));
        assertThat(apple.respondents().get(0).answers().get("OV02"))
                .isEqualTo(new Response.Answered(
                        new AnswerValue.Number(5),
                        List.of(),
                        new Response.Remarks(
                                "confidence: 3; basis: apple-2;apple-7;public; reason: Device, own shops and app store"
                                        + " reinforce each other; partial copies fell short",
                                null)));
    }

    @Test
    void what_is_no_case_library_is_refused_with_every_fault(@TempDir Path folder) throws Exception {
        for (String file : List.of("companies.csv", "facts.csv")) {
            Files.copy(CASES.resolve(file), folder.resolve(file));
        }
        Files.writeString(
                folder.resolve("ratings.csv"),
                "case_id,rater,item,rating,confidence,basis,reason\r\napple,A,OV01,6,2,public,\r\napple,A,OV99,,,,\r\n");

        Ended ended = caseWaves.run(folder.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .containsExactly(
                        "/ratings.csv/2/rating Row 2 of ratings.csv: 'rating' is \"6\", but a whole number from 1 to 5,"
                                + " NA or nothing is expected.",
                        "/ratings.csv/3/item Row 3 of ratings.csv: 'item' names item 'OV99', which is not in"
                                + " questionnaire 'outside-view' 1.0.0.");
    }

    @Test
    void the_fifteen_lines_run_straight_from_their_source_file() throws Exception {
        Path source = EXAMPLES.resolve("score-a-company/src/main/java/ScoreACompany.java");

        Ended ended = Program.of(source.toString()).run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("outside-view 1.1.0\nIndex 5");
        assertThat(Files.readAllLines(source)).hasSize(15);
    }

    private static List<Wave> waves() throws Exception {
        Ended ended = caseWaves.run(CASES.toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        List<Wave> waves = new ArrayList<>();
        for (String line : ended.out().split("\n")) {
            Checked<Wave> read = MOATMARK.readWave(line);
            assertThat(read.issues()).isEmpty();
            waves.add(read.orThrow());
        }
        return waves;
    }
}
