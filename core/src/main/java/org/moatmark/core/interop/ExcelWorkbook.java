package org.moatmark.core.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes tables as one workbook in Office Open XML: typed cells, the header frozen and filtered, a missing value as an empty
 * cell; on paper landscape A4, the header on each page, the name of the sheet and the page below. Rows are written as they are
 * made. The same tables give the same bytes.
 */
public final class ExcelWorkbook {

    private static final int ROWS_KEPT = 500;
    private static final int LONGEST_TEXT = 32_767;
    private static final String FONT_JA = "Yu Gothic";
    private static final String FONT_EN = "Calibri";
    private static final int FONT_SIZE = 11;
    private static final int FOOTER_SIZE = 9;
    private static final String PRINT_AREA = "_xlnm.Print_Area";
    private static final String HEADER_FILL = "DCE6F1";
    private static final String RULE = "D0D7DE";
    private static final double LINE = 15;
    private static final float MARGIN = 0.4f;
    private static final float FOOT = 0.6f;

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
            workbook.setGlobalDefaultFont(font(style), FONT_SIZE);
            for (DataTable table : tables) {
                write(table, style, workbook.newWorksheet(table.title().in(style.language())));
            }
        }
        timeless.done();
    }

    private static void write(DataTable table, TableStyle style, Worksheet sheet) throws IOException {
        List<DataColumn> columns = table.columns();
        SheetLayout layout = SheetLayout.of(table, style);
        writeHeader(columns, style, layout, sheet);
        sheet.freezePane(1, 1);
        setUpPages(sheet, style, layout);
        Rows rows = new Rows(sheet, style, layout);
        try {
            table.rows().forEach(rows::add);
            rows.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        sheet.setAutoFilter(0, 0, rows.last, columns.size() - 1);
        sheet.addNamedRange(sheet.range(0, 0, rows.last, layout.printed() - 1), PRINT_AREA);
        sheet.finish();
    }

    private static void writeHeader(List<DataColumn> columns, TableStyle style, SheetLayout layout, Worksheet sheet) {
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            String heading = style.heading(columns.get(i));
            SheetLayout.Column column = layout.columns().get(i);
            sheet.value(0, i, heading);
            sheet.comment(0, i, style.remark(columns.get(i)));
            sheet.width(i, column.width());
            sheet.style(0, i)
                    .bold()
                    .fillColor(HEADER_FILL)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .horizontalAlignment(column.words() ? "left" : "right")
                    .indent(column.words() ? 1 : 0)
                    .set();
            lines = Math.max(lines, layout.lines(heading, i));
        }
        // One line more, for the button of the filter.
        sheet.rowHeight(0, (lines + 1) * LINE);
    }

    private static String font(TableStyle style) {
        return "ja".equals(style.language()) ? FONT_JA : FONT_EN;
    }

    /** To be said before the first row. */
    private static void setUpPages(Worksheet sheet, TableStyle style, SheetLayout layout) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) layout.pages());
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
        if (layout.pages() > 1) {
            sheet.repeatCols(0);
        }
        sheet.leftMargin(MARGIN);
        sheet.rightMargin(MARGIN);
        sheet.topMargin(MARGIN);
        sheet.bottomMargin(FOOT);
        sheet.footer("&A", Position.LEFT, font(style), FOOTER_SIZE);
        sheet.footer("&P / &N", Position.RIGHT, font(style), FOOTER_SIZE);
    }

    /** The rows of a sheet below its header. */
    private static final class Rows {
        private final Worksheet sheet;
        private final TableStyle style;
        private final SheetLayout layout;
        private int last;
        private int flushed;

        Rows(Worksheet sheet, TableStyle style, SheetLayout layout) {
            this.sheet = sheet;
            this.style = style;
            this.layout = layout;
        }

        void add(List<DataCell> cells) {
            last++;
            int lines = 1;
            for (int i = 0; i < cells.size(); i++) {
                lines = Math.max(lines, put(cells.get(i), i));
            }
            if (lines > 1) {
                sheet.rowHeight(last, Math.min(lines * LINE, Worksheet.MAX_ROW_HEIGHT));
            }
            if (last % ROWS_KEPT == 0) {
                flush();
            }
        }

        /** Writes a cell; so many lines it takes. */
        private int put(DataCell cell, int column) {
            if (cell instanceof DataCell.Numeric number) {
                sheet.value(last, column, CellText.decimal(number.value()));
            } else if (cell instanceof DataCell.Coded coded && !style.labels()) {
                sheet.value(last, column, coded.code());
            } else {
                String text = style.text(cell);
                if (!text.isEmpty()) {
                    sheet.inlineString(last, column, cut(text));
                    return layout.lines(text, column);
                }
            }
            return 1;
        }

        /** Gives the rows since the last time their looks, and hands them on. */
        void flush() {
            if (last > flushed) {
                for (int i = 0; i < layout.columns().size(); i++) {
                    dress(sheet.range(flushed + 1, i, last, i), layout.columns().get(i));
                }
                flushed = last;
            }
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Words stand off the number to their left. */
    private static void dress(Range cells, SheetLayout.Column column) {
        StyleSetter style = cells.style()
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, RULE);
        if (column.format() != null) {
            style.format(column.format());
        }
        if (column.words()) {
            style.horizontalAlignment("left").indent(1);
        }
        style.set();
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
