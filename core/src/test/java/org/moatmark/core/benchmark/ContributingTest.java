package org.moatmark.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContributingTest {

    private static final String INDEX = Measure.INDEX;

    private static Contribution company(String tenant, String name, String sector, double score) {
        return new Contribution(
                tenant,
                name,
                Map.of(Criterion.SECTOR, sector),
                Map.of(INDEX, new Contribution.Given(name + " " + score, score)));
    }

    /** Companies of a tenant each, 10 points apart from 10 on. */
    private static List<Contribution> companies(String sector, int from, int n) {
        List<Contribution> companies = new ArrayList<>();
        for (int i = from; i < from + n; i++) {
            companies.add(company("tenant-" + i, "company-" + i, sector, 10 + 10 * (i % 9)));
        }
        return companies;
    }

    private static List<Contribution> together(List<Contribution> some, List<Contribution> more) {
        List<Contribution> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<ContributedSpread> told(List<Contribution> companies) {
        return Contributing.release(2026, List.of(INDEX), companies, List.of());
    }

    /** The groups that are told, each with how many are in it and of which year its numbers are. */
    private static List<String> groups(List<ContributedSpread> told) {
        return told.stream()
                .map(one -> (one.word() == null ? "all" : one.word()) + " " + one.n() + " " + one.year())
                .toList();
    }

    @Test
    void five_companies_are_told_by_their_quartiles_and_four_are_not() {
        List<ContributedSpread> told = told(companies("a", 0, 5));
        assertThat(groups(told)).containsExactly("all 5 2026", "a 5 2026");
        assertThat(told.get(0).quartile()).isEqualTo(20);
        assertThat(told.get(0).median()).isEqualTo(30);
        assertThat(told.get(0).upperQuartile()).isEqualTo(40);
        assertThat(told(companies("a", 0, 4))).isEmpty();
        assertThat(told(List.of())).isEmpty();
    }

    @Test
    void quartiles_are_whole_points() {
        List<Contribution> companies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            companies.add(company("t" + i, "c" + i, "a", 3.3 * i));
        }
        ContributedSpread all = told(companies).get(0);
        assertThat(List.of(all.quartile(), all.median(), all.upperQuartile())).containsExactly(4, 8, 12);
    }

    @Test
    void where_one_tenant_has_over_half_nothing_is_told() {
        List<Contribution> half = companies("a", 0, 3);
        for (int i = 0; i < 3; i++) {
            half.add(company("consultant", "client-" + i, "a", 20 * i));
        }
        assertThat(groups(told(half))).contains("all 6 2026");
        assertThat(told(together(half, List.of(company("consultant", "client-4", "a", 70)))))
                .isEmpty();
    }

    @Test
    void a_company_counts_once_whoever_and_however_often_it_was_assessed() {
        List<Contribution> companies = companies("a", 0, 4);
        for (int i = 0; i < 4; i++) {
            companies.add(company("consultant-" + i, "company-0", "a", 5 * i));
        }
        assertThat(told(companies)).isEmpty();
    }

    @Test
    void a_group_is_not_told_if_the_rest_would_be_few() {
        List<Contribution> nine = together(companies("a", 0, 5), companies("b", 5, 4));
        assertThat(groups(told(nine))).containsExactly("all 9 2026");
        List<Contribution> ten = together(companies("a", 0, 5), companies("b", 5, 5));
        assertThat(groups(told(ten))).containsExactly("all 10 2026", "a 5 2026", "b 5 2026");
    }

    @Test
    void groups_of_two_partitions_that_differ_by_few_are_not_both_told() {
        List<Contribution> companies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            companies.add(new Contribution(
                    "t" + i,
                    "c" + i,
                    Map.of(
                            Criterion.SECTOR, i < 10 ? "a" : "b",
                            Criterion.REGION, i < 11 ? "Japan" : "Europe"),
                    Map.of(INDEX, new Contribution.Given("c" + i, 5.0 * i))));
        }
        // Japan is a and one company more.
        assertThat(groups(told(companies))).containsExactly("all 20 2026", "Europe 9 2026", "Japan 11 2026");
    }

    @Test
    void companies_that_are_all_alike_are_not_told() {
        List<Contribution> alike = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            alike.add(company("t" + i, "c" + i, "a", 95 + i / 2.0));
        }
        assertThat(told(alike)).isEmpty();
        // One far away leaves all others alike for himself.
        assertThat(told(together(alike, List.of(company("t9", "c9", "a", 10))))).isEmpty();
    }

    @Test
    void who_joins_alone_waits_and_who_leaves_alone_takes_the_group_away() {
        List<Contribution> six = companies("a", 0, 6);
        List<ContributedSpread> first = told(six);
        List<Contribution> seven = together(six, companies("a", 6, 1));
        assertThat(groups(Contributing.release(2027, List.of(INDEX), seven, first)))
                .containsExactly("all 6 2026", "a 6 2026");
        assertThat(Contributing.release(2027, List.of(INDEX), six.subList(0, 5), first))
                .isEmpty();
        List<Contribution> more = together(six, companies("a", 6, 5));
        assertThat(groups(Contributing.release(2027, List.of(INDEX), more, first)))
                .containsExactly("all 11 2027", "a 11 2027");
    }

    @Test
    void a_score_that_changed_alone_takes_the_group_away_too() {
        List<Contribution> six = companies("a", 0, 6);
        List<ContributedSpread> first = told(six);
        List<Contribution> changed = together(six.subList(0, 5), List.of(company("tenant-5", "company-5", "a", 88)));
        assertThat(Contributing.release(2027, List.of(INDEX), changed, first)).isEmpty();
    }

    @Test
    void the_order_in_which_companies_come_changes_nothing() {
        List<Contribution> companies = together(companies("a", 0, 7), companies("b", 7, 6));
        List<Contribution> other = new ArrayList<>(companies);
        Collections.reverse(other);
        assertThat(told(other)).isEqualTo(told(companies));
    }

    /**
     * Random companies come, go and change over four years. Somebody who had the whole list of scores of every group that
     * was ever told, without names, adds and subtracts them.
     */
    @Test
    void nobody_gets_few_companies_by_adding_and_subtracting_years_and_groups() {
        int told = 0;
        int kept = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, Contribution> now = new LinkedHashMap<>();
            int people = 5 + random.nextInt(25);
            List<ContributedSpread> ever = new ArrayList<>();
            for (int year = 2026; year < 2030; year++) {
                int changes = year == 2026 ? people : random.nextInt(8);
                for (int i = 0; i < changes; i++) {
                    change(now, random);
                }
                List<ContributedSpread> release =
                        Contributing.release(year, List.of(INDEX), List.copyOf(now.values()), List.copyOf(ever));
                for (ContributedSpread one : release) {
                    assertThat(one.n()).isGreaterThanOrEqualTo(Contributing.K);
                    told++;
                    if (!ever.contains(one)) {
                        ever.add(one);
                    } else {
                        kept++;
                    }
                }
                attack(seed, ever);
            }
        }
        assertThat(told).as("groups told").isGreaterThan(400);
        assertThat(kept).as("groups told as they were").isGreaterThan(40);
    }

    private static void change(Map<String, Contribution> now, SplittableRandom random) {
        String name = "c" + random.nextInt(35);
        if (now.containsKey(name) && random.nextInt(3) == 0) {
            now.remove(name);
            return;
        }
        double score = random.nextInt(101);
        now.put(
                name,
                new Contribution(
                        "t" + (name.hashCode() % 12),
                        name,
                        Map.of(
                                Criterion.SECTOR, "s" + random.nextInt(2),
                                Criterion.REGION, "r" + random.nextInt(3)),
                        Map.of(INDEX, new Contribution.Given(name + " " + score, score))));
    }

    /** Every sum and difference of up to three groups is looked at, by outsiders and by every tenant. */
    private static void attack(long seed, List<ContributedSpread> ever) {
        Set<String> tenants = new HashSet<>();
        tenants.add("");
        ever.forEach(one -> one.members().forEach(member -> tenants.add(member.tenant())));
        combine(seed, ever, tenants, 0, 3, new HashMap<>());
    }

    private static void combine(
            long seed,
            List<ContributedSpread> ever,
            Set<String> tenants,
            int from,
            int left,
            Map<ContributedSpread.Member, Integer> sum) {
        if (!sum.isEmpty()) {
            for (String tenant : tenants) {
                long others = 0;
                for (Map.Entry<ContributedSpread.Member, Integer> one : sum.entrySet()) {
                    others += one.getValue() != 0 && !one.getKey().tenant().equals(tenant) ? 1 : 0;
                }
                int least = tenant.isEmpty() ? 5 : 3;
                assertThat(others == 0 || others >= least)
                        .as("seed %d: %d left for '%s'", seed, others, tenant)
                        .isTrue();
            }
        }
        for (int i = from; i < ever.size() && left > 0; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                if (sum.isEmpty() && sign < 0) {
                    continue;
                }
                int with = sign;
                Map<ContributedSpread.Member, Integer> next = new HashMap<>(sum);
                ever.get(i).members().forEach(member -> next.merge(member, with, Integer::sum));
                combine(seed, ever, tenants, i + 1, left - 1, next);
            }
        }
    }
}
