package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.scoring.Bounds;

/** Draws bullet bars. */
final class BulletDrawing {

    private static final double GROUND = 22;
    private static final double BAR = 9;
    private static final int SHADES = 4;
    private static final double STEP = 25;

    private BulletDrawing() {}

    static String of(BulletBars bars, ChartStyle style) {
        Sheet sheet = new Sheet(bars, style);
        ChartWords words = new ChartWords(style.language());
        List<Rows.Row> texts = bars.rows().stream()
                .map(row -> new Rows.Row(
                        row.label().in(style.language()),
                        row.value() instanceof ChartValue.Scored scored ? Wording.whole(scored.score()) : "–",
                        words.detail(row, true)))
                .toList();
        sheet.key(key(bars, sheet));
        Rows rows = new Rows(sheet, texts, GROUND);
        rows.scale("");
        for (int i = 0; i < texts.size(); i++) {
            ChartValue.Row row = bars.rows().get(i);
            Rows.Place place = rows.next(texts.get(i));
            if (row.value() instanceof ChartValue.Scored scored) {
                bar(sheet.svg, rows, row, scored, place.middle());
            } else {
                rows.box(place, sheet.say(((ChartValue.Missing) row.value()).why()));
            }
            if (i == 0) {
                sheet.y += 6;
            }
        }
        return sheet.finish(bars);
    }

    private static void bar(Svg svg, Rows rows, ChartValue.Row row, ChartValue.Scored scored, double y) {
        for (int step = 1; step <= SHADES; step++) {
            double from = rows.x(STEP * (step - 1));
            svg.rect(from, y - GROUND / 2, rows.x(STEP * step) - from, GROUND, Ink.shade(step), null, 0);
        }
        double end = rows.x(scored.score());
        svg.rect(
                rows.left(),
                y - BAR / 2,
                Math.max(1, end - rows.left()),
                BAR,
                scored.provisional() ? Ink.BACK : Ink.US,
                Ink.US,
                0);
        Bounds band = scored.band();
        if (band != null) {
            range(svg, rows.x(band.low()), rows.x(band.high()), y);
        }
        ChartValue.Spread peers = row.peers();
        if (peers != null) {
            tick(svg, rows.x(peers.median()), y);
        }
    }

    /** A line with a halo, so that it is seen on the bar and beside it. */
    private static void range(Svg svg, double from, double to, double y) {
        svg.line(from, y, to, y, Ink.BACK, 3);
        svg.line(from, y, to, y, Ink.TEXT, 1.5);
    }

    private static void tick(Svg svg, double x, double y) {
        svg.line(x, y - GROUND / 2 + 1, x, y + GROUND / 2 - 1, Ink.TEXT, 3);
    }

    private static List<Sheet.Meaning> key(BulletBars bars, Sheet sheet) {
        Svg svg = sheet.svg;
        List<Sheet.Meaning> key = new ArrayList<>();
        key.add(new Sheet.Meaning(
                (x, y) -> svg.rect(x - 9, y - BAR / 2, 18, BAR, Ink.US, Ink.US, 0),
                bars.us().in(sheet.style.language())));
        boolean banded = bars.rows().stream()
                .anyMatch(row -> row.value() instanceof ChartValue.Scored scored && scored.band() != null);
        if (banded) {
            key.add(new Sheet.Meaning((x, y) -> range(svg, x - 9, x + 9, y), sheet.say(bars.band())));
        }
        if (bars.peers() != null) {
            key.add(new Sheet.Meaning((x, y) -> tick(svg, x, y), sheet.say(bars.peers())));
        }
        key.add(new Sheet.Meaning(
                (x, y) -> {
                    for (int step = 1; step <= SHADES; step++) {
                        svg.rect(x - 17 + step * 6, y - 6, 6, 12, Ink.shade(step), null, 0);
                    }
                },
                sheet.say("steps between anchors 1 to 5", "基準1〜5の段階")));
        return key;
    }
}
