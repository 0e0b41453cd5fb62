package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;

/** The items of a questionnaire as the look at response styles needs them, in file order. */
final class StyleItems implements Serializable {

    private static final long serialVersionUID = 1L;

    final List<Item> items;

    /** By item: how many points its scale has; 0 where it is no opinion. */
    final int[] points;

    /** By item: whether agreement is asked. */
    final boolean[] agreement;

    private final HashMap<String, Integer> places = new HashMap<>();
    private final HashMap<String, Side> sides = new HashMap<>();
    private final boolean mayFlag;

    StyleItems(Questionnaire questionnaire) {
        items = questionnaire.items();
        points = new int[items.size()];
        agreement = new boolean[items.size()];
        boolean flags = !questionnaire.pairs().isEmpty();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            places.put(item.key(), i);
            agreement[i] = item.type() instanceof ItemType.Agreement;
            points[i] = item.type() instanceof ItemType.Agreement type
                    ? type.points()
                    : item.type() instanceof ItemType.Rubric ? ItemType.RUBRIC_ANCHORS : 0;
            flags |= agreement[i] || item.evidence();
        }
        mayFlag = flags;
        for (Informant informant : questionnaire.informants()) {
            sides.put(informant.key(), informant.side());
        }
    }

    /** Whether answers can be flagged for anything but the time they took. */
    boolean mayFlag() {
        return mayFlag;
    }

    /** The place of an item, or -1. */
    int place(String key) {
        Integer place = places.get(key);
        return place == null ? -1 : place;
    }

    /** Whether somebody of these informant kinds is asked an item. */
    boolean asks(int item, List<String> kinds) {
        List<String> asked = items.get(item).informants();
        for (int i = 0; i < kinds.size(); i++) {
            if (asked.contains(kinds.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether these are kinds of customers, of whom evidence is not asked (rule S2). */
    boolean customers(List<String> kinds) {
        return sides.get(kinds.get(0)) == Side.CUSTOMERS;
    }
}
