package org.moatmark.api.export;

import java.util.List;

/**
 * How large words may be so that they fit into a box. Nobody knows the faces of the machine that will show them, so that
 * widths are taken on the wide side.
 */
final class Fitting {

    private static final double WIDE = 1.02;
    private static final double CAPITAL = 0.69;
    private static final double OTHER = 0.53;
    private static final int FIRST_WIDE = 0x2e80;

    /** Lines break at words, so that part of each stays empty. */
    private static final double RAGGED = 1.06;

    private Fitting() {}

    /**
     * A paragraph.
     *
     * @param text its words
     * @param indent how far it stands in, in points
     * @param before how much room is above it, as a part of its size
     */
    record Paragraph(String text, double indent, double before) {}

    /** The first of the sizes, the largest first, at which all paragraphs fit; else the last. */
    static double size(List<Paragraph> paragraphs, double width, double height, double leading, double... sizes) {
        for (double size : sizes) {
            double used = 0;
            for (Paragraph one : paragraphs) {
                used += lines(one.text(), width - one.indent(), size) * size * leading + one.before() * size;
            }
            if (used <= height) {
                return size;
            }
        }
        return sizes[sizes.length - 1];
    }

    /** Into how many lines a text falls. */
    static int lines(String text, double width, double size) {
        return (int) Math.max(1, StrictMath.ceil(width(text, size) * RAGGED / width));
    }

    /** How wide a line is at a size. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Fitting::ems).sum() * size;
    }

    private static double ems(int point) {
        return point >= FIRST_WIDE ? WIDE : Character.isUpperCase(point) || point == '%' ? CAPITAL : OTHER;
    }
}
