package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;

/** What a spreadsheet could take for a formula; the pages are held to the same texts. */
class CellWordsTest {

    private static List<String> texts(String kind) throws IOException {
        String json = Files.readString(Path.of("src/test/resources/formulas.json"));
        JsonObject all = (JsonObject) JsonTree.parse(json).orThrow();
        return ((JsonArray) all.toMap().get(kind))
                .values().stream().map(text -> ((JsonString) text).value()).toList();
    }

    static List<String> formulas() throws IOException {
        return texts("formulas");
    }

    static List<String> words() throws IOException {
        return texts("words");
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void a_text_that_could_be_a_formula_gets_an_apostrophe_that_can_be_taken_off(String text) {
        assertThat(CellWords.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @MethodSource("words")
    void other_texts_stay_as_they_are(String text) {
        assertThat(CellWords.harmless(text)).isEqualTo(text);
    }

    @Test
    void a_table_of_a_chart_disarms_words_and_leaves_numbers() {
        ChartTable table = new ChartTable(
                "Caption",
                List.of("\u00a0=1+1"),
                List.of(List.of(new ChartTable.Text(";=1+1")), List.of(new ChartTable.Number(-1, "-1"))));

        assertThat(table.csv()).isEqualTo("'\u00a0=1+1\r\n';=1+1\r\n-1\r\n");
    }
}
