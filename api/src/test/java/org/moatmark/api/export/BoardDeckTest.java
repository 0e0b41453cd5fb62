package org.moatmark.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.report.Brand;
import org.moatmark.core.report.Deck;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.ReleaseReporting;
import org.moatmark.core.report.Report;
import org.moatmark.core.report.Reporting;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGroupShape;

/** A deck as PPTX, read back: texts in their places, notes, languages, alternatives of pictures, and the same bytes again. */
class BoardDeckTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();
    private static final Brand BRAND = new Brand("Board <deck> & \"№1\"", "取締役会資料", "#7a1f5c");

    @TempDir
    private Path folder;

    private static Wave wave(String questionnaire) throws IOException {
        try (var file = BoardDeckTest.class.getResourceAsStream("/demo/" + questionnaire + ".json")) {
            return MOATMARK.readWave(file.readAllBytes()).orThrow();
        }
    }

    private static Report report(String questionnaire) throws IOException {
        Result result = MOATMARK.score(wave(questionnaire));
        return Reporting.of(
                        result,
                        MOATMARK.catalogue()
                                .find(result.questionnaire(), result.version())
                                .orElseThrow())
                .with(MOATMARK.charts(result));
    }

    private static XMLSlideShow read(byte[] file) throws IOException {
        return new XMLSlideShow(new ByteArrayInputStream(file));
    }

    /** A number keeps its percent sign by a blank at which no line ends. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static List<String> paragraphs(XSLFSlide slide) {
        List<String> texts = new ArrayList<>();
        for (XSLFShape shape : slide.getShapes()) {
            if (shape instanceof XSLFTextShape words) {
                words.getTextParagraphs().forEach(one -> texts.add(plain(one.getText())));
            }
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({
        "marketing-leadership-maturity, en, en-GB",
        "marketing-leadership-maturity, ja, ja-JP",
        "business-model-differentiation, ja, ja-JP"
    })
    void every_text_of_the_deck_is_on_its_slide_and_every_note_under_it(
            String questionnaire, String language, String spoken) throws IOException {
        Deck deck = Deck.of(report(questionnaire).with(BRAND), language);
        byte[] file = BoardDeck.of(deck);
        try (XMLSlideShow show = read(file)) {
            assertThat(show.getSlides()).hasSize(6);
            assertThat(show.getPageSize().getWidth() / show.getPageSize().getHeight())
                    .isEqualTo(16 / 9.0);
            for (int i = 0; i < 6; i++) {
                Deck.Slide told = deck.slides().get(i);
                XSLFSlide slide = show.getSlides().get(i);
                assertThat(plain(slide.getTitle())).isEqualTo(told.title());
                assertThat(paragraphs(slide)).containsAll(told.texts()).contains(deck.byline());
                List<String> notes = new ArrayList<>();
                for (XSLFTextShape place : slide.getNotes().getPlaceholders()) {
                    place.getTextParagraphs().forEach(one -> notes.add(plain(one.getText())));
                }
                assertThat(notes).containsAll(told.notes());
                assertThat(xml(slide)).contains("lang=\"" + spoken + "\"").doesNotContain("lang=\"en-US\"");
            }
            String theme =
                    show.getSlideMasters().get(0).getTheme().getXmlObject().toString();
            assertThat(theme).contains("7A1F5C").contains("Yu Gothic");
        }
        assertThat(BoardDeck.of(Deck.of(report(questionnaire).with(BRAND), language)))
                .isEqualTo(file);
    }

    private static String xml(XSLFSlide slide) {
        return slide.getXmlObject().toString();
    }

    @Test
    void lines_are_bullets_of_the_body_and_pictures_are_groups_with_an_alternative() throws IOException {
        Report report = report("marketing-leadership-maturity");
        try (XMLSlideShow show = read(BoardDeck.of(Deck.of(report, "en")))) {
            XSLFTextShape body = Stream.of(show.getSlides().get(3).getPlaceholders())
                    .filter(one -> one.getTextType() == Placeholder.BODY && "Text".equals(one.getShapeName()))
                    .findFirst()
                    .orElseThrow();
            List<XSLFTextParagraph> lines = body.getTextParagraphs();
            assertThat(lines.get(0).isBullet()).isFalse();
            assertThat(lines.get(1).isBullet()).isTrue();
            XSLFSlide profile = show.getSlides().get(1);
            XSLFGroupShape picture = (XSLFGroupShape) profile.getShapes().stream()
                    .filter(XSLFGroupShape.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            String alternative = ((CTGroupShape) picture.getXmlObject())
                    .getNvGrpSpPr()
                    .getCNvPr()
                    .getDescr();
            List<String> drawn = picture.getShapes().stream()
                    .filter(XSLFTextShape.class::isInstance)
                    .map(one -> ((XSLFTextShape) one).getText())
                    .toList();
            for (Report.Node node : report.profile()) {
                String score = String.valueOf(node.mark().whole());
                assertThat(alternative).contains(node.title().in("en") + ": Key " + node.key() + ", Score " + score);
                assertThat(drawn).anyMatch(text -> text.equals(score) || text.startsWith(score + " ·"));
            }
            assertThat(picture.getAnchor().getMaxX()).isLessThanOrEqualTo(912.5);
            assertThat(picture.getAnchor().getMaxY()).isLessThanOrEqualTo(492.5);
        }
    }

    @Test
    void a_release_is_told_as_well_and_names_no_seat() throws IOException {
        Wave wave = wave("marketing-leadership-maturity");
        Release release = MOATMARK.release(wave, Secrecy.DEFAULT);
        Report report = ReleaseReporting.of(
                        release,
                        MOATMARK.catalogue()
                                .find(release.questionnaire(), release.version())
                                .orElseThrow())
                .with(MOATMARK.charts(release));
        try (XMLSlideShow show = read(BoardDeck.of(Deck.of(report, "en")))) {
            assertThat(show.getSlides()).hasSize(6);
            for (XSLFSlide slide : show.getSlides()) {
                String all = xml(slide) + slide.getNotes().getXmlObject();
                wave.respondents()
                        .forEach(one ->
                                assertThat(all).doesNotContain(">" + one.seat().key() + "<"));
            }
            assertThat(paragraphs(show.getSlides().get(0))).contains("people behind every number");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void libreoffice_shows_six_pages_with_their_titles(String language) throws Exception {
        String path = System.getenv().getOrDefault("PATH", "");
        assumeTrue(
                Stream.of(path.split(":")).anyMatch(one -> Files.isExecutable(Path.of(one, "soffice"))),
                "Not run: soffice is not installed.");
        Deck deck = Deck.of(report("marketing-leadership-maturity"), language);
        Files.write(folder.resolve("deck.pptx"), BoardDeck.of(deck));
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "deck.pptx")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Path pdf = folder.resolve("deck.pdf");
        assumeTrue(
                Files.exists(pdf),
                "Not run: this LibreOffice shows no slides: "
                        + Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8));
        try (PDDocument shown = Loader.loadPDF(pdf.toFile())) {
            assertThat(shown.getNumberOfPages()).isEqualTo(6);
            for (int i = 0; i < 6; i++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(i + 1);
                text.setEndPage(i + 1);
                assertThat(text.getText(shown).replaceAll("[\\s\u00a0]+", ""))
                        .contains(deck.slides().get(i).title().replaceAll("\\s+", ""));
            }
        }
    }
}
