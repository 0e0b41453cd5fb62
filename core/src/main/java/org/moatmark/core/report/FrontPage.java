package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.scoring.Status;

/** The page for those who read no more. */
final class FrontPage {

    private static final int OF_EACH = 3;

    private final Report report;
    private final Said said;

    FrontPage(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(headline()));
        blocks.add(new Block.Tiles(tiles()));
        List<Report.Node> ranked = ranked(report);
        Optional<Chart> chart = report.chart(Charts.INDEX);
        if (chart.isPresent()) {
            blocks.add(Block.Figure.of(chart.get(), said.language()));
        } else if (ranked.size() > 1) {
            blocks.add(ends(ranked));
        }
        List<String> points = points();
        if (!points.isEmpty()) {
            blocks.add(new Block.Heading(said.say("What to talk about first", "まず話し合いたいこと")));
            blocks.add(new Block.Points(points));
        }
        return new Story.Section("summary", said.say("On one page", "一ページのまとめ"), blocks);
    }

    /** What the report says in two or three sentences. */
    String headline() {
        return sentence() + (report.index().score() == null ? "" : provisional() + extremes());
    }

    /** Index and level as a sentence. */
    String sentence() {
        Mark index = report.index();
        if (index.score() == null) {
            return said.say(
                    said.company() + " has no index yet: " + said.missing(index) + ".",
                    said.company() + "の指数はまだありません（" + said.missing(index) + "）。");
        }
        String name = report.level().name() == null
                ? ""
                : said.say(", ", "") + said.named(said.in(report.level().name()));
        String level = report.level().value() == null || report.level().top() == null
                ? said.say(".", "です。")
                : said.say(
                        " and is on " + said.level(report.level().value()) + name + ".",
                        "、" + said.level(report.level().value()) + name + "です。");
        return said.say(
                said.company() + " scores " + (isProvisional() ? "a provisional " : "") + said.score(index) + " of 100"
                        + level,
                said.company() + "の指数は100点中" + said.score(index) + "点" + (isProvisional() ? "（暫定）" : "") + level);
    }

    /** Why the score is provisional, as a sentence after another; empty where it is not. */
    private String provisional() {
        return isProvisional()
                ? said.say(" Too little was asked or answered yet for a final score.", "質問または回答がまだ足りず、確定した得点ではありません。")
                : "";
    }

    private boolean isProvisional() {
        return report.index().status() == Status.PROVISIONAL;
    }

    /** The strongest and the weakest dimension as a sentence after another; empty where there are not two. */
    String extremes() {
        List<Report.Node> ranked = ranked(report);
        if (ranked.size() < 2) {
            return "";
        }
        Report.Node best = ranked.get(0);
        Report.Node worst = ranked.get(ranked.size() - 1);
        return said.say(
                " It is strongest in " + said.named(said.in(best.title())) + " (" + said.score(best.mark())
                        + ") and weakest in " + said.named(said.in(worst.title())) + " (" + said.score(worst.mark())
                        + ").",
                "最も強いのは" + said.named(said.in(best.title())) + "（" + said.score(best.mark()) + "点）、最も弱いのは"
                        + said.named(said.in(worst.title())) + "（" + said.score(worst.mark()) + "点）です。");
    }

    /** The dimensions that have a score, the highest first, equal ones in tree order. */
    static List<Report.Node> ranked(Report report) {
        List<Report.Node> ranked = new ArrayList<>(report.profile().stream()
                .filter(node -> node.mark().score() != null)
                .toList());
        ranked.sort(Comparator.comparingDouble((Report.Node node) -> -score(node)));
        return ranked;
    }

    private static double score(Report.Node node) {
        Double score = node.mark().score();
        return score == null ? -1 : score;
    }

    List<Block.Tile> tiles() {
        List<Block.Tile> tiles = new ArrayList<>();
        Mark index = report.index();
        tiles.add(new Block.Tile(
                said.say("Index, of 100", "指数（100点満点）"),
                index.score() == null ? "–" : said.score(index),
                index.score() == null ? said.missing(index) : note(index),
                NumbersStory.INDEX));
        Report.Level level = report.level();
        if (level.top() != null) {
            tiles.add(new Block.Tile(
                    said.say("Level, of " + level.top(), "レベル（" + level.top() + "段階）"),
                    said.level(level.value()),
                    level.name() == null ? said.say("no level yet", "まだ判定なし") : said.in(level.name()),
                    "level"));
        }
        Integer people = report.about().respondents();
        Integer k = report.about().k();
        if (people != null && people > 0) {
            tiles.add(new Block.Tile(
                    said.say("Answers from", "回答者"),
                    said.say(people.toString(), people + "人"),
                    said.say(people == 1 ? "person" : "people", kinds()),
                    "method"));
        } else if (k != null) {
            tiles.add(new Block.Tile(
                    said.say("Confidential", "機密扱い"),
                    said.say(k + "+", k + "人以上"),
                    said.say("people behind every number", "の回答に基づく数字のみ表示"),
                    "method"));
        }
        Report.Standing standing = report.standing();
        if (standing != null && !standing.peers().isEmpty()) {
            int n = standing.peers().size();
            tiles.add(new Block.Tile(
                    said.say("Beside", "比較対象"),
                    said.say(Integer.toString(n), n + "社"),
                    said.say("named companies", "実名の事例企業"),
                    "standing"));
        }
        return tiles;
    }

    /** What stands under the index. */
    private String note(Mark index) {
        String band = said.bandNamed(index);
        if (!isProvisional()) {
            return band;
        }
        String provisional = said.status(Status.PROVISIONAL);
        return band.isEmpty() ? provisional : provisional + said.say("; ", "、") + band;
    }

    private String kinds() {
        return said.count(report.about().people().size(), "kind of people", "kinds of people", "種類の立場");
    }

    private Block ends(List<Report.Node> ranked) {
        int each = Math.min(OF_EACH, ranked.size() / 2);
        List<List<String>> strongest = new ArrayList<>();
        List<List<String>> weakest = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            strongest.add(row(ranked.get(i), said.say("strong", "強い")));
            weakest.add(row(ranked.get(ranked.size() - 1 - i), said.say("weak", "弱い")));
        }
        strongest.addAll(weakest);
        return new Block.Table(
                said.say("Strongest and weakest dimensions", "最も強い次元と最も弱い次元"),
                List.of(said.say("Dimension", "次元"), said.say("Among", "区分"), said.say("Score", "得点")),
                strongest,
                1);
    }

    private List<String> row(Report.Node node, String among) {
        return List.of(said.in(node.title()), among, said.score(node.mark()));
    }

    List<String> points() {
        List<String> points = new ArrayList<>();
        for (Finding.Tone tone : List.of(Finding.Tone.STRENGTH, Finding.Tone.OPPORTUNITY, Finding.Tone.RISK)) {
            report.findings().stream()
                    .filter(one -> one.tone() == tone)
                    .findFirst()
                    .ifPresent(one ->
                            points.add(FindingsStory.tone(tone, said) + said.say(": ", "：") + said.in(one.message())));
        }
        Report.Level level = report.level();
        if (!level.next().isEmpty()) {
            int next = level.next().get(0).level();
            int needs = LevelStory.lines(level, said).size();
            points.add(said.say(
                    "Next: " + said.count(needs, "thing stands", "things stand", "") + " between here and Level " + next
                            + ".",
                    "次：レベル" + next + "まで、あと" + needs + "件の条件が残っています。"));
        }
        return points;
    }
}
