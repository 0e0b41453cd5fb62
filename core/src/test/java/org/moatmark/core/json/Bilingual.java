package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.moatmark.core.issue.Issue;

/** Checks that issues speak English and Japanese. */
public final class Bilingual {

    private Bilingual() {}

    public static void check(List<Issue> issues) {
        for (Issue issue : issues) {
            assertThat(issue.message().en()).as(issue.code()).endsWith(".").doesNotContain("null'", "org.moatmark");
            assertThat(issue.message().ja()).as(issue.code()).endsWith("。").containsPattern("[ぁ-んァ-ヶ]");
            assertThat(issue.hint().en()).as(issue.code()).matches("(?s).*[.?]");
            assertThat(issue.hint().ja()).as(issue.code()).containsPattern("[ぁ-んァ-ヶ]");
        }
    }
}
