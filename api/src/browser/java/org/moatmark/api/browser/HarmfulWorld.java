package org.moatmark.api.browser;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.moatmark.api.http.World;

/**
 * A tenant in which every text was written to do harm.
 *
 * @param assessment the assessment in which seats have answered with harmful notes
 * @param token of a seat of it that has not
 */
record HarmfulWorld(String assessment, String token) {

    static final String OWN = "harmful";

    /** What stands beside answers as note, as evidence and as its address. */
    static final List<String> BESIDE_ANSWERS = List.of(Harm.NOTES.get(1 % Harm.NOTES.size()), Harm.NAMES.get(1));

    private static final String IN_WORDS = "OV99";
    private static final Gson GSON = new Gson();

    /** Every text of the short questionnaire, and of a question to be answered in words, with the next pack at its end. */
    private static String questionnaire() {
        StringBuilder harmful = new StringBuilder();
        int[] next = {0};
        World.questionnaire(OWN, "1.0.0").lines().forEach(line -> {
            String text = line.replaceAll(
                    "\"(en|ja)\": \"((?:[^\"\\\\]|\\\\.)*)\"",
                    "\"$1\": \"$2 " + escaped(Harm.NAMES.get(next[0] % Harm.NAMES.size())) + "\"");
            next[0] += text.equals(line) ? 0 : 1;
            harmful.append(text).append('\n');
        });
        JsonObject whole = JsonParser.parseString(harmful.toString()).getAsJsonObject();
        JsonObject leaf = whole.getAsJsonArray("tree").get(0).getAsJsonObject();
        leaf = leaf.getAsJsonArray("nodes").get(0).getAsJsonObject();
        leaf.getAsJsonArray("items")
                .add(GSON.toJsonTree(Map.of(
                        "key",
                        IN_WORDS,
                        "type",
                        "text",
                        "text",
                        Map.of("en", Harm.NOTES.get(0), "ja", Harm.NOTES.get(0)),
                        "informants",
                        List.of("executive"))));
        return whole.toString();
    }

    /** Within a JSON text, and within the replacement of a pattern. */
    private static String escaped(String text) {
        String json = GSON.toJson(text);
        return json.substring(1, json.length() - 1).replace("\\", "\\\\").replace("$", "\\$");
    }

    static HarmfulWorld write(Api api) {
        api.post("/v1/questionnaires", questionnaire());
        String company = "";
        String assessment = "";
        for (String name : Harm.NAMES) {
            company = api.id("/v1/companies", Map.of("name", name, "region", name, "sector", name));
            assessment =
                    api.id("/v1/assessments", Map.of("company", company, "name", name, "questionnaires", List.of(OWN)));
            api.post("/v1/keys", Map.of("label", name, "scope", "reader"));
        }
        api.patch("/v1/tenant", Map.of("brand", Map.of("title", Harm.TITLES.get(0), "subtitle", Harm.TITLES.get(1))));
        String path = "/v1/assessments/" + assessment;
        api.post(path + "/open", "");
        for (String name : Harm.NAMES) {
            JsonObject seat = api.post(
                    path + "/seats",
                    Map.of(
                            "key", name,
                            "department", name,
                            "role", name,
                            "unit", name,
                            "informants", Map.of(OWN, "executive")));
            api.patch(path + "/seats/" + seat.get("id").getAsString(), Map.of("role", "= " + name));
            answer(api.as(seat.get("token").getAsString()));
        }
        api.post(path + "/close", "");
        api.post(path + "/reopen", Map.of("reason", Harm.NOTES.get(0)));
        int n = 0;
        for (String name : Harm.NAMES) {
            String snapshot = "snapshot-" + ++n;
            api.post(path + "/snapshots", Map.of("name", snapshot, "title", name));
            api.post(path + "/shares", Map.of("snapshot", snapshot, "label", name));
        }
        api.post("/v1/questionnaires", questionnaire().replace("\"1.0.0\"", "\"1.0.1\""));
        api.post(
                path + "/upgrade",
                Map.of("questionnaire", OWN, "version", "1.0.1", "snapshot", "before", "title", Harm.NAMES.get(0)));
        String token = api.post(
                        path + "/seats",
                        Map.of(
                                "key", "last",
                                "department", Harm.NAMES.get(0),
                                "informants", Map.of(OWN, "executive")))
                .get("token")
                .getAsString();
        return new HarmfulWorld(assessment, token);
    }

    /** Answers the first questions with notes, evidence and reasons that do harm, and submits. */
    private static void answer(Api seat) {
        JsonObject answers = new JsonObject();
        int n = 0;
        for (String item : List.of("OV01", "OV02", "OV03", "OV04", "OV05", "OV06", "OV07", "OV08", "OV09", "OV10")) {
            String note = Harm.NOTES.get(n % Harm.NOTES.size());
            String shorter = Harm.NAMES.get(n++ % Harm.NAMES.size());
            answers.add(
                    item,
                    GSON.toJsonTree(
                            n % 4 == 0
                                    ? Map.of("state", "notApplicable", "reason", shorter, "note", note)
                                    : Map.of(
                                            "value",
                                            3,
                                            "note",
                                            note,
                                            "evidence",
                                            List.of(Map.of("grade", "E2", "note", shorter, "link", shorter)))));
        }
        answers.add(IN_WORDS, GSON.toJsonTree(Map.of("value", Harm.NOTES.get(0))));
        JsonObject body = new JsonObject();
        body.add("answers", answers);
        seat.patch("/v1/seat/answers/" + OWN, body.toString());
        seat.post("/v1/seat/submit", "");
    }
}
