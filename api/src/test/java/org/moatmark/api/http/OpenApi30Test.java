package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** The document for old generators has no word that they do not know, and promises what the newer one does. */
@Tag("once")
class OpenApi30Test {

    private final JsonObject newest = new Contract().document();
    private final JsonObject older =
            (JsonObject) JsonTree.parse(OpenApi30.bytes()).orThrow();

    private static JsonObject object(String json) {
        return (JsonObject) JsonTree.parse(json).orThrow();
    }

    @Test
    void no_word_of_it_is_younger_than_3_0() {
        List<String> faults = new ArrayList<>();
        look(older.get("paths"), "paths", faults);
        look(older.get("components"), "components", faults);

        assertThat(faults).isEmpty();
        assertThat(older.get("openapi")).isEqualTo(new JsonString("3.0.3"));
        assertThat(((JsonObject) older.get("info")).toMap())
                .doesNotContainKey("summary")
                .containsKeys("title", "version", "license");
        assertThat(JsonText.of(older))
                .doesNotContain("\"identifier\":\"Apache-2.0\"", "\"type\":\"null\"", "\"const\":");
    }

    private static void look(JsonValue value, String at, List<String> faults) {
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.values().size(); i++) {
                look(array.values().get(i), at + "/" + i, faults);
            }
        } else if (value instanceof JsonObject object) {
            if (object.get("type") instanceof JsonArray) {
                faults.add(at + " has several types");
            }
            if (object.get("nullable") instanceof JsonBool && !(object.get("type") instanceof JsonString)) {
                faults.add(at + " may be null and has no type");
            }
            if (object.get("$ref") instanceof JsonString && object.size() > 1) {
                faults.add(at + " has something beside a reference");
            }
            object.toMap().forEach((key, one) -> {
                if (!Set.of("example", "examples").contains(key) || at.endsWith("/properties")) {
                    look(one, at + "/" + key, faults);
                }
            });
        }
    }

    @Test
    void it_has_the_same_operations_and_schemas_with_the_same_properties() {
        assertThat(names(older.get("paths"))).isEqualTo(names(newest.get("paths")));
        assertThat(names(Contract.object(older, "components").get("schemas")))
                .isEqualTo(names(Contract.object(newest, "components").get("schemas")));
        assertThat(promises(older)).isEqualTo(promises(newest));
    }

    /** What is promised, but for the types, which are said otherwise. */
    private static Set<String> promises(JsonObject document) {
        return CompatibilityTest.promises(document).stream()
                .map(one -> one.replaceFirst(" (as|up to|from) .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of everything and of what is directly in it. */
    private static Set<String> names(JsonValue value) {
        Set<String> names = new TreeSet<>();
        ((JsonObject) value).toMap().forEach((name, one) -> {
            names.add(name);
            if (one instanceof JsonObject inner && inner.get("properties") instanceof JsonObject properties) {
                properties.toMap().keySet().forEach(key -> names.add(name + "." + key));
            }
        });
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":[\"string\",\"null\"],\"maxLength\":5} | {\"type\":\"string\",\"maxLength\":5,\"nullable\":true}",
                "{\"const\":\"a\"} | {\"enum\":[\"a\"]}",
                "{\"anyOf\":[{\"$ref\":\"#/x\"},{\"type\":\"null\"}]} | {\"anyOf\":[{\"$ref\":\"#/x\"},{\"type\":\"object\",\"nullable\":true,\"enum\":[null]}]}",
                "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"number\"},{\"type\":\"null\"}]}"
                        + " | {\"oneOf\":[{\"type\":\"string\",\"nullable\":true},{\"type\":\"number\"}]}",
                "{\"anyOf\":[{\"type\":\"string\",\"maxLength\":5},{\"type\":\"null\"}],\"description\":\"d\"}"
                        + " | {\"description\":\"d\",\"type\":\"string\",\"maxLength\":5,\"nullable\":true}",
                "{\"type\":[\"string\",\"number\",\"null\"]}"
                        + " | {\"anyOf\":[{\"type\":\"string\",\"nullable\":true},{\"type\":\"number\"}]}",
                "{\"$ref\":\"#/x\",\"description\":\"d\"} | {\"description\":\"d\",\"allOf\":[{\"$ref\":\"#/x\"}]}",
                "{\"type\":[\"boolean\",\"array\"],\"items\":{\"const\":1}}"
                        + " | {\"anyOf\":[{\"type\":\"boolean\"},{\"type\":\"array\",\"items\":{\"enum\":[1]}}]}",
                "{\"type\":\"object\",\"properties\":{\"const\":{\"const\":2},\"type\":{\"type\":\"string\"}}}"
                        + " | {\"type\":\"object\",\"properties\":{\"const\":{\"enum\":[2]},\"type\":{\"type\":\"string\"}}}",
                "{\"type\":\"string\",\"contentMediaType\":\"text/html\"} | {\"type\":\"string\"}"
            })
    void a_schema_is_said_in_older_words(String newer, String expected) {
        JsonObject document = JsonObject.of(Map.of(
                "components", JsonObject.of(Map.of("schemas", JsonObject.of(Map.of("X", object(newer)))))));

        JsonObject schemas = Contract.object(Contract.object(OpenApi30.of(document), "components"), "schemas");

        assertThat(JsonText.of(schemas.get("X"))).isEqualTo(expected);
    }
}
