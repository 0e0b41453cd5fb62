package org.moatmark.api.export;

import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextListStyle;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/** How words are put onto slides: each run knows its language, so that it is read aloud and broken as it should be. */
final class SlideText {

    private static final double HALVES = 2;

    private SlideText() {}

    /** Takes the rims and the first, empty paragraph from a box, but for a rim at its sides. */
    static void bare(XSLFTextShape box, double sides) {
        box.setLeftInset(sides);
        box.setRightInset(sides);
        box.setTopInset(0);
        box.setBottomInset(0);
        box.clearText();
    }

    /** The library copies the place of the layout; a slide that has none of its own follows its layout. */
    static void inherit(XSLFTextShape place) {
        CTShape own = (CTShape) place.getXmlObject();
        own.setSpPr(CTShapeProperties.Factory.newInstance());
        own.getTxBody().setBodyPr(CTTextBodyProperties.Factory.newInstance());
        own.getTxBody().setLstStyle(CTTextListStyle.Factory.newInstance());
        place.clearText();
    }

    /** Words of a size in points, rounded to halves. */
    static void set(XSLFTextRun run, String text, double size, String language) {
        run.setText(printable(text));
        run.setFontSize(StrictMath.rint(size * HALVES) / HALVES);
        speak(run, language);
    }

    /** Says in which language a run is. */
    static void speak(XSLFTextRun run, String language) {
        CTRegularTextRun own = (CTRegularTextRun) run.getXmlObject();
        CTTextCharacterProperties properties = own.isSetRPr() ? own.getRPr() : own.addNewRPr();
        properties.setLang(language);
        properties.setAltLang("ja-JP".equals(language) ? "en-GB" : "ja-JP");
    }

    /** Text without what XML forbids; a line stays a line, and a number with its percent sign. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(one -> {
            boolean control = one < ' ' || one >= 0x7f && one < 0xa0 || one == 0x2028 || one == 0x2029;
            boolean forbidden = one >= 0xd800 && one <= 0xdfff || (one & 0xfffe) == 0xfffe;
            if (control) {
                safe.append(' ');
            } else {
                safe.appendCodePoint(forbidden ? 0xfffd : one);
            }
        });
        return safe.toString().replace(" %", "\u00a0%");
    }
}
