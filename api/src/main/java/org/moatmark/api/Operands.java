package org.moatmark.api;

import org.moatmark.core.issue.Words;

/**
 * How many words beside options a command takes.
 *
 * @param least the fewest
 * @param most the most
 * @param wanted what they are and how many, for messages
 */
record Operands(int least, int most, Words wanted) {

    /** No file. */
    static final Operands NONE = new Operands(0, 0, new Words("no file", "ファイルは0個"));

    /** One file. */
    static final Operands ONE_FILE = new Operands(1, 1, new Words("one file", "ファイルは1個"));

    boolean allows(int count) {
        return count >= least && count <= most;
    }
}
