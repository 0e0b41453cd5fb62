package org.moatmark.core.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Form;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Response.Remarks;
import org.moatmark.core.response.Seat;
import org.moatmark.core.response.Wave;

/**
 * Turns the ratings of a company into a wave: each rater a respondent of the questionnaire's first neutral kind.
 *
 * <p>A blank rating becomes "don't know" and not "skipped": the rater looked and could not choose. Only rule S3 reads the
 * difference, and only to name the state of an item that nobody rated.
 */
final class CaseWaves {

    private static final String NO_REASON = "rated NA, no reason given";

    private CaseWaves() {}

    static Wave of(CaseLibrary library, CaseCompany company) {
        Questionnaire questionnaire = library.questionnaire();
        String kind = outsider(questionnaire);
        Map<String, Map<String, Response>> byRater = new TreeMap<>();
        for (CaseRating rating : library.ratingsOf(company.id())) {
            byRater.computeIfAbsent(rating.rater(), rater -> new LinkedHashMap<>())
                    .put(rating.item(), response(rating));
        }
        List<Respondent> respondents = new ArrayList<>();
        byRater.forEach((rater, answers) ->
                respondents.add(new Respondent(new Seat(rater, null, null, null, List.of(kind)), answers)));
        return new Wave(
                questionnaire.id(),
                questionnaire.version().toString(),
                company.company(),
                LocalDate.of(company.asOf(), 12, 31),
                Form.FULL,
                respondents,
                List.of());
    }

    private static String outsider(Questionnaire questionnaire) {
        for (Informant informant : questionnaire.informants()) {
            if (informant.side() == Side.NEUTRAL) {
                return informant.key();
            }
        }
        throw new IllegalArgumentException("Questionnaire '" + questionnaire.id() + "' has no neutral informants.");
    }

    private static Response response(CaseRating rating) {
        Remarks remarks = remarks(rating);
        if (rating.judgement() instanceof Judgement.Rated rated) {
            return new Response.Answered(new AnswerValue.Number(rated.value()), List.of(), remarks);
        } else if (rating.judgement() instanceof Judgement.NotApplicable) {
            String reason = rating.reason();
            return new Response.NotApplicable(reason == null ? NO_REASON : reason, remarks);
        }
        return new Response.DontKnow(remarks);
    }

    /** Confidence, basis and reason ride along as a note; no score reads them. */
    private static Remarks remarks(CaseRating rating) {
        List<String> parts = new ArrayList<>();
        if (rating.judgement() instanceof Judgement.Rated rated) {
            parts.add("confidence: " + rated.confidence());
        }
        if (!rating.basis().isEmpty()) {
            parts.add("basis: " + rating.basis().text());
        }
        if (rating.reason() != null) {
            parts.add("reason: " + rating.reason());
        }
        return parts.isEmpty() ? Remarks.NONE : new Remarks(String.join("; ", parts), null);
    }
}
