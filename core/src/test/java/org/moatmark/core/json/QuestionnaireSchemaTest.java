package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schema and reader come to the same verdict wherever a schema can express the fault. A file of the corpus is of the kind
 * {@code structure} if the schema refuses it, {@code meaning} if only the reader can, {@code syntax} if it is not JSON that
 * is taken at all, so that no schema is asked.
 */
class QuestionnaireSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(Corpus.resource("/org/moatmark/core/json/questionnaire.schema.json")));

    static List<Path> invalid() {
        return Corpus.documents("/questionnaires/invalid");
    }

    static List<Path> valid() {
        return Stream.of("/questionnaires/valid", "/reference/scoring")
                .flatMap(folder -> Corpus.documents(folder).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void the_schema_refuses_what_is_a_fault_of_structure_and_nothing_else(Path file) {
        String kind = Corpus.text(Corpus.beside(file), "kind");
        assertThat(kind).isIn(Set.of("structure", "meaning", "syntax"));
        if (kind.equals("syntax")) {
            return;
        }

        assertThat(refuses(Corpus.bytes(file))).isEqualTo(kind.equals("structure"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void the_schema_takes_what_the_reader_takes(Path file) {
        assertThat(SCHEMA.validate(text(Corpus.bytes(file)), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void the_schema_takes_the_shipped_questionnaires(String id) {
        byte[] file = Corpus.resource("/org/moatmark/questionnaires/" + id + ".json");

        assertThat(SCHEMA.validate(text(file), InputFormat.JSON)).isEmpty();
    }

    @Test
    void most_faults_of_the_corpus_can_be_seen_by_a_schema() {
        long structure = invalid().stream()
                .filter(file -> Corpus.text(Corpus.beside(file), "kind").equals("structure"))
                .count();

        assertThat(structure).isGreaterThan(100);
    }

    private static boolean refuses(byte[] file) {
        return !SCHEMA.validate(text(file), InputFormat.JSON).isEmpty();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
