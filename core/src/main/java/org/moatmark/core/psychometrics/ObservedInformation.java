package org.moatmark.core.psychometrics;

/**
 * The observed information of a fit by the method of Louis: per pattern of answers the mean of what the complete data
 * would say, less the variance of its score over the posterior of the ability. Exact up to rounding; no differences
 * are taken.
 *
 * <p>With the score {@code s} of a pattern, a vector over all parameters, and means over the posterior, the information
 * is {@code sum of f * (mean(s) mean(s)' - mean(P'' / P))}, where the second mean is that of the product of all items'
 * probabilities: between two items it is the mean of {@code s(i) s(j)'}, for which the posterior is added up per pair
 * of categories that were chosen together.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1982.tb01203.x">T. A. Louis (1982), Finding the observed information
 *     matrix when using the EM algorithm, Journal of the Royal Statistical Society B 44, 226-233, equations 3.1 and
 *     3.2</a>
 */
final class ObservedInformation {

    private final MarginalLikelihood at;
    private final int nodes;
    private final double[][] information;
    /** {@code [category row]}: the score of the slope at every point; those of the intercepts below and above. */
    private final double[][] slopeScore;

    private final double[][] lowScore;
    private final double[][] highScore;

    private ObservedInformation(MarginalLikelihood at) {
        this.at = at;
        nodes = at.points.length;
        information = new double[at.parameters()][at.parameters()];
        int rows = at.categoryAt[at.items];
        slopeScore = new double[rows][nodes];
        lowScore = new double[rows][nodes];
        highScore = new double[rows][nodes];
    }

    /**
     * Works out the information at the parameters of the last evaluation.
     *
     * @param at an evaluated likelihood; not modified
     * @return {@code double[parameters][parameters]}, symmetric
     */
    static double[][] of(MarginalLikelihood at) {
        ObservedInformation work = new ObservedInformation(at);
        work.scores();
        work.withinItems();
        work.betweenItems();
        double[][] information = work.information;
        for (int i = 0; i < information.length; i++) {
            for (int j = 0; j < i; j++) {
                information[j][i] = information[i][j];
            }
        }
        return information;
    }

    /** Scores of every category at every point: d log P / d slope, / d its own intercept, / d the next one. */
    private void scores() {
        for (int i = 0; i < at.items; i++) {
            for (int row = at.categoryAt[i]; row < at.categoryAt[i + 1]; row++) {
                for (int q = 0; q < nodes; q++) {
                    double p = at.table[row * nodes + q];
                    lowScore[row][q] = density(i, row, q) / p;
                    highScore[row][q] = -density(i, row + 1, q) / p;
                    slopeScore[row][q] = at.points[q] * (lowScore[row][q] + highScore[row][q]);
                }
            }
        }
    }

    /** F(1 - F) at the lower end of a category; 0 below the first and above the last. */
    private double density(int item, int row, int q) {
        boolean outer = row == at.categoryAt[item] || row == at.categoryAt[item + 1];
        return outer ? 0 : at.density[(row - item - 1) * nodes + q];
    }

    /** Minus the mean of P'' / P. */
    private void withinItems() {
        for (int i = 0; i < at.items; i++) {
            int slope = at.parameterAt[i];
            for (int row = at.categoryAt[i]; row < at.categoryAt[i + 1]; row++) {
                int k = row - at.categoryAt[i];
                for (int q = 0; q < nodes; q++) {
                    double ratio = at.counts[row * nodes + q] / at.table[row * nodes + q];
                    double theta = at.points[q];
                    double low = ratio * bend(i, row, q);
                    double high = -ratio * bend(i, row + 1, q);
                    information[slope][slope] -= theta * theta * (low + high);
                    if (low != 0) {
                        information[slope + k][slope + k] -= low;
                        information[slope + k][slope] -= theta * low;
                    }
                    if (high != 0) {
                        information[slope + k + 1][slope + k + 1] -= high;
                        information[slope + k + 1][slope] -= theta * high;
                    }
                }
            }
        }
    }

