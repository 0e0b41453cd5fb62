package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * Who says what: a cell for each person and item, or each person and dimension. Only for assessments in which everybody may
 * see every answer.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param anchors whether cells show the steps 1 to 5 of items, else 0-100 of dimensions
 * @param people keys of the seats, in the order of the cells
 * @param rows an item or dimension in a row
 * @param notes what is printed under it
 */
public record HeatMap(
        String name, TextMap title, boolean anchors, List<String> people, List<Row> rows, List<Words> notes)
        implements Chart {

    private static final double STEP = 25;

    /** Copies the lists; refuses rows that are longer or shorter than the list of people. */
    public HeatMap {
        people = List.copyOf(people);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.cells().size() != people.size()) {
                throw new IllegalArgumentException("Row '" + row.key() + "' has "
                        + row.cells().size() + " cells for " + people.size() + " people.");
            }
        }
    }

    /**
     * One item or dimension.
     *
     * @param key its key
     * @param label its text or name
     * @param cells what each person says, or why nothing
     */
    public record Row(String key, TextMap label, List<ChartValue> cells) implements Serializable {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A score as it stands in a cell. */
    String shown(double score) {
        if (!anchors) {
            return Wording.whole(score);
        }
        double step = 1 + score / STEP;
        String tenths = String.format(Locale.ROOT, "%.1f", StrictMath.rint(step * 10) / 10);
        return tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths;
    }

    /** The step of a score, 1 to 5. */
    static int step(double score) {
        return 1 + (int) StrictMath.rint(score / STEP);
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        int answered = 0;
        int cells = 0;
        for (Row row : rows) {
            cells += row.cells().size();
            answered += (int) row.cells().stream()
                    .filter(ChartValue.Scored.class::isInstance)
                    .count();
        }
        int missing = cells - answered;
        return words.say(
                people.size() + " people gave " + answered + " of " + cells + " possible views; " + missing
                        + " are hatched.",
                people.size() + "人の見方は" + cells + "件中" + answered + "件で、残り" + missing + "件は斜線です。");
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = new ArrayList<>();
        columns.add(anchors ? words.say("What was asked", "質問") : words.say("Dimension", "次元"));
        columns.add(words.say("Key", "キー"));
        columns.addAll(people);
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<ChartTable.Cell> line = new ArrayList<>();
            line.add(new ChartTable.Text(row.label().in(language)));
            line.add(new ChartTable.Text(row.key()));
            for (ChartValue cell : row.cells()) {
                line.add(
                        cell instanceof ChartValue.Scored scored
                                ? new ChartTable.Number(
                                        anchors ? 1 + scored.score() / STEP : scored.score(), shown(scored.score()))
                                : new ChartTable.Nothing(
                                        ((ChartValue.Missing) cell).why().in(language)));
            }
            cells.add(line);
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return HeatDrawing.of(this, style);
    }
}
