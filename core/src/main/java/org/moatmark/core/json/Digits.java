package org.moatmark.core.json;

/** Lays out decimal digits as ECMAScript's {@code Number::toString} does (ECMA-262, section 6.1.6.1.20). */
final class Digits {

    /** From so many digits before the point on, the exponent form is used. */
    private static final int WIDEST_PLAIN = 21;

    /** With so many zeros after the point, the exponent form is used. */
    private static final int MOST_ZEROS = 6;

    /** So many digits fit into an int. */
    private static final int PART = 9;

    private static final long PART_POWER = 1_000_000_000L;

    private static final long[] POWERS = new long[19];

    /** "00", "01" ... "99", one after the other. */
    private static final byte[] PAIRS = new byte[200];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    private Digits() {}

    /** Writes a whole number that is not negative. */
    static int whole(int value, byte[] target, int at) {
        return small(value, count(value), target, at);
    }

    /**
     * Writes {@code digits * 10^exponent}.
     *
     * @param digits above 0; zeros at its end are taken off first
     * @param exponent power of ten
     * @param target where to write
     * @param at where to start
     * @return the place after the last character
     */
    static int write(long digits, int exponent, byte[] target, int at) {
        long f = digits;
        int e = exponent;
        while (f % 10 == 0) {
            f /= 10;
            e++;
        }
        int k = count(f);
        int n = k + e;
        if (n > 0 && n <= WIDEST_PLAIN) {
            if (k <= n) {
                int end = plain(f, k, target, at);
                return zeros(n - k, target, end);
            }
            // The part after the point is what a multiplication leaves over, since divisions are dear.
            long scale = POWERS[k - n];
            long whole = f / scale;
            int point = plain(whole, n, target, at);
            target[point] = '.';
            return plain(f - whole * scale, k - n, target, point + 1);
        }
        if (n <= 0 && n > -MOST_ZEROS) {
            target[at] = '0';
            target[at + 1] = '.';
            return plain(f, k, target, zeros(-n, target, at + 2));
        }
        return exponential(f, k, n - 1, target, at);
    }

    private static int exponential(long f, int k, int e, byte[] target, int at) {
        int place = at;
        if (k == 1) {
            target[place++] = (byte) ('0' + f);
        } else {
            long scale = POWERS[k - 1];
            target[place++] = (byte) ('0' + f / scale);
            target[place++] = '.';
            place = plain(f % scale, k - 1, target, place);
        }
        target[place++] = 'e';
        target[place++] = (byte) (e < 0 ? '-' : '+');
        return whole(Math.abs(e), target, place);
    }

    /** Writes {@code thousandths / 1000}, a number that is not negative and not whole. */
    static int thousandths(long thousandths, byte[] target, int at) {
        long whole = thousandths / 1000;
        int fraction = (int) (thousandths - whole * 1000);
        int end = whole((int) whole, target, at);
        target[end++] = '.';
        int width = fraction % 10 != 0 ? 3 : fraction % 100 != 0 ? 2 : 1;
        return small(fraction / (int) POWERS[3 - width], width, target, end);
    }

    /** Writes exactly {@code width} digits, with zeros in front. */
    private static int plain(long f, int width, byte[] target, int at) {
        long rest = f;
        int left = width;
        while (left > PART) {
            // Nine digits from the right end as an int, since int division is far cheaper.
            long head = rest / PART_POWER;
            small((int) (rest - head * PART_POWER), PART, target, at + left - PART);
            rest = head;
            left -= PART;
        }
        small((int) rest, left, target, at);
        return at + width;
    }

    private static int small(int value, int width, byte[] target, int at) {
        int rest = value;
        int place = at + width;
        while (place - at >= 2) {
            int left = rest / 100;
            int pair = 2 * (rest - left * 100);
            target[--place] = PAIRS[pair + 1];
            target[--place] = PAIRS[pair];
            rest = left;
        }
        if (place > at) {
            target[at] = (byte) ('0' + rest);
        }
        return at + width;
    }

    private static int zeros(int count, byte[] target, int at) {
        for (int i = 0; i < count; i++) {
            target[at + i] = '0';
        }
        return at + count;
    }

    private static int count(long value) {
        // 1233 / 2^12 is log10(2) to four digits, enough for 63 bits.
        int guess = (64 - Long.numberOfLeadingZeros(value | 1)) * 1233 >> 12;
        return guess + (guess < POWERS.length && (value | 1) < POWERS[guess] ? 0 : 1);
    }
}
