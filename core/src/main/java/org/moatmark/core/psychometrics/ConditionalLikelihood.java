package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The conditional log-likelihood of partial credit items, given every respondent's sum over the items that he
 * answered; its gradient and its exact information.
 *
 * <p>Parameters are log weights, one per item and category but the first, whose weight is 1: category k of item i has
 * weight {@code exp(eta(i, k))}. The chance of a sum r is the coefficient of {@code x^r} in the product over the items
 * of {@code sum of weight(i, k) * x^k}: the elementary symmetric functions and, with several categories, their
 * generalisation. The polynomials are scaled to a sum of 1 per item, so that they are chances of sums of independent
 * answers and neither overflow nor cancel; all sums are of numbers above 0.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4612-4230-7_3">I. W. Molenaar (1995), Estimation of item parameters, in G. H.
 *     Fischer and I. W. Molenaar (eds), Rasch Models, 39-51</a>
 */
final class ConditionalLikelihood implements Ascent.Hill {

    private static final double ENDLESS = 50;

    /** Respondents who answered the same items: which, and how many of them have which sum. */
    private record Group(int[] items, double[] sums) {}

    final int respondents;
    /** First parameter of every item, and behind the last the number of all. */
    final int[] parameterAt;

    private final List<Group> groups = new ArrayList<>();
    private final double[] chosen;
    private double[] gradient = {};
    private double[][] information = {};

    ConditionalLikelihood(ResponsePatterns data) {
        int items = data.columns.length;
        parameterAt = new int[items + 1];
        for (int i = 0; i < items; i++) {
            parameterAt[i + 1] = parameterAt[i] + data.categories.get(i).size() - 1;
        }
        chosen = new double[parameterAt[items]];
        TreeMap<int[], double[]> sums = new TreeMap<>(Arrays::compare);
        int informative = 0;
        for (int p = 0; p < data.patterns.length; p++) {
            int[] pattern = data.patterns[p];
            int[] answered =
                    IntStream.range(0, items).filter(i -> pattern[i] >= 0).toArray();
            int most = Arrays.stream(answered).map(this::degree).sum();
            int sum = Arrays.stream(answered).map(i -> pattern[i]).sum();
            if (answered.length > 1 && sum > 0 && sum < most) {
                sums.computeIfAbsent(answered, key -> new double[most + 1])[sum] += data.frequencies[p];
                informative += data.frequencies[p];
                for (int i : answered) {
                    if (pattern[i] > 0) {
                        chosen[parameterAt[i] + pattern[i] - 1] += data.frequencies[p];
                    }
                }
            }
        }
        respondents = informative;
        sums.forEach((answered, counts) -> groups.add(new Group(answered, counts)));
    }

    int parameters() {
        return chosen.length;
    }

    /** The greatest category number of an item. */
    private int degree(int item) {
        return parameterAt[item + 1] - parameterAt[item];
    }

    @Override
    public double height(double[] place) {
        gradient = chosen.clone();
        information = new double[parameters()][parameters()];
        double sum = 0;
        for (int at = 0; at < place.length; at++) {
            sum += chosen[at] * place[at];
        }
        for (Group group : groups) {
            sum -= new Polynomials(group, place).add();
        }
        return sum;
    }

    @Override
    public double[] gradient() {
        return gradient.clone();
    }

    /** The information, made definite along the one direction in which the likelihood is flat: the common shift. */
    @Override
    public double[][] curvature() {
        double[][] matrix = new double[parameters()][];
        double[] shift = shift();
        for (int a = 0; a < matrix.length; a++) {
            matrix[a] = information[a].clone();
            for (int b = 0; b < matrix.length; b++) {
                matrix[a][b] += shift[a] * shift[b];
            }
        }
        return matrix;
    }

    /** What adding 1 to every respondent's ability adds to the log weights: the number of the category. */
    double[] shift() {
        double[] shift = new double[parameters()];
        for (int i = 0; i < parameterAt.length - 1; i++) {
            for (int k = 1; k <= degree(i); k++) {
                shift[parameterAt[i] + k - 1] = k;
            }
        }
        return shift;
    }

