package org.moatmark.core.report;

import java.util.Locale;

/**
 * A colour of the sRGB space, as in {@code #b3400c}, with the luminance and contrast of WCAG 2.2.
 *
 * @param red 0-255
 * @param green 0-255
 * @param blue 0-255
 */
record Colour(int red, int green, int blue) {

    private static final int BYTE = 255;
    private static final int STEPS = 20;

    /** Reads {@code #rrggbb}. */
    static Colour of(String hex) {
        return new Colour(
                Integer.parseInt(hex.substring(1, 3), 16),
                Integer.parseInt(hex.substring(3, 5), 16),
                Integer.parseInt(hex.substring(5, 7), 16));
    }

    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** Relative luminance, 0-1. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / (double) BYTE;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Contrast ratio, 1-21. */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** This colour, or the nearest mix of it with black or white that stands out from the ground. */
    Colour readableOn(Colour ground, double ratio) {
        Colour end = ground.luminance() > 0.18 ? new Colour(0, 0, 0) : new Colour(BYTE, BYTE, BYTE);
        for (int step = 0; step < STEPS; step++) {
            Colour mixed = mix(end, step / (double) STEPS);
            if (mixed.contrast(ground) >= ratio) {
                return mixed;
            }
        }
        return end;
    }

    private Colour mix(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int one, int two, double share) {
        return (int) StrictMath.rint(one + (two - one) * share);
    }
}
