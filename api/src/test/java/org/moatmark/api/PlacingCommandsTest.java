package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.Program.Ended;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseFilter;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Comparison;
import org.moatmark.core.benchmark.NamedPeers;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.CaseJson;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ComparisonJson;
import org.moatmark.core.json.PositionJson;
import org.moatmark.core.json.ReliabilityJson;
import org.moatmark.core.report.CaseProfile;
import org.moatmark.core.report.CaseTable;
import org.moatmark.core.report.ComparisonReport;
import org.moatmark.core.report.PositionReport;
import org.moatmark.core.report.ReliabilityTable;
import org.moatmark.core.report.Result;

/**
 * {@code cases}, {@code position} and {@code compare} as a shell sees them: what they print is what the library says. Long,
 * since the three take the same files and are refused with the same words.
 */
class PlacingCommandsTest {

    private static final Path DEMO = Path.of("src/main/resources/demo/marketing-leadership-maturity.json");

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final CaseLibrary CASES = MOATMARK.cases();

    private final Program program = Program.inEnglish().here();

    private static Result demo() throws IOException {
        return MOATMARK.score(MOATMARK.readWave(Files.readAllBytes(DEMO)).orThrow());
    }

    private static Checked.Valid<Position> placed(PositionSettings settings) throws IOException {
        Subject subject = MOATMARK.subject(demo()).orThrow();
        return (Checked.Valid<Position>) MOATMARK.benchmark().position(subject, settings);
    }

