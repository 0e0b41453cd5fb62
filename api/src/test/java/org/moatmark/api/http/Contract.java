package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** The OpenAPI document as the tests read it: which operations there are, and whether an answer is one that it allows. */
final class Contract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonObject document =
            (JsonObject) JsonTree.parse(Library.resource("/openapi.json")).orThrow();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** One method of one path, with what the document says about it. */
    record Operation(String method, String path, JsonObject described) {
        List<String> statuses() {
            return new ArrayList<>(object(described, "responses").toMap().keySet());
        }

        String id() {
            return ((JsonString) described.toMap().get("operationId")).value();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    JsonObject document() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        object(document, "paths")
                .toMap()
                .forEach((path, methods) -> ((JsonObject) methods)
                        .toMap()
                        .forEach((method, described) -> operations.add(
                                new Operation(method.toUpperCase(Locale.ROOT), path, (JsonObject) described))));
        return operations;
    }

    /** Holds an answer against the document: status, media type, headers, body. */
    void check(Operation operation, Http.Reply reply) {
        JsonObject response = resolve(object(operation.described(), "responses")
                .toMap()
                .getOrDefault(Integer.toString(reply.status()), JsonObject.of(Map.of())));
        assertThat(response.size())
                .as("%s answered %d, which the document does not have: %s", operation, reply.status(), reply.body())
                .isPositive();
        if (response.get("headers") instanceof JsonObject headers) {
            headers.toMap().forEach((name, header) -> {
                if (JsonBool.TRUE.equals(resolve(header).get("required"))) {
                    assertThat(reply.header(name))
                            .as("%s %d: header %s", operation, reply.status(), name)
                            .isNotEmpty();
                }
            });
        }
        if (!(response.get("content") instanceof JsonObject content)) {
            assertThat(reply.body()).isEmpty();
            return;
        }
        String type = reply.header("Content-Type").split(";")[0];
        assertThat(content.toMap().keySet())
                .as("%s %d", operation, reply.status())
                .contains(type);
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            JsonValue schema = ((JsonObject) content.toMap().get(type)).toMap().get("schema");
            assertThat(schema(schema).validate(reply.body(), InputFormat.JSON))
                    .as("%s %d: %s", operation, reply.status(), reply.body())
                    .isEmpty();
        }
    }

    private Schema schema(JsonValue schema) {
        return compiled.computeIfAbsent(JsonText.of(schema), text -> {
            Map<String, JsonValue> whole = new LinkedHashMap<>();
            whole.put("components", object(document, "components"));
            whole.put("allOf", new JsonArray(List.of(schema)));
            return SCHEMAS.getSchema(JsonText.of(JsonObject.of(whole)));
        });
    }

    /** What a value says, where it only refers to it. */
    JsonObject resolve(JsonValue value) {
        JsonObject found = (JsonObject) value;
        if (found.get("$ref") instanceof JsonString ref) {
            for (String step : ref.value().substring(2).split("/")) {
                found = step.equals("components") ? object(document, step) : object(found, step);
            }
        }
        return found;
    }

    static JsonObject object(JsonObject in, String key) {
        return (JsonObject) in.toMap().get(key);
    }
}
