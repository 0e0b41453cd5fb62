package org.moatmark.core.interop;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers look as text: in the fewest digits that give them back. */
final class CellText {

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
}
