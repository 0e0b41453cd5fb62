package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/** What changed between two results of one company. */
final class Changes {

    private static final Words ABSENT = new Words("not there", "なし");

    private Changes() {}

    static Slope of(Figures before, Figures after) {
        boolean comparable = before.questionnaire().equals(after.questionnaire())
                || before.questionnaire().scoresLike(after.questionnaire());
        Map<String, ChartValue> first = new HashMap<>();
        before.nodes().forEach(row -> first.put(row.key(), row.value()));
        List<Slope.Row> rows = new ArrayList<>();
        rows.add(new Slope.Row(
                after.index().key(),
                after.index().label(),
                before.index().value(),
                after.index().value()));
        for (ChartValue.Row row : after.dimensions()) {
            ChartValue earlier = first.getOrDefault(row.key(), new ChartValue.Missing(ABSENT));
            rows.add(new Slope.Row(row.key(), row.label(), earlier, row.value()));
        }
        Words note = comparable
                ? new Words(
                        "A change counts where the bands of both scores lie apart, or where it is more than 1.96 of its"
                                + " standard errors.",
                        "両方の得点の幅が重ならない場合、または変化が標準誤差の1.96倍を超える場合に、確かな変化とします。")
                : new Words(
                        "Version " + before.questionnaire().version() + " and version "
                                + after.questionnaire().version() + " score differently, so that nothing is joined.",
                        "版" + before.questionnaire().version() + "と版"
                                + after.questionnaire().version() + "は採点が異なるため、線で結んでいません。");
        return new Slope(
                Charts.CHANGE,
                TextMap.of("Change", "変化"),
                before.date(),
                after.date(),
                comparable,
                rows,
                List.of(note));
    }
}
