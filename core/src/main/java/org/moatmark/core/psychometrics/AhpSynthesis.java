package org.moatmark.core.psychometrics;

import java.util.Arrays;
import java.util.List;

/**
 * Two levels of the analytic hierarchy process made one: the weights of the criteria times the priorities of the
 * alternatives under each.
 *
 * @see "T. L. Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill, chapter 1"
 */
public final class AhpSynthesis {

    /** How the priorities under one criterion are scaled before they are weighted. */
    public enum Scaling {
        /** To a sum of 1: a further alternative can change the order of the others. */
        DISTRIBUTIVE,
        /** To a greatest of 1: a further alternative that is not the best anywhere cannot. */
        IDEAL
    }

    private AhpSynthesis() {}

    /**
     * Overall priorities.
     *
     * @param criteria weight of each criterion, finite and at least 0, some above 0
     * @param alternatives for each criterion the priorities of the alternatives, finite and at least 0, some above 0;
     *     equally many each
     * @param scaling how the priorities under one criterion are scaled
     * @return one per alternative, in their order, their sum 1
     * @throws IllegalArgumentException if the numbers of criteria or alternatives do not agree or a number is out of
     *     range
     */
    public static List<Double> of(List<Double> criteria, List<List<Double>> alternatives, Scaling scaling) {
        if (criteria.size() != alternatives.size()) {
            throw new IllegalArgumentException("There are " + criteria.size() + " criteria and priorities under "
                    + alternatives.size() + "; as many were expected.");
        }
        double[] weights = scaled(criteria, Scaling.DISTRIBUTIVE, "The weights of the criteria");
        double[] overall = new double[alternatives.get(0).size()];
        for (int c = 0; c < weights.length; c++) {
            if (alternatives.get(c).size() != overall.length) {
                throw new IllegalArgumentException("Criterion " + c + " has priorities of "
                        + alternatives.get(c).size() + " alternatives; the first has " + overall.length + ".");
            }
            double[] local = scaled(alternatives.get(c), scaling, "The priorities under criterion " + c);
            for (int a = 0; a < overall.length; a++) {
                overall[a] += weights[c] * local[a];
            }
        }
        return Arrays.stream(scaled(Arrays.stream(overall).boxed().toList(), Scaling.DISTRIBUTIVE, "The priorities"))
                .boxed()
                .toList();
    }

    private static double[] scaled(List<Double> numbers, Scaling scaling, String who) {
        double sum = 0;
        double most = 0;
        for (double number : numbers) {
            if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(who + " are finite and at least 0; one is " + number + ".");
            }
            sum += number;
            most = Math.max(most, number);
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException(who + " are all 0.");
        }
        double by = scaling == Scaling.IDEAL ? most : sum;
        return numbers.stream().mapToDouble(number -> number / by).toArray();
    }
}
