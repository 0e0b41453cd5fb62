package org.moatmark.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Moatmark;
import org.moatmark.core.report.Block;
import org.moatmark.core.report.Brand;
import org.moatmark.core.report.Report;
import org.moatmark.core.report.Reporting;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.Story;

/** A report as PDF, read back: every text and number of the story, tags, faces, paper, and the same bytes again. */
class PdfReportTest {

    private static Report report;

    @BeforeAll
    static void read() throws IOException {
        Moatmark moatmark = Moatmark.shipped();
        try (InputStream file = PdfReportTest.class.getResourceAsStream("/demo/business-model-differentiation.json")) {
            Result result = moatmark.score(
                    moatmark.readWave(Objects.requireNonNull(file).readAllBytes())
                            .orThrow());
            report = Reporting.of(
                            result,
                            moatmark.catalogue()
                                    .find(result.questionnaire(), result.version())
                                    .orElseThrow())
                    .with(moatmark.charts(result))
                    .with(new Brand("Board <report> \"№1\"; }", "取締役会資料", "#7a1f5c"));
        }
    }

    /** Text without blanks: where a line ends is the business of the page. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u2068\u2069\u00ad]+", "");
    }

    @Test
    void japanese_on_a4_holds_every_text_of_the_story_with_faces_and_tags() throws IOException {
        Story story = Story.of(report, "ja");
        byte[] file = PdfReport.of(story, Paper.A4, report.about().date());
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = bare(new PDFTextStripper().getText(pdf));
            List<String> missing = new ArrayList<>();
            for (Story.Section section : story.sections()) {
                List<String> texts = new ArrayList<>();
                section.blocks().stream()
                        .filter(block -> !(block instanceof Block.Figure))
                        .forEach(block -> block.collect(texts));
                texts.stream().filter(one -> !text.contains(bare(one))).forEach(missing::add);
            }
            assertThat(missing).isEmpty();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Board <report>");
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(name).getName()).contains("BIZUDPGothic");
                }
            }
        }
        assertThat(PdfReport.of(story, Paper.A4, report.about().date())).isEqualTo(file);
    }

    @Test
    void every_chart_is_told_in_words_to_whoever_listens() throws IOException {
        Story story = Story.of(report, "en");
        try (PDDocument pdf = Loader.loadPDF(PdfReport.of(story, Paper.A4, null))) {
            List<String> words = new ArrayList<>();
            figures(pdf.getDocumentCatalog().getStructureTreeRoot(), words);
            List<String> takeaways = story.sections().stream()
                    .flatMap(section -> section.blocks().stream())
                    .filter(Block.Figure.class::isInstance)
                    .map(block -> ((Block.Figure) block).takeaway())
                    .toList();
            assertThat(words).hasSameSizeAs(takeaways);
            for (int i = 0; i < words.size(); i++) {
                assertThat(words.get(i)).startsWith(takeaways.get(i));
            }
        }
    }

    private static void figures(PDStructureNode node, List<String> words) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    words.add(String.valueOf(element.getAlternateDescription()));
                }
                figures(element, words);
            }
        }
    }

    @Test
    void english_on_letter_has_its_numbers_and_its_paper() throws IOException {
        Story story = Story.of(report, "en");
        try (PDDocument pdf =
                Loader.loadPDF(PdfReport.of(story, Paper.LETTER, report.about().date()))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.LETTER.getWidth());
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String page = bare(first.getText(pdf));
            assertThat(page).contains(bare(report.index().whole() + " of 100")).contains("Level2");
            String all = bare(new PDFTextStripper().getText(pdf));
            for (Report.Node node : report.profile()) {
                assertThat(all).contains(bare(node.title().in("en")));
            }
        }
    }
}
