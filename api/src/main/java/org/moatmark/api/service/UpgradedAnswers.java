package org.moatmark.api.service;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.api.service.UpgradeCheck.Steps;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Carrying.Verdict;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.response.CarriedWave;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;

/**
 * What becomes of answers under a newer version.
 *
 * @param going by id of a seat the items whose answers do not stand
 * @param counts how many answers become what
 */
record UpgradedAnswers(Map<String, Set<String>> going, Upgrades.Counts counts) {

    /** What becomes of the answers of all seats; nothing is changed. */
    static UpgradedAnswers of(Work work, String tenant, Steps steps) {
        Map<String, Item> items = new LinkedHashMap<>();
        steps.after().items().forEach(item -> items.put(item.key(), item));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        steps.carrying().items().forEach(fate -> verdicts.put(fate.key(), fate.verdict()));
        Map<String, Set<String>> going = new LinkedHashMap<>();
        int[] counts = new int[5];
        for (StoredSeat seat : steps.seats()) {
            List<String> kinds = seat.informants().getOrDefault(steps.before().id(), List.of());
            Set<String> lost = new HashSet<>();
            work.shelves().answers().all(tenant, seat.id(), steps.before().id()).forEach((key, given) -> {
                Verdict verdict = verdicts.getOrDefault(key, Verdict.REMOVED);
                Item item = items.get(key);
                int what = 0;
                if (item == null || verdict == Verdict.REMOVED) {
                    what = 2;
                } else if (!verdict.stands() || !CarriedWave.fits(item, response(steps.before(), key, given))) {
                    what = 1;
                } else if (verdict == Verdict.REWORDED && !steps.keepReworded()) {
                    what = 3;
                } else if (item.informants().stream().noneMatch(kinds::contains)) {
                    what = 4;
                }
                counts[what]++;
                if (what > 0) {
                    lost.add(key);
                }
            });
            going.put(seat.id(), lost);
        }
        return new UpgradedAnswers(going, new Upgrades.Counts(counts[0], counts[1], counts[2], counts[3], counts[4]));
    }

    private static Response response(Questionnaire questionnaire, String item, String given) {
        return WaveJson.readAnswer(JsonTree.parse(given).orThrow(), questionnaire, item, "")
                .orThrow();
    }

    /** Lets go of the answers and ratings that do not stand, and moves every sheet on, so that nobody writes into the old. */
    void keep(Work work, String tenant, Steps steps) {
        String id = steps.before().id();
        Set<Vignette> same = new HashSet<>(steps.before().vignettes());
        same.retainAll(steps.after().vignettes());
        Set<String> ratings = new HashSet<>();
        same.forEach(vignette -> ratings.add(vignette.key()));
        for (StoredSeat seat : steps.seats()) {
            var shelf = work.shelves().answers();
            var draft = shelf.draft(tenant, seat.id(), id);
            Set<String> lost = going.getOrDefault(seat.id(), Set.of());
            // A sheet that was moved on counts as changed when the next release is made; one that is the same is not.
            if (draft.version() > 0 && (!steps.confidential() || !lost.isEmpty())) {
                shelf.advance(tenant, seat.id(), id, draft.next(work.now()));
                lost.forEach(item -> shelf.clear(tenant, seat.id(), id, item));
            }
            work.shelves().vignettes().all(tenant, seat.id(), id).keySet().stream()
                    .filter(vignette -> !ratings.contains(vignette))
                    .forEach(vignette -> work.shelves().vignettes().clear(tenant, seat.id(), id, vignette));
        }
    }

    /** The waves with the one that is upgraded in place of what it was. */
    List<Wave> in(List<Wave> waves, Steps steps) {
        Map<String, Set<String>> byKey = new LinkedHashMap<>();
        steps.seats().forEach(seat -> byKey.put(seat.key(), going.getOrDefault(seat.id(), Set.of())));
        return waves.stream()
                .map(wave -> wave.questionnaire().equals(steps.before().id())
                        ? without(CarriedWave.onto(wave, steps.before(), steps.after()), byKey)
                        : wave)
                .toList();
    }

    private static Wave without(Wave wave, Map<String, Set<String>> going) {
        List<Respondent> respondents = wave.respondents().stream()
                .map(one -> {
                    Map<String, Response> answers = new LinkedHashMap<>(one.answers());
                    answers.keySet().removeAll(going.getOrDefault(one.seat().key(), Set.of()));
                    return new Respondent(one.seat(), answers, one.vignettes());
                })
                .toList();
        return wave.withRespondents(respondents);
    }
}
