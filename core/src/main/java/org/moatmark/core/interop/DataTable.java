package org.moatmark.core.interop;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.moatmark.core.questionnaire.TextMap;

/**
 * A table for somebody else's program. Its rows are made when they are asked for, so that a table of a million rows takes the
 * memory of one.
 */
public final class DataTable {

    private final TextMap title;
    private final List<DataColumn> columns;
    private final Supplier<Stream<List<DataCell>>> rows;

    /**
     * A table.
     *
     * @param title what it holds, short enough for the tab of a spreadsheet: at most 31 characters
     * @param columns its columns, each name once
     * @param rows gives the rows, each time anew; each row has one cell a column
     */
    public DataTable(TextMap title, List<DataColumn> columns, Supplier<Stream<List<DataCell>>> rows) {
        this.title = Objects.requireNonNull(title, "title");
        this.columns = List.copyOf(columns);
        this.rows = Objects.requireNonNull(rows, "rows");
        long names = this.columns.stream().map(DataColumn::name).distinct().count();
        if (names != this.columns.size()) {
            throw new IllegalArgumentException("Two columns of a table have one name.");
        }
    }

    /**
     * What it holds.
     *
     * @return a short title
     */
    public TextMap title() {
        return title;
    }

    /**
     * The variables.
     *
     * @return them, from left to right
     */
    public List<DataColumn> columns() {
        return columns;
    }

    /**
     * The rows.
     *
     * @return them, made as they are read; each has one cell a column
     */
    public Stream<List<DataCell>> rows() {
        return rows.get().peek(row -> {
            if (row.size() != columns.size()) {
                throw new IllegalStateException(
                        "A row of " + row.size() + " cells under " + columns.size() + " columns.");
            }
        });
    }
}
