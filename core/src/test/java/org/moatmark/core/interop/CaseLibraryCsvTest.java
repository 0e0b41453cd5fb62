package org.moatmark.core.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Basis;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;

class CaseLibraryCsvTest {

    private static final Moatmark MOATMARK = CaseCorpus.MOATMARK;

    @Test
    void every_cell_arrives_where_it_belongs() {
        CaseLibrary library = MOATMARK.readCases(CaseCorpus.base()).orThrow();

        var beta = library.company("beta-works").orElseThrow();
        assertThat(beta.name()).isEqualTo("Beta Works");
        assertThat(beta.country()).isEqualTo("SE");
        assertThat(beta.region()).isEqualTo("Nordics");
        assertThat(beta.industry()).isEqualTo("Toys");
        assertThat(beta.sector()).isEqualTo("consumer-goods");
        assertThat(beta.size()).isEqualTo(CompanySize.SMALL);
        assertThat(beta.market()).isEqualTo(Market.B2C);
        assertThat(beta.founded().text()).isEqualTo("c. 1990");
        assertThat(beta.asOf()).isEqualTo(2012);
        var fact = library.fact("acme-1").orElseThrow();
        assertThat(fact.about()).isEqualTo("acme");
        assertThat(fact.theme()).isEqualTo("platform");
        assertThat(fact.period().first()).isEqualTo(2018);
        assertThat(fact.text()).isEqualTo("Acme opened its store to other makers, slowly.");
        assertThat(fact.sourceTitle()).isEqualTo("Annual report");
        assertThat(fact.sourceUrl()).isEqualTo("https://acme.example/report");
        assertThat(library.contextFacts()).hasSize(1);
        assertThat(library.ratingsOf("acme"))
                .containsExactly(
                        new CaseRating(
                                "acme",
                                "A",
                                "OV01",
                                new Judgement.Rated(5, 2),
                                new Basis(List.of("acme-1"), true),
                                "Promise is measured"),
                        new CaseRating("acme", "A", "OV02", new Judgement.NotJudged(), Basis.NONE, "Not visible"),
                        new CaseRating(
                                "acme",
                                "A",
                                "OV26",
                                new Judgement.NotApplicable(),
                                new Basis(List.of(), true),
                                "Sells to consumers"),
                        new CaseRating(
                                "acme",
                                "B",
                                "OV01",
                                new Judgement.Rated(4, 1),
                                new Basis(List.of("acme-2"), false),
                                null));
        assertThat(library.referencePoints().get(0).figure().low()).isEqualTo(4.3);
        assertThat(library.referencePoints().get(0).n()).isEqualTo(500);
        assertThat(library.referencePoints().get(1).figure().isSpan()).isTrue();
        assertThat(library.referencePoints().get(1).figure().high()).isEqualTo(10);
        assertThat(library.referencePoints().get(1).population()).isNull();
        assertThat(library.words().label(CaseWords.Kind.INDUSTRY, "Toys").in("ja"))
                .isEqualTo("玩具");
    }

    @Test
    void a_directory_is_read_like_its_files(@TempDir Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : CaseCorpus.base().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(directory.resolve("README.md"), "Not ours to read.");

        assertThat(MOATMARK.caseReader().readDirectory(directory).orThrow().contents())
                .isEqualTo(MOATMARK.readCases(CaseCorpus.base()).orThrow().contents());
    }

    @Test
    void a_further_table_in_a_directory_is_somebodys_slip(@TempDir Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : CaseCorpus.base().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        Files.move(directory.resolve("context-facts.csv"), directory.resolve("context_facts.csv"));

        assertThat(MOATMARK.caseReader().readDirectory(directory).issues())
                .extracting(Issue::code, Issue::path)
                .containsExactly(tuple("unknown-file", "/context_facts.csv"));
    }

