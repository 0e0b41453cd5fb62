package org.moatmark.core.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Seat;

/**
 * Reads the ratings of a questionnaire's vignettes: bare points of the scale of their items. Prepared once and safe for
 * several threads.
 */
final class VignetteReader {

    private final String questionnaire;
    private final Map<String, Rated> vignettes = new LinkedHashMap<>();

    /** A vignette, with who is asked its item. */
    private record Rated(Words who, AnswerValues values, Collection<String> informants) {}

    VignetteReader(Questionnaire questionnaire) {
        this.questionnaire = questionnaire.id();
        if (questionnaire.vignettes().isEmpty()) {
            return;
        }
        Map<String, Item> items = new LinkedHashMap<>();
        questionnaire.items().forEach(item -> items.put(item.key(), item));
        for (Vignette vignette : questionnaire.vignettes()) {
            Item item = items.get(vignette.item());
            if (item != null) {
                Words who = Said.named("vignette", "仮想事例", vignette.key());
                vignettes.put(vignette.key(), new Rated(who, new AnswerValues(item, who), item.informants()));
            }
        }
    }

    /**
     * The ratings by vignette key. One of an item that the seat is not asked gives a warning; it is kept as long as it
     * can be read.
     */
    Map<String, Integer> read(JsonValue value, @Nullable Seat seat, Place at, Faults faults) {
        if (!(value instanceof JsonObject object)) {
            Values.wrongType(value, Kind.OBJECT, at, Said.RESPONDENT, faults);
            return Map.of();
        }
        Map<String, Integer> ratings = new LinkedHashMap<>();
        for (int i = 0; i < object.size(); i++) {
            String key = object.key(i);
            Rated vignette = vignettes.get(key);
            if (vignette == null) {
                unknown(key, at.at(key), faults);
                continue;
            }
            boolean asked = seat == null || seat.informants().stream().anyMatch(vignette.informants::contains);
            if (seat != null && !asked) {
                notAsked(vignette, seat, at.at(key), faults);
            }
            AnswerValue rating = vignette.values.read(object.value(i), at.at(key), asked ? faults : new Faults());
            if (rating instanceof AnswerValue.Number number) {
                ratings.put(key, (int) number.value());
            }
        }
        return ratings;
    }

    /** One rating at its place; null after a fault. */
    @Nullable
    Integer read(String key, JsonValue value, Place at, Faults faults) {
        Rated vignette = vignettes.get(key);
        if (vignette == null) {
            unknown(key, at, faults);
            return null;
        }
        return vignette.values.read(value, at, faults) instanceof AnswerValue.Number number
                ? Integer.valueOf((int) number.value())
                : null;
    }

    private void unknown(String key, Place at, Faults faults) {
        String nearest = Nearest.to(key, vignettes.keySet());
        Words hint = nearest != null
                ? new Words("Did you mean '" + nearest + "'?", "「" + nearest + "」ではありませんか。")
                : vignettes.isEmpty()
                        ? new Words(
                                "Leave 'vignettes' out: this questionnaire has none.",
                                "この質問票に仮想事例はないため、vignettes を省いてください。")
                        : new Words(
                                "There are: " + String.join(", ", vignettes.keySet()) + ".",
                                "使える仮想事例：" + String.join(", ", vignettes.keySet()));
        Words who = Said.named("vignette", "仮想事例", key);
        faults.add(
                "unknown-vignette",
                at,
                who,
                "questionnaire '" + questionnaire + "' has no such vignette.",
                "質問票「" + questionnaire + "」にこの仮想事例はありません。",
                hint.en(),
                hint.ja());
    }

    private static void notAsked(Rated vignette, Seat seat, Place at, Faults faults) {
        String key = Shown.text(seat.key());
        List<String> informants = seat.informants();
        String kinds = String.join(", ", informants);
        faults.warn(
                "vignette-not-asked",
                at,
                vignette.who,
                "seat '" + key + "' (" + kinds + ") is not asked its item; its rating is ignored.",
                "回答枠「" + key + "」（" + kinds + "）はこの仮想事例の設問の対象ではないため、評価は無視されます。",
                "Remove the rating, or mend the informant kind of the seat.",
                "評価を削除するか、回答枠の回答者区分を直してください。");
    }
}
