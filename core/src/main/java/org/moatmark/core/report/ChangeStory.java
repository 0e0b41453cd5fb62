package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed since a snapshot (rule S23). */
final class ChangeStory {

    private final Report report;
    private final Report.Change change;
    private final Said said;

    ChangeStory(Report report, Report.Change change, Said said) {
        this.report = report;
        this.change = change;
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        String date = change.date() == null ? "" : said.say(", ", "（") + said.date(change.date()) + said.say("", "）");
        blocks.add(new Block.Text(said.in(change.text())));
        if (change.levelBefore() != null && report.level().value() != null) {
            blocks.add(new Block.Text(level(change.levelBefore(), report.level().value())));
        }
        report.chart(Charts.CHANGE).ifPresent(chart -> blocks.add(Block.Figure.of(chart, said.language())));
        blocks.add(lines());
        if (!change.beside().isEmpty()) {
            blocks.add(beside());
        }
        blocks.add(new Block.Text(new Conventions(report, said).changes()));
        String since = said.named(change.since()) + date;
        return new Story.Section("change", said.say("Change since " + since, since + "からの変化"), blocks);
    }

    private String level(int before, int now) {
        return before == now
                ? said.say("The level is " + now + ", as it was.", "レベルは" + now + "のまま変わりません。")
                : said.say(
                        "The level was " + before + " and is " + now + ".", "レベルは" + before + "から" + now + "になりました。");
    }

    private Block lines() {
        List<List<String>> rows = new ArrayList<>();
        for (Report.Moved moved : change.lines()) {
            rows.add(List.of(
                    said.in(moved.title()),
                    reading(moved, said),
                    said.cell(moved.before()),
                    said.cell(moved.after()),
                    difference(moved),
                    points(moved.you()),
                    points(moved.ruler())));
        }
        return new Block.Table(
                said.say("Then and now, 0 to 100, and what the change is due to", "前回と今回（0～100）、および変化の内訳"),
                List.of(
                        said.say("Dimension", "次元"),
                        said.say("Reading", "判定"),
                        said.say("Then", "前回"),
                        said.say("Now", "今回"),
                        said.say("Change", "変化"),
                        said.say("Answers", "回答"),
                        said.say("Questionnaire", "質問票")),
                rows,
                5);
    }

    private Block beside() {
        List<List<String>> rows = new ArrayList<>();
        for (PeerChanges.Distance one : change.beside()) {
            rows.add(List.of(
                    said.in(one.title()),
                    distance(one.before()),
                    distance(one.after()),
                    points(one.you()),
                    points(one.ruler()),
                    points(one.peers()),
                    points(one.total())));
        }
        return new Block.Table(
                said.say("Distance to the mean of the peers, and what its change is due to", "比較企業の平均との差、および変化の内訳"),
                List.of(
                        said.say("What", "項目"),
                        said.say("Then", "前回"),
                        said.say("Now", "今回"),
                        said.say("Answers", "回答"),
                        said.say("Questionnaire", "質問票"),
                        said.say("Peers", "比較企業"),
                        said.say("Change", "変化")),
                rows,
                6);
    }

    private static String distance(PeerChanges.@Nullable Place place) {
        return place == null ? "–" : PeopleStory.steps(place.own() - place.mean());
    }

    /** Points with one decimal and a sign, or a dash. */
    static String points(@Nullable Double points) {
        return points == null ? "–" : PeopleStory.steps(points);
    }

    /** What a change amounts to. */
    static String reading(Report.Moved moved, Said said) {
        ScoreChange.Reading reading = moved.reading();
        if (reading == null) {
            return switch (moved.link()) {
                case ADDED -> said.say("new", "新規");
                case NOT_COMPARABLE -> said.say("not comparable", "比較できない");
                default -> said.say("no score", "得点なし");
            };
        }
        return switch (reading) {
            case RISEN -> said.say("risen", "上昇");
            case FALLEN -> said.say("fallen", "低下");
            case NOT_SHOWN -> said.say("within the bands", "幅の範囲内");
            case NOT_JUDGED -> said.say("not judged", "判定しない");
        };
    }

    /** The change itself, so that its parts add up to it, and not the difference of what is quoted. */
    static String difference(Report.Moved moved) {
        Double before = moved.before().score();
        Double after = moved.after().score();
        return before == null || after == null ? "–" : PeopleStory.steps(after - before);
    }
}
