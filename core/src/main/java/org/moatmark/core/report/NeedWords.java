package org.moatmark.core.report;

import java.util.Locale;
import org.moatmark.core.maturity.Need;
import org.moatmark.core.response.AnswerValue;

/** What would make a condition hold, in a few words for a line of plain text. */
final class NeedWords {

    private final boolean japanese;

    NeedWords(boolean japanese) {
        this.japanese = japanese;
    }

    String of(Need need) {
        boolean counted = need.kind() == Need.Kind.LEVEL || need.kind() == Need.Kind.INFORMANTS;
        String from = need.from() == null ? say("none", "なし") : value(need.from(), counted);
        String held =
                need.customersMean() == null ? "" : say(", customers say ", "、顧客の評価 ") + round(need.customersMean());
        String ask = need.ask().isEmpty() ? "" : say(", ask ", "、要回答 ") + String.join("/", need.ask());
        String of = need.questionnaire() == null ? "" : need.questionnaire() + " ";
        return need.kind().word() + " " + of + need.key() + " " + from + " -> " + value(need.to(), counted) + held
                + ask;
    }

    private static String value(AnswerValue value, boolean counted) {
        if (value instanceof AnswerValue.Number number) {
            return counted ? String.valueOf((long) number.value()) : round(number.value());
        }
        return Chosen.raw(value);
    }

    private String say(String en, String ja) {
        return japanese ? ja : en;
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
