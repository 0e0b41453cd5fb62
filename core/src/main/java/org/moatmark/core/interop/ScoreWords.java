package org.moatmark.core.interop;

import org.moatmark.core.benchmark.Standing;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.report.Release;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/** Words of the formats that tables of scores hold, each with what it says to a person. */
final class ScoreWords {

    /** Behind a score would stand fewer people than may be told apart. */
    static final DataCell FEWER_THAN_K =
            new DataCell.Keyed(Release.FEWER_THAN_K, TextMap.of("Fewer people than may be shown", "表示できる人数に満たない"));

    private ScoreWords() {}

    static DataCell status(Status status) {
        return new DataCell.Keyed(
                status.word(),
                switch (status) {
                    case FULL -> TextMap.of("Enough", "十分");
                    case PROVISIONAL -> TextMap.of("Provisional", "暫定");
                    case INSUFFICIENT -> TextMap.of("Too few answers", "回答不足");
                    case NOT_APPLICABLE -> TextMap.of("Not applicable", "該当なし");
                    case LEFT_OUT -> Asked.words(ItemState.LEFT_OUT);
                });
    }

    static DataCell reason(Reason reason) {
        return new DataCell.Keyed(
                reason.word(),
                switch (reason) {
                    case TOO_FEW_ANSWERS -> TextMap.of("Too few answers", "回答不足");
                    case NOT_APPLICABLE -> TextMap.of("Not applicable", "該当なし");
                    case CHILD_MISSING -> TextMap.of("Too much of it has no score", "下位に得点のないものが多い");
                    case NOT_ASKED -> Asked.words(ItemState.NOT_ASKED);
                });
    }

    static DataCell standing(Standing standing) {
        return new DataCell.Keyed(standing.word(), words(standing));
    }

    private static TextMap words(Standing standing) {
        if (standing instanceof Standing.Percentile) {
            return TextMap.of("Percentile and ranks", "パーセンタイルと順位");
        } else if (standing instanceof Standing.Ranked) {
            return TextMap.of("Ranks", "順位");
        }
        return standing instanceof Standing.PointsOnly
                ? TextMap.of("Points alone", "各社の点のみ")
                : TextMap.of("No score of one's own", "自社の得点なし");
    }
}
