package org.moatmark.core.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is exported is read back as another program would read it, and has the numbers of the result. */
class DataTablesTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final String WAVE = """
            {"format": "moatmark/wave/1", "questionnaire": {"id": "marketing-leadership-maturity", "version": "1.1.0"},
             "company": {"name": "Example KK", "size": "large", "market": "b2b"}, "date": "2026-11-01",
             "respondents": [
              {"seat": {"key": "hq-1", "department": "=cmd|'/c calc'!A1", "informant": "H"},
               "answers": {"M1.1a": {"value": true, "evidence": [{"grade": "E2", "note": "minutes"}], "seconds": 14},
                           "M1.1b": {"value": 62.5}, "M1.2b": {"state": "dontKnow"},
                           "M1.6c": {"state": "notApplicable", "reason": "-we hold none"}}},
              {"seat": {"key": "gb-1", "department": "営業,\\"東\\"", "informant": "G"}, "answers": {}}]}
            """;

    private static final Wave READ = MOATMARK.readWave(WAVE).orThrow();
    private static final Result RESULT = MOATMARK.score(READ);
    private static final Questionnaire QUESTIONNAIRE =
            MOATMARK.catalogue().find("marketing-leadership-maturity", "1.1.0").orElseThrow();

    private static List<CSVRecord> parsed(DataTable table, TableStyle style) throws IOException {
        StringBuilder text = new StringBuilder();
        TableCsv.write(table, style, text);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.toString()))
                .getRecords();
    }

    @Test
    void the_wide_table_has_every_respondent_and_no_blank_becomes_a_zero() throws IOException {
        List<CSVRecord> rows = parsed(ResponseTables.wide(QUESTIONNAIRE, READ), TableStyle.CODES);
        assertThat(rows).hasSize(2);
        CSVRecord hq = rows.get(0);
        assertThat(hq.get("M1.1a")).isEqualTo("1");
        assertThat(hq.get("M1.1a_evidence")).isEqualTo("2");
        assertThat(hq.get("M1.1a_seconds")).isEqualTo("14");
        assertThat(hq.get("M1.1b")).isEqualTo("62.5");
        assertThat(List.of(hq.get("M1.2b"), hq.get("M1.2b_state"))).containsExactly("", "dontKnow");
        assertThat(List.of(hq.get("M1.6c"), hq.get("M1.6c_state"))).containsExactly("", "notApplicable");
        assertThat(rows.get(1).get("department")).isEqualTo("営業,\"東\"");
        for (String name : QUESTIONNAIRE.items().stream()
                .map(item -> item.key() + "_state")
                .toList()) {
            assertThat(rows.get(1).get(name)).isIn("skipped", "notAsked", "excluded");
        }
    }

    @Test
    void labels_are_in_the_language_of_the_reader() throws IOException {
        DataTable wide = ResponseTables.wide(QUESTIONNAIRE, READ);
        assertThat(parsed(wide, new TableStyle("ja", true, false, false)).get(0).get("M1.1a"))
                .isEqualTo("はい");
        assertThat(parsed(wide, new TableStyle("en", true, false, false)).get(1).get("side"))
                .isEqualTo("Genba");
    }

    @Test
    void the_long_table_has_a_row_for_every_respondent_and_item_with_its_scores() throws IOException {
        List<CSVRecord> rows = parsed(ResponseTables.tall(QUESTIONNAIRE, READ, RESULT), TableStyle.CODES);
        assertThat(rows).hasSize(2 * QUESTIONNAIRE.items().size());
        CSVRecord first = rows.stream()
                .filter(row -> row.get("seat").equals("hq-1") && row.get("item").equals("M1.1a"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(first.get("claimed")))
                .isEqualTo(RESULT.item("M1.1a").respondents().get(0).claimed());
        assertThat(Double.parseDouble(first.get("evidenced")))
                .isEqualTo(RESULT.item("M1.1a").respondents().get(0).evidenced());
        assertThat(first.get("evidence")).isEqualTo("E2 minutes");
        assertThat(rows.stream().map(row -> row.get("reason")).filter(text -> !text.isEmpty()))
                .containsExactly("'-we hold none");
    }

    @Test
    void scores_are_those_of_the_result_unrounded() throws IOException {
        List<CSVRecord> rows = parsed(ScoreTables.of(QUESTIONNAIRE, RESULT), TableStyle.CODES);
        assertThat(rows).hasSize(1 + RESULT.nodes().size() + RESULT.items().size());
        Map<String, CSVRecord> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.get("kind") + row.get("key"), row));
        for (NodeScore node : RESULT.nodes()) {
            CSVRecord row = byKey.get("node" + node.key());
            if (node.outcome() instanceof Outcome.Scored scored) {
                assertThat(Double.parseDouble(row.get("evidenced"))).isEqualTo(scored.evidenced());
            } else {
                assertThat(row.get("evidenced")).isEmpty();
                assertThat(row.get("reason")).isNotEmpty();
            }
        }
    }

    @Test
    void the_codebook_describes_each_variable_in_both_languages() throws IOException {
        DataTable wide = ResponseTables.wide(QUESTIONNAIRE, READ);
        List<CSVRecord> rows = parsed(Codebook.of(QUESTIONNAIRE, wide), TableStyle.CODES);
        assertThat(rows.stream().map(row -> row.get("variable")))
                .containsExactlyElementsOf(
                        wide.columns().stream().map(DataColumn::name).toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("label_en")).isNotBlank();
            assertThat(row.get("label_ja")).isNotBlank();
        });
        assertThat(wide.columns())
                .allSatisfy(column -> assertThat(column.name())
                        .matches("[A-Za-z][A-Za-z0-9._]{0,63}")
                        .doesNotEndWith("."));
    }

    @Test
    void a_text_can_be_asked_for_as_it_was_given() throws IOException {
        DataTable wide = ResponseTables.wide(QUESTIONNAIRE, READ);
        assertThat(parsed(wide, TableStyle.CODES).get(0).get("department")).isEqualTo("'=cmd|'/c calc'!A1");
        assertThat(parsed(wide, new TableStyle("en", false, false, true)).get(0).get("department"))
                .isEqualTo("=cmd|'/c calc'!A1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 62.5, 0.1, 1.0 / 3, 55.972586008830845, 1e-7, 1e15, 123456789.123})
    void numbers_read_back_as_they_were(double value) {
        assertThat(Double.parseDouble(CellText.decimal(value).toPlainString())).isEqualTo(value);
    }

    @Test
    void names_are_possible_everywhere_and_each_once() {
        VariableNames names = new VariableNames();
        assertThat(names.of("M1.1a")).isEqualTo("M1.1a");
        assertThat(names.of("m1.1A")).isEqualTo("m1.1A_2");
        assertThat(names.of("1 設問.")).isEqualTo("v1___");
        assertThat(names.of("x".repeat(70))).hasSize(64);
        assertThat(names.of("x".repeat(70))).hasSize(64).endsWith("_2");
    }

    @Test
    void a_workbook_has_typed_cells_and_the_same_bytes_every_time() throws Exception {
        DataTable wide = ResponseTables.wide(QUESTIONNAIRE, READ);
        List<DataTable> tables = List.of(
                wide,
                ScoreTables.of(QUESTIONNAIRE, RESULT),
                Codebook.of(QUESTIONNAIRE, wide),
                ReadMe.of(QUESTIONNAIRE, RESULT));
        byte[] once = workbook(tables);
        Thread.sleep(5);
        assertThat(workbook(tables)).isEqualTo(once);

        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(once))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        Map<String, String> scores = cells(parts.get("xl/worksheets/sheet2.xml"));
        for (int i = 0; i < RESULT.nodes().size(); i++) {
            Outcome outcome = RESULT.nodes().get(i).outcome();
            String cell = scores.get("E" + (i + 3));
            if (outcome instanceof Outcome.Scored scored) {
                assertThat(Double.parseDouble(cell)).isEqualTo(scored.evidenced());
            } else {
                assertThat(cell).isNullOrEmpty();
            }
        }
        byte[] responses = parts.get("xl/worksheets/sheet1.xml");
        assertThat(cells(responses)).containsEntry("B2", "'=cmd|'/c calc'!A1").containsValue("62.5");
        boolean frozen = new String(responses, StandardCharsets.UTF_8).contains("ySplit=\"1\"");
        assertThat(frozen).isTrue();
    }

    @Test
    void a_workbook_is_laid_out_for_the_eye_and_for_paper() throws Exception {
        DataTable wide = ResponseTables.wide(QUESTIONNAIRE, READ);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableStyle words = new TableStyle("ja", true, false, false);
        ExcelWorkbook.write(List.of(ScoreTables.of(QUESTIONNAIRE, RESULT), wide), words, out);
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("fitToPage=\"true\"", "paperSize=\"9\"", "fitToWidth=\"1\" fitToHeight=\"0\"")
                .contains("orientation=\"landscape\"", "&amp;A&amp;R", "&amp;P / &amp;N");
        int values = (int) wide.columns().stream()
                .takeWhile(column -> column.about() != DataColumn.About.CIRCUMSTANCE)
                .count();
        assertThat(values).isBetween(27, wide.columns().size() - 1);
        String last = "" + (char) ('A' + (values - 1) / 26 - 1) + (char) ('A' + (values - 1) % 26);
        assertThat(parts.get("xl/workbook.xml"))
                .contains("_xlnm.Print_Titles")
                .contains("$A$1:$" + last + "$" + (READ.respondents().size() + 1) + "</definedName>");
        assertThat(parts.get("xl/styles.xml")).contains("formatCode=\"0.0\"");
        assertThat(parts.get("xl/sharedStrings.xml")).contains(escaped("根拠に裏づけられた得点（0～100）"));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "&#x" + Integer.toHexString(c) + ";")
                .collect(Collectors.joining());
    }

    private static byte[] workbook(List<DataTable> tables) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExcelWorkbook.write(tables, TableStyle.CODES, out);
        return out.toByteArray();
    }

    private static Map<String, String> cells(byte[] sheet) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(sheet));
        Map<String, String> texts = new HashMap<>();
        NodeList cells = document.getElementsByTagName("c");
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            texts.put(cell.getAttribute("r"), cell.getTextContent());
        }
        return texts;
    }

    @Test
    void a_table_of_a_million_rows_is_written_row_by_row() throws IOException {
        List<DataColumn> columns = List.of(DataColumn.of("n", DataColumn.Kind.NUMBER, "Number", "数"));
        DataTable table = new DataTable(
                TextMap.of("Numbers", "数"),
                columns,
                () -> IntStream.range(0, 1_000_000).mapToObj(n -> List.<DataCell>of(new DataCell.Numeric(n))));
        long[] length = {0};
        TableCsv.write(table, TableStyle.CODES, new Appendable() {
            @Override
            public Appendable append(CharSequence text) {
                length[0] += text.length();
                return this;
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) {
                length[0] += end - start;
                return this;
            }

            @Override
            public Appendable append(char c) {
                length[0]++;
                return this;
            }
        });
        assertThat(length[0]).isEqualTo(7_888_893);
    }
}
