package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Computed;
import org.moatmark.core.stats.OneWay;
import org.moatmark.core.stats.RandomEffects;
import org.moatmark.core.stats.Statistic;

/**
 * The means of a peer group (rule S20).
 *
 * <p>The criteria that are still active cut the whole library into cells: by sector, region and size as they are, by
 * market into those that fit and those that do not, by year into before, within and after. The peer group is one of them.
 */
final class MeanShrinking {

    private final Field field;
    private final PeerChoice choice;

    /** Every company's cell, of the company left out -1; the peer group is cell 0. */
    private final int[] cellOf;

    private final int cells;

    MeanShrinking(Field field, PeerChoice choice, @Nullable String self) {
        this.field = field;
        this.choice = choice;
        cellOf = new int[field.companies.size()];
        Map<List<Object>, Integer> known = new LinkedHashMap<>();
        int next = 1;
        for (int c = 0; c < cellOf.length; c++) {
            CaseCompany company = field.companies.get(c);
            if (company.id().equals(self)) {
                cellOf[c] = -1;
            } else if (choice instanceof PeerCriteria criteria && !criteria.fits(company)) {
                Integer cell = known.get(traits(criteria, company));
                if (cell == null) {
                    cell = next++;
                    known.put(traits(criteria, company), cell);
                }
                cellOf[c] = cell;
            }
        }
        cells = next;
    }

    private static List<Object> traits(PeerCriteria criteria, CaseCompany company) {
        return List.of(
                criteria.sector() == null ? "" : company.sector(),
                criteria.region() == null ? "" : company.region(),
                criteria.size() == null ? "" : company.size(),
                criteria.fitsMarket(company),
                criteria.yearPlace(company));
    }

    GroupMean at(int key, int[] members) {
        double[] group = field.scores(key, members);
        List<List<Double>> byCell = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            byCell.add(new ArrayList<>());
        }
        List<Double> all = new ArrayList<>();
        for (int c = 0; c < cellOf.length; c++) {
            if (cellOf[c] >= 0 && field.scored(key, c)) {
                byCell.get(cellOf[c]).add(field.score[key][c]);
                all.add(field.score[key][c]);
            }
        }
        return new GroupMean(group.length, mean(group), all.size(), mean(array(all)), shrunk(group, byCell));
    }

    private GroupMean.Shrinkage shrunk(double[] group, List<List<Double>> byCell) {
        if (group.length == 0) {
            return not("No company of the group has a score here.", "グループの中にここでの得点がある企業がありません。");
        }
        if (choice instanceof NamedPeers) {
            return not(
                    "Peers chosen by hand are no cell of the library, so that there is nothing to shrink toward.",
                    "手で選んだ比較企業はライブラリーの区分ではないため、縮小推定の相手となる平均がありません。");
        }
        if (choice instanceof PeerCriteria criteria && criteria.active().isEmpty()) {
            return not(
                    "The group is the whole library, so that there is nothing to shrink toward.",
                    "グループがライブラリー全体なので、縮小推定の相手となる平均がありません。");
        }
        double[][] groups = byCell.stream()
                .filter(cell -> !cell.isEmpty())
                .map(MeanShrinking::array)
                .toArray(double[][]::new);
        if (groups.length < 2) {
            return not("All companies that have a score here are in the group.", "ここでの得点がある企業はすべてこのグループに入っています。");
        }
        Computed<RandomEffects> effects =
                OneWay.of(groups).flatMap(cells -> cells.randomEffects(RandomEffects.Method.ANOVA));
        if (effects instanceof Computed.NotComputable<RandomEffects> none) {
            return not(none.reason().en(), none.reason().ja());
        }
        RandomEffects model = effects.orThrow();
        RandomEffects.Group own = model.groups().get(0);
        return new GroupMean.Shrunk(
                own.shrunkMean(),
                model.mean(),
                own.factor(),
                groups.length,
                model.betweenVariance(),
                model.withinVariance());
    }

    private static GroupMean.NotShrunk not(String en, String ja) {
        return new GroupMean.NotShrunk(new Words(en, ja));
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static @Nullable Double mean(double[] values) {
        return values.length == 0 ? null : Statistic.mean().of(values);
    }
}
