package org.moatmark.core.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.Bilingual;

/** Corpus: one defect a library, with exactly the issues that are written beside it. */
class CaseCorpusTest {

    /** The codes are a promise: programs rely on them. */
    private static final Set<String> CODES = Set.of(
            "basis-missing",
            "byte-order-mark",
            "column-not-unique",
            "company-without-ratings",
            "confidence-missing",
            "confidence-off-scale",
            "confidence-without-rating",
            "empty-cell",
            "empty-file",
            "fact-of-another",
            "forbidden-character",
            "founded-after-as-of",
            "id-not-unique",
            "invalid-address",
            "invalid-basis",
            "invalid-country",
            "invalid-id",
            "invalid-number",
            "invalid-period",
            "invalid-rater",
            "invalid-sector",
            "invalid-theme",
            "invalid-year",
            "listed-twice",
            "malformed-csv",
            "missing-column",
            "missing-file",
            "missing-header",
            "no-companies",
            "not-normalised",
            "not-utf8",
            "rating-not-unique",
            "rating-off-scale",
            "region-not-for-kind",
            "space-around",
            "text-too-long",
            "unknown-column",
            "unknown-company",
            "unknown-country",
            "unknown-fact",
            "unknown-file",
            "unknown-item",
            "unknown-node",
            "unknown-word",
            "word-not-unique",
            "word-without-label",
            "wrong-cell-count",
            "wrong-separator");

    static List<Path> invalid() {
        return CaseCorpus.libraries("invalid");
    }

    static List<Path> valid() {
        return CaseCorpus.libraries("valid");
    }

    static List<Path> warned() {
        return CaseCorpus.libraries("warned");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void a_faulty_library_gives_exactly_the_expected_issues(Path library) {
        List<Issue> issues = CaseCorpus.read(library).issues();

        assertThat(issues.stream().map(CaseCorpus.Expected::of).toList()).isEqualTo(CaseCorpus.expected(library));
        Bilingual.check(issues);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_sound_library_is_read_without_a_word(Path library) {
        Checked<CaseLibrary> read = CaseCorpus.read(library);

        assertThat(read.issues()).isEmpty();
        assertThat(((Checked.Valid<CaseLibrary>) read).warnings()).isEmpty();
        assertThat(read.orThrow().companies()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("warned")
    void a_library_that_is_sound_but_odd_gives_exactly_the_expected_warnings(Path library) {
        Checked<CaseLibrary> read = CaseCorpus.read(library);

        assertThat(read).isInstanceOf(Checked.Valid.class);
        List<Issue> warnings = ((Checked.Valid<CaseLibrary>) read).warnings();
        assertThat(warnings.stream().map(CaseCorpus.Expected::of).toList()).isEqualTo(CaseCorpus.expected(library));
        Bilingual.check(warnings);
    }

    @Test
    void the_library_from_which_all_others_differ_is_sound() {
        Checked<CaseLibrary> read = CaseCorpus.MOATMARK.readCases(CaseCorpus.base());

        assertThat(read.issues()).isEmpty();
        assertThat(((Checked.Valid<CaseLibrary>) read).warnings()).isEmpty();
    }

    @Test
    void the_corpus_holds_every_code_and_no_other() {
        Set<String> codes = new TreeSet<>();
        Stream.of(invalid(), warned())
                .flatMap(List::stream)
                .forEach(library -> CaseCorpus.expected(library).forEach(issue -> codes.add(issue.code())));

        assertThat(codes).containsExactlyInAnyOrderElementsOf(CODES);
    }

    @Test
    void the_corpus_is_large_enough() {
        assertThat(invalid()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(valid()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(warned()).hasSizeGreaterThanOrEqualTo(7);
    }
}
