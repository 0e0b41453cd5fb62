package org.moatmark.core.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * The same profile for each department, side by side on one scale. A department that must not be shown has the same box,
 * whatever its people said.
 *
 * @param name its name in addresses and files
 * @param title its heading
 * @param rows the dimensions
 * @param panels the departments
 * @param notes what is printed under it
 */
public record SmallMultiples(String name, TextMap title, List<Row> rows, List<Panel> panels, List<Words> notes)
        implements Chart {

    /** Copies the lists; refuses panels with other rows. */
    public SmallMultiples {
        rows = List.copyOf(rows);
        panels = List.copyOf(panels);
        notes = List.copyOf(notes);
        for (Panel panel : panels) {
            if (panel.hidden() == null && panel.values().size() != rows.size()) {
                throw new IllegalArgumentException("Department '" + panel.label() + "' has "
                        + panel.values().size() + " values for " + rows.size() + " dimensions.");
            }
        }
    }

    /**
     * A dimension.
     *
     * @param key its key
     * @param label its name
     */
    public record Row(String key, TextMap label) implements Serializable {}

    /**
     * A department.
     *
     * @param label its name
     * @param n how many people it has; null where that is not told
     * @param values a value for each dimension; empty where it is hidden
     * @param hidden why nothing is shown of it, or null
     */
    public record Panel(
            String label,
            @Nullable Integer n,
            List<ChartValue> values,
            @Nullable Words hidden) implements Serializable {
        /** Copies the list; refuses values of what is hidden. */
        public Panel {
            values = List.copyOf(values);
            if (hidden != null && (!values.isEmpty() || n != null)) {
                throw new IllegalArgumentException("Department '" + label + "' is hidden and has no values.");
            }
        }
    }

    @Override
    public String takeaway(String language) {
        ChartWords words = new ChartWords(language);
        long shown = panels.stream().filter(panel -> panel.hidden() == null).count();
        if (shown == 1) {
            return words.say("Only one department can be shown.", "示せる部門は一つだけです。");
        }
        double widest = -1;
        Row where = null;
        for (int i = 0; i < rows.size(); i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Panel panel : panels) {
                if (panel.hidden() == null && panel.values().get(i) instanceof ChartValue.Scored scored) {
                    low = Math.min(low, scored.score());
                    high = Math.max(high, scored.score());
                }
            }
            if (high - low > widest && high > Double.NEGATIVE_INFINITY) {
                widest = high - low;
                where = rows.get(i);
            }
        }
        if (where == null) {
            return words.say("No department can be shown.", "示せる部門がありません。");
        }
        String apart = Wording.whole(widest);
        return words.say(
                "Departments lie furthest apart on " + words.quoted(where.label()) + ", by " + apart + " points.",
                "部門間の差が最も大きいのは" + words.quoted(where.label()) + "で、" + apart + "点です。");
    }

    @Override
    public ChartTable table(String language) {
        ChartWords words = new ChartWords(language);
        List<String> columns = new ArrayList<>(List.of(words.say("Dimension", "次元"), words.say("Key", "キー")));
        panels.forEach(panel -> columns.add(panel.label() + (panel.n() == null ? "" : " (n = " + panel.n() + ")")));
        List<List<ChartTable.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<ChartTable.Cell> line = new ArrayList<>();
            line.add(new ChartTable.Text(rows.get(i).label().in(language)));
            line.add(new ChartTable.Text(rows.get(i).key()));
            for (Panel panel : panels) {
                Words hidden = panel.hidden();
                line.add(
                        hidden != null
                                ? new ChartTable.Nothing(hidden.in(language))
                                : words.scoreOf(panel.values().get(i)));
            }
            cells.add(line);
        }
        return new ChartTable(title.in(language), columns, cells);
    }

    @Override
    public String svg(ChartStyle style) {
        return MultiplesDrawing.of(this, style);
    }
}
