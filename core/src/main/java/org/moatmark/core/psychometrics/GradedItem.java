package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One item of a graded response model: the probability of category k or above is {@code 1 / (1 + exp(-(slope * theta +
 * intercept(k))))}, for k from the second category on. With two categories this is the two-parameter logistic model.
 *
 * <p>The metric is logistic (no factor 1.7). {@link #thresholds()} gives the same item as {@code slope * (theta -
 * threshold(k))}.
 *
 * @param column the column of the answers that it stands for, from 0
 * @param categories the answers that it can have, ascending, at least two
 * @param slope how sharply it tells abilities apart (discrimination); below 0 if it is keyed the other way; finite
 * @param intercepts one per category but the first, finite, strictly falling
 * @see <a href="https://doi.org/10.1007/BF03372160">F. Samejima (1969), Estimation of latent ability using a response
 *     pattern of graded scores, Psychometrika Monograph 17, chapter 4</a>
 */
public record GradedItem(int column, List<Double> categories, double slope, List<Double> intercepts)
        implements Serializable {

    /** Copies the lists; refuses fewer than two categories, and anything that is not in order. */
    public GradedItem {
        categories = List.copyOf(categories);
        intercepts = List.copyOf(intercepts);
        if (column < 0 || categories.size() < 2 || intercepts.size() != categories.size() - 1) {
            throw new IllegalArgumentException("The item of column " + column
                    + " needs at least two categories and one intercept less, not " + categories.size() + " and "
                    + intercepts.size() + ".");
        }
        if (!Double.isFinite(slope) || !ordered(categories, 1) || !ordered(intercepts, -1)) {
            throw new IllegalArgumentException("The item of column " + column
                    + " needs a finite slope, rising categories and falling intercepts, not " + slope + ", "
                    + categories + " and " + intercepts + ".");
        }
    }

    /**
     * The abilities at which a category or one above it becomes as likely as not, {@code -intercept / slope}; the
     * difficulty of an item with two categories. Rising for a slope above 0.
     *
     * @return one per category but the first, in the order of the categories
     * @throws IllegalStateException if the slope is 0 and there is no such ability
     */
    public List<Double> thresholds() {
        if (slope == 0) {
            throw new IllegalStateException("The item of column " + column + " has slope 0 and no thresholds.");
        }
        List<Double> thresholds = new ArrayList<>();
        for (double intercept : intercepts) {
            thresholds.add(0 - intercept / slope);
        }
        return List.copyOf(thresholds);
    }

    /**
     * How likely each category is.
     *
     * @param theta an ability, finite
     * @return {@code double[categories]}, in their order, each above 0, their sum 1 up to rounding
     */
    public double[] probabilities(double theta) {
        double[] table = new double[categories.size()];
        fill(theta, table, new double[categories.size() - 1]);
        return table;
    }

    /**
     * The expected answer.
     *
     * @param theta an ability, finite
     * @return between the least and the greatest category
     */
    public double expected(double theta) {
        double[] probabilities = probabilities(theta);
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            sum += categories.get(k) * probabilities[k];
        }
        return sum;
    }

    /**
     * Fisher information about the ability in an answer to this item, {@code sum over k of P'(k)^2 / P(k)}.
     *
     * @param theta an ability, finite
     * @return at least 0
     * @see <a href="https://doi.org/10.1007/BF03372160">F. Samejima (1969), Psychometrika Monograph 17, chapter 6</a>
     */
    public double information(double theta) {
        double[] table = new double[categories.size()];
        double[] density = new double[categories.size() - 1];
        fill(theta, table, density);
        double sum = 0;
        for (int k = 0; k < table.length; k++) {
            double change = slope * ((k == 0 ? 0 : density[k - 1]) - (k == table.length - 1 ? 0 : density[k]));
            sum += change * change / table[k];
        }
        return sum;
    }

    /**
     * First and second derivative by the ability of the log of a category's probability; with {@code w = F(1 - F)} at
     * either end of the category, the second is {@code -slope^2 * (w(k) + w(k + 1))}.
     */
    double[] logCurve(int category, double theta) {
        double[] table = new double[categories.size()];
        double[] density = new double[categories.size() - 1];
        fill(theta, table, density);
        double low = category == 0 ? 0 : density[category - 1];
        double high = category == table.length - 1 ? 0 : density[category];
        double change = slope * (low - high) / table[category];
        return new double[] {change, -slope * slope * (low + high)};
    }

    private void fill(double theta, double[] table, double[] density) {
        if (!Double.isFinite(theta)) {
            throw new IllegalArgumentException("An ability is a finite number, not " + theta + ".");
        }
        double[] falling = intercepts.stream().mapToDouble(Double::doubleValue).toArray();
        CategoryCurves.fill(slope, falling, 0, table.length, new double[] {theta}, table, 0, density, 0);
    }

    private static boolean ordered(List<Double> numbers, int sign) {
        for (int i = 0; i < numbers.size(); i++) {
            boolean sound = i == 0 || sign * (numbers.get(i) - numbers.get(i - 1)) > 0;
            if (!Double.isFinite(numbers.get(i)) || !sound) {
                return false;
            }
        }
        return true;
    }
}
