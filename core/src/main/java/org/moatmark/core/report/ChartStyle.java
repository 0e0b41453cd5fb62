package org.moatmark.core.report;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a chart is drawn. The picture depends on nothing else, and its bytes are the same on every machine.
 *
 * @param language {@code "ja"} for Japanese, all else for English
 * @param width width in pixels, 280 to 2000; under {@link #NARROW} labels stand above their rows
 * @param form as part of a page, or alone
 * @param theme the colours of a picture that stands alone; a page chooses by its style sheet
 * @param accent the colour of the company as {@code #rrggbb}; darkened or lightened until it can be read
 * @param font names of fonts as in CSS
 * @param id what begins all ids inside, so that several charts can live in one page; a letter, then letters, digits and
 *     hyphens
 * @param heading whether title and takeaway are drawn, too
 */
public record ChartStyle(
        String language, int width, Form form, Theme theme, String accent, String font, String id, boolean heading)
        implements Serializable {

    /** Under this width labels stand above their rows. */
    public static final int NARROW = 560;

    /** The width of a picture for phones: its words can be read where a page is 320 pixels wide. */
    public static final int PHONE = 300;

    /** The least width. */
    public static final int LEAST_WIDTH = 280;

    /** The greatest width. */
    public static final int MOST_WIDTH = 2_000;

    /** The accent unless said. */
    public static final String ACCENT = "#b3400c";

    /** The fonts unless said: those that systems have, Japanese ones among them. */
    public static final String FONT = "system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', Meiryo,"
            + " 'Noto Sans JP', 'Noto Sans CJK JP', 'Noto Sans', Arial, sans-serif";

    /** The least contrast of words with their ground, as WCAG 2.2 AA asks. */
    static final double TEXT_CONTRAST = 4.5;

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,40}");
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern FONTS = Pattern.compile("[A-Za-z0-9 ,'-]{1,300}");

    /** What a chart is part of. */
    public enum Form {
        /** Inside an HTML page: colours by classes of {@link #stylesheet}, no ground, no {@code style} anywhere. */
        PAGE,
        /** Alone, in print, PDF and slides: every colour is an attribute; no style sheet and no variable. */
        STANDALONE
    }

    /** The colours of a picture that stands alone. */
    public enum Theme {
        /** On white, for print, too. */
        LIGHT,
        /** On a dark ground. */
        DARK
    }

    /** Refuses what cannot be drawn. */
    public ChartStyle {
        if (width < LEAST_WIDTH || width > MOST_WIDTH) {
            throw new IllegalArgumentException(
                    "A chart is " + LEAST_WIDTH + " to " + MOST_WIDTH + " pixels wide, not " + width + ".");
        }
        accent = accent.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(accent).matches()) {
            throw new IllegalArgumentException("The accent '" + accent + "' is not a colour such as #b3400c.");
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The id '" + id + "' is not a letter followed by at most 40 letters, digits and hyphens.");
        }
        if (!FONTS.matcher(font).matches()) {
            throw new IllegalArgumentException("The fonts '" + font + "' are not a list of names of fonts.");
        }
    }

    /**
     * A picture that stands alone: light, 760 pixels wide, with its heading.
     *
     * @param language {@code "ja"} for Japanese, all else for English
     * @return the style
     */
    public static ChartStyle standalone(String language) {
        return new ChartStyle(language, 760, Form.STANDALONE, Theme.LIGHT, ACCENT, FONT, "chart", true);
    }

    /**
     * A part of a page, 760 pixels wide, without its heading.
     *
     * @param language {@code "ja"} for Japanese, all else for English
     * @param id what begins all ids inside
     * @return the style
     */
    public static ChartStyle page(String language, String id) {
        return new ChartStyle(language, 760, Form.PAGE, Theme.LIGHT, ACCENT, FONT, id, false);
    }

    /**
     * The same with another width.
     *
     * @param pixels the width
     * @return the style
     */
    public ChartStyle withWidth(int pixels) {
        return new ChartStyle(language, pixels, form, theme, accent, font, id, heading);
    }

    /**
     * The same with other colours.
     *
     * @param colours the theme
     * @return the style
     */
    public ChartStyle withTheme(Theme colours) {
        return new ChartStyle(language, width, form, colours, accent, font, id, heading);
    }

    /**
     * The same with another colour of the company.
     *
     * @param hex as {@code #rrggbb}
     * @return the style
     */
    public ChartStyle withAccent(String hex) {
        return new ChartStyle(language, width, form, theme, hex, font, id, heading);
    }

    /**
     * The same with other fonts, such as the one that a PDF embeds.
     *
     * @param names names of fonts as in CSS, those with spaces in single quotes
     * @return the style
     */
    public ChartStyle withFont(String names) {
        return new ChartStyle(language, width, form, theme, accent, names, id, heading);
    }

    /**
     * The same with other ids.
     *
     * @param prefix what begins all ids inside
     * @return the style
     */
    public ChartStyle withId(String prefix) {
        return new ChartStyle(language, width, form, theme, accent, font, prefix, heading);
    }

    /**
     * The same with or without title and takeaway in the picture.
     *
     * @param drawn whether they are drawn
     * @return the style
     */
    public ChartStyle withHeading(boolean drawn) {
        return new ChartStyle(language, width, form, theme, accent, font, id, drawn);
    }

    /** Whether labels stand above their rows. */
    boolean narrow() {
        return width < NARROW;
    }

    /**
     * The style sheet of charts in pages: light and dark as the reader's system wants it, light in print, the system's
     * own colours where these are forced.
     *
     * @param accent the colour of the company as {@code #rrggbb}
     * @return CSS
     * @throws IllegalArgumentException if that is no colour
     */
    public static String stylesheet(String accent) {
        String own = standalone("en").withAccent(accent).accent();
        StringBuilder css = new StringBuilder(2_000);
        css.append(".mm-chart{max-width:100%;height:auto;")
                .append(properties(Theme.LIGHT, own))
                .append("}\n");
        css.append("@media screen and (prefers-color-scheme:dark){.mm-chart{")
                .append(properties(Theme.DARK, own))
                .append("}}\n");
        css.append(
                        "@media (forced-colors:active){.mm-chart{forced-color-adjust:none;--mm-back:Canvas;--mm-text:CanvasText;")
                .append("--mm-muted:CanvasText;--mm-axis:CanvasText;--mm-us:Highlight}}\n");
        for (Ink ink : Ink.values()) {
            css.append(".mm-f-")
                    .append(ink.word())
                    .append("{fill:var(--mm-")
                    .append(ink.word())
                    .append(")}");
            css.append(".mm-s-")
                    .append(ink.word())
                    .append("{stroke:var(--mm-")
                    .append(ink.word())
                    .append(")}\n");
        }
        return css.toString();
    }

    private static String properties(Theme theme, String accent) {
        StringBuilder all = new StringBuilder();
        for (Ink ink : Ink.values()) {
            String colour = ink.in(theme, accent).hex();
            all.append("--mm-").append(ink.word()).append(':');
            // A page whose style is a file for all reports gets the colour of the company from the report itself.
            all.append(
                    ink == Ink.US ? "var(--us-" + theme.name().toLowerCase(Locale.ROOT) + "," + colour + ")" : colour);
            all.append(';');
        }
        return all.toString();
    }
}
