package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.moatmark.api.service.Precondition;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.CanonicalJson;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Wave;

/**
 * Everything that reads what strangers send, fed with what nobody thought of. In the build the corpus beside this class is
 * read again; {@code .ci/fuzz} looks for more. A reader says what is wrong or gives a value that holds; it throws nothing
 * of its own.
 */
class ReadersFuzzTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();
    private static final Questionnaire OUTSIDE =
            MOATMARK.catalogue().newest("outside-view").orElseThrow();
    private static final Cursors CURSORS = new Cursors(() -> "a secret for this test only");
    private static final List<String> FILES = List.of("companies.csv", "facts.csv", "ratings.csv");

    @FuzzTest
    void json(byte[] data) {
        if (JsonTree.parse(data) instanceof Checked.Valid<JsonValue> valid) {
            String canonical = CanonicalJson.of(valid.value());
            assertThat(CanonicalJson.of(JsonTree.parse(canonical).orThrow())).isEqualTo(canonical);
            assertThat(CanonicalJson.of(
                            JsonTree.parse(JsonText.of(valid.value())).orThrow()))
                    .isEqualTo(canonical);
            refusing(() -> {
                Texts.check(valid.value());
                return Nfc.of(valid.value());
            });
        }
    }

    @FuzzTest
    void wave(byte[] data) {
        if (MOATMARK.readWave(data) instanceof Checked.Valid<Wave> valid) {
            String result = MOATMARK.write(MOATMARK.score(valid.value()));
            assertThat(JsonTree.parse(result).issues()).isEmpty();
        }
    }

    @FuzzTest
    void answer(byte[] data) {
        if (JsonTree.parse(data) instanceof Checked.Valid<JsonValue> valid) {
            Checked<?> read = WaveJson.readAnswer(valid.value(), OUTSIDE, "OV01", "/answers/OV01");
            read.issues().forEach(issue -> assertThat(issue.path()).startsWith("/answers/OV01"));
        }
    }

    @FuzzTest
    void questionnaire(byte[] data) {
        if (QuestionnaireJson.read(data) instanceof Checked.Valid<Questionnaire> valid) {
            assertThat(valid.value().methodHash()).startsWith("sha256:");
        }
    }

    /** The first byte says which of the three tables the rest is. */
    @FuzzTest
    void cases(byte[] data) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(name, new byte[0]));
        if (data.length > 0) {
            files.put(FILES.get(Math.floorMod(data[0], FILES.size())), Arrays.copyOfRange(data, 1, data.length));
        }
        Checked<CaseLibrary> read = MOATMARK.readCases(files);
        assertThat(read.issues()).allSatisfy(issue -> assertThat(issue.path()).startsWith("/"));
    }

    @FuzzTest
    void cursor(byte[] data) {
        String text = text(data);
        // Nothing but what we signed is a place in a list, and nobody can sign by chance.
        Halt refused = refusing(() -> CURSORS.read("tenant", "/v1/companies", text));
        assertThat(refused).isNotNull();
        assertThat(refused.slug()).isEqualTo(Slug.INVALID_CURSOR);
        assertThat(CURSORS.read("tenant", text, CURSORS.after("tenant", text, "id")))
                .isEqualTo("id");
    }

    @FuzzTest
    void etag(byte[] data) {
        String text = text(data);
        refusing(() -> {
            Precondition seen = ETags.ifMatch(text);
            assertThat(seen == Precondition.ANY).isEqualTo("*".equals(text.strip()));
            if (seen instanceof Precondition.OneOf some) {
                some.versions().forEach(version -> assertThat(text).contains("\"v"));
            }
            return seen;
        });
        refusing(() -> ETags.known(text, "\"v1-en\""));
    }

    @FuzzTest
    void head(byte[] data) {
        String text = text(data);
        refusing(() -> Parameters.read(text, Set.of("limit", "cursor")));
        assertThat(CleanPath.look("/" + text)).isNotNull();
        assertThat(Media.language(text)).isIn("en", "ja");
        Media.is(text, Answer.JSON);
        Media.choose(text, List.of(Answer.JSON, "text/html"));
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }

    /** The problem that reading ends with, null for none; anything else that is thrown is a finding. */
    private static Halt refusing(Supplier<?> reading) {
        try {
            reading.get();
            return null;
        } catch (Halt refused) {
            return refused;
        }
    }
}
