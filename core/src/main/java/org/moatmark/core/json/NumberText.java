package org.moatmark.core.json;

import java.nio.charset.StandardCharsets;

/**
 * A double as text, as RFC 8785 and ECMAScript's {@code Number::toString} say: the shortest digits that read back as the
 * same number, and of these the ones nearest to it. The same on every Java version and machine; {@code Double.toString}
 * changed in Java 19.
 *
 * <p>Source of the algorithm: Raffaello Giulietti (2020), The Schubfach way to render doubles, sections 8 and 9. The
 * numbers {@code q}, {@code c}, {@code k}, {@code h}, {@code s} are those of the paper: the double is
 * {@code c * 2^q}, its text {@code s * 10^k}.
 */
final class NumberText {

    /** Longest text that is written: {@code -0.0000012345678901234567} has 25 characters. */
    static final int LONGEST = 25;

    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final int LEAST_Q = -1074;
    private static final long LOW_63 = Long.MAX_VALUE;

    private NumberText() {}

    /** The text of a finite number. */
    static String of(double value) {
        byte[] target = new byte[LONGEST];
        int end = write(value, target, 0);
        return new String(target, 0, end, StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes the text of a number as ASCII.
     *
     * @param value a finite number; negative zero is written {@code 0}
     * @param target where to write; at least {@value #LONGEST} bytes from {@code at}
     * @param at where to start
     * @return the place after the last character
     * @throws IllegalArgumentException for NaN and infinities, which JSON does not have
     */
    static int write(double value, byte[] target, int at) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value + ".");
        }
        int place = at;
        double size = value;
        if (value < 0) {
            target[place++] = '-';
            size = -value;
        }
        if (size < 1e9 && size == (int) size) {
            return Digits.whole((int) size, target, place);
        }
        if (size < 1e6 && size >= 1e-3) {
            // Up to three digits after the point: with 15 digits or fewer, two different texts are two different
            // doubles.
            long thousandths = (long) (size * 1000);
            if (thousandths / 1000.0 == size) {
                return Digits.thousandths(thousandths, target, place);
            }
        }
        long bits = Double.doubleToRawLongBits(size);
        int biased = (int) (bits >>> FRACTION_BITS);
        long fraction = bits & (HIDDEN_BIT - 1);
        long c = biased == 0 ? fraction : fraction | HIDDEN_BIT;
        int q = biased == 0 ? LEAST_Q : biased + LEAST_Q - 1;
        boolean whole = q < 0 && q > -FRACTION_BITS - 1 && (c >> -q << -q) == c;
        if (whole) {
            return Digits.write(c >> -q, 0, target, place);
        }
        return shortest(q, c, target, place);
    }

    /** Chooses the shortest decimal inside the rounding interval of {@code c * 2^q} and writes it. */
    private static int shortest(int q, long c, byte[] target, int at) {
        long out = c & 1;
        long cb = c << 2;
        long cbr = cb + 2;
        long cbl;
        int k;
        if (c != HIDDEN_BIT || q == LEAST_Q) {
            cbl = cb - 2;
            k = floorLog10OfPow2(q);
        } else {
            // A power of two: the next double below is only half as far away.
            cbl = cb - 1;
            k = floorLog10OfThreeQuartersOfPow2(q);
        }
        int h = q + floorLog2OfPow10(-k) + 2;
        long upper = PowersOfTen.upper(k);
        long lower = PowersOfTen.lower(k);
        long vb = roundToOdd(upper, lower, cb << h);
        long vbl = roundToOdd(upper, lower, cbl << h);
        long vbr = roundToOdd(upper, lower, cbr << h);

        long s = vb >> 2;
        if (s >= 10) {
            // One digit fewer, if exactly one of the two neighbours lies in the interval.
            long below = s / 10 * 10;
            long above = below + 10;
            boolean belowIn = vbl + out <= below << 2;
            boolean aboveIn = (above << 2) + out <= vbr;
            if (belowIn != aboveIn) {
                return Digits.write(belowIn ? below : above, k, target, at);
            }
        }
        long t = s + 1;
        boolean sIn = vbl + out <= s << 2;
        boolean tIn = (t << 2) + out <= vbr;
        if (sIn != tIn) {
            return Digits.write(sIn ? s : t, k, target, at);
        }
        long nearer = vb - ((s + t) << 1);
        boolean takeS = nearer < 0 || (nearer == 0 && (s & 1) == 0);
        return Digits.write(takeS ? s : t, k, target, at);
    }

    /** The product of a 126-bit and a 64-bit number, cut after the point, its last bit set if anything was cut off. */
    private static long roundToOdd(long upper, long lower, long factor) {
        long x1 = Math.multiplyHigh(lower, factor);
        long y0 = upper * factor;
        long y1 = Math.multiplyHigh(upper, factor);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (((z & LOW_63) + LOW_63) >>> 63);
    }

    /** {@code floor(log10(2^e))} for {@code |e| <= 2000}: 661971961083 / 2^41 is log10(2) to 40 bits. */
    static int floorLog10OfPow2(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    /** {@code floor(log10(3/4 * 2^e))} for {@code |e| <= 2000}. */
    static int floorLog10OfThreeQuartersOfPow2(int e) {
        return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    /** {@code floor(log2(10^e))} for {@code |e| <= 400}: 913124641741 / 2^38 is log2(10) to 38 bits. */
    static int floorLog2OfPow10(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }
}