    @Override
    public boolean isHopeless(double[] place) {
        for (int i = 0; i < parameterAt.length - 1; i++) {
            for (int at = parameterAt[i]; at < parameterAt[i + 1]; at++) {
                double before = at == parameterAt[i] ? 0 : place[at - 1];
                if (Math.abs(place[at] - before) > ENDLESS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The chances of one group of respondents. */
    private final class Polynomials {

        private final Group group;
        private final int items;
        /** {@code [item][category]}, summing to 1. */
        private final double[][] weights;
        /** Product of the items before each, and last of all. */
        private final double[][] before;
        /** Product of the items from each on; last the empty one. */
        private final double[][] from;

        private double logScale;

        Polynomials(Group group, double[] place) {
            this.group = group;
            items = group.items().length;
            weights = new double[items][];
            for (int j = 0; j < items; j++) {
                weights[j] = weights(group.items()[j], place);
            }
            before = new double[items + 1][];
            from = new double[items + 1][];
            before[0] = new double[] {1};
            from[items] = new double[] {1};
            for (int j = 0; j < items; j++) {
                before[j + 1] = times(before[j], weights[j]);
                from[items - 1 - j] = times(from[items - j], weights[items - 1 - j]);
            }
        }

        private double[] weights(int item, double[] place) {
            double[] logs = new double[degree(item) + 1];
            System.arraycopy(place, parameterAt[item], logs, 1, degree(item));
            double greatest = Arrays.stream(logs).max().orElse(0);
            double total = 0;
            for (int k = 0; k < logs.length; k++) {
                logs[k] = StrictMath.exp(logs[k] - greatest);
                total += logs[k];
            }
            for (int k = 0; k < logs.length; k++) {
                logs[k] /= total;
            }
            logScale += greatest + StrictMath.log(total);
            return logs;
        }

        /** Adds the group's part to gradient and information; returns the log of the symmetric functions. */
        double add() {
            double[] all = before[items];
            double log = 0;
            double[] ratio = new double[all.length];
            for (int r = 0; r < all.length; r++) {
                if (group.sums()[r] > 0) {
                    log += group.sums()[r] * (StrictMath.log(all[r]) + logScale);
                    ratio[r] = group.sums()[r] / all[r];
                }
            }
            double[][][] chances = chances(all);
            for (int j = 0; j < items; j++) {
                alone(j, chances);
            }
            together(ratio);
            return log;
        }

        /** {@code [item][category][sum]}: the chance of the category given the sum. */
        private double[][][] chances(double[] all) {
            double[][][] chances = new double[items][][];
            for (int j = 0; j < items; j++) {
                double[] others = times(before[j], from[j + 1]);
                chances[j] = new double[weights[j].length][all.length];
                for (int k = 0; k < weights[j].length; k++) {
                    for (int r = k; r < all.length && r - k < others.length; r++) {
                        chances[j][k][r] = group.sums()[r] > 0 ? weights[j][k] * others[r - k] / all[r] : 0;
                    }
                }
            }
            return chances;
        }

        /** Expected counts of one item, and what products of chances take from the information. */
        private void alone(int j, double[][][] chances) {
            for (int k = 1; k < weights[j].length; k++) {
                int row = parameterAt[group.items()[j]] + k - 1;
                double[] mine = new double[group.sums().length];
                double expected = 0;
                for (int r = 0; r < mine.length; r++) {
                    mine[r] = group.sums()[r] * chances[j][k][r];
                    expected += mine[r];
                }
                gradient[row] -= expected;
                information[row][row] += expected;
                for (int other = 0; other < items; other++) {
                    for (int l = 1; l < weights[other].length; l++) {
                        double product = 0;
                        for (int r = 0; r < mine.length; r++) {
                            product += mine[r] * chances[other][l][r];
                        }
                        information[row][parameterAt[group.items()[other]] + l - 1] -= product;
                    }
                }
            }
        }

        /** Expected counts of two categories of different items together. */
        private void together(double[] ratio) {
            double[][] after = new double[items + 1][];
            after[items] = ratio;
            for (int j = items - 1; j >= 0; j--) {
                after[j] = new double[ratio.length];
                for (int s = 0; s < ratio.length; s++) {
                    for (int k = 0; k < weights[j].length && s + k < ratio.length; k++) {
                        after[j][s] += weights[j][k] * after[j + 1][s + k];
                    }
                }
            }
            for (int i = 0; i < items; i++) {
                for (int k = 1; k < weights[i].length; k++) {
                    double[] middle = new double[before[i].length + k];
                    for (int s = 0; s < before[i].length; s++) {
                        middle[s + k] = weights[i][k] * before[i][s];
                    }
                    for (int j = i + 1; j < items; j++) {
                        pair(i, k, j, middle, after[j + 1]);
                        middle = times(middle, weights[j]);
                    }
                }
            }
        }

        private void pair(int i, int k, int j, double[] middle, double[] after) {
            int row = parameterAt[group.items()[i]] + k - 1;
            for (int l = 1; l < weights[j].length; l++) {
                double sum = 0;
                for (int s = 0; s < middle.length && s + l < after.length; s++) {
                    sum += middle[s] * after[s + l];
                }
                int column = parameterAt[group.items()[j]] + l - 1;
                information[row][column] += sum * weights[j][l];
                information[column][row] += sum * weights[j][l];
            }
        }
    }

    private static double[] times(double[] one, double[] other) {
        double[] product = new double[one.length + other.length - 1];
        for (int s = 0; s < one.length; s++) {
            for (int k = 0; k < other.length; k++) {
                product[s + k] += one[s] * other[k];
            }
        }
        return product;
    }
}
