package org.moatmark.core.interop;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How cells look as text: numbers in the fewest digits that give them back, words without the power of a formula. */
final class CellText {

    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CellText() {}

    /** The shortest decimal that reads back as this number, the same on every JDK. */
    static BigDecimal decimal(double value) {
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return trimmed(rounded);
            }
        }
        return trimmed(new BigDecimal(value).round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal trimmed(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.signum() == 0 ? BigDecimal.ZERO : plain;
    }

    /**
     * Words that a spreadsheet takes for words: an apostrophe goes before what it could take for a formula, also behind
     * blanks, quotes and separators, and in full width. Taking off one apostrophe wherever the rest is such a text gives the
     * words back.
     */
    static String harmless(String text) {
        return dangerous(text) ? "'" + text : text;
    }

    private static boolean dangerous(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first == '\t' || first == '\r' || first == '\n') {
            return true;
        }
        int i = 0;
        while (i < text.length() && skipped(text.charAt(i))) {
            i++;
        }
        return i < text.length() && FORMULA.indexOf(text.charAt(i)) >= 0;
    }

    private static boolean skipped(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || "\"';,|".indexOf(c) >= 0;
    }
}
