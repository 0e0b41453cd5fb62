package org.moatmark.api.browser;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an owner does so that somebody can answer: a company, an open assessment, a seat with its link. */
final class Invitation {

    private static final String COMPANY = "有間仙計器株式会社";

    private final Api owner;

    Invitation(Api owner) {
        this.owner = owner;
    }

    /** The token of a seat that is asked the short questionnaire as an executive. */
    String seat(String questionnaire) {
        return seat(questionnaire, "executive", Map.of());
    }

    /** The token of a seat of an assessment with whatever else is to be said of that. */
    String seat(String questionnaire, String informant, Map<String, Object> more) {
        String company = owner.id("/v1/companies", Map.of("name", COMPANY));
        JsonObject assessment = owner.post(
                "/v1/assessments",
                with(Map.of("company", company, "name", COMPANY, "questionnaires", List.of(questionnaire)), more));
        String path = "/v1/assessments/" + assessment.get("id").getAsString();
        owner.post(path + "/open", "");
        return owner.post(
                        path + "/seats",
                        Map.of(
                                "key", "hq-1",
                                "department", "Corporate marketing",
                                "informants", Map.of(questionnaire, informant)))
                .get("token")
                .getAsString();
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    /** The id of a seat. */
    String id(String token) {
        return owner.as(token).get("/v1/seat").getAsJsonObject("seat").get("id").getAsString();
    }

    /** The answers of a seat, as the server has them. */
    JsonObject answers(String token, String questionnaire) {
        return owner.as(token).get("/v1/seat/answers/" + questionnaire).getAsJsonObject("answers");
    }
}
