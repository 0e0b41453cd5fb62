package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/**
 * Collects what is wrong with the files of one case library, and what their owner should know. Every reader adds to it
 * and goes on, so that the owner learns everything at once.
 */
final class CsvFaults {

    /** So many issues are kept; nobody mends more at once, and a hostile file must not fill the memory. */
    static final int MOST_KEPT = 1_000;

    /** An issue and where it stands among the others. */
    private record Found(CsvPlace at, Issue issue) {}

    private final List<Found> issues = new ArrayList<>();
    private final List<Found> warnings = new ArrayList<>();
    private int count;

    /** How many faults there are so far; a reader compares before and after a part. */
    int count() {
        return count;
    }

    /** Whether nothing was added since the count was taken. */
    boolean noneSince(int before) {
        return count == before;
    }

    /** Whether no further fault is kept, so that it need not be put into words. */
    boolean full() {
        return issues.size() >= MOST_KEPT;
    }

    /** Whether no further warning is kept. */
    boolean fullOfWarnings() {
        return warnings.size() >= MOST_KEPT;
    }

    /** Takes over what was found elsewhere. */
    void addAll(CsvFaults others) {
        count += others.count;
        issues.addAll(others.issues.subList(0, Math.min(others.issues.size(), MOST_KEPT - issues.size())));
        warnings.addAll(others.warnings.subList(0, Math.min(others.warnings.size(), MOST_KEPT - warnings.size())));
    }

    /** Counts a fault that is not kept. */
    void skip() {
        count++;
    }

    /** Adds a fault; the message begins with the place. */
    void add(String code, CsvPlace at, String en, String ja, String hintEn, String hintJa) {
        count++;
        if (!full()) {
            issues.add(new Found(at, issue(code, at, en, ja, hintEn, hintJa)));
        }
    }

    /** Adds something worth knowing that does not stop the reading. */
    void warn(String code, CsvPlace at, String en, String ja, String hintEn, String hintJa) {
        if (!fullOfWarnings()) {
            warnings.add(new Found(at, issue(code, at, en, ja, hintEn, hintJa)));
        }
    }

    /** What was read if there is no fault, else all faults in order of files, rows and columns. */
    <T> Checked<T> result(Supplier<T> value) {
        return issues.isEmpty()
                ? new Checked.Valid<>(value.get(), sorted(warnings))
                : new Checked.Invalid<>(sorted(issues));
    }

    private static Issue issue(String code, CsvPlace at, String en, String ja, String hintEn, String hintJa) {
        Words where = at.said();
        Words message = new Words(where.en() + ": " + en, where.ja() + "：" + ja);
        return new Issue(code, at.path(), message, new Words(hintEn, hintJa));
    }

    private static List<Issue> sorted(List<Found> found) {
        found.sort(Comparator.comparing(Found::at));
        return found.stream().map(Found::issue).toList();
    }
}
