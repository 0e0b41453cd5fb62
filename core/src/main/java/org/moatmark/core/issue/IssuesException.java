package org.moatmark.core.issue;

import java.util.List;

/** Thrown where a caller asked for a value although its data are not sound; carries every issue. */
public final class IssuesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Every fault, in document order. */
    private final Issue[] issues;

    /**
     * Builds the exception; its message is the first issue and how many more there are.
     *
     * @param issues every fault, at least one
     */
    public IssuesException(List<Issue> issues) {
        super(summary(issues));
        this.issues = issues.toArray(new Issue[0]);
    }

    /**
     * Every fault.
     *
     * @return the faults in document order
     */
    public List<Issue> issues() {
        return List.of(issues);
    }

    private static String summary(List<Issue> issues) {
        Issue first = issues.get(0);
        String more = issues.size() == 1 ? "" : " (and " + (issues.size() - 1) + " more)";
        return first.path() + ": " + first.message().en() + more;
    }
}
