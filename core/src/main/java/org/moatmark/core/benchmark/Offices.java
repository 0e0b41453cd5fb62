package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.moatmark.core.questionnaire.Item;

/**
 * Who speaks for an office and who answers as one of many. Kinds of informants that hold fewer than k seats at the first
 * answer (the CEO, finance, an assessor) are offices: what they say is a statement and is shown. So is every fact,
 * whoever says it. Opinions of all other kinds are protected.
 *
 * @param kinds the informant kinds that are offices, in alphabetical order
 */
public record Offices(Set<String> kinds) implements Serializable {

    /** Copies the set. */
    public Offices {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    }

    /**
     * The offices of an assessment.
     *
     * @param seats the informant kinds of each seat on one questionnaire
     * @param k how many seats make a group
     * @return the kinds that hold at least one seat and fewer than k; a kind without a seat is none, so that whoever
     *     comes later is protected
     */
    public static Offices of(Collection<List<String>> seats, int k) {
        Map<String, Integer> count = new TreeMap<>();
        seats.forEach(kinds -> kinds.forEach(kind -> count.merge(kind, 1, Integer::sum)));
        Set<String> offices = new TreeSet<>();
        count.forEach((kind, held) -> {
            if (held < k) {
                offices.add(kind);
            }
        });
        return new Offices(offices);
    }

    /**
     * Whether what a seat says to an item is protected: the item is an opinion, and the seat is asked it as one of many.
     *
     * @param item the item
     * @param informants the kinds of the seat
     * @return true if nobody may learn it
     */
    public boolean protects(Item item, Collection<String> informants) {
        List<String> asked = new ArrayList<>(item.informants());
        asked.retainAll(informants);
        return item.type().isOpinion() && !kinds.containsAll(asked);
    }
}
