package org.moatmark.core.json;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;

/**
 * The companies that a condition and those around it are meant for: one of each of these sets. A set that holds another says
 * nothing that this one does not, and is left out, so that there are few different ones however deep conditions nest.
 *
 * @param sizes sets of size classes, none of which holds another
 * @param markets sets of markets, likewise
 */
record MeantFor(Set<Set<CompanySize>> sizes, Set<Set<Market>> markets) {

    static MeantFor of(List<AppliesTo> applies) {
        return new MeantFor(
                least(applies.stream().map(AppliesTo::size).toList()),
                least(applies.stream().map(AppliesTo::market).toList()));
    }

    private static <T> Set<Set<T>> least(Collection<Set<T>> sets) {
        Set<Set<T>> least = new HashSet<>();
        for (Set<T> set : sets) {
            if (!set.isEmpty() && least.stream().noneMatch(set::containsAll)) {
                least.removeIf(larger -> larger.containsAll(set));
                least.add(set);
            }
        }
        return least;
    }

    /** Whether no two sets keep somebody out of both conditions. */
    boolean meets(MeantFor other) {
        return meet(sizes, other.sizes) && meet(markets, other.markets);
    }

    private static <T> boolean meet(Set<Set<T>> one, Set<Set<T>> other) {
        for (Set<T> a : one) {
            for (Set<T> b : other) {
                if (Collections.disjoint(a, b)) {
                    return false;
                }
            }
        }
        return true;
    }
}
