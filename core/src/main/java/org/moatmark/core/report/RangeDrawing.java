package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.moatmark.core.report.RangeStrip.Group;

/** Draws a range strip. */
final class RangeDrawing {

    private static final double MARK = 30;
    private static final double SIZE = 5;
    private static final double CLOSE = 9;
    private static final double STEP = 8;

    private RangeDrawing() {}

    static String of(RangeStrip strip, ChartStyle style) {
        Sheet sheet = new Sheet(strip, style);
        List<Rows.Row> texts =
                strip.rows().stream().map(row -> text(sheet, row)).toList();
        sheet.key(key(strip, sheet));
        Rows rows = new Rows(sheet, texts, MARK);
        rows.scale("");
        for (int i = 0; i < texts.size(); i++) {
            RangeStrip.Row row = strip.rows().get(i);
            Rows.Place place = rows.next(texts.get(i));
            rows.grid(place);
            RangeStrip.Crowd crowd = row.crowd();
            if (crowd == null) {
                rows.box(place, sheet.say(((RangeStrip.Hidden) row.views()).why()));
                continue;
            }
            double y = place.middle();
            boolean far = row.apart() > RangeStrip.FAR;
            range(sheet.svg, rows.x(crowd.low()), rows.x(crowd.high()), y, far);
            if (row.views() instanceof RangeStrip.Each each) {
                marks(sheet.svg, rows, each.views(), y);
            } else {
                median(sheet.svg, rows.x(crowd.median()), y);
            }
        }
        return sheet.finish(strip);
    }

    private static Rows.Row text(Sheet sheet, RangeStrip.Row row) {
        RangeStrip.Crowd crowd = row.crowd();
        return new Rows.Row(
                row.label().in(sheet.style.language()),
                crowd == null ? "–" : Wording.whole(crowd.low()) + "–" + Wording.whole(crowd.high()),
                crowd == null
                        ? ""
                        : sheet.say("· apart ", "· 差 ") + Wording.whole(row.apart()) + " · n = " + crowd.n());
    }

    private static void range(Svg svg, double from, double to, double y, boolean far) {
        svg.line(from, y, to, y, far ? Ink.US : Ink.AXIS, far ? 4 : 1.5);
    }

    private static void median(Svg svg, double x, double y) {
        svg.line(x, y - 8, x, y + 8, Ink.STEP_5, 4);
    }

    /** Views that would cover each other stand above and below the line in turn. */
    private static void marks(Svg svg, Rows rows, List<RangeStrip.View> views, double y) {
        double before = -CLOSE;
        int pile = 0;
        for (RangeStrip.View view : views) {
            double x = rows.x(view.score());
            pile = x - before < CLOSE ? (pile + 1) % 3 : 0;
            before = x;
            mark(svg, view.group(), x, y + (pile == 0 ? 0 : pile == 1 ? -STEP : STEP));
        }
    }

    private static void mark(Svg svg, Group group, double x, double y) {
        switch (group) {
            case HEADQUARTERS, DEPARTMENT -> svg.circle(x, y, SIZE, Ink.STEP_5, Ink.BACK, 1);
            case GENBA ->
                svg.shape(Ink.BACK, Ink.STEP_4, 2, x - SIZE - 1, y, x, y - SIZE - 1, x + SIZE + 1, y, x, y + SIZE + 1);
            case CUSTOMERS -> svg.rect(x - SIZE + 1, y - SIZE + 1, 2 * SIZE - 2, 2 * SIZE - 2, Ink.BACK, Ink.TEXT, 0);
            case NEUTRAL ->
                svg.shape(Ink.MUTED, Ink.BACK, 1, x - SIZE, y + SIZE - 1, x, y - SIZE, x + SIZE, y + SIZE - 1);
        }
    }

    private static List<Sheet.Meaning> key(RangeStrip strip, Sheet sheet) {
        Set<Group> groups = EnumSet.noneOf(Group.class);
        boolean crowds = false;
        boolean far = false;
        for (RangeStrip.Row row : strip.rows()) {
            if (row.views() instanceof RangeStrip.Each each) {
                each.views().forEach(view -> groups.add(view.group()));
            }
            crowds |= row.views() instanceof RangeStrip.Crowd;
            far |= row.apart() > RangeStrip.FAR;
        }
        List<Sheet.Meaning> key = new ArrayList<>();
        for (Group group : groups) {
            key.add(new Sheet.Meaning((x, y) -> mark(sheet.svg, group, x, y), sheet.say(group.words())));
        }
        if (crowds) {
            key.add(new Sheet.Meaning((x, y) -> median(sheet.svg, x, y), sheet.say("median", "中央値")));
        }
        if (far) {
            key.add(new Sheet.Meaning(
                    (x, y) -> range(sheet.svg, x - 9, x + 9, y, true),
                    sheet.say("more than 1.5 steps apart", "1.5段階を超える差")));
        }
        return key;
    }
}
