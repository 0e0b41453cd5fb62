package org.moatmark.api.export;

import java.util.Optional;

/** A size of paper. */
public enum Paper {
    /** 210 by 297 mm. */
    A4("a4", "A4"),
    /** 8.5 by 11 inches. */
    LETTER("letter", "letter");

    private final String word;
    private final String css;

    Paper(String word, String css) {
        this.word = word;
        this.css = css;
    }

    /**
     * The word in addresses and options.
     *
     * @return {@code a4} or {@code letter}
     */
    public String word() {
        return word;
    }

    /** The word in styles. */
    String css() {
        return css;
    }

    /**
     * The size of a word.
     *
     * @param word as in addresses and options
     * @return the size, or empty
     */
    public static Optional<Paper> of(String word) {
        for (Paper paper : values()) {
            if (paper.word.equals(word)) {
                return Optional.of(paper);
            }
        }
        return Optional.empty();
    }
}
