package org.moatmark.core.benchmark;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/**
 * Reads a filter of case companies from words as somebody wrote them: {@code sector}, {@code region}, {@code size},
 * {@code market}, {@code country}, {@code asOf} (a year, or a span such as {@code 2010-2024}) and {@code q} (words that
 * must occur).
 */
public final class FilterWords {

    /** The names of all words. */
    public static final List<String> NAMES = List.of("sector", "region", "size", "market", "country", "asOf", "q");

    /** A longer text is not searched for. */
    public static final int LONGEST_TEXT = 200;

    private FilterWords() {}

    /**
     * Reads a filter.
     *
     * @param given by name of {@link #NAMES} what was written; other names are passed over
     * @param library the companies, whose words are allowed
     * @return the filter, or an issue for each word that is not allowed, which names those that are; its path is
     *     {@code /} and the name
     */
    public static Checked<CaseFilter> read(Map<String, String> given, CaseLibrary library) {
        GivenWords words = new GivenWords(library, given);
        PeerCriteria criteria = words.criteria();
        String country = words.word(ChoiceWord.COUNTRY);
        String text = text(words);
        return words.done(() -> new CaseFilter(criteria, country, text));
    }

    private static @Nullable String text(GivenWords words) {
        String text = words.text("q");
        if (text != null && text.isBlank()) {
            words.fault(new Issue(
                    "blank-text",
                    "/q",
                    new Words("There is nothing to search for.", "検索する語がありません。"),
                    new Words("Write words, or leave 'q' out.", "語を書くか、「q」を省いてください。")));
        } else if (text != null && text.length() > LONGEST_TEXT) {
            words.fault(new Issue(
                    "text-too-long",
                    "/q",
                    new Words(
                            "The text to search for has " + text.length() + " characters, but at most " + LONGEST_TEXT
                                    + " are taken.",
                            "検索する語は" + text.length() + "文字ですが、上限は" + LONGEST_TEXT + "文字です。"),
                    new Words("Shorten the text.", "短くしてください。")));
        }
        return text;
    }
}
