package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes are a promise: programs rely on them. Each stands in the corpus with its whole English sentence. */
class CodesTest {

    private static final Set<String> CODES = Set.of(
            "answer-form",
            "answer-not-asked",
            "answer-out-of-range",
            "balance-needs-two",
            "balance-on-items",
            "blank-text",
            "bound-out-of-reach",
            "bounds-exclude-each-other",
            "company-market-unknown",
            "company-size-unknown",
            "comparison-not-for-item",
            "condition-form",
            "customers-asked-fact",
            "cut-out-of-range",
            "cuts-not-monotone",
            "duplicate-key",
            "duplicate-option",
            "invalid-country",
            "invalid-date",
            "invalid-id",
            "invalid-key",
            "invalid-licence",
            "invalid-version",
            "item-type",
            "key-not-unique",
            "level-circle",
            "level-not-reachable",
            "level-order",
            "listed-twice",
            "malformed-json",
            "min-not-below-max",
            "missing-language",
            "missing-property",
            "mixed-informants",
            "no-neutral-informant",
            "node-content",
            "node-without-gates",
            "nul-character",
            "number-out-of-range",
            "out-of-range",
            "property-not-for-type",
            "reference-circle",
            "reference-to-ancestor",
            "seat-not-unique",
            "text-too-long",
            "too-many",
            "unknown-informant",
            "unknown-item",
            "unknown-language",
            "unknown-level",
            "unknown-option",
            "unknown-property",
            "unknown-questionnaire",
            "unknown-reference",
            "unknown-version",
            "unknown-vignette",
            "unknown-word",
            "upper-out-of-place",
            "vignette-not-asked",
            "wrong-count",
            "wrong-type");

    @Test
    void the_corpus_holds_every_code_and_no_other() {
        Set<String> codes = new TreeSet<>();
        Stream.of("/questionnaires/invalid", "/waves/invalid")
                .flatMap(folder -> Corpus.documents(folder).stream())
                .forEach(file -> Corpus.expected(file, "issues").forEach(issue -> codes.add(issue.code())));
        Corpus.documents("/waves/valid")
                .forEach(file -> Corpus.expected(file, "warnings").forEach(issue -> codes.add(issue.code())));

        assertThat(codes).containsExactlyInAnyOrderElementsOf(CODES);
    }
}
