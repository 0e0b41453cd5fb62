package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;

/**
 * One item of a Rasch or partial credit model: category k is as likely as the one below it where the ability equals
 * threshold k.
 *
 * @param column the column of the answers that it stands for, from 0
 * @param categories the answers that it can have, ascending, at least two
 * @param thresholds one per category but the first, finite; need not rise
 * @param errors standard errors of the thresholds, in their order; n is the number of respondents that inform the fit
 */
public record RaschItem(int column, List<Double> categories, List<Double> thresholds, List<Estimate> errors)
        implements Serializable {

    /** Copies the lists; refuses lists that do not belong together. */
    public RaschItem {
        categories = List.copyOf(categories);
        thresholds = List.copyOf(thresholds);
        errors = List.copyOf(errors);
        int wanted = categories.size() - 1;
        if (column < 0 || wanted < 1 || thresholds.size() != wanted || errors.size() != wanted) {
            throw new IllegalArgumentException("The item of column " + column
                    + " needs at least two categories and one threshold and error less, not " + categories.size()
                    + ", " + thresholds.size() + " and " + errors.size() + ".");
        }
    }

    /**
     * How hard the item is: the mean of its thresholds.
     *
     * @return the difficulty; over all items of a fit it has mean 0
     */
    public double difficulty() {
        double sum = 0;
        for (double threshold : thresholds) {
            sum += threshold;
        }
        return sum / thresholds.size();
    }

    /**
     * Whether the thresholds rise, so that every category is the likeliest somewhere: the levels are in order.
     *
     * @return false if a threshold is not above the one before it
     */
    public boolean isOrdered() {
        for (int k = 1; k < thresholds.size(); k++) {
            if (!(thresholds.get(k) > thresholds.get(k - 1))) {
                return false;
            }
        }
        return true;
    }
}
