package org.moatmark.api.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.api.faults.Journal.Deed;
import org.moatmark.api.faults.Journal.Life;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;

/**
 * Holds what the program serves, and what is in its database, against the journal: everything acknowledged is there,
 * nothing is there twice, what was not acknowledged is there wholly or not at all, the database is sound, and results are
 * those of the rows.
 */
final class Check {

    private static final String SHEET = "/v1/seat/answers/" + Crowd.QUESTIONNAIRE;
    private static final int SCORED = 8;

    private final Moatmark moatmark;
    private final Wire wire = new Wire(Duration.ofSeconds(20));
    private final String url;
    private final Data data;
    private final List<String> wrong = new ArrayList<>();
    private int acknowledged;
    private int lost;
    private int extra;
    private int scored;

    private Check(Moatmark moatmark, String url, Data data) {
        this.moatmark = moatmark;
        this.url = url;
        this.data = data;
    }

    /** What came of it. */
    record Found(int acknowledged, int lost, int extra, int scored, List<String> wrong) {}

    static Found look(Moatmark moatmark, Map<String, Life> journal, String url, Data data)
            throws IOException, InterruptedException, SQLException {
        Check check = new Check(moatmark, url, data);
        check.look(journal);
        return new Found(check.acknowledged, check.lost, check.extra, check.scored, List.copyOf(check.wrong));
    }

    private void look(Map<String, Life> journal) throws IOException, InterruptedException, SQLException {
        wrong.addAll(data.faults());
        Map<String, JsonObject> companies = walk("/v1/companies?limit=200", journal);
        Map<String, JsonObject> assessments = walk("/v1/assessments?limit=200", journal);
        for (Map.Entry<String, Life> entry : journal.entrySet()) {
            String name = entry.getKey();
            Life life = entry.getValue();
            present(life, Deed.COMPANY, companies.containsKey(name), name);
            JsonObject assessment = assessments.get(name);
            present(life, Deed.ASSESSMENT, assessment != null, name);
            if (assessment != null) {
                seat(name, life, assessment);
            }
        }
    }

    /** Every page of a list, by name; a name that comes twice or was never sent is counted. */
    private Map<String, JsonObject> walk(String from, Map<String, Life> journal)
            throws IOException, InterruptedException {
        Map<String, JsonObject> found = new HashMap<>();
        String next = from;
        while (!next.isEmpty()) {
            JsonObject page = good(next, Child.OWNER).json();
            for (var item : ((JsonArray) some(page, "items")).values()) {
                String name = text((JsonObject) item, "name");
                if (found.put(name, (JsonObject) item) != null || !journal.containsKey(name)) {
                    extra++;
                    wrong.add(name + " is there twice or was never sent");
                }
            }
            next = text((JsonObject) some(page, "links"), "next");
        }
        return found;
    }

    private static org.moatmark.core.json.JsonValue some(JsonObject of, String key) throws IOException {
        var value = of.get(key);
        if (value == null) {
            throw new IOException("There is no " + key + " in " + of);
        }
        return value;
    }

    private static String text(JsonObject of, String key) {
        return of.get(key) instanceof JsonString text ? text.value() : "";
    }

    private Wire.Reply good(String path, String credential) throws IOException, InterruptedException {
        Wire.Reply reply = wire.get(url + path, credential);
        if (reply.status() != 200) {
            throw new IOException(path + " answers " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    /** Counts a deed: there although never sent, or acknowledged and not there. */
    private void present(Life life, Deed deed, boolean there, String name) {
        if (life.wasAcknowledged(deed)) {
            acknowledged++;
            if (!there) {
                lost++;
                wrong.add(name + " " + deed + " was acknowledged and is not there");
            }
        } else if (there && !life.wasSent(deed)) {
            extra++;
            wrong.add(name + " " + deed + " is there and was never sent");
        }
    }

    private void seat(String name, Life life, JsonObject assessment)
            throws IOException, InterruptedException, SQLException {
        present(life, Deed.OPEN, "open".equals(text(assessment, "status")), name);
        String id = text(assessment, "id");
        var seats = ((JsonArray) some(
                        good("/v1/assessments/" + id + "/seats", Child.OWNER).json(), "items"))
                .values();
        present(life, Deed.SEAT, !seats.isEmpty(), name);
        if (seats.size() > 1) {
            extra += seats.size() - 1;
            wrong.add(name + " has " + seats.size() + " seats");
        }
        String token = life.detail(Deed.SEAT);
        if (seats.isEmpty() || token == null) {
            return;
        }
        JsonObject seat = (JsonObject) seats.get(0);
        boolean submitted = "submitted".equals(text(seat, "status"));
        present(life, Deed.SUBMIT, submitted, name);
        int value = answered(name, good(SHEET, token).body());
        if (life.wasAcknowledged(Deed.ANSWERS)) {
            acknowledged += life.lastAcknowledged(Deed.ANSWERS);
        }
        if (value < life.lastAcknowledged(Deed.ANSWERS) || value > life.lastSent(Deed.ANSWERS)) {
            lost++;
            wrong.add(name + " has the answers of " + value + ", acknowledged " + life.lastAcknowledged(Deed.ANSWERS)
                    + ", sent " + life.lastSent(Deed.ANSWERS));
        }
        if (submitted && scored < SCORED) {
            scored++;
            score(name, id, text(seat, "id"));
        }
    }

    /** Which value a sheet has the answers of, 0 for none; a mixture of two is a write that is there in part. */
    private int answered(String name, String sheet) {
        String answers = sheet.substring(sheet.indexOf("\"answers\":") + "\"answers\":".length());
        for (int value = 1; value <= 4; value++) {
            if (answers.startsWith(Crowd.answers(value))) {
                return value;
            }
        }
        if (!answers.startsWith("{}")) {
            extra++;
            wrong.add(name + " has a mixture of answers");
        }
        return 0;
    }

    /** Computes a result from the rows and compares it with the one that is served. */
    private void score(String name, String assessment, String seat)
            throws IOException, InterruptedException, SQLException {
        String wave = "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"" + Crowd.QUESTIONNAIRE
                + "\",\"version\":\"1.0.0\"},\"company\":{\"name\":\"" + name
                + "\"},\"date\":\"2026-01-01\",\"respondents\":[{\"seat\":{\"key\":\"s\","
                + "\"informant\":\"outsider\"},\"answers\":" + data.answers(seat) + "}]}";
        String own =
                fromIndex(moatmark.write(moatmark.score(moatmark.readWave(wave).orThrow())));
        String served = fromIndex(good("/v1/assessments/" + assessment + "/results/" + Crowd.QUESTIONNAIRE, Child.OWNER)
                .body());
        if (!own.equals(served)) {
            wrong.add(name + " has a result that is not that of its rows");
        }
    }

    private static String fromIndex(String result) {
        return result.substring(result.indexOf("\"index\":"));
    }
}
