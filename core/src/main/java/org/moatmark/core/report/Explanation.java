package org.moatmark.core.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.maturity.Blocking;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;
import org.moatmark.core.scoring.IndexScore;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.NodeScore;
import org.moatmark.core.scoring.Outcome;

/**
 * A result in words for people: every number with what it is made of, down to each answer. Numbers are rounded to one
 * decimal here and nowhere before. The text may change with any release; programs read the document instead.
 */
public final class Explanation {

    private static final String INDENT = "  ";

    private final Result result;
    private final String language;
    private final boolean japanese;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, ItemScore> items;
    private final ConfidenceWords confidence;
    private final EvidenceLines evidence;
    private final NeedWords needs;

    private Explanation(Result result, String language, EvidenceLines evidence) {
        this.evidence = evidence;
        this.result = result;
        this.language = language;
        this.japanese = "ja".equals(language);
        this.items = result.items().stream().collect(Collectors.toMap(ItemScore::key, item -> item));
        this.needs = new NeedWords(japanese);
        this.confidence = new ConfidenceWords(result.confidence(), japanese);
    }

    /**
     * The result in words.
     *
     * @param result a result
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(Result result, String language) {
        return new Explanation(result, language, new EvidenceLines(null, language)).write();
    }

    /**
     * The result in words for those who may see the answers: with the evidence that was given for each, and its grade.
     *
     * @param result a result
     * @param answers the answers that it was made of
     * @param language {@code "ja"} for Japanese, all else for English
     * @return lines of text, each ended by a line feed
     */
    public static String of(Result result, Wave answers, String language) {
        return new Explanation(result, language, new EvidenceLines(answers, language)).write();
    }

    private String write() {
        String company = result.company() == null ? "" : result.company().name() + ", ";
        String date = result.date() == null ? "" : result.date() + ", ";
        line(0, company + date + result.questionnaire() + " " + result.version());
        index(result.index());
        level(result.maturity());
        line(0, "");
        for (int i = 0; i < result.nodes().size(); i++) {
            node(result.nodes().get(i), confidence.node(i));
        }
        inNoScore();
        if (!result.maturity().findings().isEmpty()) {
            line(0, "");
            line(0, say("Findings", "所見"));
            result.maturity()
                    .findings()
                    .forEach(one -> line(
                            1,
                            one.key() + " " + one.message().in(language) + " (" + String.join(", ", one.because())
                                    + ")"));
        }
        perceptions();
        section(
                say("Facts that conflict, for the assessor", "食い違う事実（評価者向け）"),
                new ConflictWords(japanese).lines(result.items()));
        section(
                say("What would allow better claims", "より確かなことを言うために必要なもの"),
                result.betterClaims().stream()
                        .map(one -> one.message().in(language))
                        .toList());
        RespondentWords people = new RespondentWords(japanese);
        section(say("How people answered: worth a second look", "回答の仕方：確認したい点"), people.findings(result.quality()));
        section(
                say("Ratings among vignettes, in no score", "仮想事例の中での位置（得点には使わない）"),
                people.vignettes(result.quality()));
        if (!result.warnings().isEmpty()) {
            line(0, "");
            line(0, say("Worth knowing", "留意点"));
            result.warnings().forEach(one -> line(1, one.message().in(language)));
        }
        return text.toString();
    }

