package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.TextMap;

/** Points and cards of one group of cases, place by place (rule S21). */
final class PlaceCards {

    private static final Comparator<PeerPoint> HIGHEST_FIRST =
            Comparator.comparingDouble(PeerPoint::score).reversed().thenComparing(PeerPoint::id);

    private final CaseLibrary library;
    private final Field field;
    private final int[] members;

    PlaceCards(CaseLibrary library, Field field, int[] members) {
        this.library = library;
        this.field = field;
        this.members = members;
    }

    TextMap title(int key) {
        if (key == 0) {
            return TextMap.of("Index", "指数");
        }
        Node node = library.questionnaire().nodes().get(key - 1);
        return node.head().title();
    }

    List<PeerPoint> points(int key) {
        List<PeerPoint> points = new ArrayList<>();
        for (int member : members) {
            if (field.scored(key, member)) {
                points.add(new PeerPoint(
                        field.companies.get(member).id(),
                        field.score[key][member],
                        field.low[key][member],
                        field.high[key][member],
                        field.disputed[key][member]));
            }
        }
        points.sort(HIGHEST_FIRST);
        return points;
    }

    Card card(int key) {
        List<CaseCompany> there = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (int member : members) {
            CaseCompany company = field.companies.get(member);
            if (field.scored(key, member)) {
                there.add(company);
            } else {
                without.add(company.id());
            }
        }
        return new Card(
                there.size(),
                there.stream().map(CaseCompany::asOf).min(Integer::compare).orElse(null),
                there.stream().map(CaseCompany::asOf).max(Integer::compare).orElse(null),
                library.raters(),
                kindOfRater(),
                field.agreements.get(key),
                library.questionnaire().methodHash(),
                without,
                thin(there));
    }

    private TextMap kindOfRater() {
        for (Informant informant : library.questionnaire().informants()) {
            if (informant.side() == Side.NEUTRAL) {
                return informant.name();
            }
        }
        throw new IllegalStateException("The questionnaire of the cases has no neutral informants.");
    }

    private List<Card.Count> thin(List<CaseCompany> there) {
        List<Card.Count> thin = new ArrayList<>();
        for (String region : library.regions()) {
            add(thin, Criterion.REGION, region, there, CaseCompany::region);
        }
        for (CompanySize size : CompanySize.values()) {
            add(
                    thin,
                    Criterion.SIZE,
                    size.word(),
                    there,
                    company -> company.size().word());
        }
        for (Market market : Market.values()) {
            add(
                    thin,
                    Criterion.MARKET,
                    market.word(),
                    there,
                    company -> company.market().word());
        }
        return thin;
    }

    private static void add(
            List<Card.Count> thin,
            Criterion criterion,
            String word,
            List<CaseCompany> there,
            Function<CaseCompany, @Nullable String> property) {
        int n = (int) there.stream()
                .filter(company -> word.equals(property.apply(company)))
                .count();
        if (n < Card.THIN) {
            thin.add(new Card.Count(criterion, word, n));
        }
    }
}
