package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.stats.Fraction;
import org.moatmark.core.stats.RowSpace;

/**
 * The last look before anything is released: from the sums of all crowds of an item that were ever told, nothing may
 * follow about fewer than k answers, in exact arithmetic. Crowds are built such that it always passes; it does not
 * trust the builder.
 */
public final class CrowdAudit {

    private CrowdAudit() {}

    /**
     * Whether the sums of crowds keep a secret.
     *
     * @param crowds crowds of one item, standing or not; not modified
     * @param k how many answers must be in whatever follows from them
     * @return true if every combination of their sums is about at least k answers
     */
    public static boolean keeps(List<Crowd> crowds, int k) {
        Map<String, List<Integer>> crowdsOf = new LinkedHashMap<>();
        for (int c = 0; c < crowds.size(); c++) {
            for (Crowd.Member member : crowds.get(c).members()) {
                crowdsOf.computeIfAbsent(member.seat() + " " + member.edition(), none -> new ArrayList<>())
                        .add(c);
            }
        }
        // Answers that are in the same sums cannot be told apart, and stand in one column.
        Map<List<Integer>, Integer> columns = new LinkedHashMap<>();
        crowdsOf.values().forEach(in -> columns.merge(in, 1, Integer::sum));
        List<List<Integer>> groups = new ArrayList<>(columns.keySet());
        List<List<Fraction>> rows = new ArrayList<>();
        for (int c = 0; c < crowds.size(); c++) {
            int crowd = c;
            rows.add(groups.stream()
                    .map(in -> in.contains(crowd) ? Fraction.ONE : Fraction.ZERO)
                    .toList());
        }
        int[] sizes = columns.values().stream().mapToInt(Integer::intValue).toArray();
        return RowSpace.of(groups.size(), rows).isAboutAtLeast(sizes, k);
    }
}
