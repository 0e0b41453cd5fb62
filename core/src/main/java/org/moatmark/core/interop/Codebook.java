package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;

/** What the variables of a table mean, as a table of its own, in English and Japanese side by side. */
public final class Codebook {

    private static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of("variable", DataColumn.Kind.TEXT, "Variable", "変数"),
            DataColumn.of("item", DataColumn.Kind.TEXT, "Item", "設問"),
            DataColumn.of("kind", DataColumn.Kind.TEXT, "Kind of variable", "変数の種類"),
            DataColumn.of("label_en", DataColumn.Kind.TEXT, "Label in English", "ラベル（英語）"),
            DataColumn.of("label_ja", DataColumn.Kind.TEXT, "Label in Japanese", "ラベル（日本語）"),
            DataColumn.of("unit_en", DataColumn.Kind.TEXT, "Unit in English", "単位（英語）"),
            DataColumn.of("unit_ja", DataColumn.Kind.TEXT, "Unit in Japanese", "単位（日本語）"),
            DataColumn.of("values_en", DataColumn.Kind.TEXT, "Codes in English", "コード（英語）"),
            DataColumn.of("values_ja", DataColumn.Kind.TEXT, "Codes in Japanese", "コード（日本語）"),
            DataColumn.of("min", DataColumn.Kind.NUMBER, "Least possible value", "最小値"),
            DataColumn.of("max", DataColumn.Kind.NUMBER, "Greatest possible value", "最大値"),
            DataColumn.of("type", DataColumn.Kind.TEXT, "Type of the item", "設問の型"),
            DataColumn.of("node", DataColumn.Kind.TEXT, "Node of the item", "設問の属する項目"),
            DataColumn.of("weight", DataColumn.Kind.NUMBER, "Weight inside the node", "項目内の重み"),
            DataColumn.of("informants", DataColumn.Kind.TEXT, "Who is asked", "質問の対象"),
            DataColumn.of("core", DataColumn.Kind.TEXT, "Part of the short form", "短縮版に含むか"),
            DataColumn.of("sources", DataColumn.Kind.TEXT, "Sources", "出典"));

    private Codebook() {}

    /**
     * The codebook of a table.
     *
     * @param questionnaire the questionnaire of its items
     * @param table the table
     * @return a row for each of its variables, in their order
     */
    public static DataTable of(Questionnaire questionnaire, DataTable table) {
        Map<String, Item> items = new HashMap<>();
        questionnaire.items().forEach(item -> items.put(item.key(), item));
        Map<String, String> nodes = ScoreTables.nodes(questionnaire);
        List<List<DataCell>> rows = new ArrayList<>();
        for (DataColumn column : table.columns()) {
            List<DataCell> row = new ArrayList<>(described(column));
            row.addAll(item(column, items, nodes));
            rows.add(row);
        }
        return new DataTable(TextMap.of("Codebook", "コードブック"), COLUMNS, rows::stream);
    }

    private static List<DataCell> described(DataColumn column) {
        TextMap unit = column.unit();
        return List.of(
                new DataCell.Text(column.name()),
                SeatColumns.text(column.item()),
                new DataCell.Text(column.kind().word()),
                new DataCell.Text(column.label().in("en")),
                new DataCell.Text(column.label().in("ja")),
                SeatColumns.text(unit == null ? null : unit.in("en")),
                SeatColumns.text(unit == null ? null : unit.in("ja")),
                SeatColumns.text(values(column, "en")),
                SeatColumns.text(values(column, "ja")));
    }

    private static String values(DataColumn column, String language) {
        return column.labels().entrySet().stream()
                .map(label -> label.getKey() + " = " + label.getValue().in(language))
                .collect(Collectors.joining("; "));
    }

    private static List<DataCell> item(DataColumn column, Map<String, Item> items, Map<String, String> nodes) {
        Item item = column.item() == null ? null : items.get(column.item());
        if (item == null) {
            return List.of(
                    DataCell.BLANK,
                    DataCell.BLANK,
                    DataCell.BLANK,
                    DataCell.BLANK,
                    DataCell.BLANK,
                    DataCell.BLANK,
                    DataCell.BLANK,
                    DataCell.BLANK);
        }
        boolean answer = column.kind() == DataColumn.Kind.NUMBER && item.type() instanceof ItemType.Measure;
        ItemType.Measure measure = answer && column.unit() != null ? (ItemType.Measure) item.type() : null;
        return List.of(
                measure == null ? DataCell.BLANK : new DataCell.Numeric(measure.min()),
                measure == null ? DataCell.BLANK : new DataCell.Numeric(measure.max()),
                new DataCell.Text(item.type().word()),
                SeatColumns.text(nodes.get(item.key())),
                new DataCell.Numeric(item.weight()),
                new DataCell.Text(String.join(" ", item.informants())),
                new DataCell.Text(item.core() ? "yes" : "no"),
                SeatColumns.text(String.join(" ", item.sources())));
    }
}
