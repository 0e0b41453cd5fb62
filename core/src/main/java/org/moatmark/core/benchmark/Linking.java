package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodesOnly;

/**
 * Brings the answers to another questionnaire into the tree of the cases, item by item.
 *
 * <p>Where several items are linked to one, it has the mean of those that have a score, and the state answered; without
 * any score it has the first state among them that applies, else the first.
 */
final class Linking {

    private final Questionnaire cases;
    private final Map<String, List<SubjectItem>> byTarget = new LinkedHashMap<>();
    private final Subject subject;

    /** Of a subject of the cases' own questionnaire every item is linked to itself. */
    Linking(Subject subject, Questionnaire cases) {
        this.subject = subject;
        this.cases = cases;
        boolean own = subject.ruler().equals(cases.methodHash());
        Map<String, List<SubjectItem>> found = new HashMap<>();
        for (SubjectItem item : subject.items()) {
            String target = own ? item.key() : item.outsideView();
            if (target != null) {
                found.computeIfAbsent(target, any -> new ArrayList<>()).add(item);
            }
        }
        for (Item item : cases.items()) {
            List<SubjectItem> from = found.get(item.key());
            if (from != null) {
                byTarget.put(item.key(), from);
            }
        }
    }

    /** Keys of the items of the cases that are linked, in file order. */
    Set<String> linked() {
        return new LinkedHashSet<>(byTarget.keySet());
    }

    /** The subject's index and nodes in the tree of the cases, on some of the linked items. */
    List<Measure> measures(NodesOnly scoring, Set<String> on) {
        List<LinkedItems.Reading> readings = new ArrayList<>();
        for (Item item : cases.items()) {
            List<SubjectItem> from = byTarget.get(item.key());
            readings.add(
                    from == null
                            ? LinkedItems.Reading.of(ItemState.NOT_ASKED, null, null)
                            : LinkedItems.Reading.of(state(from), score(from), interval(from)));
        }
        return new LinkedItems(cases, scoring, on).measures(readings, subject.company());
    }

    Crosswalk crosswalk(List<Measure> measures, Set<String> on) {
        List<Crosswalk.Row> rows = new ArrayList<>();
        List<String> unlinked = new ArrayList<>();
        for (Item item : cases.items()) {
            List<SubjectItem> from = byTarget.get(item.key());
            if (from != null && on.contains(item.key())) {
                rows.add(new Crosswalk.Row(item.key(), from, state(from), score(from)));
            } else {
                unlinked.add(item.key());
            }
        }
        Map<String, Double> shareOf = new HashMap<>();
        List<Crosswalk.Share> shares = new ArrayList<>();
        shares.add(new Crosswalk.Share(
                Measure.INDEX, share(cases.tree(), shareOf, on), measures.get(0).status()));
        List<Node> nodes = cases.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Double share = shareOf.get(nodes.get(i).key());
            shares.add(new Crosswalk.Share(
                    nodes.get(i).key(),
                    share == null ? 0 : share,
                    measures.get(i + 1).status()));
        }
        return new Crosswalk(subject.questionnaire(), cases.id(), rows, unlinked, shares);
    }

    private static ItemState state(List<SubjectItem> from) {
        ItemState state = from.get(0).state();
        for (SubjectItem item : from) {
            if (item.score() != null) {
                return ItemState.ANSWERED;
            }
            state = state.applies() ? state : item.state();
        }
        return state.applies() ? state : from.get(0).state();
    }

    private static @Nullable Double score(List<SubjectItem> from) {
        return mean(from, SubjectItem::score);
    }

    private static @Nullable Bounds interval(List<SubjectItem> from) {
        Double low = mean(
                from,
                item -> item.interval() == null
                        ? item.score()
                        : Double.valueOf(item.interval().low()));
        Double high = mean(
                from,
                item -> item.interval() == null
                        ? item.score()
                        : Double.valueOf(item.interval().high()));
        return low == null || high == null ? null : new Bounds(low, high);
    }

    private static @Nullable Double mean(List<SubjectItem> from, Function<SubjectItem, @Nullable Double> what) {
        double sum = 0;
        int n = 0;
        for (SubjectItem item : from) {
            Double one = what.apply(item);
            if (one != null) {
                sum += one;
                n++;
            }
        }
        return n == 0 ? null : Double.valueOf(sum / n);
    }

    private double share(List<Node> nodes, Map<String, Double> shareOf, Set<String> on) {
        double linked = 0;
        double whole = 0;
        for (Node node : nodes) {
            double share = share(node, shareOf, on);
            linked += node.head().weight() * share;
            whole += node.head().weight();
        }
        return linked / whole;
    }

    private double share(Node node, Map<String, Double> shareOf, Set<String> on) {
        Double known = shareOf.get(node.key());
        if (known != null) {
            return known;
        }
        double share = 0;
        if (node instanceof Node.Leaf leaf) {
            double whole = 0;
            for (Item item : leaf.items()) {
                share += byTarget.containsKey(item.key()) && on.contains(item.key()) ? item.weight() : 0;
                whole += item.weight();
            }
            share /= whole;
        } else if (node instanceof Node.Branch branch) {
            share = share(branch.nodes(), shareOf, on);
        } else if (node instanceof Node.Reference reference) {
            for (Node target : cases.nodes()) {
                share = target.key().equals(reference.target()) ? share(target, shareOf, on) : share;
            }
        }
        shareOf.put(node.key(), share);
        return share;
    }
}
