package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.stats.RandomWeights;
import org.moatmark.core.stats.SeededRandom;

/**
 * Weights drawn around the declared ones, and the methods that use them (rule S16): the items of every node, the children
 * of every parent and the dimensions of the index each get weights of a Dirichlet distribution whose mean are the declared
 * ones. Where a node takes its lowest or best children or their balance, weights say nothing and none are drawn.
 */
final class DrawnWeights {

    /** How the parents and the index that are declared arithmetic or geometric are aggregated. */
    enum Means {
        DECLARED,
        ARITHMETIC,
        GEOMETRIC
    }

    /** Relative standard deviation of the drawn weights. */
    private static final double SPREAD = 0.3;

    private record Group(int[] places, boolean ofItems, RandomWeights around) {}

    private final List<Group> groups = new ArrayList<>();
    private final double[] itemWeight;
    private final double[] nodeWeight;
    private final Method[] methods;

    DrawnWeights(Plan plan) {
        itemWeight = plan.itemWeight.clone();
        nodeWeight = plan.nodeWeight.clone();
        methods = methods(plan, itemWeight, nodeWeight);
        group(plan.tops, plan.declared.index, nodeWeight, false);
        for (int node = 0; node < plan.nodes.length; node++) {
            int[] items = new int[plan.itemCount[node]];
            for (int k = 0; k < items.length; k++) {
                items[k] = plan.firstItem[node] + k;
            }
            group(items, plan.aggregation[node], itemWeight, true);
            group(plan.children[node], plan.aggregation[node], nodeWeight, false);
        }
    }

    /** The methods with given weights, by {@link Means}. */
    static Method[] methods(Plan plan, double[] itemWeight, double[] nodeWeight) {
        Method[] methods = new Method[Means.values().length];
        for (Means means : Means.values()) {
            Aggregation[] aggregation = plan.aggregation.clone();
            for (int node = 0; node < aggregation.length; node++) {
                if (plan.children[node].length > 0) {
                    aggregation[node] = under(means, aggregation[node]);
                }
            }
            methods[means.ordinal()] = new Method(
                    itemWeight,
                    nodeWeight,
                    aggregation,
                    under(means, plan.declared.index),
                    plan.questionnaire.index().floor());
        }
        return methods;
    }

    private static Aggregation under(Means means, Aggregation declared) {
        if (means == Means.DECLARED || !weighs(declared)) {
            return declared;
        }
        return means == Means.ARITHMETIC ? new Aggregation.Arithmetic() : new Aggregation.Geometric();
    }

    private static boolean weighs(Aggregation how) {
        return how instanceof Aggregation.Arithmetic || how instanceof Aggregation.Geometric;
    }

    private void group(int[] places, Aggregation how, double[] weights, boolean ofItems) {
        if (places.length > 1 && weighs(how)) {
            double[] declared = new double[places.length];
            for (int k = 0; k < places.length; k++) {
                declared[k] = weights[places[k]];
            }
            groups.add(new Group(places, ofItems, RandomWeights.around(declared, SPREAD)));
        }
    }

    /** Draws new weights into all methods. */
    void draw(SeededRandom random) {
        for (Group group : groups) {
            double[] into = group.ofItems() ? itemWeight : nodeWeight;
            double[] drawn = group.around().draw(random);
            for (int k = 0; k < drawn.length; k++) {
                // A tiny weight may underflow, and no weight is 0.
                into[group.places()[k]] = Math.max(drawn[k], Double.MIN_NORMAL);
            }
        }
    }

    Method method(Means means) {
        return methods[means.ordinal()];
    }
}
