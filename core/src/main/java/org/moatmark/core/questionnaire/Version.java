package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version of three numbers; pre-releases and build data are not used for questionnaires.
 *
 * @param major changes when scores of old answers may change
 * @param minor changes when something is added
 * @param patch changes when words are mended
 */
public record Version(int major, int minor, int patch) implements Comparable<Version>, Serializable {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /** Refuses negative numbers. */
    public Version {
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException("A version has no negative number.");
        }
    }

    /**
     * Whether a text is a version.
     *
     * @param text any text
     * @return true for three numbers with dots
     */
    public static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Reads a version.
     *
     * @param text three numbers with dots, such as {@code 1.0.0}
     * @return the version
     * @throws IllegalArgumentException if the text is no version
     */
    public static Version parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version like 1.0.0.");
        }
        return new Version(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
