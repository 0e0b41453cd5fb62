package org.moatmark.core.interop;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Nearest;

/**
 * The columns of one file, each once and in any order.
 *
 * @param columns their names, as the documentation orders them
 * @param severalLines those of them whose cells may hold line breaks
 */
record CsvHeader(List<String> columns, Set<String> severalLines) {

    /** Columns whose cells are single lines. */
    static CsvHeader of(String... columns) {
        return new CsvHeader(List.of(columns), Set.of());
    }

    /** The same columns, of which these may hold line breaks. */
    CsvHeader withLinesIn(String... names) {
        return new CsvHeader(columns, Set.of(names));
    }

    /**
     * Finds the columns in the first row of a file.
     *
     * @return by column the place of its cell in a row; null after a fault that leaves the rows without meaning
     */
    int @Nullable [] find(List<String> first, CsvPlace file, CsvFaults faults) {
        if (first.isEmpty() || first.equals(List.of(""))) {
            faults.add(
                    "missing-header",
                    file,
                    "it has no header.",
                    "見出し行がありません。",
                    "Begin with the row " + String.join(",", columns) + ".",
                    "1行目に " + String.join(",", columns) + " と書いてください。");
            return null;
        }
        if (first.size() == 1 && (first.get(0).indexOf(';') >= 0 || first.get(0).indexOf('\t') >= 0)) {
            faults.add(
                    "wrong-separator",
                    file,
                    "its cells are not separated by commas.",
                    "欄がコンマで区切られていません。",
                    "Save it with commas between the cells, not semicolons or tabs.",
                    "セミコロンやタブではなく、コンマ区切りで保存してください。");
            return null;
        }
        int[] places = new int[columns.size()];
        Arrays.fill(places, -1);
        boolean usable = true;
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i);
            int column = columns.indexOf(name);
            CsvPlace at = file.cell(1, i, Excerpt.of(name));
            if (column < 0) {
                unknown(name, at, faults);
            } else if (places[column] >= 0) {
                usable = false;
                twice(name, at, faults);
            } else {
                places[column] = i;
            }
        }
        Set<String> missing = new LinkedHashSet<>(columns);
        missing.removeAll(first);
        for (String name : missing) {
            usable = false;
            missing(name, file.cell(1, first.size() + columns.indexOf(name), name), faults);
        }
        return usable ? places : null;
    }

    private void unknown(String name, CsvPlace at, CsvFaults faults) {
        String shown = Excerpt.of(name);
        String nearest = Nearest.to(name, columns);
        String known = String.join(", ", columns);
        faults.add(
                "unknown-column",
                at,
                "'" + shown + "' is not one of its columns.",
                "「" + shown + "」という列はありません。",
                nearest == null
                        ? "Remove the column. The columns are: " + known + "."
                        : "Did you mean '" + nearest + "'?",
                nearest == null ? "列を削除してください。使える列：" + known : "「" + nearest + "」ではありませんか。");
    }

    private static void twice(String name, CsvPlace at, CsvFaults faults) {
        faults.add(
                "column-not-unique",
                at,
                "column '" + name + "' is there more than once.",
                "「" + name + "」という列が二つ以上あります。",
                "Keep it once.",
                "一つだけ残してください。");
    }

    private void missing(String name, CsvPlace at, CsvFaults faults) {
        faults.add(
                "missing-column",
                at,
                "column '" + name + "' is missing.",
                "「" + name + "」という列がありません。",
                "Add the column; its cells may be empty where the format allows it. The columns are: "
                        + String.join(", ", columns) + ".",
                "列を追加してください（書式が許す欄は空でも構いません）。必要な列：" + String.join(", ", columns));
    }
}
