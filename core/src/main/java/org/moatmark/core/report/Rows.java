package org.moatmark.core.report;

import java.util.List;
import org.moatmark.core.report.Svg.Anchor;

/** Rows on one scale of 0-100: label, plot and value side by side, or in a narrow picture one above the other. */
final class Rows {

    private static final double GAP = 14;
    private static final double INSET = 10;
    private static final double LINE = 16;
    private static final double MOST_LABEL = 0.36;
    private static final double MOST_VALUE = 0.24;
    private static final int[] TICKS = {0, 25, 50, 75, 100};

    private final Sheet sheet;
    private final Svg svg;
    private final boolean narrow;
    private final double mark;
    private final double labelWidth;
    private final boolean twoLines;
    private final double plotLeft;
    private final double plotRight;

    /**
     * What is written in a row.
     *
     * @param label what the row is about
     * @param value the number, bold; may be empty
     * @param detail what is said beside it; may be empty
     */
    record Row(String label, String value, String detail) {

        double width() {
            return Typeset.width(value, Sheet.LABEL, true)
                    + (detail.isEmpty() ? 0 : Typeset.width(" " + detail, Sheet.LABEL, false));
        }

        double widthInTwoLines() {
            return Math.max(Typeset.width(value, Sheet.LABEL, true), Typeset.width(detailAlone(), Sheet.SMALL, false));
        }

        /** The detail where it begins a line: without the dot that parts it from the value. */
        String detailAlone() {
            return detail.startsWith("· ") ? detail.substring(2) : detail;
        }
    }

    /** Where the marks of a row go. */
    record Place(double top, double middle, double bottom) {}

    Rows(Sheet sheet, List<Row> rows, double mark) {
        this.sheet = sheet;
        this.svg = sheet.svg;
        this.narrow = sheet.style.narrow();
        this.mark = mark;
        double whole = sheet.right - sheet.left;
        double widest = 0;
        double values = 0;
        double under = 0;
        for (Row row : rows) {
            widest = Math.max(widest, Typeset.width(row.label(), Sheet.LABEL, false));
            values = Math.max(values, row.width());
            under = Math.max(under, row.widthInTwoLines());
        }
        this.labelWidth = narrow ? 0 : Math.min(widest, whole * MOST_LABEL);
        this.twoLines = values > whole * MOST_VALUE;
        double valueWidth = twoLines ? under : values;
        this.plotLeft = sheet.left + (narrow ? INSET : labelWidth + GAP + INSET);
        this.plotRight = sheet.right - (narrow ? INSET : INSET + (valueWidth > 0 ? valueWidth + GAP : 0));
    }

    double left() {
        return plotLeft;
    }

    double right() {
        return plotRight;
    }

    /** The place of a score. */
    double x(double score) {
        return plotLeft + (plotRight - plotLeft) * score / 100;
    }

    /** The numbers of the scale. */
    void scale(String unit) {
        double base = sheet.y + Sheet.SMALL;
        for (int tick : TICKS) {
            boolean last = tick == 100 && !unit.isEmpty() && narrow;
            String words = tick + (tick == 100 ? unit : "");
            svg.text(
                    last ? sheet.right : x(tick),
                    base,
                    Sheet.SMALL,
                    last ? Anchor.END : Anchor.MIDDLE,
                    Ink.MUTED,
                    false,
                    words);
        }
        sheet.y = StrictMath.ceil(base + (narrow ? 12 : 6));
    }

    /** Writes label and value of a row, draws the grid behind it, and tells where its marks go. */
    Place next(Row row) {
        double top = sheet.y;
        Place place;
        if (narrow) {
            double value = Typeset.width(row.value(), Sheet.LABEL, true) + GAP;
            List<String> label = Typeset.wrap(row.label(), sheet.right - sheet.left - value, Sheet.LABEL, false, 3);
            double base = top + Sheet.LABEL;
            svg.pair(sheet.right, base, Sheet.LABEL, Anchor.END, Ink.TEXT, row.value(), "");
            for (String line : label) {
                svg.text(sheet.left, base, Sheet.LABEL, Anchor.START, Ink.TEXT, false, line);
                base += LINE;
            }
            if (!row.detail().isEmpty()) {
                for (String line : Typeset.wrap(row.detailAlone(), sheet.right - sheet.left, Sheet.SMALL, false, 3)) {
                    svg.text(sheet.left, base, Sheet.SMALL, Anchor.START, Ink.MUTED, false, line);
                    base += LINE;
                }
            }
            double from = base - LINE + 6;
            place = new Place(from, from + mark / 2, from + mark);
            sheet.y = place.bottom() + 12;
        } else {
            List<String> label = Typeset.wrap(row.label(), labelWidth, Sheet.LABEL, false, 3);
            boolean two = twoLines && !row.detail().isEmpty();
            double height = Math.max(mark + 8, Math.max(label.size(), two ? 2 : 1) * LINE + 8);
            double middle = top + height / 2;
            double base = middle - (label.size() - 1) * LINE / 2 + Sheet.LABEL * 0.35;
            for (String line : label) {
                svg.text(sheet.left, base, Sheet.LABEL, Anchor.START, Ink.TEXT, false, line);
                base += LINE;
            }
            double x = plotRight + INSET + GAP;
            double line = middle + Sheet.LABEL * 0.35 - (two ? LINE / 2 : 0);
            svg.pair(x, line, Sheet.LABEL, Anchor.START, Ink.TEXT, row.value(), two ? "" : row.detail());
            if (two) {
                svg.text(x, line + LINE, Sheet.SMALL, Anchor.START, Ink.MUTED, false, row.detailAlone());
            }
            place = new Place(top, middle, top + height);
            sheet.y = place.bottom();
        }
        return place;
    }

    /** The lines of the scale behind a row. */
    void grid(Place place) {
        for (int tick : TICKS) {
            double x = StrictMath.floor(x(tick)) + 0.5;
            svg.line(x, place.top(), x, place.bottom(), Ink.GRID, 1);
        }
    }

    /** The box that stands for what is missing or not shown, the same one for every reason. */
    void box(Place place, String words) {
        double height = Math.min(20, place.bottom() - place.top() - 2);
        svg.rect(plotLeft, place.middle() - height / 2, plotRight - plotLeft, height, Ink.BOX, Ink.AXIS, 3);
        svg.text(
                (plotLeft + plotRight) / 2,
                place.middle() + Sheet.SMALL * 0.35,
                Sheet.SMALL,
                Anchor.MIDDLE,
                Ink.MUTED,
                false,
                Typeset.shortened(words, plotRight - plotLeft - 8, Sheet.SMALL, false));
    }
}
