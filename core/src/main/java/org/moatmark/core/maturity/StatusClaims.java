package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Form;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.ScoringPolicy;
import org.moatmark.core.scoring.Slack;
import org.moatmark.core.scoring.Status;

/**
 * What would make nodes and the index full, or in a wave of the short form provisional (rules S6, S7): first what those
 * who are there left open, then people of further kinds. The heaviest count first, and what is not needed is taken out.
 */
final class StatusClaims {

    private final Claims claims;
    private final Attendance people;
    private final ScoreTree tree;
    private final ScoringPolicy policy = ScoringPolicy.DEFAULT;
    private final Status wanted;

    /** Nodes that more people alone would help, by those people's kinds. */
    private final Map<Long, List<String>> byKinds = new LinkedHashMap<>();

    StatusClaims(Claims claims, Attendance people, ScoreTree tree) {
        this.claims = claims;
        this.people = people;
        this.tree = tree;
        wanted = tree.wave().form() == Form.CORE ? Status.PROVISIONAL : Status.FULL;
    }

    void addTo(ClaimList list) {
        Aggregation index = claims.ladder.questionnaire.index().aggregation();
        if (lacks(tree.index().status())) {
            children(null, index, claims.ladder.questionnaire.tree(), list);
        }
        for (Claims.Leaf leaf : claims.leaves) {
            if (lacks(tree.nodes().get(leaf.node()).status())) {
                leaf(leaf, list);
            }
        }
        byKinds.forEach((kinds, nodes) -> list.add(kinds(kinds), new Allowed.BetterStatus(wanted, nodes, false)));
        List<Node> nodes = claims.ladder.questionnaire.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Node.Branch branch
                    && lacks(tree.nodes().get(i).status())) {
                children(branch.key(), branch.aggregation(), branch.nodes(), list);
            }
        }
    }

    private boolean lacks(Status status) {
        return status == Status.INSUFFICIENT || (status == Status.PROVISIONAL && wanted == Status.FULL);
    }

    private void leaf(Claims.Leaf leaf, ClaimList list) {
        int count = leaf.end() - leaf.first();
        boolean[] take = new boolean[count];
        for (int k = 0; k < count; k++) {
            take[k] = isOpen(leaf.first() + k);
        }
        long kinds = 0;
        while (!enough(leaf, take, kinds)) {
            long next = best(leaf, take, kinds);
            if (next == 0) {
                return;
            }
            kinds |= next;
        }
        for (int k = 0; k < claims.kinds.length; k++) {
            long without = kinds & ~(1L << k);
            if (without != kinds && enough(leaf, take, without)) {
                kinds = without;
            }
        }
        for (int k : lightestFirst(count, place -> claims.ladder.items[leaf.first() + place].weight())) {
            if (take[k]) {
                take[k] = false;
                take[k] = !enough(leaf, take, kinds);
            }
        }
        String key = leaf.declared().key();
        List<String> items = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            if (take[k]) {
                items.add(claims.ladder.items[leaf.first() + k].key());
            }
        }
        if (items.isEmpty()) {
            byKinds.computeIfAbsent(kinds, none -> new ArrayList<>()).add(key);
        } else {
            list.add(kinds(kinds), items, new Allowed.BetterStatus(wanted, List.of(key), false));
        }
    }

    /** Whether somebody who is present was asked an item that has no answer, and his would count. */
    private boolean isOpen(int item) {
        ItemState state = tree.items().get(item).state();
        return !claims.text[item] && state.applies() && state != ItemState.ANSWERED && counts(item, people.present);
    }

    /** Whether an answer to the item by any of these kinds would give it a score. */
    private boolean counts(int item, long kinds) {
        long of = claims.asked[item] & kinds;
        return claims.customersOnly[item] ? of != 0 : (of & ~claims.kindsOf(Side.CUSTOMERS)) != 0;
    }

    /** Rule S6, if these items were answered, and all that people of these kinds are asked. */
    private boolean enough(Claims.Leaf leaf, boolean[] take, long kinds) {
        double whole = 0;
        double asked = 0;
        double answered = 0;
        boolean complete = true;
        for (int i = leaf.first(); i < leaf.end(); i++) {
            ItemState state = tree.items().get(i).state();
            if (!claims.text[i] && state.applies()) {
                double weight = claims.ladder.items[i].weight();
                whole += weight;
                asked += state != ItemState.NOT_ASKED || (claims.asked[i] & kinds) != 0 ? weight : 0;
                if (state == ItemState.ANSWERED || take[i - leaf.first()] || counts(i, kinds)) {
                    answered += weight;
                } else {
                    complete = false;
                }
            }
        }
        if (asked == 0 || (leaf.declared().aggregation() instanceof Aggregation.Minimum && !complete)) {
            return false;
        }
        boolean full = wanted == Status.FULL;
        double ofAsked = full ? policy.fullAskedCoverage() : policy.provisionalAskedCoverage();
        double ofWhole = full ? policy.fullCoverage() : policy.provisionalCoverage();
        return Slack.atLeast(answered / asked, ofAsked) && Slack.atLeast(answered / whole, ofWhole);
    }

    /** The kind whose answers would add most weight, as a bit; 0 if none adds any. */
    private long best(Claims.Leaf leaf, boolean[] take, long kinds) {
        long best = 0;
        double most = 0;
        for (int k = 0; k < claims.kinds.length; k++) {
            double gain = 0;
            for (int i = leaf.first(); i < leaf.end(); i++) {
                ItemState state = tree.items().get(i).state();
                boolean lacks = !claims.text[i] && state.applies() && state != ItemState.ANSWERED;
                if (lacks && !take[i - leaf.first()] && !counts(i, kinds) && counts(i, 1L << k)) {
                    gain += claims.ladder.items[i].weight();
                }
            }
            if (gain > most) {
                most = gain;
                best = 1L << k;
            }
        }
        return best;
    }

    private List<MorePeople> kinds(long kinds) {
        List<MorePeople> more = new ArrayList<>();
        for (int k = 0; k < claims.kinds.length; k++) {
            if ((kinds >>> k & 1) == 1) {
                more.add(people.more(k, 1));
            }
        }
        return more;
    }

    /** What of its children would help a parent; the index where there is no key. */
    private void children(@Nullable String key, Aggregation how, List<Node> children, ClaimList list) {
        int count = children.size();
        Status[] status = new Status[count];
        boolean[] take = new boolean[count];
        for (int k = 0; k < count; k++) {
            NodeScore child =
                    tree.nodes().get(claims.ladder.node(children.get(k).key()));
            status[k] = child.status();
            take[k] = lacks(status[k]);
        }
        if (!enough(key == null, how, children, status, take)) {
            return;
        }
        for (int k : lightestFirst(count, place -> children.get(place).head().weight())) {
            if (take[k]) {
                take[k] = false;
                take[k] = !enough(key == null, how, children, status, take);
            }
        }
        List<String> nodes = IntStream.range(0, count)
                .filter(k -> take[k])
                .mapToObj(k -> children.get(k).key())
                .toList();
        if (!nodes.isEmpty()) {
            list.ofNodes(nodes, new Allowed.BetterStatus(wanted, key == null ? List.of() : List.of(key), key == null));
        }
    }

    /** Rule S7, if these children had the wanted status. */
    private boolean enough(boolean index, Aggregation how, List<Node> children, Status[] status, boolean[] take) {
        double whole = 0;
        double have = 0;
        int applicable = 0;
        int scored = 0;
        boolean provisional = false;
        for (int k = 0; k < take.length; k++) {
            if (status[k].applies()) {
                double weight = children.get(k).head().weight();
                whole += weight;
                applicable++;
                if (take[k] || status[k] != Status.INSUFFICIENT) {
                    have += weight;
                    scored++;
                }
                provisional |= !take[k] && status[k] == Status.PROVISIONAL;
            }
        }
        boolean full = wanted == Status.FULL;
        boolean needsAll = how instanceof Aggregation.Minimum || how instanceof Aggregation.Balance || (index && full);
        if (applicable == 0 || (needsAll && scored < applicable) || (full && provisional)) {
            return false;
        }
        double part = how instanceof Aggregation.MeanOfBest best
                ? Math.min(1.0, (double) scored / Math.min(best.n(), applicable))
                : have / whole;
        return Slack.atLeast(part, full ? policy.fullAskedCoverage() : policy.provisionalAskedCoverage());
    }

    /** Places from the lightest to the heaviest; of equal ones the last first. */
    private static int[] lightestFirst(int count, IntToDoubleFunction weight) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(weight::applyAsDouble)
                        .thenComparing(Comparator.reverseOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
