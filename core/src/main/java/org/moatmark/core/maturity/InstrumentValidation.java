package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.InstrumentReport.ItemUse;
import org.moatmark.core.maturity.InstrumentReport.LevelOrder;
import org.moatmark.core.maturity.InstrumentReport.NodeQuality;
import org.moatmark.core.maturity.InstrumentReport.Spread;
import org.moatmark.core.psychometrics.EffectiveWeights;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.GuttmanErrors;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.stats.Moments;

/** Works out a report on an instrument from a sample. */
final class InstrumentValidation {

    private static final double TOP = 100;

    private final InstrumentSample sample;
    private final InstrumentPolicy policy;

    InstrumentValidation(InstrumentSample sample, InstrumentPolicy policy) {
        this.sample = sample;
        this.policy = policy;
    }

    InstrumentReport report() {
        List<String> dimensions =
                sample.questionnaire.tree().stream().map(Node::key).toList();
        int respondents = sample.people.size();
        if (respondents < policy.secrecy()) {
            Words why = new Words(
                    "Nothing is said about fewer than " + policy.secrecy() + " respondents.",
                    "回答者が" + policy.secrecy() + "人未満のため、何も報告しません。");
            return new InstrumentReport(
                    sample.questionnaire,
                    sample.companies(),
                    respondents,
                    sample.silent,
                    policy,
                    why,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    dimensions,
                    Block.none(why, respondents));
        }
        List<ItemUse> items = new ArrayList<>();
        for (int i = 0; i < sample.items.size(); i++) {
            items.add(use(i));
        }
        List<NodeQuality> nodes = new ArrayList<>();
        int first = 0;
        for (Node node : sample.questionnaire.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                nodes.add(new NodeValidation(sample, policy, leaf, first).quality());
                first += leaf.items().size();
            }
        }
        return new InstrumentReport(
                sample.questionnaire,
                sample.companies(),
                respondents,
                sample.silent,
                policy,
                null,
                items,
                nodes,
                levels(),
                new GroupContrasts(sample, policy).all(),
                dimensions,
                weights(dimensions));
    }

    private ItemUse use(int i) {
        InstrumentSample.Tally tally = sample.tallies.get(i);
        Item item = sample.items.get(i);
        Block<Spread> spread;
        double[] scores = sample.people.stream()
                .mapToDouble(person -> person.scores[i])
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
        if (tally.answered < policy.secrecy()) {
            spread = Block.tooFew(tally.answered, policy.secrecy(), Block.Cases.RESPONDENTS);
        } else if (scores.length == 0) {
            spread = Block.none(new Words("Words have no score.", "文章の回答に得点はありません。"), tally.answered);
        } else {
            spread = Block.of(spread(scores, tally.counts));
        }
        return new ItemUse(
                item, tally.answered, tally.dontKnow, tally.notApplicable, tally.skipped, tally.notAsked, spread);
    }

    private Spread spread(double[] scores, Map<String, Integer> counts) {
        double n = scores.length;
        Moments moments = Moments.of(scores).orThrow();
        double floor = Arrays.stream(scores).filter(score -> score == 0).count() / n;
        double ceiling = Arrays.stream(scores).filter(score -> score == TOP).count() / n;
        List<String> flags = new ArrayList<>();
        if (floor >= policy.extreme()) {
            flags.add("floor");
        }
        if (ceiling >= policy.extreme()) {
            flags.add("ceiling");
        }
        if (moments.squares() == 0) {
            flags.add("constant");
        }
        return new Spread(counts, moments.mean(), Math.sqrt(moments.squares() / (n - 1)), floor, ceiling, flags);
    }

    private List<LevelOrder> levels() {
        List<LevelOrder> orders = new ArrayList<>();
        sample.levels.forEach((node, held) -> {
            double[][] rows = held.toArray(new double[0][]);
            int[] reached = new int[rows[0].length];
            int known = 0;
            for (double[] row : rows) {
                known += Double.isNaN(row[0]) ? 0 : 1;
                for (int level = 0; level < reached.length; level++) {
                    reached[level] += row[level] == 1 ? 1 : 0;
                }
            }
            Block<GuttmanErrors> errors;
            if (known < policy.companies()) {
                errors = Block.tooFew(known, policy.companies(), Block.Cases.COMPANIES);
            } else {
                GuttmanErrors found = GuttmanErrors.inOrder(rows);
                errors = found.mean() instanceof Estimate.NotComputable none
                        ? Block.none(none.why(), known)
                        : Block.of(found);
            }
            orders.add(new LevelOrder(
                    node.isEmpty() ? null : node, Arrays.stream(reached).boxed().toList(), errors));
        });
        return orders;
    }

    private Block<EffectiveWeights> weights(List<String> dimensions) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Node node : sample.questionnaire.nodes()) {
            places.put(node.key(), places.size());
        }
        int[] at = dimensions.stream()
                .mapToInt(key -> Objects.requireNonNull(places.get(key)))
                .toArray();
        double[][] parts = new double[sample.companies()][];
        double[] index = new double[parts.length];
        for (int company = 0; company < parts.length; company++) {
            double[] scores = sample.companyNodes.get(company);
            parts[company] = Arrays.stream(at).mapToDouble(node -> scores[node]).toArray();
            index[company] = scores[places.size()];
        }
        double[] weights = sample.questionnaire.tree().stream()
                .mapToDouble(node -> node.head().weight())
                .toArray();
        EffectiveWeights found = EffectiveWeights.of(parts, index, weights);
        if (found.n() < policy.companies()) {
            return Block.tooFew(found.n(), policy.companies(), Block.Cases.COMPANIES);
        }
        return found.largestGap() instanceof Estimate.NotComputable none
                ? Block.none(none.why(), found.n())
                : Block.of(found);
    }
}
