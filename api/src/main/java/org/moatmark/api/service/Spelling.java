package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.moatmark.core.issue.Nearest;

/**
 * Names that are probably one name in two spellings. They differ by width, case, blanks or punctuation alone, or by one letter
 * within one of their words. A number, a single letter or an ideograph more or less makes another name: "Plant 2",
 * "Team B" and "\u55b6\u696d\u4e8c\u90e8" are no misspellings of their neighbours.
 */
final class Spelling {

    /** Each name is compared with all others: of more names nothing is said, or thousands would keep every reader waiting. */
    static final int MOST = 200;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{5,40}");
    private static final Pattern NO_IDEOGRAPH = Pattern.compile("\\P{IsHan}+");

    private Spelling() {}

    /** Names that are probably the same, each group in order; names that are like no other are in none. */
    static List<List<String>> alike(Collection<String> names) {
        if (names.size() > MOST) {
            return List.of();
        }
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        for (String name : new TreeSet<>(names)) {
            String folded = Folded.of(name);
            String like = groups.keySet().stream()
                    .filter(other -> areAlike(folded, other))
                    .findFirst()
                    .orElse(folded);
            groups.computeIfAbsent(like, none -> new TreeSet<>()).add(name);
        }
        List<List<String>> alike = new ArrayList<>();
        for (TreeSet<String> group : groups.values()) {
            if (group.size() > 1) {
                alike.add(List.copyOf(group));
            }
        }
        return alike;
    }

    /** Both are folded. */
    private static boolean areAlike(String one, String other) {
        if (bare(one).equals(bare(other))) {
            return true;
        }
        String[] words = one.split(" ", -1);
        String[] others = other.split(" ", -1);
        if (words.length != others.length) {
            return false;
        }
        int slips = 0;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(others[i])) {
                slips += isSlip(words[i], others[i]) ? 1 : 2;
            }
        }
        return slips == 1;
    }

    private static String bare(String folded) {
        String bare = NEITHER_LETTER_NOR_DIGIT.matcher(folded).replaceAll("");
        return bare.isEmpty() ? folded : bare;
    }

    private static boolean isSlip(String word, String other) {
        return ideographs(word).equals(ideographs(other))
                && WORD.matcher(word).matches()
                && WORD.matcher(other).matches()
                && Nearest.changes(word, other) == 1;
    }

    private static String ideographs(String word) {
        return NO_IDEOGRAPH.matcher(word).replaceAll("");
    }
}
