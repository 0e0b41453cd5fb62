package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;

/** Where everything in a case library is found; refuses contents that do not fit together. */
final class CaseIndex implements Serializable {

    private static final long serialVersionUID = 1L;

    final Map<String, CaseCompany> companyById;
    final Map<String, CaseFact> factById;
    final Map<String, List<CaseFact>> factsOf;
    final Map<String, List<CaseRating>> ratingsOf;

    /** In alphabetical order. */
    final List<String> raters;

    CaseIndex(CaseContents contents, Questionnaire questionnaire) {
        companyById = byId("Company", contents.companies(), CaseCompany::id);
        factById = byId("Fact", contents.facts(), CaseFact::id);
        factsOf = grouped(contents.facts(), CaseFact::about);
        ratingsOf = grouped(contents.ratings(), CaseRating::company);
        Set<String> names = new TreeSet<>();
        contents.ratings().forEach(rating -> names.add(rating.rater()));
        raters = List.copyOf(names);
        facts(contents);
        ratings(contents, questionnaire);
        byId("Reference point", contents.referencePoints(), ReferencePoint::key);
    }

    private void facts(CaseContents contents) {
        for (CaseFact fact : contents.facts()) {
            require(companyById.containsKey(fact.about()), "Fact", fact.id(), "company", fact.about());
        }
        List<CaseFact> every = new ArrayList<>(contents.facts());
        every.addAll(contents.contextFacts());
        byId("Fact", every, CaseFact::id);
    }

    private void ratings(CaseContents contents, Questionnaire questionnaire) {
        Set<String> items = new HashSet<>();
        for (Item item : questionnaire.items()) {
            items.add(item.key());
        }
        Set<String> seen = new HashSet<>();
        for (CaseRating rating : contents.ratings()) {
            String company = rating.company();
            String who = company + "/" + rating.rater() + "/" + rating.item();
            require(companyById.containsKey(company), "Rating", who, "company", company);
            require(items.contains(rating.item()), "Rating", who, "item", rating.item());
            for (String id : rating.basis().facts()) {
                CaseFact fact = factById.get(id);
                require(fact != null && fact.about().equals(company), "Rating", who, "fact", id);
            }
            if (!seen.add(who)) {
                throw new IllegalArgumentException("Rating '" + who + "' is there twice.");
            }
        }
    }

    private static void require(boolean there, String what, String who, String kind, String missing) {
        if (!there) {
            throw new IllegalArgumentException(
                    what + " '" + who + "' names " + kind + " '" + missing + "', which is not there for it.");
        }
    }

    private static <T> Map<String, T> byId(String what, Collection<T> things, Function<T, String> id) {
        Map<String, T> map = new HashMap<>();
        for (T thing : things) {
            if (map.put(id.apply(thing), thing) != null) {
                throw new IllegalArgumentException(what + " '" + id.apply(thing) + "' is there twice.");
            }
        }
        return map;
    }

    private static <T> Map<String, List<T>> grouped(List<T> things, Function<T, String> key) {
        Map<String, List<T>> map = new HashMap<>();
        for (T thing : things) {
            map.computeIfAbsent(key.apply(thing), any -> new ArrayList<>()).add(thing);
        }
        map.replaceAll((any, list) -> List.copyOf(list));
        return map;
    }
}
