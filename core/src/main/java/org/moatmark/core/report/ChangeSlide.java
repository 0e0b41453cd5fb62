package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;

/** The slide on what changed; without an earlier snapshot it says so, and how there will be one. */
final class ChangeSlide {

    private static final int MOST = 5;

    private final Report report;
    private final Said said;

    ChangeSlide(Report report, Said said) {
        this.report = report;
        this.said = said;
    }

    Deck.Slide tell(List<String> ending) {
        Report.Change change = report.change();
        String kicker = said.say("Change", "変化");
        if (change == null) {
            return new Deck.Slide("change", kicker, none(), List.of(), List.of(how()), null, with(rule(), ending));
        }
        List<String> lines = new ArrayList<>();
        for (Report.Moved moved : change.lines()) {
            if (moved.counts() && lines.size() < MOST) {
                lines.add(said.in(moved.title()) + said.say(": ", "：") + said.cell(moved.before()) + " → "
                        + said.cell(moved.after()));
            }
        }
        if (lines.isEmpty()) {
            lines.add(said.say("No change goes beyond the bands.", "幅を超える変化はありません。"));
        }
        Deck.Group group = new Deck.Group(said.say("Beyond the bands", "幅を超える変化"), lines);
        Chart chart = report.chart(Charts.CHANGE).orElse(null);
        return new Deck.Slide(
                "change", kicker, said.in(change.text()), List.of(), List.of(group), chart, with(rule(), ending));
    }

    private String none() {
        return said.say("There is no earlier snapshot to compare with.", "比較できる過去のスナップショットはありません。");
    }

    private Deck.Group how() {
        return new Deck.Group(
                said.say("So that the next report can tell", "次回のレポートで変化を示すために"),
                List.of(
                        said.say(
                                "Take a snapshot today: it keeps the answers and the scores as they are.",
                                "今日の時点のスナップショットを残しておきます。回答と得点がそのまま保存されます。"),
                        said.say(
                                "Ask the same people next time, so that answers differ and not people.",
                                "次回も同じ人たちに尋ね、人の違いではなく回答の違いを見ます。"),
                        said.say(
                                "The next report splits the change into answers, questionnaire and peers.",
                                "次回のレポートでは、変化を「回答」「質問票」「比較企業」に分けて示します。")));
    }

    private String rule() {
        return said.say(
                "A change counts only if it goes beyond what the bands of both scores explain.",
                "両方の得点の幅で説明できる範囲を超えた場合にのみ、変化と見なします。");
    }

    private static List<String> with(String first, List<String> ending) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(ending);
        return all;
    }
}
