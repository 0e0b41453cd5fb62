package org.moatmark.core.scoring;

import org.moatmark.core.issue.Words;

/** Why there is no score. */
public enum Reason {
    /** Too little of the node was answered (rule S6). */
    TOO_FEW_ANSWERS("too-few-answers", new Words("too few answers", "回答不足")),
    /** Nothing in the node applies to this company. */
    NOT_APPLICABLE("not-applicable", new Words("not applicable", "該当なし")),
    /** A child that is needed has no score (rule S7). */
    CHILD_MISSING("child-missing", new Words("too much of it has no score", "下位に得点のないものが多い")),
    /** Nobody present is asked anything in the node, or the short form leaves it out. */
    NOT_ASKED("not-asked", new Words("not asked", "質問対象外"));

    private final String word;
    private final Words words;

    Reason(String word, Words words) {
        this.word = word;
        this.words = words;
    }

    /**
     * The word in files.
     *
     * @return the word as it stands in results
     */
    public String word() {
        return word;
    }

    /**
     * The reason for people.
     *
     * @return a clause
     */
    public Words words() {
        return words;
    }
}
