package org.moatmark.core.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Change.Kind;
import org.moatmark.core.questionnaire.Change.What;

/** Finds what differs between two versions, thing by thing. */
final class Comparing {

    private final Questionnaire before;
    private final Questionnaire after;
    private final List<Change> changes = new ArrayList<>();

    Comparing(Questionnaire before, Questionnaire after) {
        this.before = before;
        this.after = after;
    }

    /** What of two things differs, part by part; what moves is known of each. */
    private static final class Parts {
        private final List<String> names = new ArrayList<>();
        private boolean moves;

        Parts text(String name, @Nullable Object one, @Nullable Object other) {
            return part(name, one, other, false);
        }

        Parts score(String name, Object one, Object other) {
            return part(name, one, other, true);
        }

        private Parts part(String name, @Nullable Object one, @Nullable Object other, boolean score) {
            if (!Objects.equals(one, other)) {
                if (!names.contains(name)) {
                    names.add(name);
                }
                moves |= score;
            }
            return this;
        }
    }

    List<Change> changes() {
        same(
                What.QUESTIONNAIRE,
                new Parts()
                        .text("title", before.title(), after.title())
                        .text("purpose", before.purpose(), after.purpose())
                        .text("licence", before.licence(), after.licence()));
        things(
                What.INFORMANT,
                by(before.informants(), Informant::key),
                by(after.informants(), Informant::key),
                false,
                (one, other) ->
                        new Parts().score("side", one.side(), other.side()).text("name", one.name(), other.name()));
        things(
                What.SCALE,
                by(before.scales(), AgreementScale::key),
                by(after.scales(), AgreementScale::key),
                false,
                (one, other) -> new Parts()
                        .score("points", one.points(), other.points())
                        .text("labels", one.labels(), other.labels()));
        things(What.NODE, by(before.nodes(), Node::key), by(after.nodes(), Node::key), true, Comparing::node);
        things(What.ITEM, items(before), items(after), true, Comparing::item);
        same(
                What.INDEX,
                new Parts()
                        .score(
                                "aggregation",
                                before.index().aggregation(),
                                after.index().aggregation())
                        .score("floor", before.index().floor(), after.index().floor()));
        things(
                What.LEVEL,
                by(before.levels(), level -> "" + level.level()),
                by(after.levels(), level -> "" + level.level()),
                true,
                (one, other) -> new Parts()
                        .text("name", one.name(), other.name())
                        .text("definition", one.definition(), other.definition()));
        things(
                What.GATE,
                grouped(before.gates(), Comparing::key),
                grouped(after.gates(), Comparing::key),
                true,
                (one, other) -> new Parts()
                        .score("require", each(one, Gate::require), each(other, Gate::require))
                        .text("statement", each(one, Gate::statement), each(other, Gate::statement)));
        things(
                What.STAGING,
                grouped(before.staging(), row -> "" + row.level()),
                grouped(after.staging(), row -> "" + row.level()),
                true,
                (one, other) ->
                        new Parts().score("require", each(one, StagingRow::require), each(other, StagingRow::require)));
        things(
                What.FINDING,
                by(before.findings(), Finding::key),
                by(after.findings(), Finding::key),
                true,
                (one, other) -> new Parts()
                        .score("when", one.when(), other.when())
                        .score("tone", one.tone(), other.tone())
                        .text("message", one.message(), other.message())
                        .text("seeds", one.seeds(), other.seeds()));
        things(
                What.SOURCE,
                by(before.sources(), Source::key),
                by(after.sources(), Source::key),
                false,
                (one, other) -> new Parts()
                        .text("citation", one.citation(), other.citation())
                        .text("grade", one.grade(), other.grade()));
        things(
                What.VIGNETTE,
                by(before.vignettes(), Vignette::key),
                by(after.vignettes(), Vignette::key),
                false,
                (one, other) -> new Parts()
                        .text("item", one.item(), other.item())
                        .text("order", one.order(), other.order())
                        .text("text", one.text(), other.text()));
        things(
                What.PAIR,
                by(before.pairs(), Comparing::key),
                by(after.pairs(), Comparing::key),
                false,
                (one, other) -> new Parts());
        return changes;
    }