    private void perceptions() {
        if (result.perceptions() == null) {
            return;
        }
        PerceptionWords words = new PerceptionWords(japanese);
        section(say("Agreement within sides", "各側の中での一致"), words.agreement(result.perceptions()));
        section(say("Perception gaps, in steps of 1-5", "認識差（1～5の段階で）"), words.gaps(result.perceptions()));
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            line(0, "");
            line(0, title);
            lines.forEach(one -> line(1, one));
        }
    }

    /** Answers to items of nodes without a score, so that no answer goes unmentioned. */
    private void inNoScore() {
        Set<String> scored = result.nodes().stream()
                .flatMap(node -> node.contributions().stream())
                .map(Contribution::key)
                .collect(Collectors.toSet());
        List<ItemScore> others = result.items().stream()
                .filter(item -> !item.respondents().isEmpty() && !scored.contains(item.key()))
                .toList();
        if (!others.isEmpty()) {
            line(0, "");
            line(0, say("Answers that are in no score", "どの得点にも入らない回答"));
            others.forEach(item -> {
                line(1, item.key() + answers(item));
                evidence.of(item).forEach(one -> line(2, one));
            });
        }
    }

    private void index(IndexScore index) {
        String score = index.outcome() instanceof Outcome.Scored scored
                ? Wording.whole(scored.evidenced())
                        + confidence.index()
                        + alone()
                        + say(", claimed ", "、自己申告 ")
                        + Wording.whole(scored.claimed())
                        + (index.bounds() == null ? "" : say(", possible ", "、取り得る範囲 ") + Wording.span(index.bounds()))
                : outcome(index.outcome(), index.bounds());
        line(0, say("Index ", "指数 ") + score + ", " + index.status().word() + ", " + index.rule());
        confidence.because().forEach(one -> line(1, one));
        parts(index.contributions(), 1);
    }

    /** What stands where a band would, if a single respondent answered. */
    private String alone() {
        boolean alone = result.warnings().stream().anyMatch(one -> "one-respondent".equals(one.code()));
        return alone ? say(" (single informant - indicative)", "（回答者一人・参考値）") : "";
    }

    private void level(MaturityVerdict maturity) {
        if (maturity.level() == null) {
            line(
                    0,
                    say(
                            "No level: there is no index, or the questionnaire has no levels.",
                            "レベルなし：指数がないか、質問票にレベルがありません。"));
            return;
        }
        String progress = maturity.progress() == null
                ? ""
                : say(", conditions of the next level that hold: ", "、次のレベルの条件の充足：") + percent(maturity.progress());
        String capped = maturity.capped() == null
                ? ""
                : say(" (capped from ", "（上限適用、本来は ") + maturity.capped().from() + ": "
                        + maturity.capped().reason().word() + say(")", "）");
        line(0, say("Level ", "レベル ") + maturity.level() + capped + confidence.level() + progress);
        maturity.blocking().forEach(one -> blocking(one, 1));
    }

    private void node(NodeScore node, String band) {
        int depth = depth(node);
        line(
                depth,
                node.key() + " " + node.title().in(language) + ": " + outcome(node.outcome(), node.bounds()) + band
                        + ", " + node.status().word() + ", " + node.rule() + sides(node) + flags(node));
        var level = result.level(node.key());
        if (level.level() != null) {
            line(depth + 1, say("Level ", "レベル ") + level.level() + confidence.level(node.key()));
            level.blocking().forEach(one -> blocking(one, depth + 1));
        }
        parts(node.contributions(), depth + 1);
    }

    private int depth(NodeScore node) {
        int depth = 0;
        String parent = node.parent();
        while (parent != null) {
            depth++;
            parent = result.node(parent).parent();
        }
        return depth;
    }

    private void parts(List<Contribution> parts, int depth) {
        for (Contribution part : parts) {
            ItemScore item = items.get(part.key());
            line(
                    depth,
                    "= " + round(part.points()) + say(" points from ", " 点：") + part.key() + " ("
                            + percent(part.share()) + say(" of the weight)", " の重み）") + answers(item));
            if (item != null) {
                evidence.of(item).forEach(one -> line(depth + 1, one));
            }
        }
    }

    private String answers(@Nullable ItemScore item) {
        if (item == null || item.respondents().isEmpty()) {
            return "";
        }
        String seats = item.respondents().stream()
                .map(one -> one.seat() + " " + round(one.evidenced())
                        + (one.claimed() == one.evidenced() ? "" : say(" of claimed ", "／自己申告 ") + round(one.claimed()))
                        + evidence.grade(item, one))
                .collect(Collectors.joining(", "));
        String gain = item.gainOfNextStep() == null
                ? ""
                : say("; the next step is worth ", "；次の一段の効果 ") + round(item.gainOfNextStep());
        return ": " + seats + gain;
    }

    private void blocking(Blocking blocking, int depth) {
        TextMap statement = blocking.statement();
        String what = statement == null ? "" : statement.in(language) + " ";
        String missing = blocking.needs().stream().map(needs::of).collect(Collectors.joining("; "));
        line(depth, say("Level ", "レベル ") + blocking.level() + say(" needs: ", " に必要：") + what + "[" + missing + "]");
    }

    private String outcome(Outcome outcome, @Nullable Bounds bounds) {
        String range =
                bounds == null ? "" : say(", possible ", "、取り得る範囲 ") + round(bounds.low()) + "-" + round(bounds.high());
        if (outcome instanceof Outcome.Scored scored) {
            return round(scored.evidenced())
                    + say(" (claimed ", "（自己申告 ")
                    + round(scored.claimed())
                    + range
                    + say(")", "）");
        }
        return say("no score, ", "得点なし、")
                + ((Outcome.NotScored) outcome).reason().word()
                + range;
    }

    private String sides(NodeScore node) {
        Double hq = node.sides().headquarters();
        Double genba = node.sides().genba();
        String one = hq == null ? "" : say(", headquarters ", "、本社 ") + round(hq);
        return one + (genba == null ? "" : say(", genba ", "、現場 ") + round(genba));
    }

    private static String flags(NodeScore node) {
        return node.flags().stream().map(flag -> ", " + flag.word()).collect(Collectors.joining());
    }

    private String say(String en, String ja) {
        return japanese ? ja : en;
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private void line(int depth, String words) {
        text.append(INDENT.repeat(depth)).append(words).append('\n');
    }
}
