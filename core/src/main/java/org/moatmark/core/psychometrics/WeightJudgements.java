package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * What judges say about the weights of a questionnaire, pair by pair, and how many judges become one.
 *
 * @param joining how many judges become one
 * @param comparisons what is compared, each parent at most once
 */
public record WeightJudgements(Joining joining, List<Comparison> comparisons) implements Serializable {

    /** Weights keep twelve digits; what lies below is only rounding of the arithmetic. */
    private static final MathContext DIGITS = new MathContext(12);

    /** How many judges become one. */
    public enum Joining {
        /** The geometric mean of their judgements (AIJ), then priorities: for a group that acts as one. */
        JUDGEMENTS("judgements"),
        /** Priorities of each, then their geometric mean (AIP): for people who each decide for themselves. */
        PRIORITIES("priorities");

        private final String word;

        Joining(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return a lower-case word
         */
        public String word() {
            return word;
        }
    }

    /**
     * What one judge says about the children of one parent.
     *
     * @param judge key of the judge
     * @param weight how much the judge counts, finite and above 0
     * @param judgements the children in file order
     */
    public record Opinion(String judge, double weight, PairwiseJudgements judgements) implements Serializable {}

    /**
     * What all who judged say about the children of one parent.
     *
     * @param node key of the parent; null for the dimensions under the index
     * @param children keys of its child nodes or items, in file order
     * @param opinions one per judge who compared them, at least one
     */
    public record Comparison(@Nullable String node, List<String> children, List<Opinion> opinions)
            implements Serializable {
        /** Copies the lists. */
        public Comparison {
            children = List.copyOf(children);
            opinions = List.copyOf(opinions);
        }
    }

    /** Copies the list. */
    public WeightJudgements {
        Objects.requireNonNull(joining, "joining");
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Priorities by the principal eigenvector, and the questionnaire weighed by them. The weights under one parent keep
     * their sum, so that only their proportions change: items are also compared across parents, with their own weights,
     * where a gap between sides is looked for.
     *
     * @param questionnaire what is weighed; its keys are those of the comparisons
     * @return the priorities and the new weights, kept to 12 significant digits
     * @throws IllegalArgumentException if a parent is not there or has another number of children
     * @see <a href="https://doi.org/10.1016/S0377-2217(97)00244-0">E. Forman and K. Peniwati (1998), Aggregating individual
     *     judgments and priorities with the analytic hierarchy process, European Journal of Operational Research 108,
     *     165-169</a>
     */
    public PriorityWeights weigh(Questionnaire questionnaire) {
        Reweighting weighed = Reweighting.of(questionnaire);
        List<PriorityWeights.Parent> parents = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            PriorityWeights.Parent parent = parent(comparison);
            List<Double> old = Reweighting.weights(questionnaire, comparison.node());
            List<Double> weights = withSumOf(old, parent.priorities());
            weighed =
                    comparison.node() == null ? weighed.dimensions(weights) : weighed.under(comparison.node(), weights);
            parents.add(parent);
        }
        return new PriorityWeights(this, parents, weighed);
    }

    private PriorityWeights.Parent parent(Comparison comparison) {
        List<Double> counts =
                comparison.opinions().stream().map(Opinion::weight).toList();
        List<PairwiseJudgements> judgements =
                comparison.opinions().stream().map(Opinion::judgements).toList();
        List<AhpPriorities> own = judgements.stream().map(AhpPriorities::of).toList();
        if (own.size() == 1) {
            return new PriorityWeights.Parent(comparison, own.get(0).weights(), own, own.get(0));
        }
        if (joining == Joining.PRIORITIES) {
            List<Double> joint = AhpPriorities.ofGroup(own, counts, AhpPriorities.GroupMean.GEOMETRIC);
            return new PriorityWeights.Parent(comparison, joint, own, null);
        }
        AhpPriorities joint = AhpPriorities.of(PairwiseJudgements.ofGroup(judgements, counts));
        return new PriorityWeights.Parent(comparison, joint.weights(), own, joint);
    }

    private static List<Double> withSumOf(List<Double> old, List<Double> priorities) {
        double sum = 0;
        for (double weight : old) {
            sum += weight;
        }
        double whole = sum;
        return priorities.stream().map(priority -> rounded(priority * whole)).toList();
    }

    private static double rounded(double weight) {
        return new BigDecimal(weight).round(DIGITS).doubleValue();
    }
}
