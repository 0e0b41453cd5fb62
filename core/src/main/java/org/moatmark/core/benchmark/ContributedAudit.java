package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.stats.Fraction;
import org.moatmark.core.stats.RowSpace;

/**
 * Whether nothing about few companies follows from groups that were told, of one measure, in one year or in several. It
 * supposes more than is told: that of each group not quartiles but the whole list of its scores is known, without names.
 * Such a list says how many of the group lie in each class of scores, which are sums over the members, so that whatever
 * follows by adding and subtracting lists lies in the row space of the groups. In exact arithmetic
 *
 * <ul>
 *   <li>every combination must be about at least k scores, for everybody;
 *   <li>and, for each tenant, who knows its own scores, about at least half of k scores of others.
 * </ul>
 */
final class ContributedAudit {

    private ContributedAudit() {}

    static boolean keeps(List<ContributedSpread> told, int k) {
        Map<String, Set<Integer>> groupsOf = new LinkedHashMap<>();
        Map<String, String> tenantOf = new LinkedHashMap<>();
        for (int g = 0; g < told.size(); g++) {
            for (ContributedSpread.Member member : told.get(g).members()) {
                groupsOf.computeIfAbsent(member.answer(), none -> new LinkedHashSet<>())
                        .add(g);
                tenantOf.put(member.answer(), member.tenant());
            }
        }
        if (!isAboutAtLeast(groupsOf, told.size(), k)) {
            return false;
        }
        for (String tenant : new LinkedHashSet<>(tenantOf.values())) {
            Map<String, Set<Integer>> others = new LinkedHashMap<>(groupsOf);
            others.keySet().removeIf(answer -> tenant.equals(tenantOf.get(answer)));
            if (!isAboutAtLeast(others, told.size(), (k + 1) / 2)) {
                return false;
            }
        }
        return true;
    }

    /** Scores that are in the same groups cannot be told apart, and stand in one column. */
    private static boolean isAboutAtLeast(Map<String, Set<Integer>> groupsOf, int groups, int least) {
        Map<Set<Integer>, Integer> columns = new LinkedHashMap<>();
        groupsOf.values().forEach(in -> columns.merge(in, 1, Integer::sum));
        List<List<Fraction>> rows = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int group = g;
            rows.add(columns.keySet().stream()
                    .map(in -> in.contains(group) ? Fraction.ONE : Fraction.ZERO)
                    .toList());
        }
        int[] sizes = columns.values().stream().mapToInt(Integer::intValue).toArray();
        return RowSpace.of(columns.size(), rows).isAboutAtLeast(sizes, least);
    }
}
