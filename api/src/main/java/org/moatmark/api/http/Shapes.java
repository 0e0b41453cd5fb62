package org.moatmark.api.http;

import java.util.List;
import java.util.Map;
import org.moatmark.api.service.Answers;
import org.moatmark.api.store.GrantShelf.Grant;
import org.moatmark.api.store.SnapshotShelf.Named;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.api.store.StoredKey;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;

/** How the things of the service look as documents. */
final class Shapes {

    private Shapes() {}

    /** Something to think about that is no fault. */
    static JsonObject warning(Issue issue, String language) {
        return new Members()
                .put("pointer", issue.path())
                .put("code", issue.code())
                .put("detail", issue.message().in(language))
                .put("hint", issue.hint().in(language))
                .done();
    }

    static Members company(StoredCompany company) {
        var facts = company.facts();
        return new Members()
                .put("id", company.id())
                .put("version", company.version())
                .put("name", facts.name())
                .put("country", facts.country())
                .put("region", facts.region())
                .put("sector", facts.sector())
                .put("size", facts.size() == null ? null : facts.size().word())
                .put("market", facts.market() == null ? null : facts.market().word())
                .time("createdAt", company.createdMs())
                .time("changedAt", company.changedMs());
    }

    static JsonObject assessment(StoredAssessment assessment) {
        return new Members()
                .put("id", assessment.id())
                .put("version", assessment.version())
                .put("company", assessment.company())
                .put("name", assessment.name())
                .put("form", assessment.form().word())
                .put("status", assessment.status().word())
                .list(
                        "questionnaires",
                        assessment.questionnaires(),
                        asked -> new Members()
                                .put("id", asked.id())
                                .put("version", asked.version())
                                .done())
                .time("createdAt", assessment.createdMs())
                .time("changedAt", assessment.changedMs())
                .time("openedAt", assessment.openedMs())
                .time("closedAt", assessment.closedMs())
                .done();
    }

    /**
     * A seat; which sides it is on follows from the first informant kind on each questionnaire. Whether it has submitted is
     * not told where nobody is to learn that.
     */
    static Members seat(StoredSeat seat, List<Questionnaire> asked, boolean hidesWho) {
        Members informants = new Members();
        Members sides = new Members();
        for (Map.Entry<String, List<String>> kinds : seat.informants().entrySet()) {
            informants.put(kinds.getKey(), kinds(kinds.getValue()));
            sides.put(
                    kinds.getKey(), side(asked, kinds.getKey(), kinds.getValue().get(0)));
        }
        return new Members()
                .put("id", seat.id())
                .put("version", seat.version())
                .put("key", seat.key())
                .put("department", seat.department())
                .put("role", seat.role())
                .put("unit", seat.unit())
                .put("informants", informants.done())
                .put("sides", sides.done())
                .put("status", hidesWho ? "undisclosed" : seat.submitted() ? "submitted" : "open")
                .time("createdAt", seat.createdMs())
                .time("changedAt", seat.changedMs())
                .time("handedOverAt", seat.handedOverMs())
                .time("submittedAt", hidesWho ? null : seat.submittedMs());
    }

    private static JsonValue kinds(List<String> kinds) {
        return kinds.size() == 1
                ? new JsonString(kinds.get(0))
                : new JsonArray(kinds.stream().<JsonValue>map(JsonString::new).toList());
    }

    private static String side(List<Questionnaire> asked, String questionnaire, String kind) {
        return asked.stream()
                .filter(one -> one.id().equals(questionnaire))
                .findFirst()
                .map(found -> side(found, kind))
                .orElse("neutral");
    }

    static String side(Questionnaire questionnaire, String kind) {
        for (Informant informant : questionnaire.informants()) {
            if (informant.key().equals(kind)) {
                return informant.side().word();
            }
        }
        return "neutral";
    }

    static Members key(StoredKey key) {
        return new Members()
                .put("id", key.id())
                .put("version", key.version())
                .put("holder", key.holder())
                .put("scope", key.scope())
                .put("label", key.label())
                .put("lastFour", key.lastFour())
                .time("createdAt", key.createdMs())
                .time("expiresAt", key.expiresMs())
                .time("lastUsedAt", key.lastUsedMs());
    }

    static JsonObject grant(Grant grant) {
        return new Members()
                .put("holder", grant.holder())
                .put("version", 1)
                .put("scope", grant.scope())
                .put("label", grant.label())
                .time("grantedAt", grant.grantedMs())
                .done();
    }

    /** A snapshot; what it shows is read with {@code ?snapshot=} where results are. */
    static JsonObject snapshot(StoredSnapshot snapshot, List<Named> asked) {
        return new Members()
                .put("name", snapshot.name())
                .put("version", snapshot.version())
                .put("title", snapshot.title())
                .put("status", snapshot.status().word())
                .list(
                        "questionnaires",
                        asked,
                        one -> new Members()
                                .put("id", one.questionnaire())
                                .put("version", one.version())
                                .put("methodHash", one.methodHash())
                                .done())
                .put("confidential", snapshot.release() != null)
                .put("shownToSeats", snapshot.seatsSee())
                .put("erasedSeats", snapshot.erasedSeats())
                .time("createdAt", snapshot.createdMs())
                .put("createdBy", snapshot.createdBy())
                .time("changedAt", snapshot.changedMs())
                .time("withdrawnAt", snapshot.withdrawnMs())
                .put(
                        "results",
                        snapshot.withdrawnMs() == null
                                ? "/v1/assessments/" + snapshot.assessment() + "/results?snapshot=" + snapshot.name()
                                : null)
                .done();
    }

    /** The answers of a seat to one questionnaire, exactly as they are kept. */
    static JsonObject sheet(Answers.Sheet sheet) {
        Members answers = new Members();
        sheet.answers()
                .forEach(
                        (item, given) -> answers.put(item, JsonTree.parse(given).orThrow()));
        Members vignettes = new Members();
        sheet.vignettes().forEach((vignette, rating) -> vignettes.put(vignette, (long) rating));
        Members document = new Members()
                .put("questionnaire", named(sheet.questionnaire()))
                .put("informants", kinds(sheet.kinds()))
                .put("version", sheet.draft().version());
        // When a predecessor worked on it is told no more than what they wrote.
        if (sheet.draft().version() > sheet.draft().hidden()) {
            document.time("changedAt", sheet.draft().changedMs());
        }
        return document.put("progress", progress(sheet))
                .words("asked", sheet.asked().stream().map(Item::key).toList())
                .put("answers", answers.done())
                .put("vignettes", vignettes.done())
                .done();
    }

    static JsonObject named(Questionnaire questionnaire) {
        return new Members()
                .put("id", questionnaire.id())
                .put("version", questionnaire.version().toString())
                .put("methodHash", questionnaire.methodHash())
                .done();
    }

    static JsonObject progress(Answers.Sheet sheet) {
        int answered = 0;
        int notApplicable = 0;
        int dontKnow = 0;
        for (String given : sheet.answers().values()) {
            JsonValue state = JsonTree.parse(given).orThrow() instanceof JsonObject object ? object.get("state") : null;
            if (state == null) {
                answered++;
            } else if (state.equals(new JsonString("dontKnow"))) {
                dontKnow++;
            } else {
                notApplicable++;
            }
        }
        int asked = sheet.asked().size();
        return new Members()
                .put("asked", asked)
                .put("answered", answered)
                .put("notApplicable", notApplicable)
                .put("dontKnow", dontKnow)
                .put("open", asked - sheet.answers().size())
                .done();
    }
}
