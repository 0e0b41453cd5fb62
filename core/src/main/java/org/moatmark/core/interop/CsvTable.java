package org.moatmark.core.interop;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/**
 * One file of comma-separated values (RFC 4180) with a known header: each column once, in any order, and as many cells
 * in each row. Lines may end in CR LF or in LF.
 */
final class CsvTable {

    /** Longest cell, in characters. */
    static final int LONGEST_CELL = 10_000;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final CsvPlace file;
    private final CsvHeader header;
    private final CsvFaults faults = new CsvFaults();
    private final List<Line> lines = new ArrayList<>();
    private boolean complete = true;

    private CsvTable(CaseFile file) {
        this.file = file.place();
        this.header = file.header;
    }

    /**
     * Reads a file.
     *
     * @param bytes what it holds; null if there is no such file, which is no fault here
     * @param readable whether the absence of the file, if it is absent, is no fault elsewhere
     * @param file which file it is
     */
    static CsvTable read(byte @Nullable [] bytes, boolean readable, CaseFile file) {
        CsvTable table = new CsvTable(file);
        if (bytes == null) {
            table.complete = readable;
            return table;
        }
        String text = CsvText.of(bytes, table.file, table.faults);
        if (text == null) {
            table.complete = false;
            return table;
        }
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(FORMAT)
                .get()) {
            table.read(parser.iterator(), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table;
    }

    /** What is wrong with the file as a table. */
    CsvFaults faults() {
        return faults;
    }

    /** The rows that could be read; they note their faults where they are told to. */
    List<CsvRow> rows(CsvFaults noted) {
        return lines.stream()
                .map(line -> new CsvRow(file, header, line.number, line.cells, noted))
                .toList();
    }

    /** Whether every row could be read; else what is not found may stand in one that could not. */
    boolean isComplete() {
        return complete;
    }

    private void read(Iterator<CSVRecord> records, String text) {
        int[] places = null;
        int width = 0;
        int number = 1;
        for (CSVRecord record = next(records, number); record != null; record = next(records, ++number)) {
            looseQuotes(record, text, number);
            if (places == null) {
                width = record.size();
                places = header.find(record.toList(), file, faults);
                if (places == null) {
                    complete = false;
                    return;
                }
            } else if (record.size() == width) {
                lines.add(line(record, places, number));
            } else {
                complete = false;
                CsvMessages.wrongCellCount(record.toList(), width, file.row(number), faults);
            }
        }
        if (places == null && complete) {
            header.find(List.of(), file, faults);
            complete = false;
        }
    }

    /** The next record; null at the end, and where quotes leave no sense in what follows. */
    private @Nullable CSVRecord next(Iterator<CSVRecord> records, int number) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException broken) {
            complete = false;
            CsvMessages.openQuotes(file.row(number), faults);
            return null;
        }
    }

    /** RFC 4180 allows quotes only in cells that begin with one; commons-csv takes them anywhere. */
    private void looseQuotes(CSVRecord record, String text, int number) {
        boolean any = false;
        for (String cell : record) {
            any |= cell.indexOf('"') >= 0;
        }
        if (any) {
            int cell = LooseQuote.find(text, (int) record.getCharacterPosition());
            if (cell >= 0) {
                CsvMessages.looseQuote(cell, file.row(number), faults);
            }
        }
    }

    private Line line(CSVRecord record, int[] places, int number) {
        String[] cells = new String[places.length];
        for (int i = 0; i < cells.length; i++) {
            String cell = record.get(places[i]);
            cells[i] = isPlain(cell)
                    ? cell
                    : unusual(cell, file.cell(number, i, header.columns().get(i)));
        }
        return new Line(number, cells);
    }

    /** Whether a cell needs no further look: visible ASCII without space around it. */
    private static boolean isPlain(String cell) {
        int length = cell.length();
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return length == 0 || (length <= LONGEST_CELL && cell.charAt(0) != ' ' && cell.charAt(length - 1) != ' ');
    }

    /** A cell without space around it. */
    private String unusual(String cell, CsvPlace at) {
        Words forbidden = CsvText.forbidden(cell, header.severalLines().contains(at.column()));
        String stripped = cell.strip();
        if (forbidden != null) {
            CsvMessages.forbidden(forbidden, at, faults);
        } else if (stripped.length() < cell.length()) {
            CsvMessages.spaceAround(at, faults);
        }
        int length = cell.codePointCount(0, cell.length());
        if (length > LONGEST_CELL) {
            CsvMessages.tooLong(length, at, faults);
            // The rest is of no use, and reading a cell may take more time than its length.
            return stripped.substring(0, Math.min(stripped.length(), LONGEST_CELL));
        }
        return stripped;
    }

    /** The cells of a row in order of the known columns. */
    private static final class Line {
        private final int number;
        private final String[] cells;

        Line(int number, String[] cells) {
            this.number = number;
            this.cells = cells;
        }
    }
}
