package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.stats.Quantiles;

/** The answers of one respondent, read for how they are given. */
final class StyleReading {

    /** Answers to agreement items that are equal, one after the other. */
    record Run(int answer, List<String> items) {}

    private static final double BEST_SCORE = 100;
    private static final double CUT_SHARE = 25;

    private final StyleItems of;
    private final Response.@Nullable Answered[] given;
    private final boolean evidenceAsked;
    private final int[] agreements;

    StyleReading(StyleItems of, Respondent respondent) {
        this.of = of;
        List<String> kinds = respondent.seat().informants();
        evidenceAsked = !of.customers(kinds);
        given = new Response.Answered[of.items.size()];
        int n = 0;
        for (Map.Entry<String, Response> one : respondent.answers().entrySet()) {
            int place = one.getValue() instanceof Response.Answered ? of.place(one.getKey()) : -1;
            if (place >= 0 && of.asks(place, kinds)) {
                given[place] = (Response.Answered) one.getValue();
                n += of.agreement[place] ? 1 : 0;
            }
        }
        agreements = new int[n];
        for (int i = 0, next = 0; next < n; i++) {
            if (of.agreement[i] && given[i] != null) {
                agreements[next++] = i;
            }
        }
    }

    /** Whether any answer of a respondent has a time. */
    static boolean hasTimes(Respondent respondent) {
        for (Response response : respondent.answers().values()) {
            if (response.remarks().seconds() != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable AnswerValue answer(int item) {
        Response.Answered answered = given[item];
        return answered == null ? null : answered.value();
    }

    /** The point that was chosen on the scale of an opinion, from 1; 0 without one. */
    private int point(int item) {
        return of.points[item] > 0 && answer(item) instanceof AnswerValue.Number number ? (int) number.value() : 0;
    }

    int agreementItems() {
        return agreements.length;
    }

    int reversed() {
        int reversed = 0;
        for (int item : agreements) {
            reversed += of.items.get(item).type() instanceof ItemType.Agreement type && type.reverse() ? 1 : 0;
        }
        return reversed;
    }

    Run longestRun() {
        int longest = 0;
        int end = 0;
        int run = 0;
        for (int at = 0; at < agreements.length; at++) {
            boolean goesOn = at > 0
                    && point(agreements[at]) == point(agreements[at - 1])
                    && of.points[agreements[at]] == of.points[agreements[at - 1]];
            run = goesOn ? run + 1 : 1;
            if (run > longest) {
                longest = run;
                end = at + 1;
            }
        }
        List<String> keys = new ArrayList<>();
        for (int at = end - longest; at < end; at++) {
            keys.add(of.items.get(agreements[at]).key());
        }
        return new Run(longest == 0 ? 0 : point(agreements[end - 1]), keys);
    }

    Estimate acquiescence() {
        int balance = 0;
        for (int item : agreements) {
            balance += Integer.compare(2 * point(item), of.points[item] + 1);
        }
        return share(balance, agreements.length);
    }

    Estimate midpoint() {
        int n = 0;
        int middle = 0;
        for (int i = 0; i < given.length; i++) {
            int point = point(i);
            if (point > 0 && of.points[i] % 2 == 1) {
                n++;
                middle += 2 * point == of.points[i] + 1 ? 1 : 0;
            }
        }
        return share(middle, n);
    }

    Estimate extreme() {
        int n = 0;
        int ends = 0;
        for (int i = 0; i < given.length; i++) {
            int point = point(i);
            if (point > 0) {
                n++;
                ends += point == 1 || point == of.points[i] ? 1 : 0;
            }
        }
        return share(ends, n);
    }

    private static Estimate share(int count, int n) {
        return n == 0
                ? Estimate.notComputable("No item of this kind was answered.", "この種類の設問には回答がありません。")
                : Estimate.of(count / (double) n, n);
    }

    /** Whether any answer has a time. */
    boolean timed() {
        for (Response.Answered answered : given) {
            if (answered != null && answered.remarks().seconds() != null) {
                return true;
            }
        }
        return false;
    }

    Estimate medianSeconds() {
        double[] seconds = new double[given.length];
        int n = 0;
        for (Response.Answered answered : given) {
            Double time = answered == null ? null : answered.remarks().seconds();
            if (time != null) {
                seconds[n++] = time;
            }
        }
        return n == 0
                ? Estimate.notComputable("No answer has a time.", "回答時間の記録がありません。")
                : Estimate.of(Quantiles.median(Arrays.copyOf(seconds, n)), n);
    }

    /** How far up its scale an answer lies as given, 0-1; NaN without an answer or for a kind without up and down. */
    double height(String key) {
        int item = of.place(key);
        AnswerValue answer = item < 0 ? null : answer(item);
        if (answer == null) {
            return Double.NaN;
        }
        ItemType type = of.items.get(item).type();
        if (of.points[item] > 0) {
            return (point(item) - 1) / (of.points[item] - 1.0);
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
        return Double.NaN;
    }

    List<String> unprovenTops() {
        List<String> found = new ArrayList<>();
        for (int i = 0; evidenceAsked && i < given.length; i++) {
            Response.Answered answered = given[i];
            Item item = of.items.get(i);
            if (answered != null
                    && item.evidence()
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
