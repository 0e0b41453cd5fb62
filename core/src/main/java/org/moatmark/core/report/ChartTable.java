package org.moatmark.core.report;

import java.io.Serializable;
import java.util.List;

/**
 * The numbers of a chart as rows and columns, for a table beside it and for spreadsheets. The first cell of a row says
 * what the row is about.
 *
 * @param caption what the table is about
 * @param columns headings, at least one
 * @param rows as many cells as there are columns
 */
public record ChartTable(String caption, List<String> columns, List<List<Cell>> rows) implements Serializable {

    /** Copies the lists; refuses rows that are longer or shorter than the headings. */
    public ChartTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Table '" + caption + "' has " + columns.size()
                        + " columns, but a row of " + row.size() + " cells.");
            }
        }
    }

    /** What stands in a cell. */
    public sealed interface Cell extends Serializable {

        /**
         * What is shown.
         *
         * @return the words or the number as text; empty where there is nothing
         */
        String shown();
    }

    /**
     * Words.
     *
     * @param shown the words
     */
    public record Text(String shown) implements Cell {}

    /**
     * A number.
     *
     * @param value as it is in the chart
     * @param shown as it is shown, rounded
     */
    public record Number(double value, String shown) implements Cell {
        /** Refuses a number that is not finite. */
        public Number {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A cell holds a finite number, not " + value + ".");
            }
        }
    }

    /**
     * No number, because.
     *
     * @param shown why
     */
    public record Nothing(String shown) implements Cell {}

    /** A number shown as a whole. */
    static Cell whole(double value) {
        return new Number(value, Wording.whole(value));
    }

    /**
     * As CSV (RFC 4180, with line ends CR LF): numbers as they are shown, words that a spreadsheet could take for a formula
     * after an apostrophe.
     *
     * @return headings and rows
     */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        line(csv, columns.stream().map(heading -> (Cell) new Text(heading)).toList());
        rows.forEach(row -> line(csv, row));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(field(cells.get(i)));
        }
        csv.append("\r\n");
    }

    private static String field(Cell cell) {
        String text = cell instanceof Number ? cell.shown() : CellWords.harmless(cell.shown());
        boolean plain = text.chars().noneMatch(one -> one == ',' || one == '"' || one == '\r' || one == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The rows as words: what a reader who does not see hears of a picture that stands alone. */
    String inWords(String language) {
        boolean japanese = "ja".equals(language);
        StringBuilder words = new StringBuilder();
        for (List<Cell> row : rows) {
            words.append(row.get(0).shown()).append(japanese ? "：" : ": ");
            boolean first = true;
            for (int i = 1; i < row.size(); i++) {
                String shown = row.get(i).shown();
                if (!shown.isEmpty()) {
                    words.append(first ? "" : japanese ? "、" : ", ")
                            .append(columns.get(i))
                            .append(' ')
                            .append(shown);
                    first = false;
                }
            }
            words.append(japanese ? "。" : ". ");
        }
        return words.toString().strip();
    }
}
