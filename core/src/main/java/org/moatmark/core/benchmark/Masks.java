package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ScoringPolicy;

/**
 * Waves in which no protected answer is left. What is computed from such a wave, however it is computed, tells nothing
 * that the statements of the offices and the means of the crowds do not tell already.
 */
public final class Masks {

    private Masks() {}

    /** Where in its band a mean that is told as a band is taken to lie. */
    public enum Place {
        /** At the lower end. */
        LOW,
        /** In the middle. */
        MIDDLE,
        /** At the upper end. */
        HIGH
    }

    /**
     * What offices state, with its evidence and without a note, a time, a reason or a rating of a vignette.
     *
     * @param questionnaire what was asked
     * @param wave the answers
     * @param offices who is not protected
     * @return the wave with everybody in it and the protected answers left out
     */
    public static Wave statements(Questionnaire questionnaire, Wave wave, Offices offices) {
        Map<String, Item> items = new HashMap<>();
        questionnaire.items().forEach(item -> items.put(item.key(), item));
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            Map<String, Response> stated = new LinkedHashMap<>();
            one.answers().forEach((key, response) -> {
                Item item = items.get(key);
                if (item != null
                        && isScored(item)
                        && !offices.protects(item, one.seat().informants())) {
                    stated.put(key, bare(response));
                }
            });
            respondents.add(new Respondent(one.seat(), stated));
        }
        return wave.withRespondents(respondents);
    }

    private static boolean isScored(Item item) {
        return item.type().isOpinion() || item.type().isFact();
    }

    private static Response bare(Response response) {
        if (response instanceof Response.Answered answered) {
            return new Response.Answered(answered.value(), answered.evidence(), Response.Remarks.NONE);
        } else if (response instanceof Response.NotApplicable) {
            return new Response.NotApplicable("-", Response.Remarks.NONE);
        }
        return new Response.DontKnow(Response.Remarks.NONE);
    }

    /**
     * The statements with the means of the crowds in place of protected answers: on each side as many respondents as are
     * in the crowds, by order of their keys, give the mean of that side.
     *
     * @param questionnaire what was asked
     * @param statements the statements of the offices; every respondent is in it
     * @param crowds the crowds; those that do not stand are passed over
     * @param offices who is not protected
     * @param place where in its band a mean lies
     * @return a wave to be scored
     */
    public static Wave of(
            Questionnaire questionnaire, Wave statements, List<Crowd> crowds, Offices offices, Place place) {
        Map<String, Side> sides = new HashMap<>();
        for (Informant informant : questionnaire.informants()) {
            sides.put(informant.key(), informant.side());
        }
        Map<String, List<Crowd>> ofItem = new HashMap<>();
        crowds.stream()
                .filter(Crowd::standing)
                .forEach(crowd -> ofItem.computeIfAbsent(crowd.item(), none -> new ArrayList<>())
                        .add(crowd));
        List<Respondent> sorted = statements.respondents().stream()
                .sorted(Comparator.comparing(one -> one.seat().key()))
                .toList();
        List<Map<String, Response>> answers = new ArrayList<>();
        sorted.forEach(one -> answers.add(new LinkedHashMap<>(one.answers())));
        for (Item item : questionnaire.items()) {
            List<Crowd> told = ofItem.getOrDefault(item.key(), List.of());
            Map<Side, Integer> places = new EnumMap<>(Side.class);
            for (int i = 0; i < sorted.size() && !told.isEmpty(); i++) {
                List<String> informants = sorted.get(i).seat().informants();
                Side side = sides.getOrDefault(informants.get(0), Side.NEUTRAL);
                if (offices.protects(item, informants)) {
                    int taken = places.merge(side, 1, Integer::sum);
                    int people =
                            told.stream().mapToInt(crowd -> crowd.count(side)).sum();
                    if (taken <= people) {
                        answers.get(i).put(item.key(), mean(item, told, side, people, place));
                    }
                }
            }
        }
        List<Respondent> masked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            masked.add(new Respondent(sorted.get(i).seat(), answers.get(i)));
        }
        return statements.withRespondents(masked);
    }

    private static Response mean(Item item, List<Crowd> told, Side side, int people, Place place) {
        double sum = 0;
        for (Crowd crowd : told) {
            sum += crowd.count(side) * at(crowd, place);
        }
        double mean = Math.min(100, sum / people);
        boolean documented =
                item.evidence() && side != Side.CUSTOMERS && mean > ScoringPolicy.DEFAULT.capWithoutEvidence();
        // More than what goes without evidence cannot come about without some.
        List<Evidence> evidence = documented ? List.of(new Evidence(EvidenceGrade.E3, null, null)) : List.of();
        return new Response.Answered(new AnswerValue.Mean(mean), evidence, Response.Remarks.NONE);
    }

    private static double at(Crowd crowd, Place place) {
        var band = crowd.band();
        return band == null
                ? crowd.mean()
                : switch (place) {
                    case LOW -> band.low();
                    case MIDDLE -> crowd.mean();
                    case HIGH -> band.high();
                };
    }
}
