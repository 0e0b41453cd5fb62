package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moatmark.core.questionnaire.TextMap;

/**
 * The page of honesty of a case library in a line or two, for places that have no room for all of it: what the page itself
 * puts in bold, or its first paragraph where nothing is bold.
 */
public final class HonestyInShort {

    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL);

    private HonestyInShort() {}

    /**
     * The short form of a page.
     *
     * @param page the page in every language, as Markdown
     * @return one paragraph of plain text in each of the same languages
     */
    public static TextMap of(TextMap page) {
        TreeMap<String, String> texts = new TreeMap<>();
        page.byLanguage().forEach((language, text) -> texts.put(language, inShort(text, language)));
        return new TextMap(texts);
    }

    private static String inShort(String page, String language) {
        List<String> bold = new ArrayList<>();
        Matcher found = BOLD.matcher(page);
        while (found.find()) {
            bold.add(oneLine(found.group(1)));
        }
        if (!bold.isEmpty()) {
            return String.join("ja".equals(language) ? "" : " ", bold);
        }
        for (String paragraph : page.strip().split("\n\\s*\n")) {
            if (!paragraph.startsWith("#")) {
                return oneLine(paragraph);
            }
        }
        return oneLine(page);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
