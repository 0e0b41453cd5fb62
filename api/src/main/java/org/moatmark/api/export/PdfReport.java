package org.moatmark.api.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.report.HtmlReport;
import org.moatmark.core.report.Story;

/**
 * A story as PDF: tagged (PDF/UA-1), with its faces embedded, and the same bytes for the same story on the same day of
 * answers. It fetches nothing, from wherever a text may seem to point.
 */
public final class PdfReport {

    /** The media type. */
    public static final String TYPE = "application/pdf";

    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfReport() {}

    /**
     * The file.
     *
     * @param story a story
     * @param paper the size of its pages
     * @param date the date of the answers, which the file gives as its own; null for the first of January 2000
     * @return PDF
     */
    public static byte[] of(Story story, Paper paper, @Nullable LocalDate date) {
        try {
            Faces faces = Faces.read();
            String page = HtmlReport.paper(story, PdfStyle.css(story, paper, faces.family()));
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.withProducer("Moatmark");
            builder.useReplacementText("〓");
            builder.useUnicodeLineBreaker(new LineBreaks(story.language()));
            PDDocument document = new PDDocument();
            builder.usePDDocument(document);
            face(builder, document, faces, "Regular", REGULAR);
            face(builder, document, faces, "Bold", BOLD);
            builder.useSVGDrawer(new ChartDrawer(faces));
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((address, kind) -> false, when);
            }
            builder.withHtmlContent(page, null);
            builder.toStream(out);
            return write(builder, out, date == null ? LocalDate.of(2000, 1, 1) : date, page);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A report could not be written to memory as PDF.", impossible);
        }
    }

    /** A face without ligatures: a reader that searches or listens would not find "fi" in them. */
    private static void face(PdfRendererBuilder builder, PDDocument document, Faces faces, String name, int weight)
            throws IOException {
        try (InputStream file = Faces.open(name)) {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file));
            face.setEnableGsub(false);
            PDType0Font font = PDType0Font.load(document, face, true);
            builder.useFont(new PDFontSupplier(font), faces.family(), weight, FontStyle.NORMAL, true);
        }
    }

    private static byte[] write(PdfRendererBuilder builder, ByteArrayOutputStream out, LocalDate date, String page)
            throws IOException {
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            date(document, date, page);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** What would be of today or of chance comes from the story. */
    private static void date(PDDocument document, LocalDate date, String page) {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.clear();
        day.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(day);
        information.setModificationDate(day);
        document.setDocumentId((long) page.hashCode());
    }
}
