package org.moatmark.api.faults;

/** A fault that this machine does not let us cause; it is reported as that, and never as passed. */
final class NotRun extends Exception {

    private static final long serialVersionUID = 1L;

    NotRun(String why) {
        super(why);
    }
}
