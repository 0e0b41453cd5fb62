package org.moatmark.core.maturity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.ResponseStyle;

/**
 * How a respondent uses the scales, whatever is said with them (rule S17).
 *
 * @param agreementItems how many agreement items were answered
 * @param reversed how many of those are reversed; with few of them acquiescence says little
 * @param acquiescence share of agreement answers above the middle less the share below it, -1 to 1; null without any
 * @param midpoint share of the answers to opinions in the middle of their scale, 0-1; null without any
 * @param extreme share of the answers to opinions at either end of their scale, 0-1; null without any
 */
public record ScaleUse(
        int agreementItems,
        int reversed,
        @Nullable Double acquiescence,
        @Nullable Double midpoint,
        @Nullable Double extreme)
        implements Serializable {

    static ScaleUse of(ResponseStyle style) {
        return new ScaleUse(
                style.agreementItems(),
                style.reversed(),
                value(style.acquiescence()),
                value(style.midpoint()),
                value(style.extreme()));
    }

    private static @Nullable Double value(Estimate estimate) {
        return estimate instanceof Estimate.Point point ? Double.valueOf(point.value()) : null;
    }
}
