package org.moatmark.core.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.response.AnswerValue;

/**
 * What somebody answered to a question about a fact, in words: from the answer where the reader may see it, else where its
 * score tells: yes or no, or the one option that scores so much. The step of an opinion is a number that reports say beside
 * the score.
 */
final class Chosen {

    /** Scores of releases are rounded to 0.1. */
    private static final double ROUNDED = 0.05;

    private static final Words YES = new Words("yes", "はい");
    private static final Words NO = new Words("no", "いいえ");

    private Chosen() {}

    /** The answer itself. */
    static @Nullable Words of(Item item, AnswerValue value) {
        if (value instanceof AnswerValue.YesNo answer) {
            return answer.yes() ? YES : NO;
        } else if (value instanceof AnswerValue.OneOption one && item.type() instanceof ItemType.Choice choice) {
            return options(choice.options(), List.of(one.option()));
        } else if (value instanceof AnswerValue.SomeOptions some && item.type() instanceof ItemType.Choices choices) {
            return options(choices.options(), some.options());
        } else if (value instanceof AnswerValue.Number number && item.type() instanceof ItemType.Measure measure) {
            String text = plain(number.value());
            // In Japanese a unit is often a clause that says what the number is of.
            return new Words(
                    text + " " + measure.unit().in("en"), measure.unit().in("ja") + " " + text);
        }
        return null;
    }

    private static Words options(List<Option> all, List<String> chosen) {
        List<Option> taken =
                all.stream().filter(option -> chosen.contains(option.key())).toList();
        return taken.isEmpty()
                ? new Words("none of them", "該当なし")
                : new Words(
                        taken.stream().map(option -> option.text().in("en")).collect(Collectors.joining("; ")),
                        taken.stream().map(option -> option.text().in("ja")).collect(Collectors.joining("、")));
    }

    /** A raw answer as it stands in documents; a number with at most two decimals. */
    static String raw(AnswerValue value) {
        if (value instanceof AnswerValue.Number number) {
            return plain(number.value());
        } else if (value instanceof AnswerValue.YesNo answer) {
            return answer.yes() ? "yes" : "no";
        } else if (value instanceof AnswerValue.OneOption chosen) {
            return chosen.option();
        } else if (value instanceof AnswerValue.SomeOptions chosen) {
            return chosen.options().toString();
        }
        return ((AnswerValue.FreeText) value).text();
    }

    private static String plain(double number) {
        return new BigDecimal(number)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The answer that a score tells. */
    static @Nullable Words of(Item item, double claimed) {
        if (item.type() instanceof ItemType.YesNo) {
            return near(claimed, 100) ? YES : near(claimed, 0) ? NO : null;
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
