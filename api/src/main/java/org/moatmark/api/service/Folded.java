package org.moatmark.api.service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are compared: what people take for the same name is the same. Width, ligatures and other compatible forms
 * (NFKC), upper and lower case, blanks at the ends and their number between words, and marks that nobody sees do not count.
 */
final class Folded {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Folded() {}

    static String of(String name) {
        String compatible = Normalizer.normalize(UNSEEN.matcher(name).replaceAll(""), Normalizer.Form.NFKC);
        // By way of upper case, as some letters have two lower ones, and one has two upper ones.
        String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String normal = Normalizer.normalize(folded, Normalizer.Form.NFKC);
        return BLANKS.matcher(normal).replaceAll(" ").strip();
    }
}
