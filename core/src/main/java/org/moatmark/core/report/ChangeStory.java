package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

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
        String date = change.date() == null ? "" : said.say(" of ", "、") + said.date(change.date());
        blocks.add(new Block.Text(said.in(change.text())));
        if (change.levelBefore() != null && report.level().value() != null) {
            blocks.add(new Block.Text(said.say(
                    "The level was " + change.levelBefore() + " and is "
                            + report.level().value() + ".",
                    "レベルは" + change.levelBefore() + "から" + report.level().value() + "になりました。")));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Report.Moved moved : change.lines()) {
            rows.add(List.of(
                    said.in(moved.title()),
                    moved.counts() ? said.say("counts", "意味のある変化") : said.say("within the bands", "幅の範囲内"),
                    said.cell(moved.before()),
                    said.cell(moved.after()),
                    difference(moved)));
        }
        blocks.add(new Block.Table(
                said.say("Then and now, 0 to 100", "前回と今回（0～100）"),
                List.of(
                        said.say("Dimension", "次元"),
                        said.say("Reading", "判定"),
                        said.say("Then", "前回"),
                        said.say("Now", "今回"),
                        said.say("Change", "変化")),
                rows,
                3,
                change.lines().stream().map(Report.Moved::key).toList()));
        return new Story.Section(
                "change", said.say("Change since " + change.since() + date, change.since() + date + "からの変化"), blocks);
    }

    private static String difference(Report.Moved moved) {
        Integer before = moved.before().whole();
        Integer after = moved.after().whole();
        return before == null || after == null ? "–" : PeopleStory.signed(after - before);
    }
}
