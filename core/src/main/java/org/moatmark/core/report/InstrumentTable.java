package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.moatmark.core.maturity.Block;
import org.moatmark.core.maturity.InstrumentReport;
import org.moatmark.core.psychometrics.Dimensionality;
import org.moatmark.core.psychometrics.EffectiveWeights;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.GuttmanErrors;
import org.moatmark.core.psychometrics.IntervalEstimate;
import org.moatmark.core.psychometrics.ScaleReliability;

/**
 * What many waves say about a questionnaire, in words and tables for people. The text may change with any release. Longer
 * than other classes, since it follows the whole report from top to bottom.
 */
public final class InstrumentTable {

    private final InstrumentReport report;
    private final Wording words;

    private InstrumentTable(InstrumentReport report, String language) {
        this.report = report;
        this.words = new Wording(language);
    }

    /**
     * A report as text.
     *
     * @param report the report
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(InstrumentReport report, String language) {
        return new InstrumentTable(report, language).write();
    }

    private String write() {
        line(
                0,
                report.questionnaire().id() + " " + report.questionnaire().version() + " "
                        + words.say(
                                "as an instrument: " + report.respondents() + " respondents in " + report.companies()
                                        + " companies; " + report.silent() + " seats gave nothing",
                                "の妥当性検証：回答者" + report.respondents() + "人、企業" + report.companies() + "社、無回答の回答枠"
                                        + report.silent()));
        if (report.withheld() != null) {
            line(0, words.in(report.withheld()));
            return words.toString();
        }
        attention();
        items();
        report.nodes().forEach(this::node);
        levels();
        contrasts();
        weights();
        return words.toString();
    }

    private void attention() {
        words.blank();
        Map<String, List<String>> found = report.attention();
        line(0, words.say("Look at first", "まず確認すること"));
        if (found.isEmpty()) {
            line(1, words.say("nothing stands out in what could be computed", "計算できた範囲で目立つ点はありません"));
        }
        found.forEach((kind, keys) -> line(1, kind(kind) + words.say(": ", "：") + words.list(keys)));
    }

    private String kind(String kind) {
        return switch (kind) {
            case "floor" -> words.say("half or more of the answers at the low end", "回答の半数以上が最低点");
            case "ceiling" -> words.say("half or more of the answers at the high end", "回答の半数以上が最高点");
            case "constant" -> words.say("everybody answered alike", "全員が同じ回答");
            case "disordered" -> words.say("thresholds out of order", "閾値の順序が逆転");
            case "misfit" -> words.say("infit or outfit outside 0.6-1.4", "インフィット・アウトフィットが 0.6～1.4 の外");
            default -> words.say("large differential use between groups", "群間で大きな特異項目機能（DIF）");
        };
    }

    private void items() {
        words.blank();
        line(
                0,
                words.say(
                        "Items: answered / don't know / not applicable / skipped / not asked; answers; mean (SD) on 0-100",
                        "項目：回答／わからない／該当なし／無回答／対象外、回答の分布、平均（標準偏差）0～100"));
        for (InstrumentReport.ItemUse use : report.items()) {
            String counts = use.answered() + " / " + use.dontKnow() + " / " + use.notApplicable() + " / "
                    + use.skipped() + " / " + use.notAsked();
            if (use.spread() instanceof Block.Computed<InstrumentReport.Spread> spread) {
                List<String> bars = new ArrayList<>();
                spread.value().counts().forEach((answer, count) -> bars.add(answer + ": " + count));
                line(
                        1,
                        use.item().key() + "  " + counts + "; " + String.join(", ", bars) + "; "
                                + one(spread.value().mean()) + " ("
                                + one(spread.value().deviation()) + ")");
            } else {
                line(1, use.item().key() + "  " + counts + "; " + why(use.spread()));
            }
        }
    }

    private void node(InstrumentReport.NodeQuality node) {
        words.blank();
        line(0, node.node().key() + " " + words.in(node.node().head().title()));
        part(words.say("reliability, respondents", "信頼性（回答者）"), node.people(), found -> consistent(found, true));
        part(words.say("reliability, companies", "信頼性（企業）"), node.companies(), found -> consistent(found, false));
        part(words.say("dimensions", "次元"), node.dimensions(), this::dimensions);
        node.agreement().forEach(this::agreement);
        part(words.say("items under the partial credit model", "部分採点モデルによる項目"), node.rasch(), this::rasch);
        part(words.say("items under the graded response model", "段階反応モデルによる項目"), node.graded(), this::graded);
        part(words.say("errors of order", "順序の誤り"), node.order(), this::errors);
    }

    private void consistent(InstrumentReport.Consistent found, boolean withItems) {
        ScaleReliability of = found.reliability();
        line(
                2,
                "n = " + of.n() + words.say(" (incomplete: ", "（不完全：") + of.incomplete() + words.say("); ", "）、")
                        + "alpha " + three(of.alpha()) + " " + interval(found.interval())
                        + words.say(", standardised ", "、標準化 ") + three(of.standardizedAlpha())
                        + words.say("; standard error of a mean ", "、平均の標準誤差 ") + three(of.standardErrorOfMean()));
        part(
                2,
                "omega",
                found.omega(),
                omega -> line(
                        3,
                        words.say("model-implied ", "モデル分散 ")
                                + three(omega.modelImplied())
                                + words.say(", observed ", "、観測分散 ")
                                + three(omega.observed())));
        for (int i = 0; withItems && i < of.itemStatistics().size(); i++) {
            line(
                    2,
                    found.items().get(i)
                            + words.say("  with the rest ", "  他項目との相関 ")
                            + three(of.itemStatistics().get(i).correctedItemTotal())
                            + words.say(", alpha without it ", "、除外時の alpha ")
                            + three(of.itemStatistics().get(i).alphaIfDeleted()));
        }
    }

    private void dimensions(Dimensionality.Found found) {
        line(
                2,
                words.say("eigenvalues ", "固有値 ")
                        + numbers(found.eigenvalues())
                        + words.say("; first to second ", "、第一と第二の比 ")
                        + three(found.ratio()));
        line(
                2,
                words.say(
                                found.dimensions() + " above what chance gives in 95 of 100 samples (" + found.runs()
                                        + " runs, seed " + found.seed() + "): ",
                                "偶然の95パーセンタイルを超える固有値は" + found.dimensions() + "個（" + found.runs() + "回、シード"
                                        + found.seed() + "）：")
                        + numbers(found.chanceLimits()));
    }

    private void agreement(InstrumentReport.Agreement of) {
        String side = of.side().word();
        line(
                1,
                words.say("agreement within companies, ", "企業内の一致（")
                        + side
                        + words.say(
                                ": " + of.companies() + " companies, " + of.people() + " respondents; shared view: ",
                                "）：企業" + of.companies() + "社、回答者" + of.people() + "人、共有された見方：")
                        + shared(of.shared()));
        part(
                2,
                "r_wg(J), AD",
                of.means(),
                means -> line(
                        3,
                        "r_wg(J) " + three(means.rwgJ()) + words.say(" (slightly skewed null ", "（やや歪んだ帰無分布 ")
                                + three(means.rwgJSkewed()) + words.say("), r*_wg(J) ", "）、r*_wg(J) ")
                                + three(means.rwgStar())
                                + ", a_wg(J) " + three(means.awg()) + ", AD " + three(means.ad())
                                + words.say(", around the median ", "、中央値まわり ") + three(means.adMedian())));
        part(
                2,
                "ICC",
                of.reliability(),
                icc -> line(
                        3,
                        "ICC(1) " + three(icc.icc1()) + ", ICC(2) " + three(icc.icc2())
                                + words.say(
                                        "; " + icc.groups() + " companies, " + icc.members() + " respondents",
                                        "、企業" + icc.groups() + "社、回答者" + icc.members() + "人")));
    }

    private String shared(Map<String, Integer> counts) {
        List<String> said = new ArrayList<>();
        counts.forEach((view, companies) -> said.add(view(view) + " " + companies));
        return words.list(said);
    }

    private String view(String view) {
        return switch (view) {
            case "yes" -> words.say("yes", "あり");
            case "partly" -> words.say("partly", "一部あり");
            default -> words.say("no", "なし");
        };
    }

    private void rasch(InstrumentReport.Rasch of) {
        line(
                2,
                words.say(
                        "converged in " + of.convergence().iterations() + " steps; n = " + of.respondents(),
                        of.convergence().iterations() + "回の反復で収束、n = " + of.respondents()));
        for (InstrumentReport.RaschUse use : of.items()) {
            line(
                    2,
                    use.key() + words.say("  thresholds ", "  閾値 ") + numbers(use.thresholds())
                            + (use.ordered() ? "" : words.say(" (out of order)", "（順序が逆転）")) + "; infit "
                            + three(use.fit().infit()) + " (t "
                            + three(use.fit().infitZ()) + "), outfit "
                            + three(use.fit().outfit()) + " (t "
                            + three(use.fit().outfitZ()) + ")");
        }
    }

    private void graded(InstrumentReport.Graded of) {
        line(
                2,
                words.say(
                                "converged in " + of.convergence().iterations() + " steps; n = " + of.respondents()
                                        + "; log-likelihood " + one(of.logLikelihood()) + "; marginal reliability ",
                                of.convergence().iterations() + "回の反復で収束、n = " + of.respondents() + "、対数尤度 "
                                        + one(of.logLikelihood()) + "、周辺信頼性 ")
                        + three(of.reliability()));
        line(
                2,
                words.say("information at ", "情報量（能力値 ")
                        + numbers(of.abilities())
                        + words.say(": ", "）：")
                        + numbers(of.information()));
        for (InstrumentReport.GradedUse use : of.items()) {
            line(
                    2,
                    use.key() + words.say("  slope ", "  傾き ") + three(use.slope()) + " (" + three(use.slopeError())
                            + ")" + words.say(", thresholds ", "、閾値 ") + numbers(use.thresholds()));
        }
    }

    private void errors(GuttmanErrors of) {
        line(
                2,
                words.say("per case ", "一件あたり ") + three(of.mean()) + words.say(", normed ", "、基準化 ")
                        + three(of.normed())
                        + words.say(", cases with one ", "、誤りのある割合 ") + three(of.flawed())
                        + words.say(", scalability H ", "、尺度化可能性 H ") + three(of.scalability()) + "; n = " + of.n());
    }

    private void levels() {
        if (report.levels().isEmpty()) {
            return;
        }
        words.blank();
        line(
                0,
                words.say(
                        "Order of levels: companies that meet each level's own conditions, from level 2 up",
                        "段階の順序：各段階の条件だけを見たときに満たす企業数（段階2から）"));
        for (InstrumentReport.LevelOrder of : report.levels()) {
            String name = of.node() == null ? words.say("organisation", "組織") : of.node();
            part(name + "  " + of.reached(), of.errors(), this::errors);
        }
    }

    private void contrasts() {
        words.blank();
        line(0, words.say("Groups", "群の比較"));
        if (report.contrasts().isEmpty()) {
            line(
                    1,
                    words.say(
                            "not computed, because the waves tell of no two groups of "
                                    + report.policy().secrecy() + " respondents",
                            "回答者が" + report.policy().secrecy() + "人以上の群が二つないため計算していません"));
        }
        for (InstrumentReport.Contrast of : report.contrasts()) {
            line(
                    1,
                    of.by() + ": " + of.focal() + " (" + of.focalN() + ") - " + of.reference() + " (" + of.referenceN()
                            + ")");
            part(2, words.say("use of items", "項目の使われ方"), of.items(), uses -> {
                for (InstrumentReport.Use use : uses.items()) {
                    line(
                            3,
                            use.key() + "  " + words.say("difference ", "差 ")
                                    + three(use.use().difference())
                                    + words.say(" points, effect ", " 点、効果量 ")
                                    + three(use.use().effect()) + ", p "
                                    + three(use.use().p()) + ", " + size(use));
                }
            });
            part(2, words.say("response style", "回答スタイル"), of.styles(), styles -> {
                for (InstrumentReport.Style style : styles.differences()) {
                    line(
                            3,
                            style(style.kind()) + "  " + words.say("difference ", "差 ") + three(style.difference())
                                    + " " + interval(style.interval()) + ", g " + three(style.hedgesG()));
                }
            });
        }
    }

    private String size(InstrumentReport.Use use) {
        if (use.use().size() == null) {
            return "-";
        }
        return switch (use.use().size()) {
            case NEGLIGIBLE -> words.say("negligible", "無視できる");
            case MODERATE -> words.say("moderate", "中程度");
            case LARGE -> words.say("large", "大きい");
        };
    }

    private String style(String kind) {
        return switch (kind) {
            case "acquiescence" -> words.say("acquiescence", "黙従傾向");
            case "midpoint" -> words.say("midpoint", "中央選択");
            default -> words.say("extreme", "極端選択");
        };
    }

    private void weights() {
        words.blank();
        part(
                0,
                words.say(
                        "Weights of the dimensions: nominal, effective share, correlation squared, main effect",
                        "各次元の重み：名目、実効、相関の二乗、主効果"),
                report.weights(),
                this::weights);
    }

    private void weights(EffectiveWeights of) {
        for (int i = 0; i < of.parts().size(); i++) {
            EffectiveWeights.Part part = of.parts().get(i);
            line(
                    1,
                    report.dimensions().get(i) + "  " + three(part.nominal()) + ", " + three(part.share()) + ", "
                            + three(part.linear()) + ", " + three(part.mainEffect()));
        }
        line(1, words.say("largest gap ", "名目と実効の最大の差 ") + three(of.largestGap()) + "; n = " + of.n());
    }

    private <T extends Serializable> void part(String name, Block<T> block, Consumer<T> write) {
        part(1, name, block, write);
    }

    private <T extends Serializable> void part(int depth, String name, Block<T> block, Consumer<T> write) {
        if (block instanceof Block.Computed<T> computed) {
            line(depth, name);
            write.accept(computed.value());
        } else {
            line(depth, name + words.say(": ", "：") + why(block));
        }
    }

    private <T extends Serializable> String why(Block<T> block) {
        return words.in(((Block.NotComputed<T>) block).why());
    }

    private void line(int depth, String text) {
        words.line(depth, text);
    }

    private static String interval(IntervalEstimate interval) {
        return interval instanceof IntervalEstimate.Limits limits
                ? "(" + three(limits.low()) + ", " + three(limits.high()) + ")"
                : "";
    }

    private static String numbers(List<Double> numbers) {
        return String.join(
                " ",
                numbers.stream()
                        .map(number -> String.format(Locale.ROOT, "%.2f", number))
                        .toList());
    }

    private static String three(Estimate estimate) {
        return estimate instanceof Estimate.Point point ? three(point.value()) : "-";
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
