package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is laid out for the eye and for paper: widths that fit what its first rows hold, formats that show numbers with as
 * many decimals as a reader needs (the cell keeps all of them), and how many of its columns are printed on how many pages side
 * by side.
 *
 * @param columns each column
 * @param printed so many columns, from the left, go onto paper; how answers came about does not
 * @param pages so many pages side by side hold them
 */
record SheetLayout(List<Column> columns, int printed, int pages) {

    /**
     * A column.
     *
     * @param width in digits of the standard font
     * @param format of its numbers, or null for numbers as they are
     * @param words whether it holds words
     */
    record Column(int width, @Nullable String format, boolean words) {}

    private static final int SAMPLE = 200;
    private static final int NARROWEST = 6;
    private static final int WIDEST = 60;
    private static final int NEAR = 24;
    private static final int HEADER = 16;
    private static final int HEADER_OF_WORDS = 12;
    private static final int LEAST_SHARE = 12;
    private static final int SLACK = 2;
    private static final int HEADER_SLACK = 3;
    /** A landscape page of A4 holds so much when it is printed at two thirds of its size. */
    private static final int PAGE = 225;

    private static final int WIDE_FROM = 0x1100;
    private static final String ONE_DECIMAL = "0.0";
    private static final String TWO_DECIMALS = "0.00";
    private static final double TENS = 10;

    /** What the first rows of a column hold. */
    private static final class Seen {
        private int width;
        private long sum;
        private boolean fractions;
        private double largest;

        void note(DataCell cell, TableStyle style) {
            if (cell instanceof DataCell.Numeric number) {
                double value = number.value();
                fractions |= value != StrictMath.rint(value);
                largest = Math.max(largest, Math.abs(value));
                width = Math.max(width, NARROWEST);
            } else {
                int text = width(style.text(cell));
                sum += text;
                width = Math.max(width, text + SLACK);
            }
        }

        @Nullable
        String format(DataColumn column) {
            if (column.about() != DataColumn.About.NO_ITEM || !fractions) {
                return null;
            }
            return largest < TENS ? TWO_DECIMALS : ONE_DECIMAL;
        }
    }

    /** Lays out a table. */
    static SheetLayout of(DataTable table, TableStyle style) {
        List<DataColumn> columns = table.columns();
        List<Seen> seen = new ArrayList<>();
        for (DataColumn column : columns) {
            Seen one = new Seen();
            one.width =
                    Math.min(style.labels() ? HEADER_OF_WORDS : HEADER, width(style.heading(column)) + HEADER_SLACK);
            seen.add(one);
        }
        Iterator<List<DataCell>> rows = table.rows().limit(SAMPLE).iterator();
        while (rows.hasNext()) {
            List<DataCell> row = rows.next();
            for (int i = 0; i < row.size(); i++) {
                seen.get(i).note(row.get(i), style);
            }
        }
        boolean answers = columns.stream().anyMatch(column -> column.about() == DataColumn.About.ANSWER);
        List<Integer> widths = answers ? narrow(seen) : shared(seen);
        List<Column> laidOut = new ArrayList<>();
        int printed = 0;
        int printedWidth = 0;
        for (int i = 0; i < columns.size(); i++) {
            DataColumn column = columns.get(i);
            laidOut.add(new Column(widths.get(i), seen.get(i).format(column), words(column, style)));
            if (printed == i && column.about() != DataColumn.About.CIRCUMSTANCE) {
                printed++;
                printedWidth += widths.get(i);
            }
        }
        return new SheetLayout(laidOut, printed, answers ? 1 + printedWidth / PAGE : 1);
    }

    private static boolean words(DataColumn column, TableStyle style) {
        return switch (column.kind()) {
            case TEXT, KEY -> true;
            case CODE -> style.labels();
            case NUMBER -> false;
        };
    }

    private static List<Integer> narrow(List<Seen> seen) {
        return seen.stream().map(one -> within(one.width, NEAR)).toList();
    }

    /**
     * What is short has its room; the rest of the page is shared by the long columns. With shares that go by the square root of
     * how much each holds, rows become lowest.
     */
    private static List<Integer> shared(List<Seen> seen) {
        int room = PAGE;
        double parts = 0;
        for (Seen one : seen) {
            room -= one.width <= NEAR ? within(one.width, NEAR) : 0;
            parts += one.width <= NEAR ? 0 : StrictMath.sqrt(one.sum);
        }
        List<Integer> widths = new ArrayList<>();
        for (Seen one : seen) {
            double share = one.width <= NEAR ? NEAR : room * StrictMath.sqrt(one.sum) / parts;
            widths.add(within(one.width, Math.min(WIDEST, Math.max(LEAST_SHARE, (int) share))));
        }
        return widths;
    }

    private static int within(int width, int most) {
        return Math.max(NARROWEST, Math.min(most, width));
    }

    /** How many lines a text takes in a column; words are seldom broken, so that a line is seldom full. */
    int lines(String text, int column) {
        int room = columns.get(column).width() - 1;
        return text.lines()
                .mapToInt(line -> 1 + Math.max(0, width(line) - 1) / room)
                .sum();
    }

    /** How wide a text stands, in digits: a character of Japanese takes two. */
    private static int width(String text) {
        return text.codePoints().map(point -> point < WIDE_FROM ? 1 : 2).sum();
    }
}
