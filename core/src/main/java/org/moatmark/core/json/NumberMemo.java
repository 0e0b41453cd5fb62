package org.moatmark.core.json;

/**
 * Remembers the text of numbers that were written lately. Shares, coverages and the scores of small nodes take few
 * values, so that most numbers of a result are found here. Not safe for several threads.
 */
final class NumberMemo {

    /** A power of two. */
    private static final int PLACES = 1 << 10;

    /** Spreads the bits of a double over the places: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int SHIFT = Long.SIZE - 10;

    private final long[] numbers = new long[PLACES];
    private final byte[] lengths = new byte[PLACES];
    private final byte[] texts = new byte[PLACES * NumberText.LONGEST];

    /** Writes 0 to 100, which most scores are. */
    private static int percent(int value, byte[] target, int at) {
        if (value < 10) {
            target[at] = (byte) ('0' + value);
            return at + 1;
        } else if (value < 100) {
            target[at] = (byte) ('0' + value / 10);
            target[at + 1] = (byte) ('0' + value % 10);
            return at + 2;
        }
        return Digits.whole(value, target, at);
    }

    /** Writes a finite number as {@link NumberText#write} does. */
    int write(double value, byte[] target, int at) {
        if (value >= 0 && value <= 100 && value == (int) value) {
            return percent((int) value, target, at);
        }
        long bits = Double.doubleToRawLongBits(value);
        int place = (int) ((bits * SPREAD) >>> SHIFT);
        int start = place * NumberText.LONGEST;
        if (numbers[place] != bits || lengths[place] == 0) {
            lengths[place] = (byte) (NumberText.write(value, texts, start) - start);
            numbers[place] = bits;
        }
        int length = lengths[place];
        System.arraycopy(texts, start, target, at, length);
        return at + length;
    }
}
