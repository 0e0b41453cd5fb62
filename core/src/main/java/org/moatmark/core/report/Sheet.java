package org.moatmark.core.report;

import java.util.List;
import org.moatmark.core.issue.Words;
import org.moatmark.core.report.Svg.Anchor;

/** A picture that is written from its top to its bottom: heading, key, rows, notes. */
final class Sheet {

    static final double TITLE = 16;
    static final double LABEL = 13;
    static final double SMALL = 12;
    private static final double LINE = 17;
    private static final double PAGE_EDGE = 2;
    private static final double EDGE = 18;
    private static final double KEY_MARK = 26;
    private static final double KEY_GAP = 18;

    final ChartStyle style;
    final Svg svg;
    final double left;
    final double right;
    double y;

    /** A mark of the key, drawn around a place. */
    interface Mark {
        void draw(double x, double y);
    }

    /** What a mark means. */
    record Meaning(Mark mark, String words) {}

    Sheet(Chart chart, ChartStyle style) {
        this.style = style;
        this.svg = new Svg(style);
        double edge = style.form() == ChartStyle.Form.PAGE ? PAGE_EDGE : EDGE;
        this.left = edge;
        this.right = style.width() - edge;
        this.y = edge;
        if (style.heading()) {
            paragraph(chart.title().in(style.language()), TITLE, Ink.TEXT, true);
            paragraph(chart.takeaway(style.language()), LABEL, Ink.MUTED, false);
            y += 8;
        }
    }

    String say(String en, String ja) {
        return "ja".equals(style.language()) ? ja : en;
    }

    String say(Words words) {
        return words.in(style.language());
    }

    /** Words over the whole width. */
    void paragraph(String words, double size, Ink ink, boolean bold) {
        for (String line : Typeset.wrap(words, right - left, size, bold, 12)) {
            y += size * 1.4;
            svg.text(left, y - size * 0.3, size, Anchor.START, ink, bold, line);
        }
        y += 2;
    }

    /** What the marks mean, in a line that wraps. */
    void key(List<Meaning> meanings) {
        double x = left;
        double middle = y + LINE / 2;
        for (Meaning one : meanings) {
            double width = KEY_MARK + Typeset.width(one.words(), SMALL, false);
            if (x > left && x + width > right) {
                x = left;
                middle += LINE + 2;
            }
            one.mark().draw(x + KEY_MARK / 2 - 3, middle);
            List<String> lines = Typeset.wrap(one.words(), right - x - KEY_MARK, SMALL, false, 3);
            for (int i = 0; i < lines.size(); i++) {
                middle += i == 0 ? 0 : SMALL * 1.3;
                svg.text(x + KEY_MARK, middle + SMALL * 0.35, SMALL, Anchor.START, Ink.MUTED, false, lines.get(i));
            }
            x += width + KEY_GAP;
        }
        y = middle + LINE / 2 + 6;
    }

    /** The notes and the end. */
    String finish(Chart chart) {
        y += 6;
        for (Words note : chart.notes()) {
            paragraph(say(note), SMALL, Ink.MUTED, false);
        }
        y += left;
        String rows = style.form() == ChartStyle.Form.PAGE
                ? say("The numbers are in the table.", "数値は表にあります。")
                : chart.table(style.language()).inWords(style.language());
        return svg.document(
                y, chart.title().in(style.language()), chart.takeaway(style.language()) + say(" ", "") + rows);
    }
}
