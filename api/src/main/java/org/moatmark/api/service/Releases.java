package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Publication;
import org.moatmark.api.store.SecrecyShelf.Sheet;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Crowd;
import org.moatmark.core.benchmark.Masks;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.CrowdJson;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Release;
import org.moatmark.core.response.OtherResult;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.NodeSides;

/**
 * What is shown of confidential assessments: the latest release and nothing newer. A release is made when somebody asks
 * for results and enough people are new or changed since the last, or the assessment has been closed since; what nobody
 * looked at need not be kept apart from what comes after.
 *
 * <p>Kept are the statements of offices and the crowds; the numbers are computed from these alone whenever they are
 * asked for. While an assessment is open, only submitted answers count; after that all do.
 */
public final class Releases {

    private final Questionnaires questionnaires;
    private final Assessments assessments;
    private final Results results;

    /**
     * Makes releases.
     *
     * @param questionnaires what was asked
     * @param assessments what is released
     * @param results where answers come together
     */
    public Releases(Questionnaires questionnaires, Assessments assessments, Results results) {
        this.questionnaires = questionnaires;
        this.assessments = assessments;
        this.results = results;
    }

    /**
     * The latest release of an assessment.
     *
     * @param number its number; 0 before the first
     * @param k how many people at least stand behind a number
     * @param due whether a newer one is to be made
     * @param asked what is asked, in its order
     * @param parts what it is made from, by questionnaire; empty before the first
     * @param moatmark what scores the questionnaires of the tenant
     */
    public record Latest(
            long number, int k, boolean due, List<Questionnaire> asked, Map<String, Part> parts, Moatmark moatmark) {}

    /**
     * What the release of one questionnaire is made from.
     *
     * @param statements the statements of offices
     * @param crowds the crowds
     * @param offices who is not protected
     * @param terms what was agreed
     */
    public record Part(Wave statements, List<Crowd> crowds, Offices offices, Secrecy terms) {}

    /**
     * The latest release of an assessment, if it is confidential.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @return the release; empty where results are shown as they are
     */
    public Optional<Latest> latest(Work work, Caller.KeyHolder who, String assessment) {
        StoredAssessment of = assessments.get(work, who, assessment);
        Terms terms = work.shelves().secrecy().terms(who.tenant(), assessment);
        if (terms.mode() != Mode.CONFIDENTIAL) {
            return Optional.empty();
        }
        Publication last =
                work.shelves().secrecy().latest(who.tenant(), assessment).orElse(null);
        List<StoredSeat> seats = Visibility.seats(work, who.tenant(), assessment);
        // What was told once could be subtracted from what would be told next: after a withdrawal there is nothing
        // more.
        boolean due = !work.shelves().secrecy().isWithdrawn(who.tenant(), assessment)
                && ReleaseTiming.isDue(of, terms, last, ReleaseTiming.states(work, who.tenant(), of, seats));
        return Optional.of(read(work, who.tenant(), of, terms, seats, last, due));
    }

    private Latest read(
            Work work,
            String tenant,
            StoredAssessment of,
            Terms terms,
            List<StoredSeat> seats,
            @Nullable Publication last,
            boolean due) {
        Moatmark moatmark = questionnaires.of(work, tenant);
        List<Questionnaire> asked = new ArrayList<>();
        Map<String, Part> parts = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        seats.forEach(seat -> names.put(seat.id(), seat.key()));
        for (Asked one : of.questionnaires()) {
            asked.add(moatmark.catalogue().find(one.id(), one.version()).orElseThrow());
            Optional<Sheet> sheet =
                    last == null ? Optional.empty() : work.shelves().secrecy().sheet(tenant, of.id(), one.id());
            sheet.ifPresent(kept -> parts.put(
                    one.id(),
                    new Part(
                            named(moatmark, kept.statements(), names),
                            CrowdJson.read(kept.crowds()),
                            Visibility.offices(work, tenant, of.id(), terms, one.id()),
                            secrecy(terms))));
        }
        return new Latest(last == null ? 0 : last.number(), terms.k(), due, asked, parts, moatmark);
    }

    /** Statements with the names of seats in place of their ids. */
    private static Wave named(Moatmark moatmark, String statements, Map<String, String> names) {
        Wave wave = WaveJson.read(statements, moatmark.catalogue()).orThrow();
        List<Respondent> respondents = wave.respondents().stream()
                .map(one -> new Respondent(named(one.seat(), names), one.answers()))
                .toList();
        return wave.withRespondents(respondents).withOthers(List.of());
    }

