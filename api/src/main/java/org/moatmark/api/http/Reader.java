package org.moatmark.api.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Who reads a page: in which language, and with which words it is told.
 *
 * @param call the request for the page
 * @param words what pages say
 * @param language {@code en} or {@code ja}
 */
record Reader(Call call, PageWords words, String language) {

    static Reader of(Call call, PageFrame frame) {
        return new Reader(call, frame.words(), PageFrame.language(call));
    }

    /** A text of the pages. */
    String word(String key) {
        return words.get(key, language);
    }

    /** A text of the pages with what is given by name and value, in turn. */
    String word(String key, String... given) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            byName.put(given[i], given[i + 1]);
        }
        return words.get(key, language, byName);
    }

    /** What a text map says in the language of the page, or else in one that it has. */
    String say(TextMap texts) {
        return texts.in(spokenIn(texts));
    }

    private String spokenIn(TextMap texts) {
        return texts.languages().contains(language)
                ? language
                : texts.languages().iterator().next();
    }

    /** The element of a text map; where the text is in another language than the page, it says in which. */
    void element(Html html, String name, TextMap texts) {
        html.element(name, Html.with("lang", foreign(texts)), say(texts));
    }

    /** The language in which a text is said, or null if that is the page's. */
    @Nullable
    String foreign(TextMap texts) {
        String spoken = spokenIn(texts);
        return spoken.equals(language) ? null : spoken;
    }

    /** The language of English texts, where the page is in another. */
    Map<String, String> english() {
        return Html.with("lang", "en".equals(language) ? null : "en");
    }

    /** The name of a case company in the language of the page, or else the one that it has in English. */
    void name(Html html, TextMap name) {
        element(html, "span", name);
    }

    String link(String path) {
        return PageFrame.link(call, path);
    }

    /** A link of ours. */
    void link(Html html, String path, String text) {
        html.element("a", Html.with("href", link(path)), text);
    }
}
