package org.moatmark.core.json;

import java.math.BigInteger;

/**
 * Powers of ten to 126 bits, rounded up, as the Schubfach algorithm needs them.
 *
 * <p>For every k in {@value #LEAST}..{@value #MOST}: {@code g = floor(10^-k * 2^-r) + 1} with {@code r} such that
 * {@code 2^125 <= g < 2^126}, split into an upper and a lower half of 63 bits. The table is computed once, exactly.
 * Source: Giulietti (2020), The Schubfach way to render doubles, section 9.
 */
final class PowersOfTen {

    /** Least k for which there is an entry. */
    static final int LEAST = -324;

    /** Greatest k for which there is an entry. */
    static final int MOST = 292;

    private static final int BITS = 126;
    private static final int HALF = 63;
    private static final long LOW_HALF = (1L << HALF) - 1;
    private static final long[] UPPER = new long[MOST - LEAST + 1];
    private static final long[] LOWER = new long[MOST - LEAST + 1];

    static {
        BigInteger power = BigInteger.ONE;
        for (int n = 0; n <= -LEAST; n++) {
            // 10^n belongs to k = -n, 10^-n to k = n.
            put(-n, power, BigInteger.ONE);
            if (n > 0 && n <= MOST) {
                put(n, BigInteger.ONE, power);
            }
            power = power.multiply(BigInteger.TEN);
        }
    }

    private PowersOfTen() {}

    private static void put(int k, BigInteger numerator, BigInteger denominator) {
        int shift = BITS - (numerator.bitLength() - denominator.bitLength());
        BigInteger g = scaled(numerator, denominator, shift);
        if (g.bitLength() > BITS) {
            g = scaled(numerator, denominator, shift - 1);
        }
        g = g.add(BigInteger.ONE);
        UPPER[k - LEAST] = g.shiftRight(HALF).longValueExact();
        LOWER[k - LEAST] = g.longValue() & LOW_HALF;
    }

    private static BigInteger scaled(BigInteger numerator, BigInteger denominator, int shift) {
        return shift >= 0
                ? numerator.shiftLeft(shift).divide(denominator)
                : numerator.divide(denominator.shiftLeft(-shift));
    }

    /** The upper 63 bits for {@code 10^-k}. */
    static long upper(int k) {
        return UPPER[k - LEAST];
    }

    /** The lower 63 bits for {@code 10^-k}. */
    static long lower(int k) {
        return LOWER[k - LEAST];
    }
}
