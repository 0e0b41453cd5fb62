package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/**
 * The rules of our own for the OpenAPI document: nothing without a bound, no request with an open end, every refusal that
 * the shared checks can give, and words in both languages.
 */
@Tag("once")
class OpenApiRulesTest {

    /** Documents with schemas or readers of their own, and maps whose values are bounded instead. */
    private static final Set<String> OPEN_BY_DESIGN = Set.of("Questionnaire", "Survey", "Wave", "NewComparison");

    private static final Set<String> EVERYWHERE = Set.of("400", "406", "414", "421", "431", "500");
    private static final Set<String> WITH_A_BODY = Set.of("408", "413", "415", "422");

    private final Contract contract = new Contract();
    private final List<String> faults = new ArrayList<>();

    private JsonObject components(String kind) {
        return Contract.object(Contract.object(contract.document(), "components"), kind);
    }

    @Test
    void every_text_list_and_number_of_a_request_has_a_bound_and_no_object_an_open_end() {
        for (Contract.Operation operation : contract.operations()) {
            if (operation.described().get("requestBody") instanceof JsonObject body) {
                Contract.object(body, "content")
                        .toMap()
                        .forEach((type, content) -> schemas(content)
                                .forEach(schema -> walk(schema, operation.id(), true, new HashSet<>())));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<JsonValue> schemas(JsonValue content) {
        JsonValue schema = ((JsonObject) content).get("schema");
        // A stream of lines is no document; each of its lines is a wave.
        return schema instanceof JsonObject object && object.get("format") == null && !isPlainText(object)
                ? List.of(schema)
                : List.of();
    }

    private static boolean isPlainText(JsonObject schema) {
        return new JsonString("string").equals(schema.get("type"));
    }

    @Test
    void every_text_and_list_of_an_answer_has_a_bound() {
        components("schemas").toMap().forEach((name, schema) -> walk(schema, name, false, new HashSet<>(Set.of(name))));
        components("parameters")
                .toMap()
                .forEach((name, one) -> walk(((JsonObject) one).get("schema"), name, false, Set.of()));
        components("headers")
                .toMap()
                .forEach((name, one) -> walk(((JsonObject) one).get("schema"), name, false, Set.of()));

        assertThat(faults).isEmpty();
    }

    private void walk(JsonValue value, String at, boolean request, Set<String> seen) {
        if (!(value instanceof JsonObject schema)) {
            return;
        }
        if (schema.get("$ref") instanceof JsonString ref) {
            String name = ref.value().substring(ref.value().lastIndexOf('/') + 1);
            if (!seen.contains(name)) {
                Set<String> deeper = new HashSet<>(seen);
                deeper.add(name);
                boolean closed = request && !OPEN_BY_DESIGN.contains(name);
                walk(components("schemas").get(name), at + " > " + name, closed, deeper);
            }
            return;
        }
        check(schema, at, request);
        if (schema.get("properties") instanceof JsonObject properties) {
            properties.toMap().forEach((key, one) -> walk(one, at + "." + key, request, seen));
        }
        for (String key : List.of("items", "additionalProperties")) {
            walk(schema.get(key), at + "/" + key, request, seen);
        }
        for (String key : List.of("allOf", "anyOf", "oneOf")) {
            if (schema.get(key) instanceof JsonArray choices) {
                choices.values().forEach(one -> walk(one, at + "/" + key, request, seen));
            }
        }
    }

    private void check(JsonObject schema, String at, boolean request) {
        Set<String> types = types(schema);
        if (types.contains("string")) {
            want(schema, at, "maxLength", "enum", "const");
        }
        if (types.contains("array")) {
            want(schema, at, "maxItems");
            want(schema, at, "items");
        }
        if (schema.get("properties") instanceof JsonObject known && schema.get("required") instanceof JsonArray names) {
            names.values().stream()
                    .map(name -> ((JsonString) name).value())
                    .filter(name -> known.get(name) == null)
                    .forEach(name -> faults.add(at + " demands '" + name + "', which it does not describe"));
        }
        if (request && (types.contains("number") || types.contains("integer"))) {
            want(schema, at, "minimum");
            want(schema, at, "maximum");
        }
        if (request && types.contains("object")) {
            JsonValue more = schema.get("additionalProperties");
            boolean map = more instanceof JsonObject && schema.get("maxProperties") != null;
            if (!map && !JsonBool.FALSE.equals(more)) {
                faults.add(at + " takes properties that nobody asked for");
            }
        }
    }

    private void want(JsonObject schema, String at, String... anyOf) {
        for (String key : anyOf) {
            if (schema.get(key) != null) {
                return;
            }
        }
        faults.add(at + " lacks " + String.join(" or ", anyOf));
    }

    private static Set<String> types(JsonObject schema) {
        Set<String> types = new HashSet<>();
        if (schema.get("type") instanceof JsonString one) {
            types.add(one.value());
        } else if (schema.get("type") instanceof JsonArray several) {
            several.values().forEach(one -> types.add(((JsonString) one).value()));
        }
        return types;
    }

    @Test
    void every_component_is_used_and_every_one_that_is_used_is_there() {
        String text = JsonText.of(contract.document());
        Set<String> used = new TreeSet<>();
        Matcher reference =
                Pattern.compile("\"\\$ref\":\"#/components/([^\"]+)\"").matcher(text);
        while (reference.find()) {
            used.add(reference.group(1));
        }
        Set<String> there = new TreeSet<>();
        Contract.object(contract.document(), "components").toMap().forEach((kind, all) -> {
            if (!"securitySchemes".equals(kind)) {
                ((JsonObject) all).toMap().keySet().forEach(name -> there.add(kind + "/" + name));
            }
        });

        assertThat(used).isEqualTo(there);
    }

    @Test
    void every_part_of_an_address_is_a_parameter_and_every_tag_is_described() {
        Set<String> tags = new TreeSet<>();
        ((JsonArray) contract.document().toMap().get("tags"))
                .values()
                .forEach(
                        tag -> tags.add(((JsonString) ((JsonObject) tag).toMap().get("name")).value()));
        for (Contract.Operation operation : contract.operations()) {
            Set<String> parts = new TreeSet<>();
            Matcher part = Pattern.compile("\\{(\\w+)}").matcher(operation.path());
            while (part.find()) {
                parts.add(part.group(1));
            }
            Set<String> said = new TreeSet<>();
            if (operation.described().get("parameters") instanceof JsonArray parameters) {
                for (JsonValue one : parameters.values()) {
                    Map<String, JsonValue> parameter = contract.resolve(one).toMap();
                    if (new JsonString("path").equals(parameter.get("in"))) {
                        said.add(((JsonString) parameter.get("name")).value());
                        assertThat(parameter.get("required"))
                                .as(operation.toString())
                                .isEqualTo(JsonBool.TRUE);
                    }
                }
            }
            assertThat(said).as(operation.toString()).isEqualTo(parts);
            ((JsonArray) operation.described().toMap().get("tags"))
                    .values()
                    .forEach(tag -> assertThat(tags).contains(((JsonString) tag).value()));
        }
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_a_summary_in_both_languages() {
        Set<String> names = new HashSet<>();
        for (Contract.Operation operation : contract.operations()) {
            assertThat(names.add(operation.id())).as("%s twice", operation.id()).isTrue();
            assertThat(operation.id()).matches("[a-z][A-Za-z]+");
            assertThat(operation.described().toMap())
                    .as(operation.toString())
                    .containsKeys("summary", "x-summary-ja", "tags");
        }
    }

    @Test
    void every_operation_says_every_refusal_of_the_shared_checks() {
        for (Contract.Operation operation : contract.operations()) {
            List<String> statuses = operation.statuses();
            Map<String, JsonValue> described = operation.described().toMap();
            assertThat(statuses).as(operation.toString()).containsAll(EVERYWHERE);
            if (described.containsKey("requestBody") && !"scoreBatch".equals(operation.id())) {
                assertThat(statuses).as(operation.toString()).containsAll(WITH_A_BODY);
            }
            if (!operation.path().startsWith("/health/")) {
                assertThat(statuses).as(operation.toString()).contains("429");
            }
            if (described.get("security") instanceof JsonArray wanted
                    && !wanted.values().isEmpty()) {
                assertThat(statuses).as(operation.toString()).contains("401", "503");
            }
            if (JsonText.of(operation.described()).contains("parameters/ifMatch")) {
                assertThat(statuses).as(operation.toString()).contains("412", "428");
            }
            if (JsonText.of(operation.described()).contains("parameters/ifNoneMatch")) {
                assertThat(statuses).as(operation.toString()).contains("304");
            }
            if (JsonText.of(operation.described()).contains("parameters/prefer")) {
                assertThat(statuses).as(operation.toString()).containsAnyOf("201", "202", "204");
            }
        }
    }

    @Test
    void every_refusal_is_a_problem_with_a_page() {
        components("responses").toMap().forEach((name, response) -> {
            assertThat(name).matches("P[45]\\d\\d");
            assertThat(JsonText.of(response))
                    .as(name)
                    .contains("application/problem+json", "schemas/Problem", "x-description-ja");
        });
    }
}
