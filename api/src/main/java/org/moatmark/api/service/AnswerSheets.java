package org.moatmark.api.service;

import java.util.List;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StandingShelf;
import org.moatmark.api.store.StandingShelf.Standing;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;

/** What a seat sees of one questionnaire: the items that it is asked, its answers, and whether they can be changed. */
final class AnswerSheets {

    private final Questionnaires questionnaires;

    AnswerSheets(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    Answers.Sheet of(Work work, String tenant, Standing standing, String questionnaireId) {
        Asked asked = asked(standing, questionnaireId);
        StoredSeat seat = standing.seat();
        StandingShelf.Sheet kept = standing.sheet(asked.id());
        Questionnaire questionnaire =
                questionnaires.find(work, tenant, asked.id(), asked.version()).orElseThrow(Refused::notFound);
        List<String> kinds = seat.informants().getOrDefault(asked.id(), List.of());
        List<Item> items = questionnaires.asked(questionnaire, kinds);
        return new Answers.Sheet(
                questionnaire,
                kinds,
                kept.draft(),
                items,
                kept.answers(),
                kept.ratings(),
                standing.assessment().status() == Status.OPEN && !seat.submitted(),
                hidden(work, tenant, standing, asked, items, kinds));
    }

    private static List<String> hidden(
            Work work, String tenant, Standing standing, Asked asked, List<Item> items, List<String> kinds) {
        Terms terms = standing.terms();
        if (terms.mode() != Mode.CONFIDENTIAL) {
            return List.of();
        }
        Offices offices = Visibility.offices(work, tenant, standing.assessment().id(), terms, asked.id());
        return items.stream()
                .filter(item -> offices.protects(item, kinds))
                .map(Item::key)
                .toList();
    }

    private static Asked asked(Standing standing, String questionnaire) {
        return standing.assessment().questionnaires().stream()
                .filter(one -> one.id().equals(questionnaire)
                        && standing.seat().informants().containsKey(questionnaire))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
