package org.moatmark.core.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes a table as CSV: RFC 4180, the names of the variables first, a missing value as an empty field, rows ended by CR LF.
 *
 * <p>Source: Shafranovich, Y. (2005), Common Format and MIME Type for Comma-Separated Values (CSV) Files, RFC 4180, section 2.
 */
public final class TableCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n")
            .get();

    private TableCsv() {}

    /**
     * Writes a table, row by row.
     *
     * @param table the table
     * @param style how
     * @param out where it goes; neither flushed nor closed
     * @throws IOException if {@code out} does not take it
     */
    public static void write(DataTable table, TableStyle style, Appendable out) throws IOException {
        if (style.byteOrderMark()) {
            out.append('\uFEFF');
        }
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(table.columns().stream().map(DataColumn::name));
        try {
            table.rows().forEach(row -> write(row, style, printer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(List<DataCell> row, TableStyle style, CSVPrinter printer) {
        try {
            for (DataCell cell : row) {
                printer.print(field(cell, style));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(DataCell cell, TableStyle style) {
        return cell instanceof DataCell.Numeric number
                ? CellText.decimal(number.value()).toPlainString()
                : style.text(cell);
    }
}
