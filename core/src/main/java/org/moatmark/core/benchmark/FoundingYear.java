package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a company began: a year, a year more or less ({@code c. 1590}), or a decade more or less ({@code c. 1520s}).
 *
 * @param year the year, 1-9999; of a decade its first
 * @param precision how well it is known
 */
public record FoundingYear(int year, Precision precision) implements Serializable {

    private static final Pattern FORM = Pattern.compile("(c\\. )?([0-9]{3,4})(s)?");

    /** How well a founding year is known. */
    public enum Precision {
        /** The year itself. */
        YEAR,
        /** That year, more or less. */
        ABOUT_YEAR,
        /** That decade, more or less. */
        ABOUT_DECADE
    }

    /** Refuses years outside 1-9999 and decades that begin with another year than their first. */
    public FoundingYear {
        Objects.requireNonNull(precision, "precision");
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("A founding year lies in 1-9999, not " + year + ".");
        }
        if (precision == Precision.ABOUT_DECADE && year % 10 != 0) {
            throw new IllegalArgumentException("A decade begins with a year like 1520, not " + year + ".");
        }
    }

    /**
     * Reads {@code 1937}, {@code c. 1590} or {@code c. 1520s}; nothing else, so no {@code 1520s} without {@code c.}.
     *
     * @param text what stands in a file
     * @return the year, or empty if the text has another form
     */
    public static Optional<FoundingYear> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(2));
        boolean about = form.group(1) != null;
        boolean decade = form.group(3) != null;
        if (year == 0 || (decade && (!about || year % 10 != 0))) {
            return Optional.empty();
        }
        return Optional.of(new FoundingYear(
                year, decade ? Precision.ABOUT_DECADE : about ? Precision.ABOUT_YEAR : Precision.YEAR));
    }

    /**
     * The form in files.
     *
     * @return such as {@code 1937}, {@code c. 1590} or {@code c. 1520s}
     */
    public String text() {
        return switch (precision) {
            case YEAR -> Integer.toString(year);
            case ABOUT_YEAR -> "c. " + year;
            case ABOUT_DECADE -> "c. " + year + "s";
        };
    }
}
