package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.report.Svg.Anchor;

/** Draws a heat map, in several blocks one under the other where there are more people than fit side by side. */
final class HeatDrawing {

    private static final double LEAST_CELL = 26;
    private static final double MOST_CELL = 44;
    private static final double CELL = 24;
    private static final double LINE = 16;
    private static final double HATCH = 8;

    private HeatDrawing() {}

    static String of(HeatMap map, ChartStyle style) {
        Sheet sheet = new Sheet(map, style);
        sheet.key(key(map, sheet));
        boolean narrow = style.narrow();
        double labels = narrow ? 0 : (sheet.right - sheet.left) * 0.36;
        double left = sheet.left + (narrow ? 0 : labels + 14);
        int perBlock = (int) ((sheet.right - left) / LEAST_CELL);
        for (int first = 0; first < map.people().size(); first += perBlock) {
            int last = Math.min(first + perBlock, map.people().size());
            double width = Math.min(
                    MOST_CELL,
                    (sheet.right - left) / Math.min(perBlock, map.people().size()));
            block(map, sheet, left, labels, width, first, last);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < map.people().size(); i++) {
            names.add((i + 1) + " " + map.people().get(i));
        }
        sheet.y += 4;
        sheet.paragraph(String.join(sheet.say(", ", "、"), names), Sheet.SMALL, Ink.TEXT, false);
        return sheet.finish(map);
    }

    private static void block(HeatMap map, Sheet sheet, double left, double labels, double width, int first, int last) {
        Svg svg = sheet.svg;
        double base = sheet.y + Sheet.SMALL;
        for (int i = first; i < last; i++) {
            double middle = left + (i - first + 0.5) * width;
            svg.text(middle, base, Sheet.SMALL, Anchor.MIDDLE, Ink.MUTED, false, Integer.toString(i + 1));
        }
        sheet.y = StrictMath.ceil(base + 6);
        for (HeatMap.Row row : map.rows()) {
            boolean narrow = sheet.style.narrow();
            List<String> lines = Typeset.wrap(
                    row.label().in(sheet.style.language()),
                    narrow ? sheet.right - sheet.left : labels,
                    Sheet.LABEL,
                    false,
                    3);
            double height = narrow ? CELL : Math.max(CELL, lines.size() * LINE + 6);
            double line = sheet.y + (narrow ? Sheet.LABEL : height / 2 - (lines.size() - 1) * LINE / 2 + 4.5);
            for (String words : lines) {
                svg.text(sheet.left, line, Sheet.LABEL, Anchor.START, Ink.TEXT, false, words);
                line += LINE;
            }
            double top = narrow ? line - LINE + 6 : sheet.y;
            for (int i = first; i < last; i++) {
                cell(map, sheet, row.cells().get(i), left + (i - first) * width, top, width, height);
            }
            sheet.y = top + height + (narrow ? 6 : 0);
        }
        sheet.y += 8;
    }

    private static void cell(
            HeatMap map, Sheet sheet, ChartValue value, double x, double y, double width, double height) {
        Svg svg = sheet.svg;
        if (value instanceof ChartValue.Scored scored) {
            int step = HeatMap.step(scored.score());
            svg.rect(x, y, width, height, Ink.step(step), Ink.BACK, 0);
            svg.text(
                    x + width / 2,
                    y + height / 2 + Sheet.SMALL * 0.35,
                    Sheet.SMALL,
                    Anchor.MIDDLE,
                    Ink.onStep(step),
                    false,
                    map.shown(scored.score()));
        } else {
            hatch(svg, x, y, width, height);
        }
    }

    /** Diagonal lines from the left and lower edge to the upper and right one. */
    private static void hatch(Svg svg, double x, double y, double width, double height) {
        svg.rect(x, y, width, height, Ink.BOX, Ink.BACK, 0);
        for (double at = HATCH; at < width + height; at += HATCH) {
            double x1 = x + Math.max(0, at - height);
            double y1 = y + Math.min(at, height);
            double x2 = x + Math.min(at, width);
            double y2 = y + Math.max(0, at - width);
            svg.line(x1, y1, x2, y2, Ink.AXIS, 1);
        }
    }

    private static List<Sheet.Meaning> key(HeatMap map, Sheet sheet) {
        List<Sheet.Meaning> key = new ArrayList<>();
        for (int step = 1; step <= LikertBars.STEPS; step++) {
            int shown = step;
            String words = map.anchors() ? Integer.toString(step) : Integer.toString((step - 1) * 25);
            key.add(new Sheet.Meaning(
                    (x, y) -> sheet.svg.rect(x - 7, y - 6, 14, 12, Ink.step(shown), Ink.AXIS, 0), words));
        }
        key.add(new Sheet.Meaning((x, y) -> hatch(sheet.svg, x - 7, y - 6, 14, 12), sheet.say("no view", "回答なし")));
        return key;
    }
}
