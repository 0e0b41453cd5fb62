package org.moatmark.core.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/** How numbers and names of one report are said in one language. */
final class Said {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final Set<Byte> TURNING = Set.of(
            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE);

    private final Report report;
    private final boolean japanese;
    private final Map<String, Report.Node> nodes = new HashMap<>();
    private final Map<String, Report.Item> items = new HashMap<>();

    Said(Report report, String language) {
        this.report = report;
        this.japanese = "ja".equals(language);
        report.nodes().forEach(node -> nodes.put(node.key(), node));
        report.items().forEach(item -> items.put(item.key(), item));
    }

    String language() {
        return japanese ? "ja" : "en";
    }

    String say(String en, String ja) {
        return japanese ? ja : en;
    }

    String in(TextMap text) {
        return text.in(language());
    }

    String in(Words words) {
        return words.in(language());
    }

    /** A name in the marks of the language. */
    String named(String name) {
        return japanese ? "「" + name + "」" : "“" + name + "”";
    }

    String company() {
        String name = report.about().company();
        return name == null ? say("The company", "この会社") : isolated(name);
    }

    /** A name that is written from right to left, or could turn what follows it around, apart from its sentence. */
    private static String isolated(String name) {
        boolean turns = name.chars().anyMatch(one -> TURNING.contains(Character.getDirectionality((char) one)));
        return turns ? "\u2068" + name + "\u2069" : name;
    }

    /** Company, date and questionnaire in one line. */
    String byline() {
        List<String> parts = new ArrayList<>();
        if (report.about().company() != null) {
            parts.add(company());
        }
        LocalDate date = report.about().date();
        if (date != null) {
            parts.add(date(date));
        }
        parts.add(report.about().questionnaire() + " " + report.about().version());
        return String.join(" · ", parts);
    }

    String date(LocalDate date) {
        return japanese
                ? date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** A node or an item as people know it. */
    String title(String key) {
        Report.Node node = nodes.get(key);
        if (node != null) {
            return in(node.title());
        }
        Report.Item item = items.get(key);
        return item == null ? key : in(item.text());
    }

    Report.@Nullable Node node(String key) {
        return nodes.get(key);
    }

    Report.@Nullable Item item(String key) {
        return items.get(key);
    }

    /** A whole number, or a dash without one. */
    static String whole(@Nullable Double score) {
        return score == null ? "–" : Integer.toString(Mark.whole(score));
    }

    /** The score, or why there is none. */
    String score(Mark mark) {
        return mark.score() == null ? missing(mark) : whole(mark.score());
    }

    /** The score in a narrow cell. */
    String cell(Mark mark) {
        return mark.suppressed() ? say("not shown", "非表示") : whole(mark.score());
    }

    /** The band from one whole number to another; empty without one. */
    String band(Mark mark) {
        Bounds band = mark.band();
        return band == null ? "" : Mark.whole(band.low()) + say(" to ", "～") + Mark.whole(band.high());
    }

    /** What the band is, with its numbers; empty without one. */
    String bandNamed(Mark mark) {
        return switch (mark.kind()) {
            case NONE -> "";
            case INTERVAL -> say("90 % band ", "90％の幅 ") + band(mark);
            case POSSIBLE -> say("possible ", "取り得る範囲 ") + band(mark);
            case PROTECTED -> say("somewhere in ", "次の範囲のどこか ") + band(mark);
        };
    }

    /** Why there is no score. */
    String missing(Mark mark) {
        Reason reason = mark.reason();
        if (reason == null) {
            Integer k = report.about().k();
            return k == null
                    ? say("not shown", "非表示")
                    : say("not shown (fewer than " + k + " people)", "非表示（" + k + "人未満）");
        }
        return switch (reason) {
            case TOO_FEW_ANSWERS -> say("too few answers", "回答不足");
            case NOT_APPLICABLE -> say("does not apply", "該当なし");
            case CHILD_MISSING -> say("too much of it has no score", "内訳の得点不足");
            case NOT_ASKED -> say("not asked", "質問対象外");
        };
    }

    String status(Status status) {
        return switch (status) {
            case FULL -> say("enough", "十分");
            case PROVISIONAL -> say("provisional", "暫定");
            case INSUFFICIENT -> say("too little", "不足");
            case NOT_APPLICABLE -> say("does not apply", "該当なし");
            case LEFT_OUT -> say("left out", "対象外");
        };
    }

    String level(@Nullable Integer level) {
        return level == null ? "–" : say("Level ", "レベル") + level;
    }

    /** A question and what came of it: no colon after a question mark, no full stop before a colon. */
    String answered(String question, String what) {
        if (japanese) {
            return (question.endsWith("。") ? question.substring(0, question.length() - 1) : question) + "：" + what;
        }
        return question + (question.endsWith("?") || question.endsWith(".") ? " " : ": ") + what;
    }

    /** A rule by its number and in words. */
    String rule(Rule rule) {
        String words = switch (rule.joining()) {
            case ARITHMETIC -> say("weighted mean", "加重平均");
            case GEOMETRIC -> say("weighted geometric mean, one weak part weighs more", "加重幾何平均（弱い部分ほど重く響く）");
            case MINIMUM -> say("the lowest part", "最も低い部分");
            case MEAN_OF_BEST -> say("mean of the best parts", "上位の部分の平均");
            case BALANCE -> say("balance of two parts", "二つの部分の釣り合い");
            case REFERENCE -> say("as scored elsewhere", "別の箇所の得点をそのまま使用");
        };
        return rule.number() + say(", ", "・") + words;
    }

    /** A number of things; English in the plural but for one. */
    String count(int n, String one, String many, String ja) {
        return japanese ? n + ja : n + " " + (n == 1 ? one : many);
    }

    String percent(double share) {
        return Mark.whole(share * 100) + say(" %", "％");
    }

    /** Some of many as whole percent, never 0 or 100 where it is neither. */
    String partOf(int some, int of) {
        int percent = Mark.whole(100.0 * some / of);
        if (percent == 0 && some > 0) {
            return say("under 1 %", "1％未満");
        } else if (percent == 100 && some < of) {
            return say("over 99 %", "99％超");
        }
        return percent + say(" %", "％");
    }

    /** Names in a row. */
    String list(List<String> names) {
        if (japanese || names.size() < 2) {
            return String.join("、", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