    private static void printed(Ended ended, String out) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo(out);
        assertThat(ended.code()).isZero();
    }

    private static Ended wrong(String message, String about) {
        return new Ended(2, "", message + "\nFor help: java -jar moatmark.jar help " + about + "\n");
    }

    @Test
    void cases_are_listed_with_filters_in_words_and_as_json() throws Exception {
        PeerCriteria mobility = new PeerCriteria("mobility", null, null, null, null, null);
        CaseFilter filter = new CaseFilter(mobility, "SE", null);

        printed(Program.inEnglish().run("cases"), CaseTable.of(CASES, CaseFilter.ALL, "en"));
        printed(program.run("cases", "--sector", "mobility", "--country=SE"), CaseTable.of(CASES, filter, "en"));
        printed(
                program.run("cases", "--sector", "mobility", "--country=SE", "--json", "--lang", "ja"),
                CompactJson.of(CaseJson.list(CASES, filter)) + "\n");
        assertThat(program.run("cases", "--as-of", "2012", "--search", "consumer electronics")
                        .out())
                .startsWith(
                        "1 of 137 case companies: id, as-of year, index (band), name, and what it is\n  apple  2012  69 (64-73)");
    }

    @Test
    void one_company_is_told_in_words_and_as_json() throws Exception {
        printed(program.run("cases", "apple"), CaseProfile.of(CASES, "apple", "en"));
        printed(program.run("cases", "apple", "--lang", "ja"), CaseProfile.of(CASES, "apple", "ja"));
        printed(program.run("cases", "apple", "--json"), CompactJson.of(CaseJson.document(CASES, "apple")) + "\n");
    }

    @Test
    void reliability_and_honesty_are_told_too() throws Exception {
        printed(program.run("cases", "--reliability"), ReliabilityTable.of(CASES, "en"));
        printed(
                program.run("cases", "--reliability", "--json"),
                CompactJson.of(ReliabilityJson.document(CASES)) + "\n");
        printed(
                program.run("cases", "--honesty", "--lang=ja"),
                Files.readString(Path.of("../questionnaires/cases/honesty.ja.md")));
    }

    @Test
    void wrong_words_are_told_with_those_that_there_are() throws Exception {
        Ended sector = program.run("cases", "--sector", "mobilty", "--as-of", "soon");
        assertThat(sector.code()).isEqualTo(2);
        assertThat(sector.out()).isEmpty();
        assertThat(sector.err().lines().toList().get(0))
                .startsWith(
                        "--sector: The case companies have no sector 'mobilty'. Did you mean 'mobility'? Possible: ");
        assertThat(sector.err().lines().toList().get(1))
                .isEqualTo(
                        "--as-of: 'soon' is no year and no span of years. Write a year such as 2012 or a span such as"
                                + " 2010-2024; the companies are rated as of 2005-2024.");
        assertThat(program.run("cases", "aple"))
                .isEqualTo(wrong("There is no case company 'aple'. Did you mean 'apple'?", "cases"));
        assertThat(program.run("cases", "apple", "dell"))
                .isEqualTo(wrong("'cases' takes at most one id of a company, not 2.", "cases"));
        assertThat(program.run("cases", "apple", "--honesty"))
                .isEqualTo(wrong(
                        "Ask for one company, for a list with filters, for the reliability, or for the page of honesty.",
                        "cases"));
        assertThat(program.run("cases", "--cases", "a", "--with-cases", "b"))
                .isEqualTo(wrong("Options '--cases' and '--with-cases' do not go together.", "cases"));
        assertThat(program.run("cases", "--cases", "nowhere"))
                .isEqualTo(wrong("'nowhere' cannot be read as a directory.", "cases"));
        assertThat(program.run("position", DEMO.toString(), "--peers", "aple", "--runs", "0")
                        .err())
                .startsWith("--peers: There is no case company 'aple'. Did you mean 'apple'? ")
                .contains("\n--runs: '0' is no whole number from 1 to 10000. Give a whole number from 1 to 10000.\n");
    }

    @Test
    void a_position_is_that_of_the_library_in_words_and_as_json() throws Exception {
        Checked.Valid<Position> usual = placed(PositionSettings.DEFAULT);

        printed(program.run("position", DEMO.toString()), PositionReport.of(usual, CASES, "en"));
        printed(
                Program.inEnglish().run("position", DEMO.toString(), "--lang", "ja"),
                PositionReport.of(usual, CASES, "ja"));
        printed(
                program.run("position", DEMO.toString(), "--json"),
                CompactJson.of(PositionJson.document(usual, CASES)) + "\n");
    }

    @Test
    void a_result_stands_where_its_answers_stand() throws Exception {
        String result = MOATMARK.write(demo());

        printed(
                program.run(result, List.of("position", "-", "--json")),
                CompactJson.of(PositionJson.document(placed(PositionSettings.DEFAULT), CASES)) + "\n");
    }

    @Test
    void peers_runs_and_seed_are_as_the_call_says() throws Exception {
        PositionSettings named = PositionSettings.DEFAULT.with(new NamedPeers(List.of("apple", "hp", "dell")));
        PositionSettings described = new PositionSettings(
                new PeerCriteria(null, "Nordics", null, null, 2010, 2024),
                3,
                50,
                7,
                PositionSettings.DEFAULT.examples());

        printed(
                program.run("position", DEMO.toString(), "--peers", "apple,hp,dell"),
                PositionReport.of(placed(named), CASES, "en"));
        printed(
                program.run(
                        "position",
                        DEMO.toString(),
                        "--region",
                        "Nordics",
                        "--as-of",
                        "2010-2024",
                        "--min",
                        "3",
                        "--runs",
                        "50",
                        "--seed",
                        "7"),
                PositionReport.of(placed(described), CASES, "en"));
        assertThat(program.run("position", DEMO.toString(), "--peers", "all").out())
                .contains("\nPeers: 131 companies, the whole library\n");
    }

    @Test
    void companies_are_put_side_by_side() throws Exception {
        List<Subject> subjects =
                List.of(Subject.of(CASES, "apple"), Subject.of(CASES, "hp"), Subject.of(CASES, "dell"));
        Comparison comparison = MOATMARK.benchmark().compare(subjects).orThrow();
        String[] call = {"compare", "case:apple", "case:hp", "case:dell"};

        printed(program.run(call), ComparisonReport.of(comparison, CASES.questionnaire(), CASES, "en"));
        printed(
                program.run("compare", "case:apple", "case:hp", "case:dell", "--json"),
                CompactJson.of(ComparisonJson.document(comparison, CASES.questionnaire(), CASES)) + "\n");
        String mixed = program.run("compare", DEMO.toString(), "case:apple").out();
        assertThat(mixed)
                .contains(
                        "They answered different questionnaires and are compared on the 13 items that all are linked to:")
                .contains("\nNobody has a score at: B, D1, D2, D3, D4\n");
        assertThat(program.run("compare", DEMO.toString(), DEMO.toString()).out())
                .startsWith("2 companies on marketing-leadership-maturity 1.0.0\n")
                .contains(", tie 1-2; ")
                .doesNotContain("not a sample");
    }

    @Test
    void a_comparison_takes_from_two_to_fifty() throws Exception {
        List<String> many = new ArrayList<>(List.of("compare"));
        Stream.generate(() -> "case:apple").limit(51).forEach(many::add);

        assertThat(program.run("compare", "case:apple"))
                .isEqualTo(wrong("'compare' takes 2 to 50 files, not 1.", "compare"));
        assertThat(program.run("", many)).isEqualTo(wrong("'compare' takes 2 to 50 files, not 51.", "compare"));
        assertThat(program.run("compare", "case:apple", "case:aple"))
                .isEqualTo(wrong("There is no case company 'aple'. Did you mean 'apple'?", "compare"));
        assertThat(program.run("", many.subList(0, 51)).code()).isZero();
    }

    @Test
    void every_faulty_file_of_a_comparison_is_reported(@TempDir Path folder) throws Exception {
        Path half = Files.writeString(folder.resolve("half.json"), "{");
        Path wave = Files.writeString(
                folder.resolve("wave.json"), "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":9}}");

        Ended ended = program.run("compare", half.toString(), wave.toString(), "case:apple");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().replace(folder.toString(), "DIR"))
                .startsWith(
                        "What is to be compared has 2 issues:\nDIR/half.json (the whole document) [malformed-json]\n")
                .contains("\nDIR/wave.json /answers/OV01 [answer-out-of-range]\n"
                        + "  Item 'OV01': answer 9 is not on its scale (1 to 5).\n");
    }

    @Test
    void what_cannot_be_placed_is_told_with_the_reason() throws Exception {
        Ended broken = program.run("{\"format\": \"moatmark/result/1\"}", List.of("position", "-", "--json"));
        String other = MOATMARK.write(demo()).replaceFirst("sha256:[0-9a-f]{64}", "sha256:" + "0".repeat(64));
        Ended method = program.run(other, List.of("position", "-"));

        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).startsWith("[{\"code\":\"missing-property\"");
        assertThat(method.code()).isEqualTo(1);
        assertThat(method.err())
                .startsWith(
                        "Standard input has 1 issue:\n/questionnaire/methodHash [other-method]\n"
                                + "  The result was scored by another method than that of 'marketing-leadership-maturity' 1.0.0");
        assertThat(program.run("position", "nothing.json"))
                .isEqualTo(wrong("There is no file 'nothing.json'.", "position"));
    }

    @Test
    void a_library_of_ones_own_stands_alone_or_beside_ours(@TempDir Path folder) throws Exception {
        own(folder, "mine-1", "CONSULTANT", "4");
        String directory = folder.toString();

        assertThat(program.run("cases", "--cases", directory).out())
                .startsWith("1 of 1 case companies")
                .contains("\n  mine-1  2024  75")
                .contains("A collection that somebody brought, not a sample");
        assertThat(program.run("cases", "--with-cases", directory).out()).startsWith("138 of 138 case companies");
        assertThat(program.run("position", DEMO.toString(), "--with-cases", directory, "--peers", "mine-1,apple")
                        .out())
                .contains("\nPeers: 2 companies, named by hand\n")
                .contains("Mine One");
        assertThat(program.run("compare", "case:mine-1", "case:apple", "--with-cases", directory)
                        .out())
                .contains("  Mine One, case company mine-1, 2024-12-31\n");
        assertThat(program.run("compare", "case:mine-1", "case:apple", "--cases", directory)
                        .err())
                .startsWith("There is no case company 'apple'.");
    }

    @Test
    void a_faulty_library_of_ones_own_is_reported_with_file_row_and_column(@TempDir Path folder) throws Exception {
        own(folder, "apple", "A", "7");
        String directory = folder.toString();

        Ended alone = program.run("cases", "--cases", directory);
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.err().replace(directory, "DIR")).startsWith("DIR has 1 issue:\n/ratings.csv/2/rating [");
        assertThat(program.run("position", DEMO.toString(), "--cases", directory, "--json")
                        .err())
                .startsWith("[{\"code\":")
                .contains("\"pointer\":\"/ratings.csv/2/rating\"");

        own(folder, "apple", "A", "4");
        Ended beside = program.run("compare", "case:apple", "case:dell", "--with-cases", directory);
        assertThat(beside.code()).isEqualTo(1);
        assertThat(beside.err())
                .contains("/companies.csv/2/case_id [id-not-unique]\n  'apple' is in both libraries.\n")
                .contains("/ratings.csv [rater-not-unique]\n");
    }

    private static void own(Path folder, String id, String rater, String rating) throws IOException {
        Files.writeString(
                folder.resolve("companies.csv"),
                "case_id,company,country,region,industry,size_class,founded,sector,market,as_of\n" + id
                        + ",Mine One,Japan,Japan,Any,small,1990,mobility,b2b,2024\n");
        Files.writeString(folder.resolve("facts.csv"), "fact_id,case_id,theme,period,fact,source_title,source_url\n");
        StringBuilder ratings = new StringBuilder("case_id,rater,item,rating,confidence,basis,reason\n");
        for (int i = 1; i <= 29; i++) {
            ratings.append(String.format("%s,%s,OV%02d,%s,2,public,\n", id, rater, i, i == 1 ? rating : "4"));
        }
        Files.writeString(folder.resolve("ratings.csv"), ratings);
    }
}
