package org.moatmark.core.issue;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that somebody probably meant. */
public final class Nearest {

    /** Longer words are not compared. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The candidate with the fewest changes of a letter, if these are few.
     *
     * @param word what was written
     * @param candidates what could have been meant; of equally near ones the first is taken
     * @return the nearest, or null if none is near
     */
    public static @Nullable String to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return null;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int best = Math.max(1, word.length() / 3) + 1;
        String nearest = null;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) < best) {
                int changes = changes(lower, candidate.toLowerCase(Locale.ROOT));
                if (changes < best && changes < word.length()) {
                    best = changes;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }

    /**
     * How far two words are apart: letters to insert, remove, replace or swap with their neighbour (optimal string alignment
     * distance).
     *
     * @param a a word
     * @param b another
     * @return 0 for the same word
     */
    public static int changes(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
