package org.moatmark.core.psychometrics;

import java.util.Arrays;

/** How many raters put each unit into each category, for the units with a rating. */
final class RatingCounts {

    private final AgreementWeights weights;
    private final int[][] counts;
    private final int[] ratings;
    private final int raters;

    private RatingCounts(AgreementWeights weights, int[][] counts, int[] ratings, int raters) {
        this.weights = weights;
        this.counts = counts;
        this.ratings = ratings;
        this.raters = raters;
    }

    static RatingCounts of(double[][] table, AgreementWeights weights) {
        int raters = Cells.columns(table, "unit", "rater");
        int[][] counts = new int[table.length][];
        int[] ratings = new int[table.length];
        int n = 0;
        for (double[] unit : table) {
            int[] row = new int[weights.size()];
            int given = 0;
            for (double rating : unit) {
                if (!Double.isNaN(rating)) {
                    row[weights.indexOf(rating)]++;
                    given++;
                }
            }
            if (given > 0) {
                counts[n] = row;
                ratings[n++] = given;
            }
        }
        return new RatingCounts(weights, Arrays.copyOf(counts, n), Arrays.copyOf(ratings, n), raters);
    }

    /** The same without the units that have only one rating. */
    RatingCounts pairable() {
        int[][] some = Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).sum() > 1)
                .toArray(int[][]::new);
        return new RatingCounts(
                weights, some, Arrays.stream(ratings).filter(given -> given > 1).toArray(), raters);
    }

    int units() {
        return counts.length;
    }

    int pairableUnits() {
        return (int) Arrays.stream(ratings).filter(given -> given > 1).count();
    }

    int raters() {
        return raters;
    }

    /** How many ratings a unit has. */
    int ratings(int unit) {
        return ratings[unit];
    }

    /** The weighted share of agreeing pairs of a unit's ratings; 0 with a single one. */
    double agreement(int unit) {
        int given = ratings[unit];
        if (given < 2) {
            return 0;
        }
        double sum = 0;
        for (int k = 0; k < counts[unit].length; k++) {
            if (counts[unit][k] > 0) {
                double like = -1;
                for (int l = 0; l < counts[unit].length; l++) {
                    like += weights.weight(k, l) * counts[unit][l];
                }
                sum += counts[unit][k] * like;
            }
        }
        return sum / ((double) given * (given - 1));
    }

    /** Ordered pairs of ratings of the same unit of which the first is in a category and the second is not. */
    double disagreements(int category) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (double) counts[i][category] * (ratings[i] - counts[i][category]);
        }
        return sum;
    }

    /** How often each category was used. */
    double[] totals() {
        double[] totals = new double[weights.size()];
        for (int[] row : counts) {
            for (int k = 0; k < row.length; k++) {
                totals[k] += row[k];
            }
        }
        return totals;
    }

    /** The mean over units of the share of each category. */
    double[] use() {
        double[] use = new double[weights.size()];
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < use.length; k++) {
                use[k] += (double) counts[i][k] / ratings[i];
            }
        }
        for (int k = 0; k < use.length; k++) {
            use[k] /= counts.length;
        }
        return use;
    }

    /** For each category the mean weight toward a mixture of categories. */
    double[] weighted(double[] mixture) {
        double[] result = new double[mixture.length];
        for (int k = 0; k < mixture.length; k++) {
            for (int l = 0; l < mixture.length; l++) {
                result[k] += weights.weight(k, l) * mixture[l];
            }
        }
        return result;
    }

    /** For each unit the mean over its ratings of a number that belongs to their categories. */
    double[] means(double[] perCategory) {
        double[] means = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < perCategory.length; k++) {
                means[i] += counts[i][k] * perCategory[k];
            }
            means[i] /= ratings[i];
        }
        return means;
    }

    double sumOfWeights() {
        double sum = 0;
        for (int k = 0; k < weights.size(); k++) {
            for (int l = 0; l < weights.size(); l++) {
                sum += weights.weight(k, l);
            }
        }
        return sum;
    }
}
