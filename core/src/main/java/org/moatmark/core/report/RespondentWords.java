package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.maturity.RespondentFinding;
import org.moatmark.core.maturity.ResponseQuality;
import org.moatmark.core.maturity.VignetteItem;
import org.moatmark.core.maturity.VignettePlace;
import org.moatmark.core.maturity.WithoutRespondent;
import org.moatmark.core.maturity.WithoutRespondent.Change;
import org.moatmark.core.psychometrics.StyleFlag;
import org.moatmark.core.psychometrics.VignetteRank;

/** How respondents answered, in words (rule S17). */
public final class RespondentWords {

    private static final int PERCENT = 100;

    private final boolean japanese;

    RespondentWords(boolean japanese) {
        this.japanese = japanese;
    }

    /**
     * What is worth a second look in the answers of one respondent.
     *
     * @param finding the finding
     * @return a sentence in both languages
     */
    public static Words of(RespondentFinding finding) {
        return new Words(
                "Seat '" + finding.seat() + "': " + new RespondentWords(false).flags(finding)
                        + ". The answers count as they were given.",
                "回答枠「" + finding.seat() + "」：" + new RespondentWords(true).flags(finding) + "。回答はそのまま採点に使われています。");
    }

    /**
     * The items in which a finding shows.
     *
     * @param finding the finding
     * @return their keys, each once
     */
    public static List<String> because(RespondentFinding finding) {
        Set<String> items = new LinkedHashSet<>();
        for (StyleFlag flag : finding.flags()) {
            if (flag instanceof StyleFlag.StraightLine line) {
                items.addAll(line.items());
            } else if (flag instanceof StyleFlag.Contradiction both) {
                items.add(both.pair().first());
                items.add(both.pair().second());
            } else if (flag instanceof StyleFlag.UnprovenTops tops) {
                items.addAll(tops.items());
            }
        }
        return List.copyOf(items);
    }

    /** A line for each flagged respondent, with what becomes of the result without them. */
    List<String> findings(ResponseQuality quality) {
        return quality.findings().stream()
                .map(one -> one.seat() + say(": ", "：") + flags(one) + say(". ", "。") + without(one.without()))
                .toList();
    }

    private String flags(RespondentFinding finding) {
        return String.join(
                say("; ", "／"), finding.flags().stream().map(this::flag).toList());
    }

    private String flag(StyleFlag flag) {
        if (flag instanceof StyleFlag.StraightLine line) {
            int n = line.items().size();
            String from = line.items().get(0);
            String to = line.items().get(n - 1);
            return say(
                    "the same answer, " + line.answer() + ", to " + n + " agreement items in a row (" + from + " to "
                            + to + ")",
                    "同意の程度を尋ねる設問で、同じ回答「" + line.answer() + "」が" + n + "問続いています（" + from + "～" + to + "）");
        } else if (flag instanceof StyleFlag.Contradiction both) {
            String first = both.pair().first();
            String second = both.pair().second();
            return say(
                    "high answers to " + first + " and to " + second + ", which contradict each other",
                    "互いに矛盾する" + first + "と" + second + "の両方に高い回答をしています");
        } else if (flag instanceof StyleFlag.TooFast fast) {
            String seconds = one(fast.medianSeconds());
            return say(
                    "a median of " + seconds + " seconds an item over " + fast.items() + " items",
                    "一問あたりの回答時間の中央値が" + seconds + "秒です（" + fast.items() + "問）");
        }
        List<String> items = ((StyleFlag.UnprovenTops) flag).items();
        return say(
                "the best answer without evidence of grade E2 or better to " + items.size()
                        + (items.size() == 1 ? " item" : " items") + " that ask" + (items.size() == 1 ? "s" : "")
                        + " for it (" + String.join(", ", items) + ")",
                "根拠を求める設問のうち" + items.size() + "問で、E2以上の根拠なしに最高の回答をしています（" + String.join("、", items) + "）");
    }

    private String without(WithoutRespondent without) {
        if (without instanceof WithoutRespondent.Effect effect) {
            List<String> nodes = effect.nodes().stream()
                    .map(one -> one.node() + " " + change(one.score()))
                    .toList();
            String most = nodes.isEmpty() ? say("no node moves", "動くノードなし") : String.join(say(", ", "、"), nodes);
            return say("Left out: index ", "除いた場合：指数 ") + change(effect.index()) + say(", level ", "、レベル ")
                    + level(effect.level().with()) + " -> "
                    + level(effect.level().without()) + say("; ", "／") + most + say(".", "。");
        }
        boolean alone = ((WithoutRespondent.NotTried) without).why() == WithoutRespondent.Why.ONLY_RESPONDENT;
        return alone
                ? say("Nobody else answered.", "ほかに回答者はいません。")
                : say(
                        "The wave is too large to work out what leaving out everybody flagged would do.",
                        "回答者が多いため、除いた場合の影響は計算していません。");
    }

    private String change(Change change) {
        Double difference = change.difference();
        String moved = difference == null ? "" : " (" + signed(difference) + ")";
        return score(change.with()) + " -> " + score(change.without()) + moved;
    }

    private String score(@Nullable Double score) {
        return score == null ? say("none", "なし") : one(score);
    }

    private String level(@Nullable Integer level) {
        return level == null ? say("none", "なし") : level.toString();
    }

    /** A line for each rating among vignettes, then one for each item. */
    List<String> vignettes(ResponseQuality quality) {
        List<String> lines = new ArrayList<>();
        for (VignettePlace place : quality.places()) {
            String own = place.rating() == null ? say("not rated", "評価なし") : say("rated ", "評価 ") + place.rating();
            String told = String.join(
                    say(", ", "、"),
                    place.vignettes().entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .toList());
            lines.add(place.seat() + " " + place.item() + say(": ", "：") + own + say(" beside ", "（仮想事例 ") + told
                    + say("; C ", "）、C尺度 ") + rank(place.rankC()) + say(", B ", "、B尺度 ") + rank(place.rankB()));
        }
        for (VignetteItem item : quality.vignettes()) {
            lines.add(item.item()
                    + say(": ", "：")
                    + item.n()
                    + say(" rated all vignettes, ", "人がすべての仮想事例を評価、想定と逆の順序 ")
                    + percent(item.violations())
                    + say(" against the expected order, ", "、同順位 ")
                    + percent(item.ties())
                    + say(" with ties", ""));
        }
        return lines;
    }

    private String rank(VignetteRank rank) {
        if (rank instanceof VignetteRank.Ranked ranked) {
            String at = ranked.isInterval()
                    ? ranked.low() + say(" to ", "～") + ranked.high()
                    : String.valueOf(ranked.low());
            return japanese ? ranked.ranks() + "段階中 " + at : at + " of " + ranked.ranks();
        }
        return say("none", "なし");
    }

    private String say(String en, String ja) {
        return japanese ? ja : en;
    }

    private static String signed(double difference) {
        String rounded = one(Math.abs(difference));
        return (rounded.equals("0.0") ? "±" : difference < 0 ? "-" : "+") + rounded;
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * PERCENT);
    }
}
