package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures and breaks lines without a font: a small table of widths, on the wide side, so that what fits here fits in
 * every usual sans serif, and the same on every machine.
 */
final class Typeset {

    private static final double WIDE = 1.0;
    private static final double ROOMY = 1.12;
    private static final double BOLD = 1.07;

    /** How much of a Japanese line may be given away to break it after a particle rather than inside a word. */
    private static final double GIVE = 0.4;

    /** Widths of space to tilde in thousandths of the size. */
    private static final int[] LATIN = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final String NOT_FIRST = "、。，．・：；？！）」』】〕ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ％）,.:;!?)]}%”’…";
    private static final String NOT_LAST = "（「『【〔([{“‘";

    private Typeset() {}

    /** The width of a line at a size. */
    static double width(String text, double size, boolean bold) {
        double ems = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            ems += ems(point);
            i += Character.charCount(point);
        }
        return ems * size * (bold ? BOLD : 1);
    }

    private static double ems(int point) {
        if (point >= ' ' && point <= '~') {
            return LATIN[point - ' '] * ROOMY / 1_000;
        }
        int kind = Character.getType(point);
        if (kind == Character.NON_SPACING_MARK || kind == Character.FORMAT) {
            return 0;
        }
        if (point >= 0xff61 && point <= 0xffdc) {
            return WIDE / 2;
        }
        return isWide(point) ? WIDE : 0.66;
    }

    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xff00 && point <= 0xff60)
                || point == 0x2026
                || point >= 0x1f000;
    }

    /** Lines no wider than given, at most so many; what does not fit ends with an ellipsis. */
    static List<String> wrap(String text, double most, double size, boolean bold, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = fitting(rest, most, size, bold);
            if (end < rest.length() && wrapped.size() == lines - 1) {
                wrapped.add(shortened(rest, most, size, bold));
                return wrapped;
            }
            if (end < rest.length()) {
                end = breakBefore(rest, end, most, size, bold);
            }
            wrapped.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return wrapped.isEmpty() ? List.of("") : wrapped;
    }

    /** A line no wider than given. */
    static String shortened(String text, double most, double size, boolean bold) {
        if (width(text, size, bold) <= most) {
            return text;
        }
        int end = fitting(text, most - width("…", size, bold), size, bold);
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** How many chars fit, at least one character. */
    private static int fitting(String text, double most, double size, boolean bold) {
        double used = 0;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            used += ems(point) * size * (bold ? BOLD : 1);
            if (used > most && i > 0) {
                return i;
            }
            i += Character.charCount(point);
        }
        return text.length();
    }

    private static int breakBefore(String text, int end, double most, double size, boolean bold) {
        int any = -1;
        for (int at = end; at > 0; at--) {
            if (mayBreak(text, at)) {
                any = any < 0 ? at : any;
                boolean enough = width(text.substring(0, at), size, bold) >= most * (1 - GIVE);
                if (enough && endsPhrase(text, at)) {
                    return at;
                }
            }
        }
        return any > 0 ? any : end;
    }

    private static boolean mayBreak(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (Character.isLowSurrogate(after) || NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || before == '-' || isWide(before) || (isWide(after) && after != ' ');
    }

    /** Whether a reader would pause here: after a space, a mark, or kana before another script. */
    private static boolean endsPhrase(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return before == ' '
                || NOT_FIRST.indexOf(before) >= 0 && before != 'ー'
                || isHiragana(before) && !isHiragana(after)
                || NOT_LAST.indexOf(after) >= 0;
    }

    private static boolean isHiragana(char one) {
        return one >= 0x3041 && one <= 0x309f;
    }
}
