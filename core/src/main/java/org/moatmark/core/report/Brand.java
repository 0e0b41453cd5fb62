package org.moatmark.core.report;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the owner of a report wants it to look. There are no images, and nothing but decoration depends on the accent.
 *
 * @param title what stands in the place of the questionnaire's title, at most 120 characters; null for that title
 * @param subtitle what stands under it, at most 200 characters; null for nothing
 * @param accent a colour as {@code #rrggbb}; null for the usual one
 */
public record Brand(
        @Nullable String title,
        @Nullable String subtitle,
        @Nullable String accent) implements Serializable {

    /** As it is. */
    public static final Brand NONE = new Brand(null, null, null);

    /** The usual accent: a blue that white text can be read on. */
    public static final String ACCENT = "#1f4e8c";

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final int LONGEST_TITLE = 120;

    private static final int LONGEST_SUBTITLE = 200;

    /** Refuses texts that are too long or blank, and what is no colour. */
    public Brand {
        check("title", title, LONGEST_TITLE);
        check("subtitle", subtitle, LONGEST_SUBTITLE);
        if (accent != null && !COLOUR.matcher(accent).matches()) {
            throw new IllegalArgumentException("Accent '" + accent + "' is no colour such as '" + ACCENT + "'.");
        }
    }

    private static void check(String what, @Nullable String text, int longest) {
        if (text != null && (text.isBlank() || text.length() > longest)) {
            throw new IllegalArgumentException("The " + what + " of a report has 1 to " + longest + " characters, not "
                    + text.length() + ", and is not blank.");
        }
    }

    /**
     * The accent, or the usual one.
     *
     * @return a colour as {@code #rrggbb}
     */
    public String colour() {
        return accent == null ? ACCENT : accent;
    }

    /**
     * The colour of text on the accent: of white and near-black the one with more contrast (WCAG 2.2, relative
     * luminance), which is at least 4.5 to 1 on every accent.
     *
     * @return {@code #ffffff} or {@code #111111}
     */
    public String ink() {
        double accentLight = luminance(colour());
        double onWhite = 1.05 / (accentLight + 0.05);
        double onBlack = (accentLight + 0.05) / (luminance("#111111") + 0.05);
        return onWhite >= onBlack ? "#ffffff" : "#111111";
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
