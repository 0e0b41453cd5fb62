package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item on which case companies differ, and how far.
 *
 * @param key key of the item
 * @param companies by id, in the order in which they were given, what the raters make of each company that has a score there;
 *     at least two
 * @param width the highest score less the lowest, above 0 to 100
 */
public record ItemSpread(String key, Map<String, ConsensusItem> companies, double width) implements Serializable {

    /** Copies the map, in its order; refuses fewer than two companies, and a width that is none. */
    public ItemSpread {
        companies = Collections.unmodifiableMap(new LinkedHashMap<>(companies));
        if (companies.size() < 2 || !(width > 0 && width <= 100)) {
            throw new IllegalArgumentException(
                    "Item '" + key + "' of " + companies.size() + " companies with a width of " + width
                            + " is no spread: at least 2 companies and a width above 0 are needed.");
        }
    }

    /**
     * The items that part some companies most. An item counts from two scores on; where all agree, it does not. Scores are the
     * means of ratings, 0-100 (rule S4), so that an item on which raters disagree is no wider for it.
     *
     * @param companies the companies, all of one library; arguments are not modified
     * @param most how many items at most
     * @return the items, the widest first, equally wide ones in the order of the first company's items
     */
    public static List<ItemSpread> widest(List<CaseScore> companies, int most) {
        Map<String, Map<String, ConsensusItem>> byItem = new LinkedHashMap<>();
        for (CaseScore company : companies) {
            for (ConsensusItem item : company.items()) {
                if (item.score() != null) {
                    byItem.computeIfAbsent(item.key(), key -> new LinkedHashMap<>())
                            .put(company.company().id(), item);
                }
            }
        }
        List<ItemSpread> spreads = new ArrayList<>();
        byItem.forEach((key, scored) -> {
            double[] scores = scored.values().stream()
                    .mapToDouble(one -> one.score() == null ? 0 : one.score())
                    .sorted()
                    .toArray();
            if (scores.length > 1 && scores[scores.length - 1] > scores[0]) {
                spreads.add(new ItemSpread(key, scored, scores[scores.length - 1] - scores[0]));
            }
        });
        spreads.sort(Comparator.comparingDouble((ItemSpread one) -> -one.width()));
        return List.copyOf(spreads.subList(0, Math.min(most, spreads.size())));
    }
}
