package org.moatmark.core.report;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.report.Backing.Bearing;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.AnswerScale;
import org.moatmark.core.scoring.ScoringPolicy;

/** Finds what a score rests on, by seat and item, among the answers that the reader of a report may see. */
final class Backings {

    /** For readers who see no answers. */
    static final Backings NONE = new Backings(Map.of(), Map.of(), false);

    /** Scores of releases are rounded to 0.1. */
    private static final double ROUNDED = 0.05 + 1e-9;

    private static final double BEST = 100;
    private static final ScoringPolicy POLICY = ScoringPolicy.DEFAULT;

    private final Map<String, Respondent> respondents;
    private final Map<String, Side> sides;
    private final boolean notes;

    private Backings(Map<String, Respondent> respondents, Map<String, Side> sides, boolean notes) {
        this.respondents = respondents;
        this.sides = sides;
        this.notes = notes;
    }

    /** Of answers that are shown under the names of seats: with what people noted. */
    static Backings ofAnswers(Wave wave, Questionnaire questionnaire) {
        return of(wave, questionnaire, true);
    }

    /** Of what offices state: without any note. */
    static Backings ofStatements(Wave wave, Questionnaire questionnaire) {
        return of(wave, questionnaire, false);
    }

    private static Backings of(Wave wave, Questionnaire questionnaire, boolean notes) {
        if (!wave.questionnaire().equals(questionnaire.id())) {
            throw new IllegalArgumentException(
                    "The answers are to '" + wave.questionnaire() + "', not to '" + questionnaire.id() + "'.");
        }
        Map<String, Side> sides = new HashMap<>();
        for (Informant informant : questionnaire.informants()) {
            sides.put(informant.key(), informant.side());
        }
        Map<String, Respondent> respondents = new HashMap<>();
        wave.respondents().forEach(one -> respondents.put(one.seat().key(), one));
        return new Backings(respondents, sides, notes);
    }

    /** What the answer of a seat rests on; null where the reader may not see it. */
    @Nullable
    Backing of(Item item, String seat, double claimed, double evidenced) {
        Respondent respondent = respondents.get(seat);
        if (respondent == null || !(respondent.answers().get(item.key()) instanceof Response.Answered answer)) {
            return null;
        }
        EvidenceGrade grade = answer.bestGrade();
        boolean customer = sides.get(respondent.seat().informants().get(0)) == Side.CUSTOMERS;
        return new Backing(
                answer.value(),
                grade,
                bearing(item, customer, claimed, evidenced, AnswerScale.capped(item, claimed, grade, POLICY)),
                item.evidence() && !customer ? AnswerScale.capped(item, BEST, grade, POLICY) : null,
                answer.evidence(),
                notes ? answer.remarks().note() : null);
    }

    private static Bearing bearing(Item item, boolean customer, double claimed, double evidenced, double own) {
        if (!item.evidence()) {
            return Bearing.NOT_ASKED;
        } else if (customer) {
            return Bearing.NOT_OF_CUSTOMERS;
        } else if (own >= claimed) {
            return Bearing.CARRIED;
        }
        return evidenced > own + ROUNDED ? Bearing.CARRIED_BY_OTHERS : Bearing.CAPPED;
    }
}
