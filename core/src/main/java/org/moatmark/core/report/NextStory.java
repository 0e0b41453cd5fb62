package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/** What to do next: the steps that lift the index most, where to act, and from whom to learn. */
final class NextStory {

    private final NextSteps steps;
    private final Conventions conventions;
    private final Said said;

    NextStory(Report report, Said said) {
        this.steps = new NextSteps(report, said);
        this.conventions = new Conventions(report, said);
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        Chart chart = steps.chart();
        boolean drawn = chart instanceof ActionBars bars && !bars.rows().isEmpty();
        // What the picture says stands under it.
        blocks.add(new Block.Lead(drawn ? steps.appeal() : steps.message()));
        String choice = steps.choice();
        if (!choice.isEmpty()) {
            blocks.add(new Block.Text(choice));
        }
        List<NextSteps.Gain> gains = steps.gains();
        if (!gains.isEmpty()) {
            blocks.add(table(gains));
            blocks.add(new Block.Text(said.say(
                    "Each line is what one answer alone would add, if it rose by one step and all else stayed.",
                    "各行は、その設問だけが一段上がり、他が変わらない場合に加わる点です。")));
        }
        if (chart != null && drawn) {
            blocks.add(Block.Figure.of(chart, said.language()));
            blocks.add(new Block.Text(steps.weighed()));
        }
        points(blocks, steps.opportunitiesTitle(), steps.opportunities());
        points(blocks, steps.lessonsTitle(), steps.lessons());
        blocks.add(new Block.Text(conventions.causes()));
        return new Story.Section("next", NextSteps.title(said), blocks);
    }

    /** Each line opens what its question was answered with. */
    private Block table(List<NextSteps.Gain> gains) {
        return new Block.Table(
                steps.gainsTitle(),
                List.of(said.say("Question", "設問"), said.say("Score", "得点"), said.say("One step up adds", "一段の効果")),
                gains.stream()
                        .map(one -> List.of(
                                said.in(one.item().text()), said.cell(one.item().mark()), "+" + one.quoted()))
                        .toList(),
                2,
                gains.stream().map(one -> one.item().key()).toList());
    }

    private static void points(List<Block> blocks, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Heading(title));
            blocks.add(new Block.Points(lines));
        }
    }
}
