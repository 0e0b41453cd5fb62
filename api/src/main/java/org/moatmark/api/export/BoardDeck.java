package org.moatmark.api.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.report.Deck;

/**
 * A deck as PPTX: titles and lines are text in their places, pictures are shapes that stay sharp and can be taken apart, and
 * every slide has notes. The same deck has the same bytes.
 */
public final class BoardDeck {

    /** Its media type. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private static final String MAKER = "Moatmark";

    private BoardDeck() {}

    /**
     * The file.
     *
     * @param deck a deck; its date, or the first of January 2000, is that of the file
     * @return PPTX
     */
    public static byte[] of(Deck deck) {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(DeckTemplate.of(deck)))) {
            SlideMaker maker = new SlideMaker(show, deck);
            deck.slides().forEach(maker::make);
            describe(show.getProperties(), deck);
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
            show.write(out);
            return timeless(out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("In memory nothing fails.", impossible);
        }
    }

    private static void describe(POIXMLProperties properties, Deck deck) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(deck.title());
        core.setSubjectProperty(deck.byline());
        core.setCreator(MAKER);
        Optional<Date> day = Optional.of(day(deck.date()));
        core.setCreated(day);
        core.setModified(day);
        core.setLastModifiedByUser(MAKER);
        properties.getExtendedProperties().setApplication(MAKER);
    }

    private static Date day(@Nullable LocalDate date) {
        LocalDate day = date == null ? LocalDate.of(2000, 1, 1) : date;
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The same parts without the time of day, which the library writes beside each. */
    private static byte[] timeless(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            Bundle bundle = new Bundle(out);
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                bundle.add(part.getName(), parts.readAllBytes());
            }
            bundle.done();
        }
        return out.toByteArray();
    }
}
