package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts a page into the frame that all pages share: head, navigation, language switch, foot. A page is a template ({@code
 * web/pages/NAME.html}) in which stand:
 *
 * <ul>
 *   <li>{@code {{word area.key}}}: a text of {@link PageWords}, escaped;
 *   <li>{@code {{link /path}}}: an address of ours that keeps the language the reader chose;
 *   <li>{@code {{file name}}}: the address of a {@link WebFiles} file;
 *   <li>{@code {{slot name}}}: HTML that the route wrote with {@link Html}; {@code {{slot desk}}} every page has.
 * </ul>
 */
final class PageFrame {

    private static final String HTML = "text/html;charset=utf-8";

    /** A page is in the language of its reader, and names the way to the desk by whether a cookie came with it. */
    private static final String VARY = "Accept-Language, Cookie";

    /** The slot that every page has: the words of the link to the desk. */
    private static final String DESK = "desk";

    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+) ([^}]+)}}");

    private final WebFiles files;
    private final PageWords words;

    PageFrame(WebFiles files, PageWords words) {
        this.files = files;
        this.words = words;
    }

    /**
     * A page.
     *
     * @param name of its template, and of the area of words that has its {@code title}
     * @param areas further areas of words that its script uses
     * @param module the script that it starts; null for none
     */
    record Page(String name, List<String> areas, @Nullable String module) {

        /** A page that is read and does nothing. */
        static Page still(String name) {
            return new Page(name, List.of(), null);
        }

        /** A page with a script of the same name. */
        static Page live(String name, String... areas) {
            return new Page(name, List.of(areas), name + ".js");
        }
    }

    /** The route of a page; every page can be asked for in a language. */
    static Route route(String path, Route.Handler handler, String... parameters) {
        return Route.get(path, Access.PUBLIC, handler)
                .giving("text/html")
                .knowing(Visit.LANG)
                .alsoKnowing(List.of(parameters));
    }

    /** The language of a page: that of the link, else that of the browser. */
    static String language(Call call) {
        return Visit.of(call).language();
    }

    /** An address of ours in the language that the reader chose by a link, if any. */
    static String link(Call call, String path) {
        return Visit.of(call).link(path);
    }

    PageWords words() {
        return words;
    }

    /** A page under the title that its words have. */
    Answer answer(Call call, Page page, Map<String, String> slots) {
        return answer(call, page, words.get(page.name() + ".title", language(call)), slots);
    }

    /** A page under a title of its own. */
    Answer answer(Call call, Page page, String title, Map<String, String> slots) {
        return ETags.byContent(answer(200, Visit.of(call), page, title, slots))
                .with("Cache-Control", "no-cache")
                .with("Vary", VARY);
    }

    /** A page with a status, of which nothing is said about keeping it. */
    Answer answer(int status, Visit visit, Page page, String title, Map<String, String> slots) {
        Function<String, String> slot = name -> {
            if (DESK.equals(name)) {
                return desk(visit);
            }
            String html = slots.get(name);
            if (html == null) {
                throw new IllegalArgumentException("Page '" + page.name() + "' lacks the slot '" + name + "'.");
            }
            return html;
        };
        String language = visit.language();
        String main = fill(visit, template(page.name()), slot);
        String html = fill(visit, template("frame"), name -> switch (name) {
            case "lang" -> language;
            case "title" -> Html.escape(title);
            case "areas" -> String.join(" ", areas(page));
            case "page" -> page.name();
            case "scripts" -> scripts(page, language);
            case "switch" -> languageSwitch(visit);
            case "main" -> main;
            case DESK -> desk(visit);
            default -> throw new IllegalArgumentException("The frame has no slot '" + name + "'.");
        });
        return Answer.text(status, HTML, html)
                .with("Content-Language", language)
                .with("Content-Security-Policy", SecurityHeaders.CSP_PAGE);
    }

    /** What the way to the desk is called: whoever signed in is not asked to do so again. */
    private String desk(Visit visit) {
        return Html.escape(words.get(visit.signedIn() ? "frame.assessments" : "frame.signIn", visit.language()));
    }

    private static String template(String name) {
        return new String(Library.resource("/web/pages/" + name + ".html"), StandardCharsets.UTF_8);
    }

    private String fill(Visit visit, String template, Function<String, String> slot) {
        return HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(fill(visit, hole, slot)));
    }

    private String fill(Visit visit, MatchResult hole, Function<String, String> slot) {
        String name = hole.group(2);
        return switch (hole.group(1)) {
            case "word" -> Html.escape(words.get(name, visit.language()));
            case "link" -> Html.escape(visit.link(name));
            case "file" -> files.address(name);
            case "slot" -> slot.apply(name);
            default -> throw new IllegalArgumentException("A template has '" + hole.group() + "'.");
        };
    }

    private static List<String> areas(Page page) {
        List<String> areas = new ArrayList<>(List.of("frame", page.name()));
        areas.addAll(page.areas());
        return areas;
    }

    /** The script of a page, and before it word of everything that it will import. */
    private String scripts(Page page, String language) {
        String module = page.module();
        if (module == null) {
            return "";
        }
        List<String> imported = new ArrayList<>(files.modules(module));
        areas(page).forEach(area -> imported.add(PageWords.module(area, language)));
        return imported.stream()
                .map(name -> "<link rel=\"modulepreload\" href=\"" + files.address(name) + "\">\n")
                .collect(Collectors.joining(
                        "", "", "<script type=\"module\" src=\"" + files.address(module) + "\"></script>\n"));
    }

    /** The same page in the other languages. */
    private String languageSwitch(Visit visit) {
        Html html = new Html();
        for (String other : PageWords.LANGUAGES) {
            String name = words.get("frame.languageName", other);
            if (other.equals(visit.language())) {
                html.element("span", Html.with("lang", other, "aria-current", "true"), name);
            } else {
                html.element(
                        "a", Html.with("href", otherLanguage(visit, other), "lang", other, "hreflang", other), name);
            }
        }
        return html.toString();
    }

    private static String otherLanguage(Visit visit, String language) {
        String query = visit.query();
        String rest = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(one -> !one.startsWith(Visit.LANG + "=") && !one.isEmpty())
                        .map(one -> "&" + one)
                        .collect(Collectors.joining());
        return visit.address() + "?" + Visit.LANG + "=" + language + rest;
    }
}
