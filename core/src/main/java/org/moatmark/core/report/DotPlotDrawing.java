package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.scoring.Bounds;

/** Draws a dot plot. */
final class DotPlotDrawing {

    static final double DOT = 5.5;
    private static final double DIAMOND = 6.5;
    private static final double CAP = 4;
    private static final double BAND = 6;

    private DotPlotDrawing() {}

    static String of(DotPlot plot, ChartStyle style) {
        Sheet sheet = new Sheet(plot, style);
        ChartWords words = new ChartWords(style.language());
        List<Rows.Row> texts = plot.rows().stream()
                .map(row -> new Rows.Row(
                        row.label().in(style.language()),
                        row.value() instanceof ChartValue.Scored scored ? Wording.whole(scored.score()) : "–",
                        words.detail(row, false)))
                .toList();
        sheet.key(key(plot, sheet));
        Rows rows = new Rows(sheet, texts, 18);
        rows.scale("");
        for (int i = 0; i < texts.size(); i++) {
            ChartValue.Row row = plot.rows().get(i);
            Rows.Place place = rows.next(texts.get(i));
            rows.grid(place);
            if (row.value() instanceof ChartValue.Scored scored) {
                if (row.peers() != null) {
                    peers(sheet.svg, rows, row.peers(), place.middle());
                }
                Bounds band = scored.band();
                if (band != null) {
                    whisker(sheet.svg, rows.x(band.low()), rows.x(band.high()), place.middle());
                }
                dot(sheet.svg, rows.x(scored.score()), place.middle(), scored.provisional());
            } else {
                rows.box(place, sheet.say(((ChartValue.Missing) row.value()).why()));
            }
        }
        return sheet.finish(plot);
    }

    private static List<Sheet.Meaning> key(DotPlot plot, Sheet sheet) {
        Svg svg = sheet.svg;
        List<Sheet.Meaning> key = new ArrayList<>();
        key.add(new Sheet.Meaning((x, y) -> dot(svg, x, y, false), plot.us().in(sheet.style.language())));
        boolean provisional = false;
        boolean whiskers = false;
        for (ChartValue.Row row : plot.rows()) {
            if (row.value() instanceof ChartValue.Scored scored) {
                provisional |= scored.provisional();
                whiskers |= scored.band() != null;
            }
        }
        if (provisional) {
            key.add(new Sheet.Meaning((x, y) -> dot(svg, x, y, true), sheet.say("provisional", "暫定")));
        }
        if (whiskers) {
            key.add(new Sheet.Meaning((x, y) -> whisker(svg, x - 9, x + 9, y), sheet.say(plot.band())));
        }
        if (plot.peers() != null) {
            key.add(new Sheet.Meaning((x, y) -> diamond(svg, x, y), sheet.say(plot.peers())));
            key.add(new Sheet.Meaning(
                    (x, y) -> svg.rect(x - 9, y - BAND / 2, 18, BAND, Ink.AXIS, null, 2),
                    sheet.say("their middle half", "中央50％の範囲")));
        }
        return key;
    }

    private static void peers(Svg svg, Rows rows, ChartValue.Spread peers, double y) {
        double from = rows.x(peers.low());
        svg.rect(from, y - BAND / 2, Math.max(1, rows.x(peers.high()) - from), BAND, Ink.AXIS, null, 2);
        diamond(svg, rows.x(peers.median()), y);
    }

    static void diamond(Svg svg, double x, double y) {
        svg.shape(Ink.BACK, Ink.TEXT, 1.5, x - DIAMOND, y, x, y - DIAMOND, x + DIAMOND, y, x, y + DIAMOND);
    }

    static void whisker(Svg svg, double from, double to, double y) {
        svg.line(from, y, to, y, Ink.US, 2);
        svg.line(from, y - CAP, from, y + CAP, Ink.US, 2);
        svg.line(to, y - CAP, to, y + CAP, Ink.US, 2);
    }

    /** The company: a full dot, or a ring where its score rests on little. */
    static void dot(Svg svg, double x, double y, boolean provisional) {
        svg.circle(
                x, y, DOT, provisional ? Ink.BACK : Ink.US, provisional ? Ink.US : Ink.BACK, provisional ? 2.5 : 1.5);
    }
}
