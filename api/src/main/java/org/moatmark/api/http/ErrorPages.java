package org.moatmark.api.http;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.moatmark.api.http.PageFrame.Page;
import org.moatmark.core.issue.Issue;

/**
 * What somebody with a browser sees where something is wrong: a page of ours that says what happened and how to go on. The
 * interface itself answers with problems, whoever asks.
 */
final class ErrorPages {

    private static final String AREA = "error.";
    private static final Page PAGE = Page.still("error");

    private final PageFrame frame;

    ErrorPages(PageFrame frame) {
        this.frame = frame;
    }

    /** Whether a page is wanted: the client says so, and asks for none of the interface. */
    static boolean wanted(HttpServletRequest raw) {
        String accept = Gate.accept(raw);
        return accept != null
                && accept.contains("html")
                && !raw.getRequestURI().startsWith("/v1/")
                && "text/html".equals(Media.choose(accept, List.of(Answer.PROBLEM, Answer.JSON, "text/html")));
    }

    /** The page of a problem. */
    Answer of(Halt halt, Visit visit, String requestId) {
        String language = visit.language();
        String kind = kind(halt.slug());
        String title = kind.isEmpty() ? halt.slug().title().in(language) : word(kind + "Title", language);
        String text = kind.isEmpty() ? halt.detail().in(language) : word(kind + "Text", language);
        Answer page = frame.answer(
                        halt.slug().status(),
                        visit,
                        PAGE,
                        title,
                        Map.of(
                                "title", Html.escape(title),
                                "text", Html.escape(text),
                                "faults", faults(halt.issues(), language),
                                "reference", Html.escape(requestId)))
                .with("Cache-Control", "no-store");
        for (var header : halt.headers().entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return page;
    }

    /** The kinds that have words of their own; the others say what the problem says. */
    private static String kind(Slug slug) {
        return switch (slug.status()) {
            case 400 -> "address";
            case 404 -> "missing";
            case 405 -> "method";
            case 410 -> "gone";
            case 429 -> "often";
            case 500 -> "broken";
            case 503 -> "busy";
            default -> "";
        };
    }

    private String word(String key, String language) {
        return frame.words().get(AREA + key, language);
    }

    private static String faults(List<Issue> issues, String language) {
        Html html = new Html();
        for (Issue issue : issues) {
            html.element("p", issue.message().in(language) + " " + issue.hint().in(language));
        }
        return html.toString();
    }
}
