package org.moatmark.core.report;

/**
 * Writes a story as HTML: as one file that needs nothing else and no script, and as a fragment for a page that has its own
 * frame and links {@link #css} as a file, so that a policy that forbids styles inside the page lets it through. Both are
 * well-formed XML.
 */
public final class HtmlReport {

    private final Story story;
    private final Markup out = new Markup();
    private final HtmlBlocks blocks;

    private HtmlReport(Story story, ChartStyle.Form form) {
        this.story = story;
        this.blocks = new HtmlBlocks(story, form, out);
    }

    /**
     * The whole file.
     *
     * @param story a story
     * @return HTML with its style inside
     */
    public static String page(Story story) {
        return document(story, css(story.brand()), ChartStyle.Form.PAGE);
    }

    /**
     * The whole file for a program that lays out paper and knows less of styles than browsers do.
     *
     * @param story a story
     * @param css the style; not escaped, so that it must hold nothing from outside
     * @return well-formed XHTML
     */
    public static String paper(Story story, String css) {
        return document(story, css, ChartStyle.Form.STANDALONE);
    }

    private static String document(Story story, String css, ChartStyle.Form form) {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>").line();
        page.open("html", "lang", story.language(), "xmlns", "http://www.w3.org/1999/xhtml");
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.empty("meta", "name", "referrer", "content", "no-referrer");
        page.empty("meta", "name", "description", "content", story.byline());
        page.leaf("title", story.title() + " · " + story.byline());
        page.open("style").raw(css).close("style").close("head").line();
        page.open("body", "class", "sheet")
                .raw(new HtmlReport(story, form).write("main"))
                .close("body")
                .close("html")
                .line();
        return page.toString();
    }

    /**
     * The part inside the body.
     *
     * @param story a story
     * @return HTML without any style of its own: one element of class {@code report}, which names the colour of the company, if
     *     it has one, in {@code data-us-light} and {@code data-us-dark}: a page sets them as {@code --us-light} and
     *     {@code --us-dark}
     */
    public static String fragment(Story story) {
        return new HtmlReport(story, ChartStyle.Form.PAGE).write("div");
    }

    /**
     * The style of reports, for screens in light and dark and for paper.
     *
     * @param brand how they are to look
     * @return CSS
     */
    public static String css(Brand brand) {
        return Style.CSS + ChartStyle.stylesheet(brand.accent() == null ? ChartStyle.ACCENT : brand.colour());
    }

    /** Writes the report; a page that has a main part of its own gets no second one. */
    private String write(String main) {
        String accent = story.brand().accent() == null ? null : story.brand().colour();
        if (accent == null) {
            out.open("div", "class", "report", "lang", story.language());
        } else {
            out.open(
                    "div",
                    "class",
                    "report",
                    "lang",
                    story.language(),
                    "data-us-light",
                    Ink.US.in(ChartStyle.Theme.LIGHT, accent).hex(),
                    "data-us-dark",
                    Ink.US.in(ChartStyle.Theme.DARK, accent).hex());
        }
        header();
        contents();
        out.open(main);
        story.sections().forEach(this::section);
        out.close(main).close("div");
        return out.toString();
    }

    private void header() {
        out.open("header").line();
        out.open(
                "svg",
                "class",
                "accent",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 100 1",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        accentBar();
        out.close("svg");
        out.leaf("h1", story.title());
        if (story.subtitle() != null) {
            out.leaf("p", story.subtitle(), "class", "subtitle");
        }
        out.leaf("p", story.byline(), "class", "byline").close("header").line();
    }

    /** The accent is an attribute of a drawing, since styles inside the page may be forbidden. */
    private void accentBar() {
        out.empty("rect", "width", "100", "height", "1", "fill", story.brand().colour());
    }

    private void contents() {
        out.open("nav", "aria-label", say("Contents", "目次")).open("ol");
        for (Story.Section section : story.sections()) {
            out.open("li")
                    .leaf("a", section.title(), "href", "#" + section.id())
                    .close("li");
        }
        out.close("ol").close("nav").line();
    }

    private void section(Story.Section section) {
        out.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
        out.leaf("h2", section.title(), "id", section.id() + "-title");
        blocks.write(section.blocks());
        out.close("section").line();
    }

    private String say(String en, String ja) {
        return "ja".equals(story.language()) ? ja : en;
    }
}