    /** The second derivative of F at the lower end of a category: F(1 - F)(1 - 2F). */
    private double bend(int item, int row, int q) {
        boolean outer = row == at.categoryAt[item] || row == at.categoryAt[item + 1];
        if (outer) {
            return 0;
        }
        double missed = 0;
        double reached = 0;
        for (int other = at.categoryAt[item]; other < at.categoryAt[item + 1]; other++) {
            if (other < row) {
                missed += at.table[other * nodes + q];
            } else {
                reached += at.table[other * nodes + q];
            }
        }
        return at.density[(row - item - 1) * nodes + q] * (missed - reached);
    }

    private void betweenItems() {
        int patterns = at.chosenAt.length - 1;
        double[][] posteriors = new double[patterns][nodes];
        double[] means = new double[at.parameters()];
        int[] touched = new int[at.parameters()];
        for (int p = 0; p < patterns; p++) {
            at.posterior(p, posteriors[p]);
            int count = means(p, posteriors[p], means, touched);
            double frequency = at.data.frequencies[p];
            for (int a = 0; a < count; a++) {
                double scaled = means[touched[a]] / frequency;
                double[] row = information[touched[a]];
                for (int b = 0; b <= a; b++) {
                    row[touched[b]] += scaled * means[touched[b]];
                }
            }
        }
        for (int i = 1; i < at.items; i++) {
            pairs(i, posteriors);
        }
    }

    /** Frequency times the mean score of a pattern; the parameters that it touches, ascending, and how many. */
    private int means(int p, double[] posterior, double[] means, int[] touched) {
        int count = 0;
        for (int i = 0, c = at.chosenAt[p]; c < at.chosenAt[p + 1]; c++) {
            int row = at.chosen[c];
            while (row >= at.categoryAt[i + 1]) {
                i++;
            }
            int k = row - at.categoryAt[i];
            int slope = at.parameterAt[i];
            means[slope] = dot(posterior, slopeScore[row]);
            touched[count++] = slope;
            if (k > 0) {
                means[slope + k] = dot(posterior, lowScore[row]);
                touched[count++] = slope + k;
            }
            if (row + 1 < at.categoryAt[i + 1]) {
                means[slope + k + 1] = dot(posterior, highScore[row]);
                touched[count++] = slope + k + 1;
            }
        }
        return count;
    }

    /** The blocks of one item with all items before it. */
    private void pairs(int item, double[][] posteriors) {
        int own = at.categoryAt[item + 1] - at.categoryAt[item];
        int before = at.categoryAt[item];
        double[] joint = new double[own * before * nodes];
        for (int p = 0; p < posteriors.length; p++) {
            int mine = at.data.patterns[p][item];
            if (mine < 0) {
                continue;
            }
            double[] posterior = posteriors[p];
            for (int c = at.chosenAt[p]; at.chosen[c] < before; c++) {
                int into = (mine * before + at.chosen[c]) * nodes;
                for (int q = 0; q < nodes; q++) {
                    joint[into + q] += posterior[q];
                }
            }
        }
        double[] weighted = new double[nodes];
        for (int k = 0; k < own; k++) {
            for (int other = 0; other < item; other++) {
                for (int row = at.categoryAt[other]; row < at.categoryAt[other + 1]; row++) {
                    int from = (k * before + row) * nodes;
                    cross(item, slopeScore[before + k], 0, other, row, joint, from, weighted);
                    if (k > 0) {
                        cross(item, lowScore[before + k], k, other, row, joint, from, weighted);
                    }
                    if (k < own - 1) {
                        cross(item, highScore[before + k], k + 1, other, row, joint, from, weighted);
                    }
                }
            }
        }
    }

    private void cross(
            int item, double[] score, int parameter, int other, int row, double[] joint, int from, double[] weighted) {
        for (int q = 0; q < nodes; q++) {
            weighted[q] = joint[from + q] * score[q];
        }
        double[] into = information[at.parameterAt[item] + parameter];
        int slope = at.parameterAt[other];
        int l = row - at.categoryAt[other];
        into[slope] -= dot(weighted, slopeScore[row]);
        if (l > 0) {
            into[slope + l] -= dot(weighted, lowScore[row]);
        }
        if (row + 1 < at.categoryAt[other + 1]) {
            into[slope + l + 1] -= dot(weighted, highScore[row]);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int q = 0; q < a.length; q++) {
            sum += a[q] * b[q];
        }
        return sum;
    }
}
