package org.moatmark.core.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Carrying;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Vignette;

/**
 * Answers to one version of a questionnaire as answers to another: those that stand ({@link Carrying}) are taken over with
 * evidence and remarks, the others are left out, as if they had been skipped. Informant kinds that the later version does not
 * know fall away, and a seat that is left with none; ratings stay where the vignette is the same.
 */
public final class CarriedWave {

    private final Map<String, Item> asked = new HashMap<>();
    private final Set<String> standing = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> vignettes = new HashSet<>();
    private final Questionnaire after;

    private CarriedWave(Questionnaire before, Questionnaire after) {
        this.after = after;
        after.items().forEach(item -> asked.put(item.key(), item));
        for (Carrying.Fate fate : Carrying.between(before, after).items()) {
            if (fate.verdict().stands()) {
                standing.add(fate.key());
            }
        }
        after.informants().stream().map(Informant::key).forEach(kinds::add);
        Set<Vignette> old = new HashSet<>(before.vignettes());
        after.vignettes().stream().filter(old::contains).map(Vignette::key).forEach(vignettes::add);
    }

    /**
     * Carries a wave over.
     *
     * @param wave answers to the earlier version
     * @param before the earlier version
     * @param after the later version
     * @return the same as answers to the later version
     * @throws IllegalArgumentException if the wave is not one of the earlier version
     */
    public static Wave onto(Wave wave, Questionnaire before, Questionnaire after) {
        if (!wave.questionnaire().equals(before.id())
                || !wave.version().equals(before.version().toString())) {
            throw new IllegalArgumentException("The wave is of questionnaire '" + wave.questionnaire() + "' "
                    + wave.version() + ", not of '" + before.id() + "' " + before.version() + ".");
        }
        return new CarriedWave(before, after).carry(wave);
    }

    /**
     * Whether one answer stands.
     *
     * @param item the item of the later version, whose verdict is that answers stand
     * @param response what was answered
     * @return false for a number out of the new range, and for an option that is not offered any more
     */
    public static boolean fits(Item item, Response response) {
        return !(response instanceof Response.Answered answered) || fits(item.type(), answered.value());
    }

    private static boolean fits(ItemType type, AnswerValue value) {
        if (type instanceof ItemType.Measure measure && value instanceof AnswerValue.Number number) {
            return number.value() >= measure.min() && number.value() <= measure.max();
        } else if (type instanceof ItemType.Choice choice && value instanceof AnswerValue.OneOption one) {
            return offers(choice.options(), List.of(one.option()));
        } else if (type instanceof ItemType.Choices choices && value instanceof AnswerValue.SomeOptions some) {
            return offers(choices.options(), some.options());
        }
        return true;
    }

    private static boolean offers(List<Option> options, List<String> chosen) {
        return options.stream().map(Option::key).toList().containsAll(chosen);
    }

    private Wave carry(Wave wave) {
        List<Respondent> respondents = new ArrayList<>();
        for (Respondent one : wave.respondents()) {
            Respondent carried = carry(one);
            if (carried != null) {
                respondents.add(carried);
            }
        }
        return new Wave(
                after.id(),
                after.version().toString(),
                wave.company(),
                wave.date(),
                wave.form(),
                respondents,
                wave.others());
    }

    private @Nullable Respondent carry(Respondent one) {
        Seat seat = one.seat();
        List<String> left = seat.informants().stream().filter(kinds::contains).toList();
        if (left.isEmpty()) {
            return null;
        }
        Map<String, Response> answers = new LinkedHashMap<>();
        one.answers().forEach((key, response) -> {
            Item item = asked.get(key);
            if (item != null && standing.contains(key) && fits(item, response)) {
                answers.put(key, response);
            }
        });
        Map<String, Integer> ratings = new LinkedHashMap<>(one.vignettes());
        ratings.keySet().retainAll(vignettes);
        return new Respondent(
                new Seat(seat.key(), seat.department(), seat.role(), seat.unit(), left), answers, ratings);
    }
}
