package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.Respondent;

/**
 * Looks at many respondents of one questionnaire for how they answer (rule S17). Immutable, serialisable and safe for
 * many threads.
 */
public final class ResponseStyles implements Serializable {

    private static final long serialVersionUID = 1L;

    private final StyleItems items;
    private final List<ContradictoryPair> pairs;
    private final ResponseStylePolicy policy;

    private ResponseStyles(StyleItems items, List<ContradictoryPair> pairs, ResponseStylePolicy policy) {
        this.items = items;
        this.pairs = pairs;
        this.policy = policy;
    }

    /**
     * Prepares a questionnaire.
     *
     * @param questionnaire what was asked
     * @param policy from where on something is flagged
     * @return what looks at its respondents
     */
    public static ResponseStyles of(Questionnaire questionnaire, ResponseStylePolicy policy) {
        return new ResponseStyles(new StyleItems(questionnaire), questionnaire.pairs(), policy);
    }

    /**
     * Looks at one respondent.
     *
     * @param respondent who answered; answers to items that the seat is not asked are not looked at
     * @return how the respondent answers
     */
    public ResponseStyle of(Respondent respondent) {
        StyleReading reading = new StyleReading(items, respondent);
        return style(respondent, reading, contradictions(reading), reading.unprovenTops());
    }

    private ResponseStyle style(
            Respondent respondent, StyleReading reading, List<ContradictoryPair> contradictions, List<String> tops) {
        StyleReading.Run run = reading.longestRun();
        Estimate seconds = reading.medianSeconds();
        return new ResponseStyle(
                respondent.seat().key(),
                reading.agreementItems(),
                reading.reversed(),
                run.items(),
                reading.acquiescence(),
                reading.midpoint(),
                reading.extreme(),
                seconds,
                contradictions,
                compared(reading),
                tops,
                flags(run, contradictions, seconds, tops));
    }

    /**
     * Looks at one respondent, quickly where there is nothing to say.
     *
     * @param respondent who answered
     * @return how the respondent answers, if anything in it is flagged
     */
    public Optional<ResponseStyle> flagged(Respondent respondent) {
        if (!items.mayFlag() && !StyleReading.hasTimes(respondent)) {
            return Optional.empty();
        }
        StyleReading reading = new StyleReading(items, respondent);
        List<ContradictoryPair> contradictions = contradictions(reading);
        List<String> tops = reading.unprovenTops();
        boolean nothing = contradictions.isEmpty()
                && tops.size() < policy.unprovenTops()
                && reading.agreementItems() < policy.straightLine()
                && !reading.timed();
        if (nothing) {
            return Optional.empty();
        }
        ResponseStyle style = style(respondent, reading, contradictions, tops);
        return style.flags().isEmpty() ? Optional.empty() : Optional.of(style);
    }

    private List<ContradictoryPair> contradictions(StyleReading reading) {
        List<ContradictoryPair> found = new ArrayList<>();
        for (ContradictoryPair pair : pairs) {
            if (reading.height(pair.first()) >= policy.high() && reading.height(pair.second()) >= policy.high()) {
                found.add(pair);
            }
        }
        return found;
    }

    private int compared(StyleReading reading) {
        int compared = 0;
        for (ContradictoryPair pair : pairs) {
            boolean both = !Double.isNaN(reading.height(pair.first())) && !Double.isNaN(reading.height(pair.second()));
            compared += both ? 1 : 0;
        }
        return compared;
    }

    private List<StyleFlag> flags(
            StyleReading.Run run, List<ContradictoryPair> contradictions, Estimate seconds, List<String> tops) {
        List<StyleFlag> flags = new ArrayList<>();
        if (run.items().size() >= policy.straightLine()) {
            flags.add(new StyleFlag.StraightLine(run.answer(), run.items()));
        }
        contradictions.forEach(pair -> flags.add(new StyleFlag.Contradiction(pair)));
        if (seconds instanceof Estimate.Point point
                && point.n() >= policy.timedItems()
                && point.value() < policy.secondsPerItem()) {
            flags.add(new StyleFlag.TooFast(point.value(), point.n()));
        }
        if (tops.size() >= policy.unprovenTops()) {
            flags.add(new StyleFlag.UnprovenTops(tops));
        }
        return flags;
    }
}
