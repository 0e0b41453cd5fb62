package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.stats.ExactProgram;
import org.moatmark.core.stats.Fraction;
import org.moatmark.core.stats.RowSpace;

/**
 * Somebody who has every number that was ever shown about one item, knows who is behind each, and reckons exactly: by
 * rank, and by bounds, as an outsider and as each of the people in turn.
 */
final class Attacker {

    private static final Fraction HUNDRED = Fraction.of(100);

    /** Sums are known to so many parts of a point, rounded outward. */
    private static final long FINE = 100_000;

    private final List<Set<String>> sums = new ArrayList<>();
    private final List<Fraction> low = new ArrayList<>();
    private final List<Fraction> high = new ArrayList<>();
    private int programs;

    /** The mean of some answers lies between two scores. */
    void learns(Set<String> answers, double least, double greatest) {
        if (!sums.contains(answers)) {
            Fraction n = Fraction.of(answers.size());
            sums.add(answers);
            low.add(Fraction.of((long) StrictMath.floor(least * FINE), FINE).times(n));
            high.add(Fraction.of((long) StrictMath.ceil(greatest * FINE), FINE).times(n));
        }
    }

    int programs() {
        return programs;
    }

    /** Answers that are in the same sums, as one group each. */
    private Map<List<Integer>, List<String>> groups() {
        Map<String, List<Integer>> in = new LinkedHashMap<>();
        for (int s = 0; s < sums.size(); s++) {
            for (String answer : sums.get(s)) {
                in.computeIfAbsent(answer, none -> new ArrayList<>()).add(s);
            }
        }
        Map<List<Integer>, List<String>> groups = new LinkedHashMap<>();
        in.forEach((answer, where) ->
                groups.computeIfAbsent(where, none -> new ArrayList<>()).add(answer));
        return groups;
    }

    /** Whether something follows about fewer than k answers. */
    boolean finds(int k) {
        Map<List<Integer>, List<String>> groups = groups();
        List<List<Fraction>> rows = new ArrayList<>();
        for (int s = 0; s < sums.size(); s++) {
            int sum = s;
            rows.add(groups.keySet().stream()
                    .map(where -> where.contains(sum) ? Fraction.ONE : Fraction.ZERO)
                    .toList());
        }
        int[] sizes = groups.values().stream().mapToInt(List::size).toArray();
        return !RowSpace.of(groups.size(), rows).isAboutAtLeast(sizes, k);
    }

    /**
     * The least room that anybody's answer has left, over outsiders and over everybody who knows his own.
     *
     * @param truth what everybody answered
     */
    double leastRoom(Map<String, Double> truth) {
        return leastRoom(truth, new HashMap<>());
    }

    /**
     * The same where some of it was reckoned before.
     *
     * @param truth what everybody answered; who answered anew did so under another name
     * @param reckoned by what is known together, the room that it leaves; is added to
     */
    double leastRoom(Map<String, Double> truth, Map<Set<Set<String>>, Double> reckoned) {
        double least = 100;
        for (Attacker part : parts()) {
            Set<Set<String>> about = Set.copyOf(part.sums);
            Double before = reckoned.get(about);
            if (before == null) {
                before = part.leastRoomOfAll(truth);
                programs += part.programs;
                reckoned.put(about, before);
            }
            least = Math.min(least, before);
        }
        return least;
    }

    private double leastRoomOfAll(Map<String, Double> truth) {
        List<List<String>> groups = new ArrayList<>(groups().values());
        double least = room(groups, -1, 0);
        for (int g = 0; g < groups.size(); g++) {
            Set<Double> own = new LinkedHashSet<>();
            groups.get(g).forEach(answer -> own.add(truth.get(answer)));
            for (double value : own) {
                least = Math.min(least, room(groups, g, value));
            }
        }
        return least;
    }

    /** What is known, in parts that have no answer in common. */
    private List<Attacker> parts() {
        List<Set<String>> answers = new ArrayList<>();
        for (Set<String> sum : sums) {
            Set<String> merged = new LinkedHashSet<>(sum);
            answers.stream()
                    .filter(part -> part.stream().anyMatch(sum::contains))
                    .forEach(merged::addAll);
            answers.removeIf(part -> part.stream().anyMatch(sum::contains));
            answers.add(merged);
        }
        List<Attacker> parts = new ArrayList<>();
        for (Set<String> of : answers) {
            Attacker part = new Attacker();
            for (int s = 0; s < sums.size(); s++) {
                if (of.containsAll(sums.get(s))) {
                    part.sums.add(sums.get(s));
                    part.low.add(low.get(s));
                    part.high.add(high.get(s));
                }
            }
            parts.add(part);
        }
        return parts;
    }

    /** The least room where one member of a group is known; of nobody for group -1. */
    private double room(List<List<String>> groups, int known, double value) {
        List<List<Integer>> where = new ArrayList<>(groups().keySet());
        int[] size = new int[groups.size()];
        Arrays.setAll(size, g -> groups.get(g).size() - (g == known ? 1 : 0));
        List<Fraction> upper =
                Arrays.stream(size).mapToObj(n -> HUNDRED.times(Fraction.of(n))).toList();
        ExactProgram program = new ExactProgram(upper);
        for (int s = 0; s < sums.size(); s++) {
            List<Fraction> row = new ArrayList<>();
            for (List<Integer> in : where) {
                row.add(in.contains(s) ? Fraction.ONE : Fraction.ZERO);
            }
            Fraction mine = known >= 0 && where.get(known).contains(s) ? Fraction.of(value) : Fraction.ZERO;
            program.known(row, low.get(s).minus(mine), high.get(s).minus(mine));
        }
        double least = 100;
        for (int g = 0; g < size.length; g++) {
            if (size[g] > 0) {
                List<Fraction> range = program.range(g);
                programs += 2;
                if (range.isEmpty()) {
                    throw new AssertionError("What is shown contradicts the truth.");
                }
                double lowest = Math.max(0, range.get(0).toDouble() - 100 * (size[g] - 1));
                double highest = Math.min(100, range.get(1).toDouble());
                least = Math.min(least, highest - lowest);
            }
        }
        return least;
    }
}
