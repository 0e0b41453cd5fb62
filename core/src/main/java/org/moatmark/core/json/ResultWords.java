package org.moatmark.core.json;

import java.util.Arrays;
import java.util.List;
import org.moatmark.core.maturity.LevelCap;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.maturity.SharedView;
import org.moatmark.core.maturity.WithoutRespondent;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.scoring.Flag;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/** The words of result documents, in the order of their constants. */
final class ResultWords {

    static final List<String> REASONS =
            Arrays.stream(Reason.values()).map(Reason::word).toList();
    static final List<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::word).toList();
    static final List<String> STATES =
            Arrays.stream(ItemState.values()).map(ItemState::word).toList();
    static final List<String> FLAGS =
            Arrays.stream(Flag.values()).map(Flag::word).toList();
    static final List<String> CAPS =
            Arrays.stream(LevelCap.Reason.values()).map(LevelCap.Reason::word).toList();
    static final List<String> SIDES =
            Arrays.stream(Side.values()).map(Side::word).toList();
    static final List<String> SHARED =
            Arrays.stream(SharedView.values()).map(SharedView::word).toList();
    static final List<String> READINGS = Arrays.stream(PerceptionGap.Reading.values())
            .map(PerceptionGap.Reading::word)
            .toList();
    static final List<String> FIRST_GROUPS = Arrays.stream(PerceptionGap.Between.values())
            .map(PerceptionGap.Between::first)
            .toList();
    static final List<String> SECOND_GROUPS = Arrays.stream(PerceptionGap.Between.values())
            .map(PerceptionGap.Between::second)
            .toList();

    static final List<String> NOT_TRIED = Arrays.stream(WithoutRespondent.Why.values())
            .map(WithoutRespondent.Why::word)
            .toList();

    /** The key of findings about respondents. */
    static final String RESPONSE_STYLE = "response-style";

    static final String STRAIGHT_LINE = "straight-line";
    static final String CONTRADICTION = "contradiction";
    static final String TOO_FAST = "too-fast";
    static final String UNPROVEN_TOPS = "unproven-tops";
    static final List<String> STYLES = List.of(STRAIGHT_LINE, CONTRADICTION, TOO_FAST, UNPROVEN_TOPS);

    static final List<String> GRADES =
            Arrays.stream(EvidenceGrade.values()).map(EvidenceGrade::name).toList();

    private ResultWords() {}
}
