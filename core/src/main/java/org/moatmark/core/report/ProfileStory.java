package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/** The profile over the dimensions. */
final class ProfileStory {

    private final Report report;
    private final Said said;

    ProfileStory(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        report.chart(Charts.PROFILE).ifPresent(chart -> blocks.add(Block.Figure.of(chart, said.language())));
        blocks.add(table());
        if (report.profile().stream().anyMatch(node -> node.level() != null)) {
            blocks.add(new Block.Text(said.say(
                    "A level wants each of its conditions to hold. So a dimension with a lower score can be on a higher level."
                            + " “–” stands where a dimension has no levels, or no score.",
                    "レベルはすべての条件を満たすかどうかで決まるため、得点の低い次元の方がレベルが高いこともあります。「–」は、レベルの設定がないか、得点がないことを示します。")));
        }
        return new Story.Section("profile", said.say("Profile", "プロフィール"), blocks);
    }

    private Block.Table table() {
        boolean levels = report.profile().stream().anyMatch(node -> node.level() != null);
        List<String> head = new ArrayList<>(List.of(said.say("Dimension", "次元"), said.say("Answers", "回答の量")));
        if (levels) {
            head.add(said.say("Level", "レベル"));
        }
        head.add(said.say("Score", "得点"));
        head.add(said.say("Band", "幅"));
        List<List<String>> rows = new ArrayList<>();
        for (Report.Node node : report.profile()) {
            List<String> row = new ArrayList<>();
            row.add(said.in(node.title()));
            row.add(
                    node.mark().suppressed()
                            ? said.missing(node.mark())
                            : said.status(node.mark().status()));
            if (levels) {
                row.add(said.level(node.level()));
            }
            row.add(said.cell(node.mark()));
            row.add(said.band(node.mark()));
            rows.add(row);
        }
        return new Block.Table(
                said.say("All dimensions, 0 to 100", "すべての次元（0～100）"), head, rows, 2, report.dimensions());
    }
}
