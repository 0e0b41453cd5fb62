package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.questionnaire.Finding;

/** What stands out: strengths, opportunities and risks. */
final class FindingsStory {

    private final Report report;
    private final Said said;

    FindingsStory(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Story.Section tell() {
        List<Block> blocks = new ArrayList<>();
        for (Finding.Tone tone : List.of(Finding.Tone.STRENGTH, Finding.Tone.OPPORTUNITY, Finding.Tone.RISK)) {
            for (Report.Remark one : report.findings()) {
                if (one.tone() == tone) {
                    blocks.add(new Block.Card(tone.word(), tone(tone, said), said.in(one.message()), because(one)));
                }
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Text(
                    said.say("No pattern of the questionnaire holds here.", "この質問票のパターンに当てはまるものはありません。")));
        }
        return new Story.Section("findings", said.say("Strengths, opportunities and risks", "強み・機会・リスク"), blocks);
    }

    static String tone(Finding.Tone tone, Said said) {
        return switch (tone) {
            case STRENGTH -> said.say("Strength", "強み");
            case OPPORTUNITY -> said.say("Opportunity", "機会");
            case RISK -> said.say("Risk", "リスク");
        };
    }

    private List<Block.Link> because(Report.Remark one) {
        return one.because().stream()
                .map(key ->
                        new Block.Link(said.node(key) == null ? NumbersStory.item(key) : NumbersStory.node(key), key))
                .toList();
    }
}
