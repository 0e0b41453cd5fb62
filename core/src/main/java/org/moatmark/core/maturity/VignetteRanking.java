package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.AnchoringVignettes;
import org.moatmark.core.psychometrics.VignetteRank;
import org.moatmark.core.psychometrics.VignetteRanks;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Vignette;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;

/** Places ratings among the vignettes of their items. */
final class VignetteRanking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** An item with its vignettes in their expected order. */
    private record Told(String item, List<String> informants, List<String> vignettes) implements Serializable {}

    private final List<Told> told = new ArrayList<>();

    VignetteRanking(Questionnaire questionnaire) {
        List<Vignette> vignettes = new ArrayList<>(questionnaire.vignettes());
        vignettes.sort(Comparator.comparingInt(Vignette::order));
        for (Item item : vignettes.isEmpty() ? List.<Item>of() : questionnaire.items()) {
            List<String> keys = vignettes.stream()
                    .filter(vignette -> vignette.item().equals(item.key()))
                    .map(Vignette::key)
                    .toList();
            if (!keys.isEmpty()) {
                told.add(new Told(item.key(), item.informants(), keys));
            }
        }
    }

    /** Every item of which a respondent rated a vignette and which the seat is asked. */
    List<VignettePlace> places(List<Respondent> respondents) {
        List<VignettePlace> places = new ArrayList<>();
        for (Respondent respondent : respondents) {
            for (Told one : told) {
                boolean asked = respondent.seat().informants().stream().anyMatch(one.informants::contains);
                if (asked && one.vignettes.stream().anyMatch(respondent.vignettes()::containsKey)) {
                    places.add(place(one, respondent));
                }
            }
        }
        return places;
    }

    private static VignettePlace place(Told told, Respondent respondent) {
        Map<String, Integer> given = new LinkedHashMap<>();
        double[] ratings = new double[told.vignettes.size()];
        for (int j = 0; j < ratings.length; j++) {
            Integer rating = respondent.vignettes().get(told.vignettes.get(j));
            ratings[j] = rating == null ? Double.NaN : rating;
            if (rating != null) {
                given.put(told.vignettes.get(j), rating);
            }
        }
        Integer own = own(respondent.answers().get(told.item));
        double rating = own == null ? Double.NaN : own;
        return new VignettePlace(
                respondent.seat().key(),
                told.item,
                own,
                given,
                AnchoringVignettes.rankC(rating, ratings),
                AnchoringVignettes.rankB(rating, ratings),
                AnchoringVignettes.outOfOrder(ratings));
    }

    private static @Nullable Integer own(@Nullable Response response) {
        return response instanceof Response.Answered answered && answered.value() instanceof AnswerValue.Number number
                ? Integer.valueOf((int) number.value())
                : null;
    }

    /** The items whose vignettes somebody rated in full. */
    List<VignetteItem> items(List<VignettePlace> places) {
        List<VignetteItem> items = new ArrayList<>();
        for (Told one : places.isEmpty() ? List.<Told>of() : told) {
            List<VignettePlace> full = places.stream()
                    .filter(place -> place.item().equals(one.item))
                    .filter(place -> place.vignettes().size() == one.vignettes.size())
                    .toList();
            if (!full.isEmpty()) {
                items.add(item(one.item, full));
            }
        }
        return items;
    }

    private static VignetteItem item(String item, List<VignettePlace> full) {
        int violations = 0;
        int ties = 0;
        int intervals = 0;
        for (VignettePlace place : full) {
            long different = place.vignettes().values().stream().distinct().count();
            violations += place.outOfOrder() > 0 ? 1 : 0;
            ties += place.outOfOrder() == 0 && different < place.vignettes().size() ? 1 : 0;
            intervals += place.rankC() instanceof VignetteRank.Ranked ranked && ranked.isInterval() ? 1 : 0;
        }
        double n = full.size();
        VignetteRanks ranks =
                VignetteRanks.of(full.stream().map(VignettePlace::rankC).toList());
        return new VignetteItem(item, full.size(), violations / n, ties / n, ranks.n(), intervals, ranks.uniform());
    }
}
