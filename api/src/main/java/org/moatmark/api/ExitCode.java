package org.moatmark.api;

/** What the program says to the shell that called it. */
final class ExitCode {

    /** All done. */
    static final int DONE = 0;

    /** The data that were given have issues, and all of them have been printed. */
    static final int ISSUES = 1;

    /** The call itself is wrong: an unknown word, a file that cannot be read. */
    static final int USAGE = 2;

    /** The disk of the database failed while the server ran (EX_IOERR of sysexits.h). */
    static final int DISK_FAILED = 74;

    /** Whoever read the result has heard enough: what a shell reports of a program that a closed pipe ends. */
    static final int NOBODY_READS = 141;

    /** The server cannot start, or the data cannot be used as they are (EX_CONFIG of sysexits.h). */
    static final int CANNOT_START = 78;

    private ExitCode() {}
}
