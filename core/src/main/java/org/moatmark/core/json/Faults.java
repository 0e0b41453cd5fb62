package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/**
 * Collects what is wrong with one document, and what its owner should know. Every reader of a part adds to it and goes
 * on, so that the owner learns everything at once.
 */
final class Faults {

    /** So many issues are kept; nobody mends more at once, and a hostile document must not fill the memory. */
    static final int MOST_KEPT = 1_000;

    private final List<Issue> issues = new ArrayList<>();
    private final List<Issue> warnings = new ArrayList<>();
    private int found;

    /** How many faults there are so far; a reader compares before and after a part. */
    int count() {
        return found;
    }

    /** Whether nothing was added since the count was taken. */
    boolean noneSince(int count) {
        return found == count;
    }

    /** Whether something is wrong at this very place. */
    boolean has(Place at) {
        String pointer = at.pointer();
        return issues.stream().anyMatch(issue -> issue.path().equals(pointer));
    }

    void addAll(Collection<Issue> more) {
        found += more.size();
        issues.addAll(more);
    }

    /** Adds a fault; {@code who} is whose data it is, such as {@code Item 'D1.1a'}. */
    void add(String code, Place at, Words who, String en, String ja, String hintEn, String hintJa) {
        found++;
        if (issues.size() < MOST_KEPT) {
            issues.add(issue(code, at, who, en, ja, hintEn, hintJa));
        }
    }

    /** Whether so much is wrong that nothing more is kept; then the words of a fault need not be looked for. */
    boolean isFull() {
        return issues.size() >= MOST_KEPT;
    }

    /** Counts a fault that has no words, since it would not be kept. */
    void onlyCount() {
        found++;
    }

    /** Adds something worth knowing that does not stop the reading. */
    void warn(String code, Place at, Words who, String en, String ja, String hintEn, String hintJa) {
        if (warnings.size() < MOST_KEPT) {
            warnings.add(issue(code, at, who, en, ja, hintEn, hintJa));
        }
    }

    /** What was read if there is no fault, else all faults in document order. */
    <T> Checked<T> result(@Nullable JsonValue document, Supplier<T> value) {
        if (issues.isEmpty()) {
            return new Checked.Valid<>(value.get(), warnings);
        }
        return new Checked.Invalid<>(DocumentOrder.sorted(issues, document));
    }

    private static Issue issue(String code, Place at, Words who, String en, String ja, String hintEn, String hintJa) {
        Words message = new Words(who.en() + ": " + en, who.ja() + "：" + ja);
        return new Issue(code, at.pointer(), message, new Words(hintEn, hintJa));
    }
}
