package org.moatmark.core.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues: code, place, message and hint, and what is done with many of them. */
class IssueTest {

    private static final Words WORDS = new Words("Item 'a' is odd.", "設問「a」は奇妙です。");

    private static Issue issue(String path) {
        return new Issue("odd-item", path, WORDS, WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Odd", "odd_item", "-odd", "odd-", "odd--item", "odd item", "ödd"})
    void a_code_is_kebab_case(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Issue(code, "", WORDS, WORDS))
                .withMessage("Issue code '" + code + "' is not kebab-case.");
    }

    @Test
    void a_path_is_a_json_pointer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issue("tree/0"))
                .withMessage("Issue path 'tree/0' is not a JSON Pointer.");
        assertThat(issue("").path()).isEmpty();
        assertThat(issue("/tree/0").path()).isEqualTo("/tree/0");
    }

    @Test
    void words_are_there_in_both_languages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Words("x", " "))
                .withMessage("Words need a sentence in English and in Japanese.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Words("", "x"))
                .withMessage("Words need a sentence in English and in Japanese.");
        assertThat(WORDS.in("ja")).isEqualTo("設問「a」は奇妙です。");
        assertThat(WORDS.in("fr")).isEqualTo("Item 'a' is odd.");
    }

    @Test
    void invalid_data_have_an_issue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checked.Invalid<>(List.of()))
                .withMessage("Invalid data have at least one issue.");
    }

    @Test
    void a_value_comes_with_its_warnings_and_goes_on_with_them() {
        Checked<Integer> valid = new Checked.Valid<>(2, List.of(issue("/a")));
        assertThat(valid.orThrow()).isEqualTo(2);
        assertThat(valid.issues()).isEmpty();
        assertThat(valid.map(number -> number * 10)).isEqualTo(new Checked.Valid<>(20, List.of(issue("/a"))));
    }

    @Test
    void faults_go_on_and_are_thrown_all_together() throws Exception {
        Checked<Integer> invalid = new Checked.Invalid<>(List.of(issue("/a"), issue("/b"), issue("/c")));
        assertThat(invalid.issues()).hasSize(3);
        Checked<String> next = invalid.map(String::valueOf);
        assertThat(next.issues()).isEqualTo(invalid.issues());
        assertThatExceptionOfType(IssuesException.class)
                .isThrownBy(next::orThrow)
                .withMessage("/a: Item 'a' is odd. (and 2 more)")
                .satisfies(thrown -> assertThat(thrown.issues()).isEqualTo(invalid.issues()));
        assertThatExceptionOfType(IssuesException.class)
                .isThrownBy(() -> new Checked.Invalid<>(List.of(issue("/a"))).orThrow())
                .withMessage("/a: Item 'a' is odd.");
    }

    @Test
    void the_exception_keeps_its_issues_over_serialization() throws Exception {
        IssuesException thrown = new IssuesException(List.of(issue("/a"), issue("/b")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            IssuesException copy = (IssuesException) in.readObject();
            assertThat(copy.issues()).isEqualTo(thrown.issues());
            assertThat(copy).hasMessage("/a: Item 'a' is odd. (and 1 more)");
        }
    }
}
