package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.moatmark.core.report.Svg.Anchor;

/** Draws two results side by side as lines between two scales, or in a narrow picture as rows. */
final class SlopeDrawing {

    private static final double HEIGHT = 420;
    private static final double LINE = 17;
    private static final double DOT = 4.5;
    private static final double VALUE = 34;
    private static final double LEADER = 14;

    private final Slope slope;
    private final Sheet sheet;
    private final Svg svg;
    private final double from;
    private final double to;
    private double top;
    private double height;

    private SlopeDrawing(Slope slope, ChartStyle style) {
        this.slope = slope;
        this.sheet = new Sheet(slope, style);
        this.svg = sheet.svg;
        double whole = sheet.right - sheet.left;
        this.from = sheet.left + VALUE + LEADER;
        this.to = sheet.left + whole * 0.5;
    }

    static String of(Slope slope, ChartStyle style) {
        return new SlopeDrawing(slope, style).draw();
    }

    private String draw() {
        key();
        if (sheet.style.narrow()) {
            rows();
        } else {
            lines();
        }
        return sheet.finish(slope);
    }

    /** In a narrow picture a row for each score: from a ring to a dot. */
    private void rows() {
        String language = sheet.style.language();
        List<Rows.Row> texts = slope.rows().stream()
                .map(row -> new Rows.Row(row.label().in(language), change(row), fromTo(row)))
                .toList();
        sheet.paragraph(slope.before() + " → " + slope.after(), Sheet.SMALL, Ink.MUTED, true);
        Rows rows = new Rows(sheet, texts, 16);
        rows.scale("");
        for (int i = 0; i < texts.size(); i++) {
            Slope.Row row = slope.rows().get(i);
            Rows.Place place = rows.next(texts.get(i));
            rows.grid(place);
            Ink ink = slope.comparable() && row.counts() ? Ink.US : Ink.MUTED;
            if (slope.comparable()
                    && row.before() instanceof ChartValue.Scored first
                    && row.after() instanceof ChartValue.Scored second) {
                svg.line(rows.x(first.score()), place.middle(), rows.x(second.score()), place.middle(), ink, 2);
            }
            if (row.before() instanceof ChartValue.Scored first) {
                svg.circle(rows.x(first.score()), place.middle(), DOT, Ink.BACK, ink, 2);
            }
            if (row.after() instanceof ChartValue.Scored second) {
                svg.circle(rows.x(second.score()), place.middle(), DOT, ink, Ink.BACK, 1);
            }
        }
    }

    private String change(Slope.Row row) {
        Double change = slope.comparable() ? row.change() : null;
        return change == null ? "" : Slope.signed(change);
    }

    private String fromTo(Slope.Row row) {
        return shown(row.before()) + " → " + shown(row.after());
    }

    private static String shown(ChartValue value) {
        return value instanceof ChartValue.Scored scored ? Wording.whole(scored.score()) : "–";
    }

    private void key() {
        if (slope.rows().stream().anyMatch(Slope.Row::counts)) {
            sheet.key(List.of(
                    new Sheet.Meaning(
                            (x, y) -> svg.line(x - 9, y, x + 9, y, Ink.US, 3),
                            sheet.say("beyond its uncertainty", "不確かさを超える変化")),
                    new Sheet.Meaning(
                            (x, y) -> svg.line(x - 9, y, x + 9, y, Ink.AXIS, 1.5),
                            sheet.say("within its uncertainty", "不確かさの範囲内"))));
        }
    }

    private void lines() {
        double head = sheet.y + Sheet.SMALL;
        svg.text(sheet.left, head, Sheet.SMALL, Anchor.START, Ink.MUTED, true, slope.before());
        svg.text(to, head, Sheet.SMALL, Anchor.MIDDLE, Ink.MUTED, true, slope.after());
        top = head + 14;
        height = Math.max(HEIGHT, slope.rows().size() * LINE);
        for (double x : new double[] {from, to}) {
            svg.line(x, top, x, top + height, Ink.AXIS, 1);
        }
        List<Slope.Row> rows = slope.rows();
        for (Slope.Row row : rows) {
            if (slope.comparable()
                    && row.before() instanceof ChartValue.Scored first
                    && row.after() instanceof ChartValue.Scored second) {
                svg.line(from, y(first), to, y(second), row.counts() ? Ink.US : Ink.AXIS, row.counts() ? 3 : 1.5);
            }
        }
        labels(rows.stream().map(Slope.Row::before).toList(), false);
        labels(rows.stream().map(Slope.Row::after).toList(), true);
        sheet.y = top + height + 8;
    }

    private double y(ChartValue.Scored value) {
        return top + height * (1 - value.score() / 100);
    }

    /** Dots of one side and their labels, moved apart where they would cover each other. */
    private void labels(List<ChartValue> values, boolean second) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, values.size())
                .filter(i -> values.get(i) instanceof ChartValue.Scored)
                .boxed()
                .toList());
        order.sort(Comparator.comparingDouble(i -> y((ChartValue.Scored) values.get(i))));
        double[] at = new double[order.size()];
        double least = top + LINE / 2;
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(y((ChartValue.Scored) values.get(order.get(i))), least);
            least = at[i] + LINE;
        }
        double most = top + height - LINE / 2;
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], most);
            most = at[i] - LINE;
        }
        double x = second ? to : from;
        double side = second ? 1 : -1;
        for (int i = 0; i < at.length; i++) {
            int row = order.get(i);
            ChartValue.Scored value = (ChartValue.Scored) values.get(row);
            Slope.Row own = slope.rows().get(row);
            boolean counts = slope.comparable() && own.counts();
            svg.line(x + side * DOT, y(value), x + side * LEADER, at[i], Ink.AXIS, 0.75);
            svg.circle(x, y(value), DOT, counts ? Ink.US : Ink.MUTED, Ink.BACK, 1);
            double base = at[i] + Sheet.LABEL * 0.35;
            double begin = x + side * (LEADER + 3);
            String score = Wording.whole(value.score());
            if (second) {
                Double change = slope.comparable() ? own.change() : null;
                String label = Typeset.shortened(
                        (change == null ? "" : "(" + Slope.signed(change) + ") ")
                                + own.label().in(sheet.style.language()),
                        sheet.right - begin - VALUE,
                        Sheet.LABEL,
                        false);
                svg.pair(begin, base, Sheet.LABEL, Anchor.START, Ink.TEXT, score, label);
            } else {
                svg.text(begin, base, Sheet.LABEL, Anchor.END, Ink.TEXT, true, score);
            }
        }
    }
}