    @Test
    void a_directory_that_is_not_there_is_the_callers_mistake(@TempDir Path directory) {
        assertThatThrownBy(() -> MOATMARK.caseReader().readDirectory(directory.resolve("nowhere")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_file_beyond_all_measure_is_not_read() {
        Map<String, byte[]> files = CaseCorpus.base();
        files.put("facts.csv", new byte[CaseLibraryCsv.LARGEST_FILE + 1]);

        assertThat(MOATMARK.readCases(files).issues())
                .extracting(Issue::path, issue -> issue.message().en())
                .containsExactly(tuple("/facts.csv", "facts.csv: it has more than 64 MiB."));
    }

    @Test
    void no_more_than_a_thousand_issues_are_kept() {
        StringBuilder ratings = new StringBuilder("case_id,rater,item,rating,confidence,basis,reason\r\n");
        for (int i = 0; i < 5_000; i++) {
            ratings.append("nobody-").append(i).append(",A,OV99,9,9,nothing,\r\n");
        }
        Map<String, byte[]> files = CaseCorpus.base();
        files.put("ratings.csv", ratings.toString().getBytes(StandardCharsets.UTF_8));

        List<Issue> issues = MOATMARK.readCases(files).issues();

        assertThat(issues).hasSize(1_000);
        assertThat(issues.get(0).path()).isEqualTo("/ratings.csv/2/case_id");
    }

    @Test
    void a_cell_beyond_all_measure_costs_no_more_than_its_length() {
        Map<String, byte[]> files = CaseCorpus.base();
        String ratings = new String(files.get("ratings.csv"), StandardCharsets.UTF_8);
        StringBuilder basis = new StringBuilder("acme-1");
        for (int i = 0; i < 1_000_000; i++) {
            basis.append(";f-").append(i);
        }
        files.put("ratings.csv", ratings.replace("acme-1;public", basis).getBytes(StandardCharsets.UTF_8));

        List<Issue> issues = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> MOATMARK.readCases(files).issues());

        assertThat(issues).hasSize(1_000).extracting(Issue::code).contains("text-too-long");
    }

    @Test
    void no_more_than_a_thousand_warnings_are_kept() {
        StringBuilder facts = new StringBuilder("fact_id,case_id,theme,period,fact,source_title,source_url\r\n");
        for (int i = 0; i < 3_000; i++) {
            facts.append("acme-")
                    .append(i)
                    .append(",acme,theme-")
                    .append(i)
                    .append(",2018,It sold.,R,https://x.example\r\n");
        }
        facts.append("beta-works-1,beta-works,reach,2018,It sold.,R,https://x.example\r\n");
        Map<String, byte[]> files = CaseCorpus.base();
        files.put("facts.csv", facts.toString().getBytes(StandardCharsets.UTF_8));

        Checked<CaseLibrary> read = MOATMARK.readCases(files);

        assertThat(((Checked.Valid<CaseLibrary>) read).warnings()).hasSize(1_000);
    }

    @Test
    void a_company_with_a_fault_is_not_called_unknown_where_it_is_named() {
        Map<String, byte[]> files = CaseCorpus.base();
        files.put(
                "companies.csv",
                new String(files.get("companies.csv"), StandardCharsets.UTF_8)
                        .replace(",large,", ",huge,")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(MOATMARK.readCases(files).issues()).extracting(Issue::code).containsExactly("unknown-word");
    }

    @Test
    void damaged_files_never_crash_the_reader_and_faults_come_in_file_order() {
        Random random = new Random(20_261_122);
        List<String> names = CaseLibraryCsv.fileNames();
        byte[] alphabet = "\",\r\n;ä9A- \u0000=".getBytes(StandardCharsets.UTF_8);
        for (int run = 0; run < 400; run++) {
            Map<String, byte[]> files = CaseCorpus.base();
            String name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
            byte[] damaged = files.get(name).clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                damaged[random.nextInt(damaged.length)] = alphabet[random.nextInt(alphabet.length)];
            }
            files.put(name, damaged);

            List<Issue> issues = MOATMARK.readCases(files).issues();

            List<Integer> order = issues.stream()
                    .map(issue -> names.indexOf(issue.path().split("/")[1]))
                    .toList();
            assertThat(order).as("run " + run + " of seed 20261122").isSorted();
            assertThat(MOATMARK.readCases(files).issues()).isEqualTo(issues);
        }
    }

    @Test
    void cases_are_rated_on_rubrics_only() {
        Questionnaire full =
                MOATMARK.catalogue().newest("marketing-leadership-maturity").orElseThrow();

        assertThatThrownBy(() -> new CaseLibraryCsv(full, List.of(), CaseWords.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("Item '.+' of 'marketing-leadership-maturity' is no rubric; cases are rated on"
                        + " rubrics from 1 to 5\\.");
    }

    @Test
    void a_library_that_says_nothing_about_itself_is_called_somebodys_collection() {
        CaseLibrary own = MOATMARK.readCases(CaseCorpus.base()).orThrow();

        assertThat(own.honesty().in("en")).startsWith("A collection that somebody brought, not a sample");
        assertThat(own.honesty().in("ja")).contains("標本ではありません");
    }

    @Test
    void the_order_in_which_files_are_handed_over_does_not_matter() {
        Map<String, byte[]> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(CaseCorpus.base());

        Checked<CaseLibrary> read = MOATMARK.readCases(backwards);

        assertThat(read.orThrow().contents())
                .isEqualTo(MOATMARK.readCases(CaseCorpus.base()).orThrow().contents());
    }
}
