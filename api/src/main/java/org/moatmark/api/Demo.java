package org.moatmark.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moatmark.api.http.Doors;
import org.moatmark.api.service.Answers;
import org.moatmark.api.service.Assessments;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Precondition;
import org.moatmark.api.service.Seal;
import org.moatmark.api.service.Seats;
import org.moatmark.api.service.Tokens;
import org.moatmark.api.service.Work;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/**
 * The demo: the invented manufacturer of {@code demo/*.json}, taken in as an owner and fourteen seats would do it, and
 * closed, so that there is a result to look at.
 */
final class Demo {

    private static final List<String> FILES =
            List.of("business-model-differentiation", "marketing-leadership-maturity");

    private final Doors doors;
    private final List<byte[]> files = FILES.stream().map(Demo::file).toList();

    private Demo(Doors doors) {
        this.doors = doors;
    }

    /** Makes the demo assessment of the first tenant, in one transaction. */
    static void plant(Doors doors) {
        Demo demo = new Demo(doors);
        doors.desk().write(work -> {
            demo.plant(work, doors.tenants().founder(work));
            return demo;
        });
    }

    private void plant(Work work, Caller.KeyHolder owner) {
        List<Wave> waves = files.stream()
                .map(file -> doors.moatmark().readWave(file).orThrow())
                .toList();
        String company = doors.companies()
                .create(work, owner, Objects.requireNonNull(waves.get(0).company()))
                .id();
        List<Assessments.Wanted> wanted = waves.stream()
                .map(wave -> new Assessments.Wanted(wave.questionnaire(), wave.version()))
                .toList();
        String assessment = doors.assessments()
                .create(
                        work,
                        owner,
                        new Assessments.Plan(company, "Demo", waves.get(0).form(), wanted))
                .id();
        Map<String, Caller.SeatHolder> holders = new LinkedHashMap<>();
        seats(waves).forEach((key, plan) -> holders.put(key, holder(work, owner, assessment, plan)));
        doors.assessments().open(work, owner, assessment);
        for (int i = 0; i < waves.size(); i++) {
            answer(work, holders, waves.get(i), files.get(i));
        }
        holders.values().forEach(holder -> doors.answers().submit(work, holder));
        doors.assessments().close(work, owner, assessment);
    }

    /** The seats of all waves together: who answers both has one seat with two informant kinds. */
    private static Map<String, Seats.Plan> seats(List<Wave> waves) {
        Map<String, Seats.Plan> plans = new LinkedHashMap<>();
        for (Wave wave : waves) {
            for (Respondent respondent : wave.respondents()) {
                Seat seat = respondent.seat();
                Seats.Plan before = plans.get(seat.key());
                Map<String, List<String>> informants =
                        before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before.informants());
                informants.put(wave.questionnaire(), seat.informants());
                plans.put(
                        seat.key(),
                        new Seats.Plan(seat.key(), seat.department(), seat.role(), seat.unit(), informants));
            }
        }
        return plans;
    }

    private Caller.SeatHolder holder(Work work, Caller.KeyHolder owner, String assessment, Seats.Plan plan) {
        Seats.Issued issued = doors.seats().add(work, owner, assessment, plan);
        return new Caller.SeatHolder(
                owner.tenant(),
                assessment,
                issued.seat().id(),
                Tokens.hash(issued.token()),
                false,
                Seal.of(issued.token()));
    }

    /** Takes the answers from the file itself, so that they are kept as they stand there. */
    private void answer(Work work, Map<String, Caller.SeatHolder> holders, Wave wave, byte[] file) {
        JsonObject document = (JsonObject) JsonTree.parse(file).orThrow();
        List<JsonValue> respondents = new ArrayList<>(((JsonArray) member(document, "respondents")).values());
        for (int i = 0; i < respondents.size(); i++) {
            Caller.SeatHolder holder =
                    holders.get(wave.respondents().get(i).seat().key());
            JsonObject respondent = (JsonObject) respondents.get(i);
            JsonObject answers = (JsonObject) member(respondent, "answers");
            Map<String, JsonValue> vignettes =
                    respondent.get("vignettes") instanceof JsonObject ratings ? ratings.toMap() : Map.of();
            if (holder != null) {
                var all = new Answers.Changes(answers.toMap(), vignettes);
                doors.answers().patch(work, holder, wave.questionnaire(), Precondition.ANY, all);
            }
        }
    }

    private static JsonValue member(JsonObject object, String key) {
        JsonValue value = object.get(key);
        if (value == null) {
            throw new IllegalStateException("A demo file lacks '" + key + "'.");
        }
        return value;
    }

    private static byte[] file(String questionnaire) {
        try (InputStream in = Demo.class.getResourceAsStream("/demo/" + questionnaire + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks the demo of " + questionnaire + ".");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
