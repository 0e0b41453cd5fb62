package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.report.Svg.Anchor;

/** Draws stacked bars of answers, or diverging ones. */
final class LikertDrawing {

    private static final double BAR = 22;
    private static final double LABELLED_FROM = 8;
    private static final int MIDDLE = 3;

    private LikertDrawing() {}

    static String of(LikertBars bars, ChartStyle style) {
        Sheet sheet = new Sheet(bars, style);
        List<Rows.Row> texts = bars.rows().stream()
                .map(row -> new Rows.Row(row.label().in(style.language()), value(sheet, row), detail(sheet, row)))
                .toList();
        sheet.key(key(bars, sheet));
        Rows rows = new Rows(sheet, texts, BAR);
        if (!bars.diverging()) {
            rows.scale(sheet.say(" %", "％"));
        }
        for (int i = 0; i < texts.size(); i++) {
            LikertBars.Row row = bars.rows().get(i);
            Rows.Place place = rows.next(texts.get(i));
            if (row.hidden() != null) {
                rows.box(place, sheet.say(row.hidden()));
            } else if (row.n() == 0) {
                rows.box(place, sheet.say("no answers", "回答なし"));
            } else if (bars.diverging()) {
                diverging(sheet.svg, rows, row, place.middle());
            } else {
                stacked(sheet.svg, rows, row, place.middle());
            }
        }
        return sheet.finish(bars);
    }

    private static String value(Sheet sheet, LikertBars.Row row) {
        return row.n() == 0 || row.hidden() != null
                ? "–"
                : sheet.say("favourable ", "好意的 ") + Wording.whole(row.favourable()) + sheet.say(" %", "％");
    }

    private static String detail(Sheet sheet, LikertBars.Row row) {
        if (row.hidden() != null) {
            return "";
        }
        StringBuilder words = new StringBuilder("· n ").append(row.n());
        LikertBars.Outside outside = row.outside();
        if (outside != null && outside.notApplicable() > 0) {
            words.append(sheet.say(" · N/A ", " · 該当なし ")).append(outside.notApplicable());
        }
        if (outside != null && outside.dontKnow() + outside.blank() > 0) {
            words.append(sheet.say(" · no answer ", " · 不明・無回答 ")).append(outside.dontKnow() + outside.blank());
        }
        return words.toString();
    }

    private static void stacked(Svg svg, Rows rows, LikertBars.Row row, double y) {
        double from = 0;
        for (int step = 1; step <= LikertBars.STEPS; step++) {
            double part = row.percent(step);
            segment(svg, rows.x(from), rows.x(from + part), y, step, part);
            from += part;
        }
    }

    /** Unfavourable answers to the left of the middle line, favourable ones to the right, middle ones by themselves. */
    private static void diverging(Svg svg, Rows rows, LikertBars.Row row, double y) {
        double width = rows.right() - rows.left();
        double unit = width * 0.82 / 200;
        double zero = rows.left() + 100 * unit;
        double left = zero;
        for (int step = MIDDLE - 1; step >= 1; step--) {
            double part = row.percent(step);
            segment(svg, left - part * unit, left, y, step, part);
            left -= part * unit;
        }
        double right = zero;
        for (int step = MIDDLE + 1; step <= LikertBars.STEPS; step++) {
            double part = row.percent(step);
            segment(svg, right, right + part * unit, y, step, part);
            right += part * unit;
        }
        double aside = rows.left() + width * 0.84;
        double part = row.percent(MIDDLE);
        double most = (rows.right() - aside) / 100;
        segment(svg, aside, aside + part * most, y, MIDDLE, part * most / unit);
        svg.line(zero, y - BAR / 2 - 4, zero, y + BAR / 2 + 4, Ink.TEXT, 1.5);
        svg.line(aside, y - BAR / 2 - 4, aside, y + BAR / 2 + 4, Ink.AXIS, 1);
    }

    private static void segment(Svg svg, double from, double to, double y, int step, double percent) {
        if (to - from < 0.01) {
            return;
        }
        svg.rect(from, y - BAR / 2, to - from, BAR, Ink.step(step), Ink.BACK, 0);
        String words = Wording.whole(percent);
        if (percent >= LABELLED_FROM && to - from >= Typeset.width(words, Sheet.SMALL, false) + 4) {
            svg.text(
                    (from + to) / 2,
                    y + Sheet.SMALL * 0.35,
                    Sheet.SMALL,
                    Anchor.MIDDLE,
                    Ink.onStep(step),
                    false,
                    words);
        }
    }

    private static List<Sheet.Meaning> key(LikertBars bars, Sheet sheet) {
        List<Sheet.Meaning> key = new ArrayList<>();
        for (int step = 1; step <= LikertBars.STEPS; step++) {
            int shown = step;
            String words = switch (step) {
                case 1 -> sheet.say("1 lowest", "1 最も低い");
                case MIDDLE -> bars.diverging() ? sheet.say("3, beside", "3（右端）") : "3";
                case LikertBars.STEPS -> sheet.say("5 highest", "5 最も高い");
                default -> Integer.toString(step);
            };
            key.add(new Sheet.Meaning(
                    (x, y) -> sheet.svg.rect(x - 7, y - 6, 14, 12, Ink.step(shown), Ink.AXIS, 0), words));
        }
        return key;
    }
}
