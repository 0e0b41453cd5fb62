package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.InstrumentReport.Contrast;
import org.moatmark.core.maturity.InstrumentReport.Style;
import org.moatmark.core.maturity.InstrumentReport.Styles;
import org.moatmark.core.maturity.InstrumentReport.Use;
import org.moatmark.core.maturity.InstrumentReport.Uses;
import org.moatmark.core.maturity.InstrumentSample.Person;
import org.moatmark.core.psychometrics.DifferentialUse;
import org.moatmark.core.psychometrics.TwoGroups;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.response.Company;

/**
 * Puts groups of people beside one another: by what a wave says of people and companies, the largest group against each of
 * the others. Groups that secrecy does not let be shown are not named.
 */
final class GroupContrasts {

    private static final double LEVEL = 0.95;
    private static final int FEWEST_OPINIONS = 3;
    private static final double SAME_SUM = 1e6;
    private static final List<String> STYLES = List.of("acquiescence", "midpoint", "extreme");

    private final InstrumentSample sample;
    private final InstrumentPolicy policy;

    GroupContrasts(InstrumentSample sample, InstrumentPolicy policy) {
        this.sample = sample;
        this.policy = policy;
    }

    List<Contrast> all() {
        List<Contrast> found = new ArrayList<>();
        add("side", person -> person.side.word(), found);
        add("informant", person -> person.informant, found);
        add("country", person -> of(person, Company::country), found);
        add("region", person -> of(person, Company::region), found);
        add(
                "size",
                person -> of(
                        person,
                        company ->
                                company.size() == null ? null : company.size().word()),
                found);
        add(
                "market",
                person -> of(
                        person,
                        company -> company.market() == null
                                ? null
                                : company.market().word()),
                found);
        return found;
    }

    private @Nullable String of(Person person, Function<Company, @Nullable String> what) {
        Company company = sample.companies.get(person.wave);
        return company == null ? null : what.apply(company);
    }

    private void add(String by, Function<Person, @Nullable String> groupOf, List<Contrast> found) {
        Map<String, List<Person>> groups = new TreeMap<>();
        for (Person person : sample.people) {
            String group = groupOf.apply(person);
            if (group != null) {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(person);
            }
        }
        groups.values().removeIf(people -> people.size() < policy.secrecy());
        List<String> bySize = groups.keySet().stream()
                .sorted(Comparator.comparingInt(
                        (String group) -> -groups.getOrDefault(group, List.of()).size()))
                .toList();
        for (int i = 1; i < bySize.size(); i++) {
            List<Person> reference = groups.getOrDefault(bySize.get(0), List.of());
            List<Person> focal = groups.getOrDefault(bySize.get(i), List.of());
            found.add(new Contrast(
                    by,
                    bySize.get(0),
                    bySize.get(i),
                    reference.size(),
                    focal.size(),
                    items(reference, focal),
                    styles(reference, focal)));
        }
    }

    private Block<Uses> items(List<Person> reference, List<Person> focal) {
        if (focal.size() < policy.differential()) {
            return Block.tooFew(focal.size(), policy.differential(), Block.Cases.SMALLER_GROUP);
        }
        List<Use> found = new ArrayList<>();
        int first = 0;
        int most = 0;
        for (Node node : sample.questionnaire.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                int from = first;
                int[] columns = IntStream.range(0, leaf.items().size())
                        .filter(i -> leaf.items().get(i).type().isOpinion())
                        .map(i -> from + i)
                        .toArray();
                first += leaf.items().size();
                if (columns.length >= FEWEST_OPINIONS) {
                    most = Math.max(
                            most, items(columns, complete(reference, columns), complete(focal, columns), found));
                }
            }
        }
        if (!found.isEmpty()) {
            return Block.of(new Uses(found));
        }
        return most > 0
                ? Block.tooFew(most, policy.differential(), Block.Cases.SMALLER_GROUP)
                : Block.none(
                        new Words(
                                "No node has three opinions that both groups answered.",
                                "両方の群が答えた意見項目が三つ以上ある観点がありません。"),
                        focal.size());
    }

    private static List<Person> complete(List<Person> people, int[] columns) {
        return people.stream()
                .filter(person -> Arrays.stream(columns).noneMatch(i -> Double.isNaN(person.scores[i])))
                .toList();
    }

    /** Adds the items of one node; gives the number of people in the smaller group. */
    private int items(int[] columns, List<Person> reference, List<Person> focal, List<Use> found) {
        int smaller = Math.min(reference.size(), focal.size());
        if (smaller < policy.differential()) {
            return smaller;
        }
        List<Person> people = new ArrayList<>(reference);
        people.addAll(focal);
        double[] sums = new double[people.size()];
        boolean[] isFocal = new boolean[people.size()];
        for (int p = 0; p < sums.length; p++) {
            double[] scores = people.get(p).scores;
            // Scores on seven points are no round numbers: equal sums shall be equal whatever the order.
            sums[p] = StrictMath.rint(
                            Arrays.stream(columns).mapToDouble(i -> scores[i]).sum() * SAME_SUM)
                    / SAME_SUM;
            isFocal[p] = p >= reference.size();
        }
        for (int i : columns) {
            double[] answers =
                    people.stream().mapToDouble(person -> person.scores[i]).toArray();
            found.add(new Use(sample.items.get(i).key(), DifferentialUse.of(answers, sums, isFocal)));
        }
        return smaller;
    }

    private Block<Styles> styles(List<Person> reference, List<Person> focal) {
        if (focal.size() < policy.style()) {
            return Block.tooFew(focal.size(), policy.style(), Block.Cases.SMALLER_GROUP);
        }
        List<Style> found = new ArrayList<>();
        int most = 0;
        for (int kind = 0; kind < STYLES.size(); kind++) {
            double[] one = values(focal, kind);
            double[] other = values(reference, kind);
            int smaller = Math.min(one.length, other.length);
            most = Math.max(most, smaller);
            if (smaller >= policy.style()) {
                found.add(new Style(
                        STYLES.get(kind),
                        TwoGroups.difference(one, other),
                        TwoGroups.welch(one, other, LEVEL),
                        TwoGroups.hedgesG(one, other)));
            }
        }
        return found.isEmpty()
                ? Block.tooFew(most, policy.style(), Block.Cases.SMALLER_GROUP)
                : Block.of(new Styles(found));
    }

    private static double[] values(List<Person> people, int kind) {
        return people.stream()
                .mapToDouble(person -> person.styles[kind])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
