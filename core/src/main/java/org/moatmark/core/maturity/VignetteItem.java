package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;

/**
 * The vignettes of one item over all who rated them: do people see them in their expected order?
 *
 * @param item key of the item
 * @param n how many respondents rated all of its vignettes
 * @param violations share of those who rated at least one pair of vignettes against their expected order, 0-1
 * @param ties share of those who rated no pair against its order and at least one pair alike, 0-1
 * @param ranked how many respondents have a rank on the C scale
 * @param intervals how many of those have an interval of ranks
 * @param shares per rank on the C scale, from the first: the share of the ranked, an interval counting as equal parts of
 *     each of its ranks; sums to 1, empty if nobody is ranked
 */
public record VignetteItem(
        String item, int n, double violations, double ties, int ranked, int intervals, List<Double> shares)
        implements Serializable {

    /** Copies the list; refuses an item that nobody rated, and shares outside 0-1. */
    public VignetteItem {
        shares = List.copyOf(shares);
        if (n < 1 || !(violations >= 0 && violations <= 1) || !(ties >= 0 && ties <= 1)) {
            throw new IllegalArgumentException("Item '" + item + "': " + n + " respondents, " + violations
                    + " out of order and " + ties + " with ties are no shares of somebody.");
        }
    }
}
