package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * A profile: a dot for each dimension on one scale, with whiskers, and where others are known their median and their middle
 * half.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param us who the dots are
 * @param band what the whiskers are
 * @param peers who the others are, or null if there are none
 * @param rows a row for each dimension
 * @param notes what is printed under it
 */
public record DotPlot(
        String name,
        TextMap title,
        TextMap us,
        Words band,
        @Nullable Words peers,
        List<ChartValue.Row> rows,
        List<Words> notes)
        implements Chart {

    /** Copies the lists. */
    public DotPlot {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        return peers == null ? words.highAndLow(rows) : words.against(rows);
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = words.valueColumns("Dimension", "次元");
        boolean counted = rows.stream().anyMatch(row -> row.n() != null);
        if (counted) {
            columns.add(words.say("People", "人数"));
        }
        if (peers != null) {
            columns.add(words.say("Peers' median", "比較企業の中央値"));
            columns.add(words.say("Lower quartile", "第1四分位"));
            columns.add(words.say("Upper quartile", "第3四分位"));
            columns.add(words.say("Peers", "比較企業数"));
        }
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (ChartValue.Row row : rows) {
            List<ChartTable.Cell> line = words.value(row);
            if (counted) {
                line.add(words.count(row.n()));
            }
            if (peers != null) {
                line.addAll(words.peers(row.peers()));
            }
            cells.add(line);
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return DotPlotDrawing.of(this, style);
    }
}
