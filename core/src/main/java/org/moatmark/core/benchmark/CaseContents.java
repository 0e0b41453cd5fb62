package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the five files of a case library hold, each list in file order.
 *
 * @param companies the companies
 * @param facts facts about companies, on which ratings can rest
 * @param contextFacts facts about groups of companies; never rated
 * @param ratings what each rater made of each item for each company
 * @param referencePoints published figures from outside
 */
public record CaseContents(
        List<CaseCompany> companies,
        List<CaseFact> facts,
        List<CaseFact> contextFacts,
        List<CaseRating> ratings,
        List<ReferencePoint> referencePoints)
        implements Serializable {

    /** Copies the lists. */
    public CaseContents {
        companies = List.copyOf(companies);
        facts = List.copyOf(facts);
        contextFacts = List.copyOf(contextFacts);
        ratings = List.copyOf(ratings);
        referencePoints = List.copyOf(referencePoints);
    }

    /**
     * These contents and then others.
     *
     * @param others what comes after these
     * @return all of both
     */
    CaseContents and(CaseContents others) {
        return new CaseContents(
                joined(companies, others.companies),
                joined(facts, others.facts),
                joined(contextFacts, others.contextFacts),
                joined(ratings, others.ratings),
                joined(referencePoints, others.referencePoints));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
