package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.stats.Quantiles;

/** The answers of one respondent, read for how they are given. */
final class StyleReading {

    /** Answers to agreement items that are equal, one after the other. */
    record Run(int answer, List<String> items) {}

    /** A point of a scale that was chosen. */
    private record Chosen(Item item, int point, int points) {}

    private static final double BEST_SCORE = 100;
    private static final double CUT_SHARE = 25;

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Respondent respondent;
    private final List<Chosen> opinions = new ArrayList<>();
    private final List<Chosen> agreements = new ArrayList<>();

    StyleReading(Questionnaire questionnaire, Respondent respondent) {
        this.respondent = respondent;
        for (Item item : questionnaire.items()) {
            items.put(item.key(), item);
            int points = points(item.type());
            if (points > 0 && answer(item) instanceof AnswerValue.Number number) {
                Chosen chosen = new Chosen(item, (int) number.value(), points);
                opinions.add(chosen);
                if (item.type() instanceof ItemType.Agreement) {
                    agreements.add(chosen);
                }
            }
        }
    }

    private static int points(ItemType type) {
        return type instanceof ItemType.Agreement agreement
                ? agreement.points()
                : type instanceof ItemType.Rubric ? ItemType.RUBRIC_ANCHORS : 0;
    }

    private @Nullable AnswerValue answer(Item item) {
        return respondent.answers().get(item.key()) instanceof Response.Answered answered ? answered.value() : null;
    }

    int agreementItems() {
        return agreements.size();
    }

    int reversed() {
        int reversed = 0;
        for (Chosen chosen : agreements) {
            reversed += chosen.item().type() instanceof ItemType.Agreement type && type.reverse() ? 1 : 0;
        }
        return reversed;
    }

    Run longestRun() {
        int longest = 0;
        int end = 0;
        int run = 0;
        for (int at = 0; at < agreements.size(); at++) {
            Chosen now = agreements.get(at);
            boolean goesOn = at > 0
                    && now.point() == agreements.get(at - 1).point()
                    && now.points() == agreements.get(at - 1).points();
            run = goesOn ? run + 1 : 1;
            if (run > longest) {
                longest = run;
                end = at + 1;
            }
        }
        int answer = longest == 0 ? 0 : agreements.get(end - 1).point();
        return new Run(
                answer,
                agreements.subList(end - longest, end).stream()
                        .map(chosen -> chosen.item().key())
                        .toList());
    }

    Estimate acquiescence() {
        int balance = 0;
        for (Chosen chosen : agreements) {
            balance += Integer.compare(2 * chosen.point(), chosen.points() + 1);
        }
        return share(balance, agreements.size());
    }

    Estimate midpoint() {
        int n = 0;
        int middle = 0;
        for (Chosen chosen : opinions) {
            if (chosen.points() % 2 == 1) {
                n++;
                middle += 2 * chosen.point() == chosen.points() + 1 ? 1 : 0;
            }
        }
        return share(middle, n);
    }

    Estimate extreme() {
        int ends = 0;
        for (Chosen chosen : opinions) {
            ends += chosen.point() == 1 || chosen.point() == chosen.points() ? 1 : 0;
        }
        return share(ends, opinions.size());
    }

    private static Estimate share(int count, int n) {
        return n == 0
                ? Estimate.notComputable("No item of this kind was answered.", "この種類の設問には回答がありません。")
                : Estimate.of(count / (double) n, n);
    }

    Estimate medianSeconds() {
        double[] seconds = items.values().stream()
                .map(item -> respondent.answers().get(item.key()))
                .filter(response -> response instanceof Response.Answered)
                .map(response -> response.remarks().seconds())
                .filter(time -> time != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return seconds.length == 0
                ? Estimate.notComputable("No answer has a time.", "回答時間の記録がありません。")
                : Estimate.of(Quantiles.median(seconds), seconds.length);
    }

    /** How far up its scale an answer lies as given, 0-1; null without an answer or for a kind without up and down. */
    @Nullable
    Double height(String key) {
        Item item = items.get(key);
        AnswerValue answer = item == null ? null : answer(item);
        if (item == null || answer == null) {
            return null;
        }
        ItemType type = item.type();
        int points = points(type);
        if (points > 0 && answer instanceof AnswerValue.Number number) {
            return (number.value() - 1) / (points - 1);
        }
        if (type instanceof ItemType.Measure measure && answer instanceof AnswerValue.Number number) {
            return cutsReached(measure, number.value()) * CUT_SHARE / BEST_SCORE;
        }
        if (answer instanceof AnswerValue.YesNo yesNo) {
            return yesNo.yes() ? 1.0 : 0.0;
        }
        if (type instanceof ItemType.Choice choice && answer instanceof AnswerValue.OneOption chosen) {
            return score(choice, chosen) / BEST_SCORE;
        }
        return null;
    }

    List<String> unprovenTops() {
        List<String> found = new ArrayList<>();
        for (Item item : items.values()) {
            if (item.evidence()
                    && respondent.answers().get(item.key()) instanceof Response.Answered answered
                    && answered.bestGrade().compareTo(EvidenceGrade.E2) < 0
                    && isTop(item.type(), answered.value())) {
                found.add(item.key());
            }
        }
        return found;
    }

    /** Whether an answer scores 100 (rule S1). */
    private static boolean isTop(ItemType type, AnswerValue value) {
        if (type instanceof ItemType.Agreement agreement && value instanceof AnswerValue.Number number) {
            return number.value() == (agreement.reverse() ? 1 : agreement.points());
        }
        if (type instanceof ItemType.Rubric && value instanceof AnswerValue.Number number) {
            return number.value() == ItemType.RUBRIC_ANCHORS;
        }
        if (type instanceof ItemType.Measure measure && value instanceof AnswerValue.Number number) {
            boolean past = number.value() > measure.upperPoint().orElse(Double.POSITIVE_INFINITY);
            return cutsReached(measure, number.value()) == ItemType.CUTS && !past;
        }
        if (value instanceof AnswerValue.YesNo yesNo) {
            return yesNo.yes();
        }
        if (type instanceof ItemType.Choice choice && value instanceof AnswerValue.OneOption chosen) {
            return score(choice, chosen) == BEST_SCORE;
        }
        return type instanceof ItemType.Choices choices
                && value instanceof AnswerValue.SomeOptions chosen
                && sum(choices, chosen.options()) >= best(choices);
    }

    private static int cutsReached(ItemType.Measure measure, double value) {
        double[] cuts = {measure.cut1(), measure.cut2(), measure.cut3(), measure.cut4()};
        int reached = 0;
        for (double cut : cuts) {
            reached += (measure.rising() ? value >= cut : value <= cut) ? 1 : 0;
        }
        return reached;
    }

    private static double score(ItemType.Choice choice, AnswerValue.OneOption chosen) {
        for (Option option : choice.options()) {
            if (option.key().equals(chosen.option())) {
                return option.score();
            }
        }
        return 0;
    }

    /** What options score together before any scaling. */
    private static double sum(ItemType.Choices choices, List<String> keys) {
        double sum = 0;
        for (Option option : choices.options()) {
            sum += keys.contains(option.key()) ? option.score() : 0;
        }
        return sum;
    }

    /** What they must score together for 100: all of them for a share, 100 for a sum; never for a share of nothing. */
    private static double best(ItemType.Choices choices) {
        double all = sum(choices, choices.options().stream().map(Option::key).toList());
        boolean share = choices.count() == ItemType.Count.SHARE;
        return share && all > 0 ? all : share ? Double.POSITIVE_INFINITY : BEST_SCORE;
    }
}
