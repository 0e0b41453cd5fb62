package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Respondent;

/**
 * How one respondent uses the scales, whatever he says with them (rule S17). Only answers count; don't know, not
 * applicable and skipped do not.
 *
 * <p>Agreement items are looked at as asked, before anything is reversed. Acquiescence says little where few of them are
 * reversed, as then agreeing with everything and being content look the same: {@link #reversed} tells.
 *
 * @param seat key of the seat
 * @param agreementItems how many agreement items were answered
 * @param reversed how many of those are reversed
 * @param longestRun keys of the longest run of equal answers to agreement items with equally many points, in file order;
 *     of equally long ones the first
 * @param acquiescence share of the agreement answers above the middle of the scale, less the share below it, -1 to 1; n
 *     is their number
 * @param midpoint share of the answers to rubric and agreement items with an odd number of points that are in the
 *     middle, 0-1; n is their number
 * @param extreme share of the answers to rubric and agreement items that are at either end, 0-1; n is their number
 * @param secondsPerItem median time of an answered item in seconds; n is the number of items with a time
 * @param contradictions contradictory pairs with both answers high
 * @param comparedPairs how many contradictory pairs have both answers of a kind that can be high
 * @param unprovenTops keys of items that ask for evidence and have the best answer and none of grade E2 or better;
 *     none for customers, of whom evidence is not asked (rule S2)
 * @param flags what is worth a second look
 * @see <a href="https://doi.org/10.1509/jmkr.38.2.143.18840">H. Baumgartner and J.-B. E. M. Steenkamp (2001), Response styles
 *     in marketing research: a cross-national investigation, Journal of Marketing Research 38, 143-156, table 1</a>
 * @see <a href="https://doi.org/10.1037/a0028085">A. W. Meade and S. B. Craig (2012), Identifying careless responses in
 *     survey data, Psychological Methods 17, 437-455, especially 440-441 (longest run, time)</a>
 */
public record ResponseStyle(
        String seat,
        int agreementItems,
        int reversed,
        List<String> longestRun,
        Estimate acquiescence,
        Estimate midpoint,
        Estimate extreme,
        Estimate secondsPerItem,
        List<ContradictoryPair> contradictions,
        int comparedPairs,
        List<String> unprovenTops,
        List<StyleFlag> flags)
        implements Serializable {

    /** Copies the lists. */
    public ResponseStyle {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(acquiescence, "acquiescence");
        Objects.requireNonNull(midpoint, "midpoint");
        Objects.requireNonNull(extreme, "extreme");
        Objects.requireNonNull(secondsPerItem, "secondsPerItem");
        longestRun = List.copyOf(longestRun);
        contradictions = List.copyOf(contradictions);
        unprovenTops = List.copyOf(unprovenTops);
        flags = List.copyOf(flags);
    }

    /**
     * Looks at one respondent; {@link ResponseStyles} looks at many.
     *
     * @param questionnaire what was asked
     * @param respondent who answered; answers to items that the seat is not asked are not looked at
     * @param policy from where on something is flagged
     * @return how the respondent answers
     */
    public static ResponseStyle of(Questionnaire questionnaire, Respondent respondent, ResponseStylePolicy policy) {
        return ResponseStyles.of(questionnaire, policy).of(respondent);
    }
}
