package org.moatmark.api.http;

import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/**
 * A look at a page: in which language, and at which address.
 *
 * @param language in which the page is written
 * @param chosen the language that the reader chose by a link, which further links keep; null if none
 * @param address the path of the page
 * @param query its query, or null
 * @param signedIn whether the browser sent what a key was traded for. It may have ended since: a page may name the way to the
 *     desk by it, and nothing else
 */
record Visit(
        String language,
        @Nullable String chosen,
        String address,
        @Nullable String query,
        boolean signedIn) {

    static final String LANG = "lang";

    /** The look of a call; a language in which there are no pages is refused. */
    static Visit of(Call call) {
        String wanted = call.parameters().get(LANG);
        if (wanted != null && !PageWords.LANGUAGES.contains(wanted)) {
            throw Halt.parameter(
                    LANG,
                    new Words("There is no page in that language.", "その言語のページはありません。"),
                    new Words("Write en or ja.", "en または ja を指定してください。"),
                    PageWords.LANGUAGES);
        }
        return new Visit(
                wanted == null ? call.language() : wanted,
                wanted,
                call.raw().getRequestURI(),
                call.raw().getQueryString(),
                Guard.hasKeyCookie(call.raw()));
    }

    /** The look of a request with which something is wrong, perhaps even its language. */
    static Visit of(HttpServletRequest raw, String accepted) {
        String query = raw.getQueryString();
        String chosen = PageWords.LANGUAGES.stream()
                .filter(language -> ("&" + query + "&").contains("&" + LANG + "=" + language + "&"))
                .findFirst()
                .orElse(null);
        return new Visit(
                chosen == null ? accepted : chosen, chosen, raw.getRequestURI(), query, Guard.hasKeyCookie(raw));
    }

    /** An address of ours in the language that the reader chose, if any. */
    String link(String path) {
        if (chosen == null) {
            return path;
        }
        int hash = path.indexOf('#');
        String fragment = hash < 0 ? "" : path.substring(hash);
        String bare = hash < 0 ? path : path.substring(0, hash);
        return bare + (bare.indexOf('?') < 0 ? '?' : '&') + LANG + "=" + chosen + fragment;
    }
}
