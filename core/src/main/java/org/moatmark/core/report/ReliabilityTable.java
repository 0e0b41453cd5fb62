package org.moatmark.core.report;

import java.util.Locale;
import java.util.Objects;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.RaterReliability;
import org.moatmark.core.benchmark.Reliability;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IntervalEstimate;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;

/** How well the raters of a case library agree, as a table for people. The text may change with any release. */
public final class ReliabilityTable {

    private static final String ROW = "%-9s %6s %9s %7s  %5s %-14s  %6s  %8s  %8s  ";

    private final CaseLibrary library;
    private final RaterReliability all;
    private final Wording words;

    private ReliabilityTable(CaseLibrary library, String language) {
        this.library = library;
        this.all = library.reliability();
        this.words = new Wording(language);
    }

    /**
     * The agreement of all raters of a library: over all items, in every node with items, on every item.
     *
     * @param library the library
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(CaseLibrary library, String language) {
        return new ReliabilityTable(library, language).write();
    }

    private String write() {
        words.line(
                0,
                words.say(
                        "How well the raters " + words.list(all.raters()) + " agree; each company and item is one unit",
                        "評価者 " + words.list(all.raters()) + " の一致度（企業と項目の組を一単位とする）"));
        words.line(
                0,
                words.say(
                        "units: rated by two raters or more; disputed: more than one step apart; equal: share of equal pairs;"
                                + " alpha: Krippendorff's, ordinal, with its 95 % bootstrap interval (" + all.runs()
                                + " runs, seed " + all.seed() + "); kappa: quadratic weights; ICC(A,1): of one rating;"
                                + " ICC(A,k): of the mean, which the scores use; -: cannot be computed",
                        "units：二人以上が評価した単位、disputed：一段階を超えて分かれた単位、equal：一致した組の割合、alpha：クリッペンドルフの α（順序尺度、ブートストラップ"
                                + all.runs() + "回・シード " + all.seed()
                                + "による95％区間）、kappa：二次の重み、ICC(A,1)：一人の評価、ICC(A,k)：得点に使う平均、-：計算できない"));
        words.blank();
        words.line(
                0,
                String.format(
                                Locale.ROOT,
                                ROW,
                                "",
                                "units",
                                "disputed",
                                "equal",
                                "alpha",
                                "",
                                "kappa",
                                "ICC(A,1)",
                                "ICC(A,k)")
                        .stripTrailing());
        row(words.say("all items", "全項目"), all.overall(), "");
        for (Node node : library.questionnaire().nodes()) {
            if (node instanceof Node.Leaf leaf) {
                row(
                        node.key(),
                        Objects.requireNonNull(all.nodes().get(node.key())),
                        words.in(node.head().title()));
                for (Item item : leaf.items()) {
                    row("  " + item.key(), Objects.requireNonNull(all.items().get(item.key())), words.in(item.text()));
                }
            }
        }
        words.blank();
        CaseFooter.write(library, words);
        return words.toString();
    }

    private void row(String name, Reliability of, String title) {
        words.line(
                0,
                (String.format(
                                        Locale.ROOT,
                                        ROW,
                                        name,
                                        of.units(),
                                        of.disputed(),
                                        number(of.percentAgreement()),
                                        number(of.alpha()),
                                        interval(of.alphaInterval().limits()),
                                        number(of.kappa()),
                                        number(of.iccSingle()),
                                        number(of.iccAverage()))
                                + title)
                        .stripTrailing());
    }

    private static String number(Estimate estimate) {
        return estimate instanceof Estimate.Point point ? two(point.value()) : "-";
    }

    private static String interval(IntervalEstimate interval) {
        return interval instanceof IntervalEstimate.Limits limits
                ? "(" + two(limits.low()) + ", " + two(limits.high()) + ")"
                : "-";
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
