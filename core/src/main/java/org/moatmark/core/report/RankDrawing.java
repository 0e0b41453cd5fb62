package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.benchmark.RankBand;
import org.moatmark.core.scoring.Bounds;

/** Draws a company among others. */
final class RankDrawing {

    private static final double MARK = 24;
    private static final double TICK = 8;

    private RankDrawing() {}

    static String of(RankStrip strip, ChartStyle style) {
        Sheet sheet = new Sheet(strip, style);
        ChartWords words = new ChartWords(style.language());
        Svg svg = sheet.svg;
        List<Rows.Row> texts =
                strip.rows().stream().map(row -> text(row, words, style)).toList();
        List<Sheet.Meaning> key = new ArrayList<>();
        key.add(new Sheet.Meaning(
                (x, y) -> DotPlotDrawing.dot(svg, x, y, false), strip.us().in(style.language())));
        key.add(new Sheet.Meaning(
                (x, y) -> DotPlotDrawing.whisker(svg, x - 9, x + 9, y), sheet.say("its band", "その幅")));
        key.add(new Sheet.Meaning((x, y) -> tick(svg, x, y), sheet.say("another company", "他社")));
        sheet.key(key);
        Rows rows = new Rows(sheet, texts, MARK);
        rows.scale("");
        for (int i = 0; i < texts.size(); i++) {
            RankStrip.Row row = strip.rows().get(i);
            Rows.Place place = rows.next(texts.get(i));
            rows.grid(place);
            row.peers().forEach(peer -> tick(svg, rows.x(peer), place.middle()));
            if (row.own() instanceof ChartValue.Scored scored) {
                Bounds band = scored.band();
                if (band != null) {
                    DotPlotDrawing.whisker(svg, rows.x(band.low()), rows.x(band.high()), place.middle());
                }
                DotPlotDrawing.dot(svg, rows.x(scored.score()), place.middle(), scored.provisional());
            } else if (row.peers().isEmpty()) {
                rows.box(place, sheet.say(((ChartValue.Missing) row.own()).why()));
            }
            if (i == 0) {
                sheet.y += 6;
            }
        }
        return sheet.finish(strip);
    }

    private static Rows.Row text(RankStrip.Row row, ChartWords words, ChartStyle style) {
        RankBand rank = row.rank();
        String score = row.own() instanceof ChartValue.Scored scored ? Wording.whole(scored.score()) : "–";
        String detail;
        if (rank != null) {
            detail = words.say(
                    "· " + RankStrip.ranks(rank, words) + " of " + rank.of(),
                    "· " + rank.of() + "社中" + RankStrip.ranks(rank, words));
        } else if (row.own() instanceof ChartValue.Missing missing) {
            detail = "· " + missing.why().in(style.language());
        } else {
            detail = words.say(
                    "· among " + row.peers().size(), "· 他社" + row.peers().size() + "社");
        }
        return new Rows.Row(row.label().in(style.language()), score, detail);
    }

    private static void tick(Svg svg, double x, double y) {
        svg.line(x, y - TICK, x, y + TICK, Ink.AXIS, 1);
    }
}
