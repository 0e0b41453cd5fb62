package org.moatmark.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** Seats by the thousand, written into a file as the program keeps them: those of the demo company, over and over. */
final class ManySeats {

    static final String QUESTIONNAIRE = "marketing-leadership-maturity";

    private final String tenant;
    private final String assessment;
    private final List<JsonObject> respondents;

    private ManySeats(String tenant, String assessment, List<JsonObject> respondents) {
        this.tenant = tenant;
        this.assessment = assessment;
        this.respondents = respondents;
    }

    /** Writes so many seats that have answered and submitted into the only tenant of a file; gives back how many answers. */
    static long write(String data, String assessment, int seats) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data)) {
            connection.setAutoCommit(false);
            String tenant;
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT id FROM tenant")) {
                rows.next();
                tenant = rows.getString(1);
            }
            long answers = new ManySeats(tenant, assessment, demo()).write(connection, seats);
            connection.commit();
            return answers;
        }
    }

    private static List<JsonObject> demo() throws IOException {
        try (InputStream file = ManySeats.class.getResourceAsStream("/demo/" + QUESTIONNAIRE + ".json")) {
            JsonObject wave = (JsonObject)
                    JsonTree.parse(Objects.requireNonNull(file).readAllBytes()).orThrow();
            return list(wave.get("respondents")).stream()
                    .map(one -> (JsonObject) one)
                    .toList();
        }
    }

    private long write(Connection connection, int seats) throws SQLException {
        long answers = 0;
        try (PreparedStatement seat = connection.prepareStatement("""
                        INSERT INTO seat (tenant_id, id, version, assessment_id, label, department, role, unit, token_hash,
                          status, created_ms, changed_ms) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, 'submitted', 1, 1)""");
                PreparedStatement informant = connection.prepareStatement(
                        "INSERT INTO seat_informant VALUES (?, ?, '" + QUESTIONNAIRE + "', ?, ?)");
                PreparedStatement draft = connection.prepareStatement("""
                        INSERT INTO draft (tenant_id, seat_id, questionnaire_id, version, changed_ms)
                          VALUES (?, ?, '""" + QUESTIONNAIRE + "', 1, 1)");
                PreparedStatement answer = connection.prepareStatement("""
                        INSERT INTO answer (tenant_id, seat_id, questionnaire_id, item_key, given, changed_ms)
                          VALUES (?, ?, '""" + QUESTIONNAIRE + "', ?, ?, 1)")) {
            for (int i = 0; i < seats; i++) {
                JsonObject who = respondents.get(i % respondents.size());
                JsonObject place = (JsonObject) Objects.requireNonNull(who.get("seat"));
                String id = String.format(Locale.ROOT, "0198c1f2-0000-7000-8000-%012d", i);
                String label = text(place.get("key")) + "-" + i;
                String department = text(place.get("department"));
                String role = text(place.get("role"));
                String unit = text(place.get("unit"));
                set(seat, tenant, id, assessment, label, department, role, unit, "no link " + i)
                        .executeUpdate();
                List<JsonValue> kinds = list(place.get("informant"));
                for (int kind = 0; kind < kinds.size(); kind++) {
                    set(informant, tenant, id, Integer.toString(kind), text(kinds.get(kind)))
                            .executeUpdate();
                }
                set(draft, tenant, id).executeUpdate();
                for (Map.Entry<String, JsonValue> given : ((JsonObject) Objects.requireNonNull(who.get("answers")))
                        .toMap()
                        .entrySet()) {
                    set(answer, tenant, id, given.getKey(), CompactJson.of(given.getValue()))
                            .addBatch();
                    answers++;
                }
                answer.executeBatch();
            }
        }
        return answers;
    }

    private static List<JsonValue> list(@Nullable JsonValue value) {
        return value instanceof JsonArray array ? array.values() : List.of(Objects.requireNonNull(value));
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        return value instanceof JsonString text ? text.value() : null;
    }

    private static PreparedStatement set(PreparedStatement statement, @Nullable String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
