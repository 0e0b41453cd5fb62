package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.moatmark.core.questionnaire.Item;

/**
 * Every company of a case library scored by the product's own rules, from a wave in which each rater is a respondent.
 *
 * <p>An item has the mean of its raters (rule S4). Where two of them differ by more than one step it is disputed: both
 * ratings are kept, and intervals span them. What nobody judged widens the bounds and is never guessed (rule S8). A
 * company counts at a node only if it has a score there.
 *
 * <p>Immutable, serialisable and safe for many threads. {@link CaseLibrary#scores()} keeps the scores of a library.
 */
public final class CaseScores implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> items;
    private final Map<String, CaseScore> byId;

    private CaseScores(List<String> items, Map<String, CaseScore> byId) {
        this.items = items;
        this.byId = byId;
    }

    /** Scores every company on every item of the questionnaire. */
    static CaseScores of(CaseLibrary library) {
        List<String> all =
                library.questionnaire().items().stream().map(Item::key).toList();
        return on(library, all, new LinkedHashSet<>(all));
    }

    /**
     * Scores every company on some items only, as if the others had not been asked. For companies that are compared
     * with somebody who answered these items and no others.
     *
     * @param library the companies
     * @param items keys of items of the library's questionnaire
     * @return the scores; nodes rest on these items alone, and coverage and bounds know that the others are missing
     * @throws IllegalArgumentException if the questionnaire has no such item
     */
    public static CaseScores on(CaseLibrary library, Collection<String> items) {
        List<String> all =
                library.questionnaire().items().stream().map(Item::key).toList();
        for (String item : items) {
            if (!all.contains(item)) {
                throw new IllegalArgumentException(
                        "Questionnaire '" + library.questionnaire().id() + "' has no item '" + item + "'.");
            }
        }
        Set<String> kept = new LinkedHashSet<>(all);
        kept.retainAll(new LinkedHashSet<>(items));
        return on(library, all, kept);
    }

    private static CaseScores on(CaseLibrary library, List<String> all, Set<String> kept) {
        CaseScoring scoring = new CaseScoring(library, all, kept);
        Map<String, CaseScore> byId = new LinkedHashMap<>();
        for (CaseCompany company : library.companies()) {
            byId.put(company.id(), scoring.score(company));
        }
        return new CaseScores(List.copyOf(kept), byId);
    }

    /**
     * The items on which the companies are scored.
     *
     * @return their keys in file order
     */
    public List<String> items() {
        return items;
    }

    /**
     * Every company of the library, with or without a score.
     *
     * @return the companies in file order
     */
    public List<CaseScore> all() {
        return List.copyOf(byId.values());
    }

    /**
     * One company.
     *
     * @param company its id
     * @return its scores
     * @throws IllegalArgumentException if the library has no such company
     */
    public CaseScore of(String company) {
        CaseScore score = byId.get(company);
        if (score == null) {
            throw new IllegalArgumentException("The library has no company '" + company + "'.");
        }
        return score;
    }

    /**
     * The companies that have an index.
     *
     * @return them in file order; their number is the n of everything that is said about the index
     */
    public List<CaseScore> withIndex() {
        return scored(CaseScore::index);
    }

    /**
     * The companies that have a score at a node.
     *
     * @param node key of the node
     * @return them in file order; their number is the n of everything that is said about the node
     * @throws IllegalArgumentException if the questionnaire has no such node
     */
    public List<CaseScore> withScore(String node) {
        return scored(company -> company.node(node));
    }

    private List<CaseScore> scored(Function<CaseScore, Consensus> where) {
        List<CaseScore> scored = new ArrayList<>();
        for (CaseScore company : byId.values()) {
            if (where.apply(company).outcome().isScored()) {
                scored.add(company);
            }
        }
        return scored;
    }
}
