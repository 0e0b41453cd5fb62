package org.moatmark.core.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes tables as one workbook in Office Open XML: typed cells, the header frozen and filtered, a missing value as an empty
 * cell. Rows are written as they are made. The same tables give the same bytes.
 */
public final class ExcelWorkbook {

    private static final int ROWS_KEPT = 500;
    private static final int NARROW = 12;
    private static final int WIDE = 48;
    private static final int LONGEST_TEXT = 32_767;
    private static final String FONT_JA = "Yu Gothic";
    private static final String FONT_EN = "Calibri";

    private ExcelWorkbook() {}

    /**
     * Writes a workbook.
     *
     * @param tables one sheet each, with different titles
     * @param style how; a byte order mark plays no part
     * @param out where it goes; flushed, not closed
     * @throws IOException if {@code out} does not take it
     */
    public static void write(List<DataTable> tables, TableStyle style, OutputStream out) throws IOException {
        TimelessWorkbook timeless = new TimelessWorkbook(out);
        try (Workbook workbook = new Workbook(timeless, "Moatmark", null)) {
            workbook.setGlobalDefaultFont("ja".equals(style.language()) ? FONT_JA : FONT_EN, 11);
            for (DataTable table : tables) {
                write(table, style, workbook.newWorksheet(table.title().in(style.language())));
            }
        }
        timeless.done();
    }

    private static void write(DataTable table, TableStyle style, Worksheet sheet) throws IOException {
        List<DataColumn> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            DataColumn column = columns.get(i);
            sheet.value(0, i, column.name());
            sheet.comment(0, i, column.label().in(style.language()));
            sheet.width(i, column.kind() == DataColumn.Kind.TEXT ? WIDE : NARROW);
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("DCE6F1")
                .set();
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
        int[] row = {0};
        try {
            table.rows().forEach(cells -> {
                row[0]++;
                write(cells, row[0], style, sheet);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        sheet.setAutoFilter(0, 0, row[0], columns.size() - 1);
        sheet.finish();
    }

    private static void write(List<DataCell> cells, int row, TableStyle style, Worksheet sheet) {
        for (int i = 0; i < cells.size(); i++) {
            write(cells.get(i), row, i, style, sheet);
        }
        if (row % ROWS_KEPT == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(DataCell cell, int row, int column, TableStyle style, Worksheet sheet) {
        if (cell instanceof DataCell.Numeric number) {
            sheet.value(row, column, CellText.decimal(number.value()));
        } else if (cell instanceof DataCell.Coded coded && !style.labels()) {
            sheet.value(row, column, coded.code());
        } else {
            String text = text(cell, style);
            if (!text.isEmpty()) {
                sheet.inlineString(row, column, cut(style.words(text)));
            }
        }
    }

    private static String text(DataCell cell, TableStyle style) {
        if (cell instanceof DataCell.Text given) {
            return given.text();
        } else if (cell instanceof DataCell.Said said) {
            return said.text().in(style.language());
        } else if (cell instanceof DataCell.Coded coded) {
            return coded.label().in(style.language());
        } else if (cell instanceof DataCell.Keyed keyed) {
            return style.labels() ? keyed.label().in(style.language()) : keyed.key();
        }
        return "";
    }

    /** A cell takes so many characters and no more. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 2)) ? LONGEST_TEXT - 2 : LONGEST_TEXT - 1;
        return text.substring(0, end) + "…";
    }
}
