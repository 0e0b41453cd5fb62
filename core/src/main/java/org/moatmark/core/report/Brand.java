package org.moatmark.core.report;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

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

    /** The usual accent: a blue that stands out from white and from dark grounds. */
    public static final String ACCENT = "#2f74b0";

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** The most characters of a title. */
    public static final int LONGEST_TITLE = 120;

    /** The most characters of a subtitle. */
    public static final int LONGEST_SUBTITLE = 200;

    /** The least contrast of marks with their ground, as WCAG 2.2 AA asks. */
    private static final double MARKS = 3;

    /** Refuses texts that are too long or blank, and what is no colour. */
    public Brand {
        check("title", title, LONGEST_TITLE);
        check("subtitle", subtitle, LONGEST_SUBTITLE);
        if (accent != null && !COLOUR.matcher(accent).matches()) {
            throw new IllegalArgumentException("Accent '" + accent + "' is no colour such as '" + ACCENT + "'.");
        }
    }

    private static void check(String what, @Nullable String text, int longest) {
        int length = text == null ? 1 : text.codePointCount(0, text.length());
        if (text != null && (text.isBlank() || length > longest)) {
            throw new IllegalArgumentException("The " + what + " of a report has 1 to " + longest + " characters, not "
                    + length + ", and is not blank.");
        }
    }

    /**
     * What is wrong with an accent that somebody wants: it must stand out from white and from a dark ground by 3 to 1 (WCAG
     * 2.2, 1.4.11), since marks of it are seen on both.
     *
     * @param accent what was given
     * @param path where, as a JSON Pointer
     * @return the fault, with the nearest colour that would do; empty if there is none
     */
    public static Optional<Issue> fault(String accent, String path) {
        if (!COLOUR.matcher(accent).matches()) {
            return Optional.of(new Issue(
                    "invalid-colour",
                    path,
                    new Words("This is no colour of the form #rrggbb.", "#rrggbb の形の色ではありません。"),
                    new Words(
                            "Write six hexadecimal digits, such as " + ACCENT + ".", ACCENT + " のように16進数6桁で書いてください。")));
        }
        Colour given = Colour.of(accent);
        Colour white = Ink.BACK.in(ChartStyle.Theme.LIGHT, accent);
        Colour dark = Ink.BACK.in(ChartStyle.Theme.DARK, accent);
        boolean light = given.contrast(white) < MARKS;
        if (!light && given.contrast(dark) >= MARKS) {
            return Optional.empty();
        }
        Colour ground = light ? white : dark;
        String ratio = String.format(Locale.ROOT, "%.1f", StrictMath.floor(given.contrast(ground) * 10) / 10);
        String better = given.readableOn(ground, MARKS).hex();
        return Optional.of(new Issue(
                "low-contrast",
                path,
                new Words(
                        "Marks in this colour do not stand out from a " + (light ? "white" : "dark")
                                + " ground: their contrast is " + ratio + " to 1, and 3 to 1 is needed.",
                        "この色の図形は" + (light ? "白い" : "暗い") + "背景では見分けにくく、コントラスト比は" + ratio + ":1です（3:1以上が必要）。"),
                new Words("The nearest colour that would do is " + better + ".", "条件を満たす最も近い色は " + better + " です。")));
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
