package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.Confidence;
import org.moatmark.core.maturity.LevelStability;
import org.moatmark.core.scoring.MethodEffect;
import org.moatmark.core.scoring.Resampled;
import org.moatmark.core.scoring.ScoreInterval;
import org.moatmark.core.scoring.VariancePart;

/** Bands, the stability of levels and what the width is due to, in words of one language (rules S16, S25). */
final class ConfidenceWords {

    private final boolean japanese;
    private final @Nullable Confidence confidence;

    ConfidenceWords(@Nullable Confidence confidence, boolean japanese) {
        this.confidence = confidence;
        this.japanese = japanese;
    }

    /** The band of the index in whole numbers, {@code (48-57)} with a space before it; empty without one. */
    String index() {
        ScoreInterval index = confidence == null ? null : confidence.scores().index();
        if (index == null) {
            return "";
        }
        return " (" + Wording.span(index.band()) + ")" + unscored(index);
    }

    /** The band of a node to a tenth; empty without one. */
    String node(int place) {
        ScoreInterval node = confidence == null
                ? null
                : confidence.scores().nodes().get(place).joined();
        if (node == null) {
            return "";
        }
        return String.format(Locale.ROOT, " [%.1f-%.1f]", node.low(), node.high()) + unscored(node);
    }

    private String unscored(ScoreInterval interval) {
        return interval.unscored() == 0
                ? ""
                : say(
                        " without a score in " + interval.unscored() + " of " + interval.runs() + " runs",
                        "（" + interval.runs() + "回中" + interval.unscored() + "回は得点なし）");
    }

    /** How often the level of the organisation stays; empty where that is not known. */
    String level() {
        return confidence == null ? "" : stability(confidence.level());
    }

    /** How often the level of a node stays; empty where that is not known. */
    String level(String node) {
        return confidence == null ? "" : stability(confidence.nodes().get(node));
    }

    private String stability(@Nullable LevelStability stability) {
        if (stability == null) {
            return "";
        }
        List<String> others = new ArrayList<>();
        for (Map.Entry<Integer, Integer> level : stability.distribution().entrySet()) {
            if (level.getKey() != stability.level()) {
                others.add(say("level ", "レベル")
                        + level.getKey()
                        + say(" in ", "が")
                        + share(level.getValue(), stability.runs()));
            }
        }
        if (stability.unscored() > 0) {
            others.add(say("none in ", "レベルなしが") + share(stability.unscored(), stability.runs()));
        }
        String stays = percent(stability.share());
        return say(", stays in " + stays + " of the runs", "、再計算の" + stays + "で不変")
                + (others.isEmpty() ? "" : say(" (", "（") + String.join(say(", ", "、"), others) + say(")", "）"));
    }

    /** What the band is and what its width is due to; nothing without a band. */
    List<String> because() {
        List<String> lines = new ArrayList<>();
        Resampled scores = confidence == null ? null : confidence.scores();
        if (scores == null || scores.index() == null) {
            return lines;
        }
        lines.add(say(
                "Bands go from the 5th to the 95th percentile of " + scores.runs() + " joint runs (seed "
                        + scores.seed() + ") with other respondents, items and methods.",
                "幅は、回答者・設問・方法を変えた" + scores.runs() + "回の再計算（シード " + scores.seed() + "）の5～95パーセンタイルです。"));
        if (scores.parts().isEmpty()) {
            lines.add(say("The index is the same in every run.", "指数はどの再計算でも同じです。"));
        } else {
            lines.add(sources(scores.parts()));
        }
        scores.effects().forEach(effect -> lines.add(effect(effect)));
        return lines;
    }

    private String sources(List<VariancePart> parts) {
        List<String> said = new ArrayList<>();
        double rest = 1;
        for (VariancePart part : parts) {
            said.add(source(part.source()) + " " + percent(part.first()));
            rest -= Math.max(0, part.first());
        }
        said.add(say("several together ", "複合 ") + percent(rest));
        return say("Its variance is due to ", "ばらつきの内訳：") + String.join(say(", ", "、"), said);
    }

    private String source(VariancePart.Source source) {
        return switch (source) {
            case PEOPLE -> say("people", "回答者");
            case ITEMS -> say("items", "設問");
            case METHOD -> say("method", "方法");
        };
    }

    private String effect(MethodEffect effect) {
        List<String> said = new ArrayList<>();
        for (MethodEffect.Shift shift : effect.shifts()) {
            said.add(option(effect.choice(), shift.option()) + " " + moved(shift));
        }
        String part = effect.part() == null
                ? ""
                : say("; " + percent(effect.part()) + " of the variance", "（ばらつきの" + percent(effect.part()) + "）");
        return choice(effect.choice()) + say(": ", "：") + String.join(say(", ", "、"), said) + part;
    }

    private String moved(MethodEffect.Shift shift) {
        return shift.mean() == null || shift.deviation() == null
                ? say("no run to compare", "比較できる再計算なし")
                : signed(shift.mean()) + String.format(Locale.ROOT, " ± %.1f", shift.deviation());
    }

    private String choice(MethodEffect.Choice choice) {
        return switch (choice) {
            case WEIGHTS -> say("Weights", "重み");
            case AGGREGATION -> say("Aggregation", "集計方法");
            case MISSING_RULE -> say("Missing rule", "欠損の扱い");
            case EVIDENCE_CAP -> say("Evidence cap", "根拠による上限");
        };
    }

    private String option(MethodEffect.Choice choice, String option) {
        return switch (choice) {
            case WEIGHTS -> say("drawn instead of declared", "宣言値の代わりに無作為");
            case AGGREGATION ->
                "arithmetic".equals(option)
                        ? say("arithmetic instead of declared", "宣言どおりの代わりに算術平均")
                        : say("geometric instead of declared", "宣言どおりの代わりに幾何平均");
            case MISSING_RULE -> say("2/3 answered instead of 1/2", "1/2の代わりに2/3以上の回答を要求");
            case EVIDENCE_CAP -> say("claimed instead of evidenced", "根拠付き得点の代わりに申告");
        };
    }

    private String say(String en, String ja) {
        return japanese ? ja : en;
    }

    private static String share(int times, int runs) {
        return percent((double) times / runs);
    }

    /** A share as whole percent, never under 0 where an estimate is, and never 0 or 100 where it is neither. */
    private static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1 %";
        } else if (share < 1 && share >= 0.995) {
            return ">99 %";
        }
        return String.format(Locale.ROOT, "%.0f %%", Math.max(0, share) * 100);
    }

    private static String signed(double points) {
        return String.format(Locale.ROOT, "%+.1f", Math.abs(points) < 0.05 ? 0.0 : points);
    }
}
