package org.moatmark.core.report;

import java.util.List;
import org.moatmark.core.questionnaire.TextMap;

/** Draws where to act: as long as the gap, as high as the weight. */
final class ActionDrawing {

    private static final double MARK = 22;
    private static final double LEAST = 5;

    private ActionDrawing() {}

    static String of(ActionBars bars, ChartStyle style) {
        Sheet sheet = new Sheet(bars, style);
        ChartWords words = new ChartWords(style.language());
        Svg svg = sheet.svg;
        List<Rows.Row> texts = bars.rows().stream()
                .map(row -> new Rows.Row(
                        row.label().in(style.language()),
                        ActionBars.tenths(row.pull()),
                        words.say("· gap ", "· 差 ")
                                + Wording.whole(row.target() - row.score())
                                + words.say(" · weight ", " · 重み ")
                                + Wording.whole(row.weight() * 100)
                                + words.say(" %", "％")))
                .toList();
        if (!texts.isEmpty()) {
            sheet.key(List.of(
                    new Sheet.Meaning((x, y) -> DotPlotDrawing.dot(svg, x, y, false), sheet.say("score", "得点")),
                    new Sheet.Meaning(
                            (x, y) -> svg.rect(x - 9, y - 4, 18, 8, Ink.STEP_4, null, 0),
                            sheet.say("gap up to ", "差：")
                                    + sheet.say(bars.target())
                                    + sheet.say(", as high as its weight", "まで（高さは重み）"))));
        }
        double heaviest =
                bars.rows().stream().mapToDouble(ActionBars.Row::weight).max().orElse(0);
        Rows rows = new Rows(sheet, texts, MARK);
        rows.scale("");
        for (int i = 0; i < texts.size(); i++) {
            ActionBars.Row row = bars.rows().get(i);
            Rows.Place place = rows.next(texts.get(i));
            rows.grid(place);
            double height = heaviest == 0 ? LEAST : Math.max(LEAST, MARK * row.weight() / heaviest);
            double from = rows.x(row.score());
            svg.rect(from, place.middle() - height / 2, rows.x(row.target()) - from, height, Ink.STEP_4, null, 0);
            DotPlotDrawing.dot(svg, from, place.middle(), false);
            TextMap next = row.next();
            if (next != null) {
                sheet.y -= style.narrow() ? 8 : 4;
                sheet.paragraph(sheet.say("Next: ", "次：") + next.in(style.language()), Sheet.SMALL, Ink.MUTED, false);
                sheet.y += style.narrow() ? 12 : 6;
            }
        }
        return sheet.finish(bars);
    }
}
