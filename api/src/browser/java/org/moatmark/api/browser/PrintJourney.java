package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody prints the report that is on the screen, in the dark since paper is white for everybody. The files are kept with
 * {@code -Dmoatmark.prints=FOLDER}.
 */
@ExtendWith(Journeys.class)
class PrintJourney {

    private static final String FOLDER = System.getProperty("moatmark.prints", "");

    private final Scenery scenery;

    PrintJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    @ParameterizedTest
    @CsvSource({"en, A4, 14", "en, Letter, 15", "ja, A4, 16", "ja, Letter, 17"})
    void a_report_is_printed_whole_with_its_numbers_in_order_and_no_chart_in_two(
            String language, String paper, int pages) throws IOException {
        Visitor visitor = scenery.visitor(language, 1280, true);
        scenery.report(visitor);
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String part :
                List.of(".desk-nav", ".desk-who", ".crumb", ".frame-foot", ".chart-tools", ".report-files")) {
            assertThat(page.locator(part).locator("visible=true")).hasCount(0);
        }
        assertThat(page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(252, 252, 250)");
        List<String> numbers = texts(page.locator("#profile > .scroll tbody :is(th, td)"));
        List<List<String>> charts = new ArrayList<>();
        for (Locator figure : page.locator("figure[id^=f-]").all()) {
            List<String> words = new ArrayList<>(texts(figure.locator("figcaption h3")));
            words.addAll(texts(figure.locator(":scope > .wide text, :scope > .wide tspan:only-child")));
            charts.add(words);
        }

        byte[] file = page.pdf(new Page.PdfOptions().setFormat(paper).setPrintBackground(true));

        if (!FOLDER.isEmpty()) {
            Files.write(Path.of(FOLDER, "report-" + language + "-" + paper.toLowerCase(Locale.ROOT) + ".pdf"), file);
        }
        try (PDDocument printed = Loader.loadPDF(file)) {
            List<String> leaves = leaves(printed);
            // Another version of the browser or of a face may need a page more or less, and no more than that.
            assertThat(printed.getNumberOfPages()).isBetween(pages - 1, pages + 1);
            assertThat(numbers).hasSizeGreaterThan(30);
            assertThat(String.join("", leaves)).containsSubsequence(numbers);
            assertThat(charts)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(chart -> assertThat(leaves)
                            .as(chart.get(0))
                            .anySatisfy(leaf -> assertThat(leaf).contains(chart)));
            for (PDPage leaf : printed.getPages()) {
                for (var font : leaf.getResources().getFontNames()) {
                    PDFont found = leaf.getResources().getFont(font);
                    assertThat(found.isEmbedded()).as(found.getName()).isTrue();
                }
            }
        }
    }

    private static List<String> texts(Locator found) {
        return found.allTextContents().stream()
                .map(PrintJourney::bare)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What is on each page, without blanks: a line may end anywhere. */
    private static List<String> leaves(PDDocument printed) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        List<String> leaves = new ArrayList<>();
        for (int i = 1; i <= printed.getNumberOfPages(); i++) {
            stripper.setStartPage(i);
            stripper.setEndPage(i);
            leaves.add(bare(stripper.getText(printed)));
        }
        return leaves;
    }

    /** A face may hold one sign for two characters of Unicode that look alike. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
