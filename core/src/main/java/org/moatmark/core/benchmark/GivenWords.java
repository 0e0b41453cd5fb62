package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;

/** Words by which companies are chosen, as somebody wrote them; collects all that is wrong with them. */
final class GivenWords {

    private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    private final CaseLibrary library;
    private final Map<String, String> given;
    private final List<Issue> issues = new ArrayList<>();

    GivenWords(CaseLibrary library, Map<String, String> given) {
        this.library = library;
        this.given = given;
    }

    @Nullable
    String text(String name) {
        return given.get(name);
    }

    /** Whether any of these was given. */
    boolean has(Collection<String> names) {
        return names.stream().anyMatch(given::containsKey);
    }

    /** What was read, unless something was wrong. */
    <T> Checked<T> done(Supplier<T> made) {
        return issues.isEmpty() ? new Checked.Valid<>(made.get(), List.of()) : new Checked.Invalid<>(issues);
    }

    PeerCriteria criteria() {
        String sector = word(ChoiceWord.SECTOR);
        String region = word(ChoiceWord.REGION);
        String size = word(ChoiceWord.SIZE);
        String market = word(ChoiceWord.MARKET);
        int[] years = years();
        return new PeerCriteria(
                sector,
                region,
                size == null ? null : CompanySize.values()[library.sizes().indexOf(size)],
                market == null ? null : Market.values()[library.markets().indexOf(market)],
                years.length == 0 ? null : Integer.valueOf(years[0]),
                years.length == 0 ? null : Integer.valueOf(years[1]));
    }

    /** One of the words that the library has; null where none was given, and after a fault. */
    @Nullable
    String word(ChoiceWord kind) {
        String word = given.get(kind.word());
        List<String> allowed = kind.allowed(library);
        if (word == null || allowed.contains(word)) {
            return word;
        }
        unknown(kind, word, allowed);
        return null;
    }

    private void unknown(ChoiceWord kind, String word, List<String> allowed) {
        String shown = Excerpt.of(word);
        String near = Nearest.to(word, allowed);
        String all = String.join(", ", allowed);
        issues.add(new Issue(
                "unknown-word",
                "/" + kind.word(),
                new Words(
                        "The case companies have no " + kind.called().en() + " '" + shown + "'.",
                        "事例企業に" + kind.called().ja() + "「" + shown + "」はありません。"),
                new Words(
                        (near == null ? "" : "Did you mean '" + near + "'? ") + "Possible: " + all + ".",
                        (near == null ? "" : "「" + near + "」ではありませんか。") + "使える語：" + all)));
    }

    /** First and last year; empty where none were given, and after a fault. */
    private int[] years() {
        String text = given.get(ChoiceWord.AS_OF.word());
        if (text == null) {
            return new int[0];
        }
        Matcher form = YEARS.matcher(text);
        if (form.matches()) {
            int from = Integer.parseInt(form.group(1));
            int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
            if (from <= to) {
                return new int[] {from, to};
            }
        }
        List<String> known = ChoiceWord.AS_OF.allowed(library);
        String span = known.isEmpty() ? "" : known.get(0) + "-" + known.get(known.size() - 1);
        issues.add(new Issue(
                "invalid-years",
                "/" + ChoiceWord.AS_OF.word(),
                new Words(
                        "'" + Excerpt.of(text) + "' is no year and no span of years.",
                        "「" + Excerpt.of(text) + "」は年でも年の範囲でもありません。"),
                new Words(
                        "Write a year such as 2012 or a span such as 2010-2024; the companies are rated as of " + span
                                + ".",
                        "2012 または 2010-2024 のように書いてください。事例企業の評価時点は" + span + "年です。")));
        return new int[0];
    }

    /** A whole number in a range; the usual one where none was given, and after a fault. */
    long whole(String name, long least, long most, long usual) {
        String text = given.get(name);
        if (text == null) {
            return usual;
        }
        if (WHOLE.matcher(text).matches()) {
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException tooLarge) {
                // It is out of range, which is what is said below.
            }
        }
        issues.add(new Issue(
                "number-out-of-range",
                "/" + name,
                new Words(
                        "'" + Excerpt.of(text) + "' is no whole number from " + least + " to " + most + ".",
                        "「" + Excerpt.of(text) + "」は" + least + "から" + most + "までの整数ではありません。"),
                new Words(
                        "Give a whole number from " + least + " to " + most + ".",
                        least + "から" + most + "までの整数を指定してください。")));
        return usual;
    }

    void fault(Issue issue) {
        issues.add(issue);
    }
}
