package org.moatmark.core.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;

/**
 * What somebody answered to a question about a fact, where its score tells: yes or no, or the one option that scores so much.
 * Results keep scores and no answers; the step of an opinion is a number that reports say beside the score.
 */
final class Chosen {

    /** Scores of releases are rounded to 0.1. */
    private static final double ROUNDED = 0.05;

    private Chosen() {}

    static @Nullable Words of(Item item, double claimed) {
        if (item.type() instanceof ItemType.YesNo) {
            return near(claimed, 100) ? new Words("yes", "はい") : near(claimed, 0) ? new Words("no", "いいえ") : null;
        }
        if (item.type() instanceof ItemType.Choice choice) {
            List<Option> scoring = choice.options().stream()
                    .filter(option -> near(claimed, option.score()))
                    .toList();
            return scoring.size() == 1
                    ? new Words(
                            scoring.get(0).text().in("en"),
                            scoring.get(0).text().in("ja"))
                    : null;
        }
        return null;
    }

    private static boolean near(double claimed, double score) {
        return Math.abs(claimed - score) <= ROUNDED;
    }
}