    private static Parts node(Node one, Node other) {
        Parts parts = new Parts()
                .score("weight", one.head().weight(), other.head().weight())
                .text("title", one.head().title(), other.head().title())
                .text("question", one.head().question(), other.head().question())
                .text("sources", one.head().sources(), other.head().sources());
        if (one instanceof Node.Leaf leaf && other instanceof Node.Leaf leaf2) {
            return parts.score("aggregation", leaf.aggregation(), leaf2.aggregation())
                    .score("sides", leaf.sides(), leaf2.sides())
                    .text("flagBelow", leaf.flagBelow(), leaf2.flagBelow())
                    .score("items", keys(leaf.items(), Item::key), keys(leaf2.items(), Item::key));
        } else if (one instanceof Node.Branch branch && other instanceof Node.Branch branch2) {
            return parts.score("aggregation", branch.aggregation(), branch2.aggregation())
                    .text("flagBelow", branch.flagBelow(), branch2.flagBelow())
                    .score("nodes", keys(branch.nodes(), Node::key), keys(branch2.nodes(), Node::key));
        } else if (one instanceof Node.Reference reference && other instanceof Node.Reference reference2) {
            return parts.score("target", reference.target(), reference2.target());
        }
        return parts.score("kind", one.getClass(), other.getClass());
    }

    private static Parts item(Item one, Item other) {
        return new Parts()
                .text("text", one.text(), other.text())
                .text("help", one.help(), other.help())
                .score("type", Movement.rule(one.type()), Movement.rule(other.type()))
                // The same rule, and still not the same: labels, anchors, options or the unit read otherwise.
                .text("type", one.type(), other.type())
                .score("informants", one.informants(), other.informants())
                .score("core", one.core(), other.core())
                .score("evidence", one.evidence(), other.evidence())
                .score("weight", one.weight(), other.weight())
                .score("appliesTo", one.appliesTo(), other.appliesTo())
                .text("sources", one.sources(), other.sources())
                .text("seeds", one.seeds(), other.seeds())
                .text("outsideView", one.outsideView(), other.outsideView());
    }

    private void same(What what, Parts parts) {
        if (!parts.names.isEmpty()) {
            changes.add(new Change(what, "", Kind.CHANGED, parts.names, parts.moves));
        }
    }

    private <T> void things(
            What what, Map<String, T> old, Map<String, T> now, boolean matter, BiFunction<T, T, Parts> compare) {
        now.forEach((key, thing) -> {
            T was = old.get(key);
            if (was == null) {
                changes.add(new Change(what, key, Kind.ADDED, List.of(), matter));
                return;
            }
            Parts parts = compare.apply(was, thing);
            if (!parts.names.isEmpty()) {
                changes.add(new Change(what, key, Kind.CHANGED, parts.names, parts.moves));
            }
        });
        old.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> changes.add(new Change(what, key, Kind.REMOVED, List.of(), matter)));
    }

    private static Map<String, Item> items(Questionnaire questionnaire) {
        return by(questionnaire.items(), Item::key);
    }

    private static <T> Map<String, T> by(List<T> things, Function<T, String> key) {
        Map<String, T> found = new LinkedHashMap<>();
        things.forEach(thing -> found.put(key.apply(thing), thing));
        return found;
    }

    private static <T> Map<String, List<T>> grouped(List<T> things, Function<T, String> key) {
        return things.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static <T, P> List<P> each(List<T> things, Function<T, P> part) {
        return things.stream().map(part).toList();
    }

    /** Keys in one order: another order of the same parts is no difference. */
    private static <T> List<String> keys(List<T> things, Function<T, String> key) {
        return things.stream().map(key).sorted().toList();
    }

    private static String key(Gate gate) {
        return gate.node() + " " + gate.level();
    }

    private static String key(ContradictoryPair pair) {
        return pair.first() + " " + pair.second();
    }
}
