package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IccForm;
import org.moatmark.core.psychometrics.IntraclassCorrelation;
import org.moatmark.core.psychometrics.KrippendorffAlpha;
import org.moatmark.core.psychometrics.Metric;

/**
 * How well the raters agree on the items behind a benchmark number, over all companies of the library, each company and
 * item being one unit. {@link CaseLibrary#reliability()} says more, with intervals.
 *
 * @param alpha Krippendorff's alpha for ranks; n is the units that two raters or more rated
 * @param iccAverage ICC(A,k), the agreement of the mean of all raters, which is what the scores use; n is the units that
 *     all raters rated
 */
public record Agreement(Estimate alpha, Estimate iccAverage) implements Serializable {

    /**
     * The agreement on some items.
     *
     * @param units by item the ratings of each company, {@code double[raters]} with NaN for none
     * @param items which items
     */
    static Agreement on(Map<String, List<double[]>> units, Collection<String> items) {
        List<double[]> rows = new ArrayList<>();
        items.forEach(item -> rows.addAll(units.getOrDefault(item, List.of())));
        // In the order of the ratings themselves, so that the order of the library changes no sum.
        rows.sort(Arrays::compare);
        double[][] table = rows.toArray(new double[0][]);
        return new Agreement(
                KrippendorffAlpha.of(table, Metric.ORDINAL).alpha(),
                IntraclassCorrelation.of(table).coefficient(IccForm.AGREEMENT_AVERAGE));
    }
}
