package org.moatmark.api.export;

import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Writes what whoever speaks should know: the method, the numbers of the picture, and the limits. */
final class SlideNotes {

    private static final double SIZE = 12;

    private SlideNotes() {}

    static void write(XMLSlideShow show, XSLFSlide slide, List<String> lines, String language) {
        XSLFNotes notes = show.getNotesSlide(slide);
        for (XSLFTextShape place : notes.getPlaceholders()) {
            if (place.getTextType() == Placeholder.BODY) {
                SlideText.inherit(place);
                lines.forEach(line -> SlideText.set(place.addNewTextParagraph().addNewTextRun(), line, SIZE, language));
            }
        }
    }
}
