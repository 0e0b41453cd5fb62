package org.moatmark.core.psychometrics;

import java.io.Serializable;

/**
 * What one item does in a scale. Correlations are Pearson's; an item that never varies has none.
 *
 * @param mean of the answers
 * @param standardDeviation of the answers, n - 1
 * @param itemTotal correlation with the sum of all items, itself among them
 * @param correctedItemTotal correlation with the sum of the other items
 * @param attenuationCorrected correlation with the sum of all standardised items, in which the item's own variance and
 *     the sum's are replaced by what the other items share with them (squared multiple correlations): corrected for
 *     overlap and unreliability, {@code r.cor} of Revelle's psych; may exceed 1
 * @param alphaIfDeleted Cronbach's alpha of the other items
 * @param standardizedAlphaIfDeleted the same of the other items standardised
 */
public record ItemStatistics(
        Estimate mean,
        Estimate standardDeviation,
        Estimate itemTotal,
        Estimate correctedItemTotal,
        Estimate attenuationCorrected,
        Estimate alphaIfDeleted,
        Estimate standardizedAlphaIfDeleted)
        implements Serializable {}
