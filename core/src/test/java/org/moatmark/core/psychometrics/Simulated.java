package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moatmark.core.stats.SeededRandom;

/** Answers drawn from known items, to see whether a fit finds the items again. */
final class Simulated {

    private Simulated() {}

    /** Items with slopes from 0.8 to 2.2 and thresholds about a normal ability. */
    static List<GradedItem> items(SeededRandom random, int items, int categories) {
        List<GradedItem> found = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            double slope = 0.8 + 1.4 * random.nextDouble();
            List<Double> intercepts = new ArrayList<>();
            for (int k = 1; k < categories; k++) {
                double threshold = 3.0 * k / categories - 1.5 + 1.5 * (random.nextDouble() - 0.5) / categories;
                intercepts.add(-slope * threshold);
            }
            List<Double> answers = new ArrayList<>();
            for (int k = 1; k <= categories; k++) {
                answers.add((double) k);
            }
            found.add(new GradedItem(i, answers, slope, intercepts));
        }
        return found;
    }

    /** One row of answers per ability. */
    static double[][] answers(SeededRandom random, List<GradedItem> items, double[] abilities) {
        double[][] answers = new double[abilities.length][items.size()];
        for (int p = 0; p < abilities.length; p++) {
            for (int i = 0; i < items.size(); i++) {
                double[] probabilities = items.get(i).probabilities(abilities[p]);
                double at = random.nextDouble();
                int k = 0;
                while (k < probabilities.length - 1 && at >= probabilities[k]) {
                    at -= probabilities[k++];
                }
                answers[p][i] = items.get(i).categories().get(k);
            }
        }
        return answers;
    }

    static double[] abilities(SeededRandom random, int n) {
        double[] abilities = new double[n];
        Arrays.setAll(abilities, p -> random.nextGaussian());
        return abilities;
    }

    /** Takes out each answer with the given probability. */
    static double[][] thinned(SeededRandom random, double[][] answers, double probability) {
        double[][] thinned = new double[answers.length][];
        for (int p = 0; p < answers.length; p++) {
            thinned[p] = answers[p].clone();
            for (int i = 0; i < thinned[p].length; i++) {
                if (random.nextDouble() < probability) {
                    thinned[p][i] = Double.NaN;
                }
            }
        }
        return thinned;
    }
}
