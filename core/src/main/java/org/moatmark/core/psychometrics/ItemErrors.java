package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Standard errors of the parameters of one item; n is the number of respondents of the fit.
 *
 * @param slope of the slope
 * @param intercepts of the intercepts, in their order
 * @param thresholds of the thresholds, in their order, by the delta method
 */
public record ItemErrors(Estimate slope, List<Estimate> intercepts, List<Estimate> thresholds) implements Serializable {
    /** Copies the lists. */
    public ItemErrors {
        Objects.requireNonNull(slope, "slope");
        intercepts = List.copyOf(intercepts);
        thresholds = List.copyOf(thresholds);
    }
}
