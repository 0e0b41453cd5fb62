package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.moatmark.core.maturity.PerceptionGap;
import org.moatmark.core.maturity.Perceptions;
import org.moatmark.core.maturity.SharedView;
import org.moatmark.core.maturity.SideAgreement;
import org.moatmark.core.questionnaire.Side;

/** Agreement and gaps in words, one line each. */
final class PerceptionWords {

    private final boolean japanese;

    PerceptionWords(boolean japanese) {
        this.japanese = japanese;
    }

    /** A line for each side of a node that agrees or does not. */
    List<String> agreement(Perceptions perceptions) {
        List<String> lines = new ArrayList<>();
        for (SideAgreement one : perceptions.agreement()) {
            String median = one.median() == null
                    ? ""
                    : say("; the median is ", "、中央値 ") + String.format(Locale.ROOT, "%.1f", one.median());
            lines.add(one.node() + " " + side(one.side()) + ": " + shared(one.shared()) + say(", ", "、") + one.n()
                    + say(" people, r_wg(J) ", " 人、r_wg(J) ") + number(one.rwgJ()) + say(", AD ", "、AD ")
                    + number(one.ad()) + median);
        }
        return lines;
    }

    /** A line for each gap, with what may be said of it. */
    List<String> gaps(Perceptions perceptions) {
        List<String> lines = new ArrayList<>();
        for (PerceptionGap one : perceptions.gaps()) {
            StringBuilder line = new StringBuilder(one.node())
                    .append(' ')
                    .append(groups(one.between()))
                    .append(": ")
                    .append(number(one.difference()));
            if (one.interval() != null) {
                line.append(say(" (95 % from ", "（95 %区間 "))
                        .append(number(one.interval().low()))
                        .append(say(" to ", " ～ "))
                        .append(number(one.interval().high()))
                        .append(say(")", "）"));
            }
            if (one.hedgesG() != null) {
                line.append(", g ").append(number(one.hedgesG()));
            }
            line.append(", p ").append(number(one.test().p())).append(", ").append(reading(one));
            lines.add(line.toString());
        }
        return lines;
    }

    private String reading(PerceptionGap one) {
        if (one.reading() == null) {
            String numbers = one.first() + say(" and ", " 人と ") + one.second() + say(" people", " 人");
            return one.detectable() == null
                    ? say("nothing is said of it with " + numbers, numbers + "では何も言えません")
                    : say(
                            "nothing is said of it: " + numbers + " could show no less than "
                                    + number(one.detectable()),
                            "何も言えません（" + numbers + "で示せる最小の差は " + number(one.detectable()) + "）");
        }
        return switch (one.reading()) {
            case ALIGNED -> say("aligned", "一致");
            case GAP -> say("gap", "認識差あり");
            case SPLIT -> say("split", "認識が分裂");
        };
    }

    private String groups(PerceptionGap.Between between) {
        return switch (between) {
            case SIDES -> say("headquarters against genba", "本社と現場の差");
            case CUSTOMERS -> say("own people against customers", "自社と顧客の差");
        };
    }

    private String side(Side side) {
        return switch (side) {
            case HEADQUARTERS -> say("headquarters", "本社");
            case GENBA -> say("genba", "現場");
            case CUSTOMERS -> say("customers", "顧客");
            case NEUTRAL -> say("neutral", "中立");
        };
    }

    private String shared(SharedView shared) {
        return switch (shared) {
            case YES -> say("shared view", "見方は共有されている");
            case PARTLY -> say("partly shared view", "見方は一部共有されている");
            case NO -> say("no shared view", "見方は共有されていない");
        };
    }

    private String say(String en, String ja) {
        return japanese ? ja : en;
    }

    private static String number(double value) {
        // Without the sign of a zero that rounding made.
        return String.format(Locale.ROOT, "%.2f", Math.abs(value) < 0.005 ? 0.0 : value);
    }
}
