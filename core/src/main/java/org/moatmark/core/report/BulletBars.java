package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Bullet bars: the index and each dimension as a bar over the steps between the anchors, with a tick for the median of
 * others. The steps are those of the anchors 1 to 5; a level comes from gates, never from a step.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param us who the bars are
 * @param band what the lines on the bars are
 * @param peers who the others are, or null if there are none
 * @param rows the index first, then the dimensions
 * @param notes what is printed under it
 */
public record BulletBars(
        String name,
        TextMap title,
        TextMap us,
        Words band,
        @Nullable Words peers,
        List<ChartValue.Row> rows,
        List<Words> notes)
        implements Chart {

    /** Copies the lists; refuses bars without an index. */
    public BulletBars {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("Chart '" + name + "' needs the index as its first row.");
        }
    }

    @Override
    public String takeaway(String language) {
        return new ChartWords(language).index(rows.get(0), us);
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = words.valueColumns("Index and dimensions", "指数と次元");
        columns.add(words.say("Level", "レベル"));
        boolean counted = rows.stream().anyMatch(row -> row.n() != null);
        if (counted) {
            columns.add(words.say("People", "人数"));
        }
        if (peers != null) {
            columns.add(words.say("Peers' median", "比較企業の中央値"));
            columns.add(words.say("Peers", "比較企業数"));
        }
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (ChartValue.Row row : rows) {
            List<ChartTable.Cell> line = words.value(row);
            line.add(words.count(row.level()));
            if (counted) {
                line.add(words.count(row.n()));
            }
            if (peers != null) {
                List<ChartTable.Cell> others = words.peers(row.peers());
                line.add(others.get(0));
                line.add(others.get(others.size() - 1));
            }
            cells.add(line);
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return BulletDrawing.of(this, style);
    }
}
