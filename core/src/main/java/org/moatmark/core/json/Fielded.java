package org.moatmark.core.json;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;

/**
 * One questionnaire, prepared for reading answers to it: a reader per item, and who is asked what. Not changed after it
 * was built, so it is safe for several threads.
 */
final class Fielded {

    private final Questionnaire questionnaire;
    private final Map<String, Asked> items = new LinkedHashMap<>();
    private final Map<String, Side> sides = new LinkedHashMap<>();
    private final Map<String, BitSet> askedOf = new HashMap<>();
    private final VignetteReader vignettes;
    private boolean sizeMatters;
    private boolean marketMatters;

    /**
     * An item with its place in the questionnaire.
     *
     * @param place its place, from 0
     * @param key its key, the very text of the questionnaire, by which maps find it at once
     * @param answers the reader of its answers
     */
    record Asked(int place, String key, AnswerReader answers) {}

    Fielded(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        for (Informant informant : questionnaire.informants()) {
            sides.put(informant.key(), informant.side());
            askedOf.put(informant.key(), new BitSet());
        }
        for (Item item : questionnaire.items()) {
            int place = items.size();
            items.put(item.key(), new Asked(place, item.key(), new AnswerReader(item)));
            for (String informant : item.informants()) {
                askedOf.computeIfAbsent(informant, key -> new BitSet()).set(place);
            }
            note(item.appliesTo());
        }
        vignettes = new VignetteReader(questionnaire);
        questionnaire.gates().forEach(gate -> gate.require().forEach(this::note));
        questionnaire.staging().forEach(row -> row.require().forEach(this::note));
    }

    private void note(Condition condition) {
        note(condition.appliesTo());
        if (condition instanceof Condition.All all) {
            all.parts().forEach(this::note);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(this::note);
        }
    }

    private void note(AppliesTo appliesTo) {
        sizeMatters |= !appliesTo.size().isEmpty();
        marketMatters |= !appliesTo.market().isEmpty();
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    @Nullable
    Asked item(String key) {
        return items.get(key);
    }

    /** The reader of ratings of its vignettes. */
    VignetteReader vignettes() {
        return vignettes;
    }

    Collection<String> itemKeys() {
        return items.keySet();
    }

    Collection<String> informants() {
        return sides.keySet();
    }

    @Nullable
    Side side(String informant) {
        return sides.get(informant);
    }

    /** Whether some item or condition is only for companies of a certain size. */
    boolean sizeMatters() {
        return sizeMatters;
    }

    /** Whether some item or condition is only for companies of a certain market. */
    boolean marketMatters() {
        return marketMatters;
    }

    /** The first informant who is on no side, or null. */
    @Nullable
    String firstNeutral() {
        for (Map.Entry<String, Side> entry : sides.entrySet()) {
            if (entry.getValue() == Side.NEUTRAL) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** The places of the items that at least one of these kinds is asked. */
    BitSet askedOf(List<String> informants) {
        BitSet first = askedOf.getOrDefault(informants.get(0), new BitSet());
        if (informants.size() == 1) {
            return first;
        }
        BitSet all = (BitSet) first.clone();
        informants.forEach(informant -> all.or(askedOf.getOrDefault(informant, new BitSet())));
        return all;
    }
}
