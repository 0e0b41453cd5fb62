package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.maturity.LevelCap;

/** The level, how firm it is, and what blocks the next. */
final class LevelStory {

    private final Report report;
    private final Said said;

    LevelStory(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        Report.Level level = report.level();
        if (level.top() == null) {
            blocks.add(new Block.Text(said.say(
                    "This questionnaire gives an index and a profile, but no level.",
                    "この質問票では指数とプロフィールを示し、レベルは判定しません。")));
        } else if (level.value() == null) {
            blocks.add(new Block.Text(
                    said.say("There is no level yet, since there is no index.", "指数がないため、レベルはまだ判定できません。")));
        } else {
            reached(level, blocks);
        }
        return new Story.Section("level", said.say("Level, and what blocks the next", "レベルと、次のレベルへの条件"), blocks);
    }

    private void reached(Report.Level level, List<Block> blocks) {
        String name = level.name() == null ? "" : said.say(": ", "：") + said.in(level.name());
        blocks.add(new Block.Lead(said.level(level.value()) + name));
        if (level.definition() != null) {
            blocks.add(new Block.Text(said.in(level.definition())));
        }
        if (level.capped() != null) {
            blocks.add(new Block.Text(capped(level.capped(), said)));
        }
        if (level.stability() != null) {
            blocks.add(new Block.Text(Conventions.stability(level.stability(), said)));
        }
        if (level.next().isEmpty()) {
            return;
        }
        int next = level.next().get(0).level();
        blocks.add(new Block.Heading(needs(next, said)));
        blocks.add(new Block.Text(new Conventions(report, said).lowerSide()));
        for (Report.Step step : level.next()) {
            if (step.needs().isEmpty()) {
                blocks.add(new Block.Points(List.of(said.in(step.text()))));
            } else {
                if (step.node() != null) {
                    blocks.add(new Block.Text(said.in(step.text())));
                }
                blocks.add(new Block.Points(step.needs().stream().map(said::in).toList()));
            }
        }
        behind(level, next, blocks);
    }

    static String needs(int level, Said said) {
        return said.say("What Level " + level + " still needs", "レベル" + level + "に必要なこと");
    }

    /** What the next level needs, each thing in a line. */
    static List<String> lines(Report.Level level, Said said) {
        List<String> lines = new ArrayList<>();
        for (Report.Step step : level.next()) {
            (step.needs().isEmpty() ? List.of(step.text()) : step.needs()).forEach(need -> lines.add(said.in(need)));
        }
        return lines;
    }

    /** What the nodes that are needed on a level must show for it themselves. */
    private void behind(Report.Level level, int next, List<Block> blocks) {
        List<Block.Branch> branches = new ArrayList<>();
        for (Report.Node node : report.nodes()) {
            Integer now = node.level();
            if (now != null && now < next && !node.next().isEmpty()) {
                branches.add(new Block.Branch(
                        null,
                        said.in(node.title()) + said.say(": ", "：") + said.level(now) + " → " + said.level(now + 1),
                        List.of(),
                        node.next().stream().map(this::branch).toList()));
            }
        }
        if (!branches.isEmpty() && level.value() != null) {
            blocks.add(new Block.Heading(said.say("What each dimension would have to show", "各次元に求められること")));
            blocks.add(new Block.Tree(branches));
        }
    }

    private Block.Branch branch(Report.Step step) {
        return new Block.Branch(
                null, said.in(step.text()), step.needs().stream().map(said::in).toList(), List.of());
    }

    static String capped(LevelCap cap, Said said) {
        return cap.reason() == LevelCap.Reason.ONE_RESPONDENT
                ? said.say(
                        "The answers alone would give Level " + cap.from()
                                + ". With a single respondent the level ends at 2.",
                        "回答だけを見ればレベル" + cap.from() + "ですが、回答者が一人のため上限は2です。")
                : said.say(
                        "The answers alone would give Level " + cap.from() + ". The short form ends at Level 2.",
                        "回答だけを見ればレベル" + cap.from() + "ですが、短縮版のため上限は2です。");
    }
}
