package org.moatmark.core.benchmark;

import java.io.Serializable;
import org.moatmark.core.psychometrics.BootstrapInterval;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IntervalEstimate;

/**
 * How well the raters of a case library agree on some of its items, each company and item being one unit.
 *
 * <p>All of it is about raters as they are. Units of the same company are taken as independent, which they are not
 * quite, so intervals over several items are rather too narrow.
 *
 * @param rated units that at least one rater rated
 * @param units units that two raters or more rated, n of all that follows but the intraclass correlations
 * @param disputed how many of these have ratings that differ by more than one step
 * @param percentAgreement share of pairs of ratings of the same unit that are equal, 0-1
 * @param alpha Krippendorff's alpha for ranks
 * @param alphaInterval 95 % interval of alpha from a seeded bootstrap over units, with seed and runs
 * @param kappa quadratic-weighted kappa: of two raters Cohen's over the units that both rated, of more Conger's
 * @param iccSingle ICC(A,1): agreement of one rating; n is the units that all raters rated
 * @param iccSingleInterval its F-based 95 % interval
 * @param iccAverage ICC(A,k): agreement of the mean of all raters, which is what the scores use
 * @param iccAverageInterval its F-based 95 % interval
 */
public record Reliability(
        int rated,
        int units,
        int disputed,
        Estimate percentAgreement,
        Estimate alpha,
        BootstrapInterval alphaInterval,
        Estimate kappa,
        Estimate iccSingle,
        IntervalEstimate iccSingleInterval,
        Estimate iccAverage,
        IntervalEstimate iccAverageInterval)
        implements Serializable {}
