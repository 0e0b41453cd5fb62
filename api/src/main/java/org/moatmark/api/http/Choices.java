package org.moatmark.api.http;

import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.ChoiceWord;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;

/** What is chosen by query parameters among the cases. */
final class Choices {

    /** Nothing about the shipped cases is a secret; who has an answer already need not be sent it again. */
    private static final String ASK_AGAIN = "public, no-cache";

    private Choices() {}

    /** What was chosen; a word that is not allowed is answered with those that are. */
    static <T> T sound(Checked<T> read, CaseLibrary library) {
        if (read instanceof Checked.Invalid<T> invalid) {
            Halt halt = Halt.of(Slug.INVALID_PARAMETER, invalid.issues());
            for (Issue issue : invalid.issues()) {
                for (ChoiceWord word : ChoiceWord.values()) {
                    if (issue.path().equals("/" + word.word())) {
                        halt.allowing(issue.path(), word.allowed(library));
                    }
                }
            }
            throw halt;
        }
        return read.orThrow();
    }

    /** An answer that every stranger gets who asks for the same, and that may hold more for whoever is known. */
    static Answer shared(Call call, Answer answer) {
        Answer tagged = shared(answer);
        return call.beside().isEmpty() ? tagged : tagged.with("Cache-Control", "private, no-cache");
    }

    /** An answer that everybody gets who asks for the same. */
    static Answer shared(Answer answer) {
        return ETags.byContent(answer).with("Cache-Control", ASK_AGAIN);
    }
}
