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
import org.moatmark.core.issue.Words;

/**
 * Puts a page into the frame that all pages share: head, navigation, language switch, foot. A page is a template ({@code
 * web/pages/NAME.html}) in which stand:
 *
 * <ul>
 *   <li>{@code {{word area.key}}}: a text of {@link PageWords}, escaped;
 *   <li>{@code {{link /path}}}: an address of ours that keeps the language the reader chose;
 *   <li>{@code {{file name}}}: the address of a {@link WebFiles} file;
 *   <li>{@code {{slot name}}}: HTML that the route wrote with {@link Html}.
 * </ul>
 */
final class PageFrame {

    private static final String HTML = "text/html;charset=utf-8";
    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+) ([^}]+)}}");
    private static final String LANG = "lang";

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
                .knowing(LANG)
                .alsoKnowing(List.of(parameters));
    }

    /** The language of a page: that of the link, else that of the browser. */
    static String language(Call call) {
        String wanted = call.parameters().get(LANG);
        if (wanted == null) {
            return call.language();
        } else if (!PageWords.LANGUAGES.contains(wanted)) {
            throw Halt.parameter(
                    LANG,
                    new Words("There is no page in that language.", "その言語のページはありません。"),
                    new Words("Write en or ja.", "en または ja を指定してください。"),
                    PageWords.LANGUAGES);
        }
        return wanted;
    }

    /** An address of ours in the language that the reader chose by a link, if any. */
    static String link(Call call, String path) {
        String chosen = call.parameters().get(LANG);
        if (chosen == null) {
            return path;
        }
        int hash = path.indexOf('#');
        String fragment = hash < 0 ? "" : path.substring(hash);
        String bare = hash < 0 ? path : path.substring(0, hash);
        return bare + (bare.indexOf('?') < 0 ? '?' : '&') + LANG + "=" + chosen + fragment;
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
        String language = language(call);
        Function<String, String> slot = name -> {
            String html = slots.get(name);
            if (html == null) {
                throw new IllegalArgumentException("Page '" + page.name() + "' lacks the slot '" + name + "'.");
            }
            return html;
        };
        String main = fill(call, template(page.name()), language, slot);
        String html = fill(call, template("frame"), language, name -> switch (name) {
            case "lang" -> language;
            case "title" -> Html.escape(title);
            case "areas" -> String.join(" ", areas(page));
            case "page" -> page.name();
            case "scripts" -> scripts(page, language);
            case "switch" -> languageSwitch(call, language);
            case "main" -> main;
            default -> throw new IllegalArgumentException("The frame has no slot '" + name + "'.");
        });
        return ETags.byContent(Answer.text(200, HTML, html))
                .with("Content-Language", language)
                .with("Content-Security-Policy", SecurityHeaders.CSP_PAGE)
                .with("Cache-Control", "no-cache");
    }

    private static String template(String name) {
        return new String(Library.resource("/web/pages/" + name + ".html"), StandardCharsets.UTF_8);
    }

    private String fill(Call call, String template, String language, Function<String, String> slot) {
        return HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(fill(call, hole, language, slot)));
    }

    private String fill(Call call, MatchResult hole, String language, Function<String, String> slot) {
        String name = hole.group(2);
        return switch (hole.group(1)) {
            case "word" -> Html.escape(words.get(name, language));
            case "link" -> Html.escape(link(call, name));
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
    private String languageSwitch(Call call, String language) {
        Html html = new Html();
        for (String other : PageWords.LANGUAGES) {
            String name = words.get("frame.languageName", other);
            if (other.equals(language)) {
                html.element("span", Html.with("lang", other, "aria-current", "true"), name);
            } else {
                html.element(
                        "a", Html.with("href", otherLanguage(call, other), "lang", other, "hreflang", other), name);
            }
        }
        return html.toString();
    }

    private static String otherLanguage(Call call, String language) {
        String query = call.raw().getQueryString();
        String rest = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(one -> !one.startsWith(LANG + "=") && !one.isEmpty())
                        .map(one -> "&" + one)
                        .collect(Collectors.joining());
        return call.raw().getRequestURI() + "?" + LANG + "=" + language + rest;
    }
}
