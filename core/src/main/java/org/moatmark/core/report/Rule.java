package org.moatmark.core.report;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The rule by which a score was made.
 *
 * @param number its number among the scoring rules, such as {@code S7}
 * @param joining how the parts became one
 */
public record Rule(String number, Joining joining) implements Serializable {

    /** How parts become one score (rules S6, S7). */
    public enum Joining {
        /** Their weighted mean. */
        ARITHMETIC("arithmetic"),
        /** Their weighted geometric mean: a weak part weighs more. */
        GEOMETRIC("geometric"),
        /** The lowest of them. */
        MINIMUM("minimum"),
        /** The mean of the best of them. */
        MEAN_OF_BEST("meanOfBest"),
        /** How near two of them are to each other. */
        BALANCE("balance"),
        /** The score of another node, as it is. */
        REFERENCE("reference");

        private final String word;

        Joining(String word) {
            this.word = word;
        }
    }

    /** Refuses null. */
    public Rule {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(joining, "joining");
    }

    /**
     * The rule that a result names.
     *
     * @param named such as {@code S7 geometric}
     * @return the rule
     * @throws IllegalArgumentException if it has no number or joins in a way that no rule does
     */
    public static Rule of(String named) {
        int gap = named.indexOf(' ');
        String word = named.substring(gap + 1);
        return Arrays.stream(Joining.values())
                .filter(one -> gap > 0 && one.word.equals(word))
                .findFirst()
                .map(one -> new Rule(named.substring(0, gap), one))
                .orElseThrow(() -> new IllegalArgumentException("Rule '" + named + "' is no rule of S6 or S7."));
    }

    /**
     * Whether it tells how near two parts are, so that more is not simply better.
     *
     * @return true for a balance
     */
    public boolean balances() {
        return joining == Joining.BALANCE;
    }

    /** As a result names it. */
    @Override
    public String toString() {
        return number + " " + joining.word;
    }
}
