package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.report.Chart;
import org.moatmark.core.report.ChartTable;

/**
 * The document of a chart ({@code moatmark/chart/1}): its sentence, its notes and its numbers in one language. A cell is a
 * text, an unrounded number, or null where there is nothing to say.
 */
public final class ChartJson {

    /** The word of the {@code format} property. */
    public static final String FORMAT = "moatmark/chart/1";

    private ChartJson() {}

    /**
     * A chart.
     *
     * @param chart the chart
     * @param language {@code "ja"} for Japanese, all else for English
     * @return the document
     */
    public static JsonObject document(Chart chart, String language) {
        ChartTable table = chart.table(language);
        return new ObjectBuilder()
                .put("format", FORMAT)
                .put("chart", chart.name())
                .put("language", "ja".equals(language) ? "ja" : "en")
                .put("title", chart.title().in(language))
                .put("takeaway", chart.takeaway(language))
                .texts(
                        "notes",
                        chart.notes().stream().map(note -> note.in(language)).toList())
                .texts("columns", table.columns())
                .list("rows", table.rows(), ChartJson::row)
                .done();
    }

    private static JsonArray row(List<ChartTable.Cell> cells) {
        List<JsonValue> values = new ArrayList<>();
        for (ChartTable.Cell cell : cells) {
            if (cell instanceof ChartTable.Number number) {
                values.add(JsonNumber.of(number.value()));
            } else {
                values.add(cell.shown().isEmpty() ? JsonNull.NULL : new JsonString(cell.shown()));
            }
        }
        return new JsonArray(values);
    }
}
