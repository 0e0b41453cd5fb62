package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One chart of every kind, kept as files in {@code golden/charts} and compared byte by byte: in English and in Japanese, as
 * part of a page and alone, wide and narrow, with its sentence and its table.
 *
 * <p>After a change that is meant, {@code -Dmoatmark.golden=write} writes the files anew; look at the pictures before they
 * are kept.
 */
class ChartGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/charts");

    private static final boolean WRITE = "write".equals(System.getProperty("moatmark.golden"));

    static List<Chart> charts() {
        return SampleCharts.all();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void a_chart_is_what_it_was(Chart chart) throws IOException {
        for (String language : List.of("en", "ja")) {
            String name = chart.name() + "." + language;
            same(name + ".page.svg", chart.svg(ChartStyle.page(language, "c1").withWidth(ChartStyle.PHONE)));
            same(name + ".svg", chart.svg(ChartStyle.standalone(language)));
            same(
                    name + ".csv",
                    "# " + chart.takeaway(language) + "\n"
                            + chart.table(language).csv());
        }
    }

    @Test
    void the_style_sheet_is_what_it_was() throws IOException {
        same("charts.css", ChartStyle.stylesheet(ChartStyle.ACCENT));
    }

    @Test
    void golden_files_are_not_being_rewritten() {
        assertThat(WRITE)
                .as("The golden files were written anew. Look at them and run without -Dmoatmark.golden=write.")
                .isFalse();
    }

    private static void same(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
            return;
        }
        assertThat(file).isRegularFile();
        assertThat(actual).as(name).isEqualTo(Files.readString(file));
    }
}
