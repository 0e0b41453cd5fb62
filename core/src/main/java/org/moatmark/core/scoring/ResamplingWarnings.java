package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Side;

/** What a reader of intervals should know: why there are none, and what they cannot hold. */
final class ResamplingWarnings {

    private static final String RESPONDENTS = "/respondents";

    private ResamplingWarnings() {}

    static List<Issue> of(Resampling how, ScoreTree tree, @Nullable Resampled resampled) {
        List<Issue> warnings = new ArrayList<>();
        if (how.exceeds(tree)) {
            warnings.add(
                    tooMuchWork(how, tree.presentRespondents(), tree.items().size()));
        }
        if (resampled != null) {
            for (Map.Entry<Side, Integer> stratum : resampled.strata().entrySet()) {
                if (stratum.getValue() == 1) {
                    warnings.add(alone(stratum.getKey()));
                }
            }
        }
        return warnings;
    }

    private static Issue tooMuchWork(Resampling how, int respondents, int items) {
        long most = how.mostWork() / (how.work(respondents, items) / how.runs());
        return new Issue(
                "interval-too-large",
                RESPONDENTS,
                new Words(
                        "No interval is computed: " + how.runs() + " runs over " + respondents + " respondents and "
                                + items + " items are more work than is done here.",
                        "区間は計算しません。回答者" + respondents + "人・設問" + items + "問に対する" + how.runs()
                                + "回の再標本化は、ここでの処理量の上限を超えます。"),
                new Words(
                        "Ask for at most " + most
                                + " runs, or score on the command line or with the library, which have no such limit.",
                        "回数を" + most + "回以下にするか、上限のないコマンドラインまたはライブラリーで採点してください。"));
    }

    private static Issue alone(Side side) {
        String ja = switch (side) {
            case HEADQUARTERS -> "本社";
            case GENBA -> "現場";
            case CUSTOMERS -> "顧客";
            case NEUTRAL -> "中立";
        };
        return new Issue(
                "interval-side-of-one",
                RESPONDENTS,
                new Words(
                        "Side '" + side.word()
                                + "' has a single respondent: the intervals hold nothing of how others of"
                                + " that side would have answered.",
                        "「" + ja + "」側の回答者は一人だけです。この側の他の人ならどう答えたかという不確かさは、区間に含まれません。"),
                new Words("Ask at least one more person of that side.", "この側でもう一人以上に回答を依頼してください。"));
    }
}
