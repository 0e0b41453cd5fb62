package org.moatmark.core.json;

/** Lays out decimal digits as ECMAScript's {@code Number::toString} does (ECMA-262, section 6.1.6.1.20). */
final class Digits {

    /** From so many digits before the point on, the exponent form is used. */
    private static final int WIDEST_PLAIN = 21;

    /** With so many zeros after the point, the exponent form is used. */
    private static final int MOST_ZEROS = 6;

    private Digits() {}

    /** Writes a whole number that is not negative. */
    static int whole(int value, byte[] target, int at) {
        int end = at + count(value);
        int rest = value;
        for (int i = end - 1; i >= at; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
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
            long scale = pow10(k - n);
            int point = plain(f / scale, n, target, at);
            target[point] = '.';
            return plain(f % scale, k - n, target, point + 1);
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
            long scale = pow10(k - 1);
            target[place++] = (byte) ('0' + f / scale);
            target[place++] = '.';
            place = plain(f % scale, k - 1, target, place);
        }
        target[place++] = 'e';
        target[place++] = (byte) (e < 0 ? '-' : '+');
        return whole(Math.abs(e), target, place);
    }

    /** Writes exactly {@code width} digits, with zeros in front. */
    private static int plain(long f, int width, byte[] target, int at) {
        long rest = f;
        for (int i = at + width - 1; i >= at; i--) {
            long tenth = rest / 10;
            target[i] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
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
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        return count;
    }

    private static long pow10(int n) {
        long power = 1;
        for (int i = 0; i < n; i++) {
            power *= 10;
        }
        return power;
    }
}
