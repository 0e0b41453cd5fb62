package org.moatmark.core.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a picture; every text is escaped, every number has at most two decimals. */
final class Svg {

    /** Where a text hangs. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private final ChartStyle style;
    private final StringBuilder out = new StringBuilder(8_000);

    Svg(ChartStyle style) {
        this.style = style;
    }

    void text(double x, double y, double size, Anchor anchor, Ink ink, boolean bold, String words) {
        if (words.isEmpty()) {
            return;
        }
        out.append("<text");
        put("x", x);
        put("y", y);
        put("font-size", size);
        if (anchor != Anchor.START) {
            put("text-anchor", anchor.word);
        }
        if (bold) {
            put("font-weight", "600");
        }
        paint(ink, null, 0);
        out.append('>').append(escaped(words)).append("</text>\n");
    }

    /** A bold value and what is said beside it, in one line. */
    void pair(double x, double y, double size, Anchor anchor, Ink ink, String value, String detail) {
        out.append("<text");
        put("x", x);
        put("y", y);
        put("font-size", size);
        if (anchor != Anchor.START) {
            put("text-anchor", anchor.word);
        }
        out.append("><tspan");
        put("font-weight", "600");
        paint(ink, null, 0);
        out.append('>').append(escaped(value)).append("</tspan>");
        if (!detail.isEmpty()) {
            out.append("<tspan");
            paint(Ink.MUTED, null, 0);
            out.append('>')
                    .append(escaped((value.isEmpty() ? "" : " ") + detail))
                    .append("</tspan>");
        }
        out.append("</text>\n");
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, double width) {
        out.append("<line");
        put("x1", x1);
        put("y1", y1);
        put("x2", x2);
        put("y2", y2);
        paint(null, ink, width);
        out.append("/>\n");
    }

    void rect(
            double x, double y, double width, double height, @Nullable Ink fill, @Nullable Ink stroke, double radius) {
        out.append("<rect");
        put("x", x);
        put("y", y);
        put("width", width);
        put("height", height);
        if (radius > 0) {
            put("rx", radius);
        }
        area(fill, stroke, 1);
        out.append("/>\n");
    }

    void circle(double x, double y, double radius, @Nullable Ink fill, @Nullable Ink stroke, double width) {
        out.append("<circle");
        put("cx", x);
        put("cy", y);
        put("r", radius);
        area(fill, stroke, width);
        out.append("/>\n");
    }

    /** A closed shape through points, x and y in turn. */
    void shape(@Nullable Ink fill, @Nullable Ink stroke, double width, double... points) {
        out.append("<path d=\"");
        for (int i = 0; i < points.length; i += 2) {
            out.append(i == 0 ? 'M' : 'L').append(number(points[i])).append(' ').append(number(points[i + 1]));
        }
        out.append("Z\"");
        area(fill, stroke, width);
        out.append("/>\n");
    }

    private void area(@Nullable Ink fill, @Nullable Ink stroke, double width) {
        if (fill == null) {
            put("fill", "none");
        }
        paint(fill, stroke, width);
    }

    private void paint(@Nullable Ink fill, @Nullable Ink stroke, double width) {
        boolean page = style.form() == ChartStyle.Form.PAGE;
        if (page && (fill != null || stroke != null)) {
            String classes = (fill == null ? "" : "mm-f-" + fill.word())
                    + (fill != null && stroke != null ? " " : "")
                    + (stroke == null ? "" : "mm-s-" + stroke.word());
            put("class", classes);
        }
        if (fill != null && !page) {
            put("fill", fill.in(style.theme(), style.accent()).hex());
        }
        if (stroke != null) {
            if (!page) {
                put("stroke", stroke.in(style.theme(), style.accent()).hex());
            }
            if (width != 1) {
                put("stroke-width", width);
            }
        }
    }

    private void put(String name, double value) {
        put(name, number(value));
    }

    private void put(String name, String value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    /** The whole picture. */
    String document(double height, String title, String description) {
        String id = style.id();
        String width = number(style.width());
        StringBuilder all = new StringBuilder(out.length() + 2_000);
        all.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(number(height))
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\" lang=\"")
                .append("ja".equals(style.language()) ? "ja" : "en")
                .append('"');
        if (style.form() == ChartStyle.Form.PAGE) {
            all.append(" class=\"mm-chart\"");
        }
        all.append(" font-family=\"").append(style.font()).append("\">\n");
        all.append("<title id=\"")
                .append(id)
                .append("-title\">")
                .append(escaped(title))
                .append("</title>\n");
        all.append("<desc id=\"")
                .append(id)
                .append("-desc\">")
                .append(escaped(description))
                .append("</desc>\n");
        if (style.form() == ChartStyle.Form.STANDALONE) {
            all.append("<rect width=\"")
                    .append(width)
                    .append("\" height=\"")
                    .append(number(height))
                    .append("\" fill=\"")
                    .append(Ink.BACK.in(style.theme(), style.accent()).hex())
                    .append("\"/>\n");
        }
        return all.append(out).append("</svg>\n").toString();
    }

    /** A number with at most two decimals, no exponent and no minus before zero. */
    static String number(double value) {
        if (!(Math.abs(value) < 1e6)) {
            throw new IllegalArgumentException("A place in a picture is a small number, not " + value + ".");
        }
        long hundredths = (long) StrictMath.floor(value * 100 + 0.5);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String decimals = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : String.format(Locale.ROOT, ".%02d", rest);
        return (hundredths < 0 ? "-" : "") + whole + decimals;
    }

    /** Text for XML: nothing that XML forbids, nothing that turns other words round, words from right to left apart. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        boolean fromRight = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            byte direction = Character.getDirectionality(point);
            fromRight |= direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\t', '\n', '\r', 0x2028, 0x2029 -> safe.append(' ');
                default -> {
                    if (!turns(point)) {
                        safe.appendCodePoint(isAllowed(point) ? point : 0xfffd);
                    }
                }
            }
        }
        return fromRight ? ISOLATE + safe.toString() + END_OF_ISOLATE : safe.toString();
    }

    /** Whether a character changes the direction of what follows. */
    private static boolean turns(int point) {
        return (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200e
                || point == 0x200f
                || point == 0x061c;
    }

    private static boolean isAllowed(int point) {
        return (point >= 0x20 && point < 0x7f)
                || (point >= 0xa0 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd && !(point >= 0xfdd0 && point <= 0xfdef))
                || (point >= 0x10000 && (point & 0xfffe) != 0xfffe);
    }
}
