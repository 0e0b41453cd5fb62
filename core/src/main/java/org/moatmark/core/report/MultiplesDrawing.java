package org.moatmark.core.report;

import java.util.List;
import org.moatmark.core.issue.Words;
import org.moatmark.core.report.Svg.Anchor;

/** Draws small multiples: as many panels side by side as fit, with the names of the dimensions at the left of each line. */
final class MultiplesDrawing {

    private static final double LEAST_PANEL = 130;
    private static final double GAP = 16;
    private static final double LINE = 16;
    private static final double LEAST_ROW = 24;
    private static final double INSET = 8;
    private static final double VALUE = 24;

    private final SmallMultiples multiples;
    private final Sheet sheet;
    private final Svg svg;
    private final String language;
    private final double labels;
    private final double left;
    private final List<List<String>> lines;

    private MultiplesDrawing(SmallMultiples multiples, ChartStyle style) {
        this.multiples = multiples;
        this.sheet = new Sheet(multiples, style);
        this.svg = sheet.svg;
        this.language = style.language();
        this.labels = (sheet.right - sheet.left) * (style.narrow() ? 0.45 : 0.28);
        this.left = sheet.left + labels + GAP;
        this.lines = multiples.rows().stream()
                .map(row -> Typeset.wrap(row.label().in(language), labels, Sheet.SMALL, false, 3))
                .toList();
    }

    static String of(SmallMultiples multiples, ChartStyle style) {
        return new MultiplesDrawing(multiples, style).draw();
    }

    private String draw() {
        List<SmallMultiples.Panel> panels = multiples.panels();
        int fitting = Math.max(1, (int) ((sheet.right - left + GAP) / (LEAST_PANEL + GAP)));
        int across = Math.max(1, Math.min(fitting, panels.size()));
        double width = (sheet.right - left - GAP * (across - 1)) / across;
        for (int first = 0; first < panels.size(); first += across) {
            block(panels.subList(first, Math.min(first + across, panels.size())), width);
        }
        return sheet.finish(multiples);
    }

    private void block(List<SmallMultiples.Panel> panels, double width) {
        List<List<String>> heads = panels.stream()
                .map(panel -> Typeset.wrap(
                        panel.label() + (panel.n() == null ? "" : " · n = " + panel.n()), width, Sheet.SMALL, true, 3))
                .toList();
        int most = heads.stream().mapToInt(List::size).max().orElse(1);
        for (int p = 0; p < panels.size(); p++) {
            double base = sheet.y + Sheet.SMALL + (most - heads.get(p).size()) * LINE;
            for (String line : heads.get(p)) {
                svg.text(left + p * (width + GAP), base, Sheet.SMALL, Anchor.START, Ink.TEXT, true, line);
                base += LINE;
            }
        }
        double top = StrictMath.ceil(sheet.y + most * LINE + 4);
        double bottom = top;
        double[] middles = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            double height = Math.max(LEAST_ROW, lines.get(i).size() * LINE + 6);
            middles[i] = bottom + height / 2;
            double base = middles[i] - (lines.get(i).size() - 1) * LINE / 2 + Sheet.SMALL * 0.35;
            for (String line : lines.get(i)) {
                svg.text(sheet.left, base, Sheet.SMALL, Anchor.START, Ink.TEXT, false, line);
                base += LINE;
            }
            bottom += height;
        }
        for (int p = 0; p < panels.size(); p++) {
            panel(panels.get(p), left + p * (width + GAP), width, top, bottom, middles);
        }
        sheet.y = bottom + LINE + 14;
    }

    private void panel(
            SmallMultiples.Panel panel, double x, double width, double top, double bottom, double[] middles) {
        double from = x + INSET;
        double to = x + width - INSET - VALUE;
        Words hidden = panel.hidden();
        if (hidden != null) {
            svg.rect(x, top, width, bottom - top, Ink.BOX, Ink.AXIS, 3);
            svg.text(
                    x + width / 2,
                    (top + bottom) / 2 + Sheet.SMALL * 0.35,
                    Sheet.SMALL,
                    Anchor.MIDDLE,
                    Ink.MUTED,
                    false,
                    sheet.say(hidden));
            return;
        }
        for (int tick = 0; tick <= 100; tick += 50) {
            double at = StrictMath.floor(from + (to - from) * tick / 100) + 0.5;
            svg.line(at, top, at, bottom, Ink.GRID, 1);
            svg.text(
                    at, bottom + Sheet.SMALL + 2, Sheet.SMALL, Anchor.MIDDLE, Ink.MUTED, false, Integer.toString(tick));
        }
        for (int i = 0; i < middles.length; i++) {
            String shown = "–";
            if (panel.values().get(i) instanceof ChartValue.Scored scored) {
                DotPlotDrawing.dot(svg, from + (to - from) * scored.score() / 100, middles[i], false);
                shown = Wording.whole(scored.score());
            }
            svg.text(x + width, middles[i] + Sheet.SMALL * 0.35, Sheet.SMALL, Anchor.END, Ink.TEXT, false, shown);
        }
    }
}