    private static Seat named(Seat seat, Map<String, String> names) {
        String name = names.getOrDefault(seat.key(), seat.key());
        return new Seat(name, seat.department(), seat.role(), seat.unit(), seat.informants());
    }

    static Secrecy secrecy(Terms terms) {
        return new Secrecy(terms.k(), terms.departments());
    }

    /**
     * Makes the next release if it is due.
     *
     * @param work the transaction
     * @param who whose key it is
     * @param assessment which assessment
     * @return the release that is the latest now
     * @throws Refused if results of the assessment are not released
     */
    public Latest next(Work work, Caller.KeyHolder who, String assessment) {
        Latest before = latest(work, who, assessment).orElseThrow(Refused::notFound);
        if (!before.due()) {
            return before;
        }
        String tenant = who.tenant();
        StoredAssessment of = assessments.get(work, who, assessment);
        Visibility.layDown(work, tenant, assessment);
        Terms terms = work.shelves().secrecy().terms(tenant, assessment);
        List<StoredSeat> everybody = Visibility.seats(work, tenant, assessment);
        Map<StoredSeat, String> states = ReleaseTiming.states(work, tenant, of, everybody);
        List<StoredSeat> seats = List.copyOf(states.keySet());
        List<Wave> waves = results.waves(work, tenant, of, seats, StoredSeat::id);
        Map<String, JsonValue> counted = new TreeMap<>();
        states.forEach((seat, state) -> counted.put(seat.id(), new JsonString(state)));
        Publication made =
                new Publication(before.number() + 1, work.now(), of.closedMs(), CompactJson.of(JsonObject.of(counted)));
        work.shelves().secrecy().put(tenant, assessment, made);
        for (int i = 0; i < waves.size(); i++) {
            Questionnaire questionnaire = before.asked().get(i);
            String id = questionnaire.id();
            Offices offices = Visibility.offices(work, tenant, assessment, terms, id);
            Part last = before.parts().get(id);
            List<Crowd> crowds = before.moatmark()
                    .gather(
                            last == null ? List.of() : last.crowds(),
                            waves.get(i),
                            offices,
                            secrecy(terms),
                            editions(work, tenant, seats, id),
                            of.status() == Status.CLOSED);
            Wave statements = Masks.statements(questionnaire, waves.get(i), offices);
            work.shelves()
                    .secrecy()
                    .put(tenant, assessment, id, new Sheet(WaveJson.write(statements), CrowdJson.write(crowds)));
        }
        work.log(who, "release results", assessment, null);
        return read(work, tenant, of, terms, everybody, made, false);
    }

    private static ToLongBiFunction<String, String> editions(
            Work work, String tenant, List<StoredSeat> seats, String questionnaire) {
        Map<String, Map<String, Long>> bySeat = new HashMap<>();
        seats.forEach(
                seat -> bySeat.put(seat.id(), work.shelves().answers().editions(tenant, seat.id(), questionnaire)));
        return (seat, item) -> bySeat.getOrDefault(seat, Map.of()).getOrDefault(item, 0L);
    }

    /**
     * The releases of all questionnaires of an assessment, each with what the others gave.
     *
     * @param latest the latest release
     * @return the releases by questionnaire; none before the first
     */
    public Map<String, Release> all(Latest latest) {
        Map<String, Release> alone = new LinkedHashMap<>();
        latest.parts().forEach((id, part) -> alone.put(id, release(latest.moatmark(), part, List.of())));
        if (alone.size() < 2) {
            return alone;
        }
        Map<String, Release> together = new LinkedHashMap<>();
        latest.parts().forEach((id, part) -> {
            List<OtherResult> others = alone.values().stream()
                    .filter(one -> !one.questionnaire().equals(id))
                    .map(Releases::other)
                    .toList();
            together.put(id, release(latest.moatmark(), part, others));
        });
        return together;
    }

    private static Release release(Moatmark moatmark, Part part, List<OtherResult> others) {
        return moatmark.release(part.statements().withOthers(others), part.crowds(), part.offices(), part.terms());
    }

    private static OtherResult other(Release release) {
        Map<String, Double> lower = new TreeMap<>();
        for (Release.Node node : release.nodes()) {
            Double score = node.evidenced();
            NodeSides sides = node.sides();
            Double one = sides == null ? null : sides.headquarters();
            Double two = sides == null ? null : sides.genba();
            if (score != null) {
                double least =
                        one != null && two != null ? Math.min(one, two) : one != null ? one : two != null ? two : score;
                lower.put(node.key(), least);
            }
        }
        return new OtherResult(release.questionnaire(), release.version(), lower);
    }
}
