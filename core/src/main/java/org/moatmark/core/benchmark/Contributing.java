package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;

/**
 * Makes the yearly release of contributed results: quartiles of all companies, and of the groups of each partition by
 * sector, region, size and market alone; groups that combine two of them are never told.
 *
 * <p>A group is told at a measure if at least k companies give a score, none of the tenants behind them gives more than
 * half, whoever takes his own scores out is left with scores that are {@link Secrecy#GUARD} points apart or more (any of
 * the others may be any of these), and nothing about few follows from it together with all that was ever told
 * ({@link ContributedAudit}). Groups are tried from the largest to the smallest; those that would give others away are
 * left out. A group to which too few came since a former year is told as it was then; one that somebody left who cannot
 * hide among other changes is not told any more.
 */
public final class Contributing {

    /** How many companies at least are in a group. */
    public static final int K = 5;

    /** By what groups are chosen, beside all companies. */
    public static final List<Criterion> PARTITIONS =
            List.of(Criterion.SECTOR, Criterion.REGION, Criterion.SIZE, Criterion.MARKET);

    private static final double SLACK = 1e-9;

    private final int year;
    private final List<Contribution> companies;
    private final List<ContributedSpread> before;

    /** A group with those of it who give a score. */
    private record Candidate(
            @Nullable Criterion by, @Nullable String word, List<Contribution> members) {}

    private Contributing(int year, List<Contribution> companies, List<ContributedSpread> before) {
        this.year = year;
        this.companies = companies;
        this.before = before;
    }

    /**
     * The release of a year.
     *
     * @param year the year
     * @param measures keys of the nodes that are told, and {@link Measure#INDEX}, in the order in which they are told
     * @param contributions who gives what; where a company is there twice, the last of them counts
     * @param before all that was told in former years; not modified
     * @return what is told: for each measure all companies first, then the groups by partition and word; what is not in
     *     it is not told
     */
    public static List<ContributedSpread> release(
            int year, List<String> measures, List<Contribution> contributions, List<ContributedSpread> before) {
        Map<String, Contribution> once = new LinkedHashMap<>();
        contributions.forEach(one -> once.put(one.company(), one));
        // The order in which tenants were asked must not be seen in anything.
        List<Contribution> sorted = once.values().stream()
                .sorted(Comparator.comparing(Contribution::company))
                .toList();
        List<ContributedSpread> told = new ArrayList<>();
        for (String measure : measures) {
            List<ContributedSpread> former =
                    before.stream().filter(one -> one.measure().equals(measure)).toList();
            List<Contribution> giving = sorted.stream()
                    .filter(one -> one.scores().containsKey(measure))
                    .toList();
            told.addAll(new Contributing(year, giving, former).told(measure));
        }
        return List.copyOf(told);
    }

    private List<ContributedSpread> told(String measure) {
        List<ContributedSpread> known = new ArrayList<>(before);
        List<ContributedSpread> told = new ArrayList<>();
        for (Candidate group : candidates()) {
            ContributedSpread spread = spread(measure, group);
            if (spread == null) {
                continue;
            }
            known.add(spread);
            if (ContributedAudit.keeps(known, K)) {
                told.add(spread);
                continue;
            }
            known.remove(known.size() - 1);
            ContributedSpread former = former(spread);
            if (former != null) {
                told.add(former);
            }
        }
        told.sort(Comparator.comparing((ContributedSpread one) -> one.by() == null ? -1 : PARTITIONS.indexOf(one.by()))
                .thenComparing(one -> Objects.requireNonNullElse(one.word(), "")));
        return told;
    }

    /** All companies, and then every group of a partition, the largest first. */
    private List<Candidate> candidates() {
        List<Candidate> groups = new ArrayList<>();
        for (Criterion by : PARTITIONS) {
            Set<String> words = new LinkedHashSet<>();
            companies.stream()
                    .map(one -> one.words().get(by))
                    .filter(Objects::nonNull)
                    .sorted()
                    .forEach(words::add);
            for (String word : words) {
                groups.add(new Candidate(
                        by,
                        word,
                        companies.stream()
                                .filter(one -> word.equals(one.words().get(by)))
                                .toList()));
            }
        }
        groups.sort(Comparator.comparing((Candidate group) -> group.members().size())
                .reversed());
        groups.add(0, new Candidate(null, null, companies));
        return groups;
    }

    /** The quartiles of a group that may be told as far as it alone is looked at. */
    private @Nullable ContributedSpread spread(String measure, Candidate group) {
        List<Contribution> members = group.members();
        if (members.size() < K || !isWide(measure, members)) {
            return null;
        }
        double[] scores = members.stream()
                .mapToDouble(one -> score(one, measure))
                .sorted()
                .toArray();
        double[] quartiles =
                Quantiles.of(scores, QuantileType.ofNumber(Distribution.QUANTILE_TYPE), new double[] {0.25, 0.5, 0.75});
        int[] told = Arrays.stream(quartiles)
                .mapToInt(one -> (int) StrictMath.rint(one))
                .toArray();
        return new ContributedSpread(
                year,
                group.by(),
                group.word(),
                measure,
                members.stream().map(one -> member(one, measure)).toList(),
                told[0],
                told[1],
                told[2]);
    }

    private static double score(Contribution of, String measure) {
        return Objects.requireNonNull(of.scores().get(measure), "score").score();
    }

    private static ContributedSpread.Member member(Contribution of, String measure) {
        return new ContributedSpread.Member(
                of.tenant(),
                of.company(),
                Objects.requireNonNull(of.scores().get(measure), "score").answer());
    }

    /** Whether no tenant has over half, and the scores of all others are apart for each of them. */
    private static boolean isWide(String measure, List<Contribution> members) {
        Map<String, Integer> held = new LinkedHashMap<>();
        members.forEach(one -> held.merge(one.tenant(), 1, Integer::sum));
        for (Map.Entry<String, Integer> tenant : held.entrySet()) {
            double[] others = members.stream()
                    .filter(one -> !one.tenant().equals(tenant.getKey()))
                    .mapToDouble(one -> score(one, measure))
                    .sorted()
                    .toArray();
            boolean over = 2 * tenant.getValue() > members.size();
            if (over || others[others.length - 1] - others[0] < Secrecy.GUARD - SLACK) {
                return false;
            }
        }
        return true;
    }

    /** The same group as it was told last, if everybody in it is still there with the same score. */
    private @Nullable ContributedSpread former(ContributedSpread now) {
        ContributedSpread last = null;
        for (ContributedSpread one : before) {
            if (one.isOf(now.by(), now.word()) && (last == null || one.year() >= last.year())) {
                last = one;
            }
        }
        return last != null && now.members().containsAll(last.members()) ? last : null;
    }
}
