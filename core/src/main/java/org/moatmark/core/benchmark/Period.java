package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of which a fact speaks, as written, and the years that it can touch.
 *
 * <p>Forms: a year ({@code 2018}), a fiscal year ({@code FY2023}), a quarter ({@code Q4 2025}), a decade ({@code 1980s}),
 * a century ({@code 19th century}), from one of them to another ({@code 1980s-2005}, {@code 1887-present}), each also
 * with {@code c. }, {@code early }, {@code mid } or {@code late } before it; and {@code before 2017}.
 *
 * @param text as written
 * @param first the first year that it can touch, or null if it is open
 * @param last the last year that it can touch, or null if it lasts to the present; never before {@code first}
 */
public record Period(
        String text, @Nullable Integer first, @Nullable Integer last) implements Serializable {

    private static final String POINT = "(?:FY|Q[1-4] )?([0-9]{3,4})(s)?|([0-9]{1,2})(?:st|nd|rd|th) century";

    private static final Pattern FORM =
            Pattern.compile("(?:c\\. |early |mid |late )?(?:" + POINT + ")(?:-(?:(present)|" + POINT + "))?");

    private static final Pattern BEFORE = Pattern.compile("before ([0-9]{3,4})");

    /** Refuses a period that ends before it begins. */
    public Period {
        Objects.requireNonNull(text, "text");
        if (first != null && last != null && last < first) {
            throw new IllegalArgumentException("Period '" + text + "' ends before it begins.");
        }
    }

    /**
     * Reads a period.
     *
     * @param text what stands in a file
     * @return the period, or empty if the text has none of the forms, or ends before it begins
     */
    public static Optional<Period> parse(String text) {
        Matcher before = BEFORE.matcher(text);
        if (before.matches()) {
            return Optional.of(new Period(text, null, Integer.parseInt(before.group(1)) - 1));
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int first = start(form, 1);
        boolean present = form.group(4) != null;
        boolean range = form.group(5) != null || form.group(7) != null;
        int last = range ? end(form, 5) : end(form, 1);
        if (!present && last < first) {
            return Optional.empty();
        }
        return Optional.of(new Period(text, first, present ? null : Integer.valueOf(last)));
    }

    /**
     * Whether all of it lies after a year: what it tells was not yet known then.
     *
     * @param year a year
     * @return true if it begins after that year
     */
    public boolean beginsAfter(int year) {
        return first != null && first > year;
    }

    /**
     * Whether any of it may lie after a year.
     *
     * @param year a year
     * @return true if it ends after that year or lasts to the present
     */
    public boolean reachesPast(int year) {
        return last == null || last > year;
    }

    private static int start(Matcher form, int group) {
        String century = form.group(group + 2);
        return century != null ? (Integer.parseInt(century) - 1) * 100 + 1 : Integer.parseInt(form.group(group));
    }

    private static int end(Matcher form, int group) {
        String century = form.group(group + 2);
        if (century != null) {
            return Integer.parseInt(century) * 100;
        }
        int year = Integer.parseInt(form.group(group));
        return form.group(group + 1) != null ? year + 9 : year;
    }
}
