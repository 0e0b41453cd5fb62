package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from published sums by adding and subtracting them: all linear combinations of some rows, in exact
 * arithmetic (Gauss and Jordan over the rational numbers).
 *
 * <p>Each row is a sum that is known, each column somebody who is in it, or a group of people who are always in the same
 * sums. A combination that is 0 but in a few columns is a sum that is known of these few alone.
 */
public final class RowSpace implements Serializable {

    private static final long serialVersionUID = 1L;

    /** So many exchanges are tried at most before the answer is "not safe". */
    static final int MOST_EXCHANGES = 20_000;

    private final int columns;
    private final List<List<Fraction>> reduced;

    private RowSpace(int columns, List<List<Fraction>> reduced) {
        this.columns = columns;
        this.reduced = reduced;
    }

    /**
     * The combinations of some rows.
     *
     * @param columns how many columns each row has
     * @param rows {@code rows[n][columns]}; may be empty, not modified
     * @return the space of their combinations
     * @throws IllegalArgumentException if a row has another number of columns
     */
    public static RowSpace of(int columns, List<List<Fraction>> rows) {
        List<List<Fraction>> work = new ArrayList<>();
        for (List<Fraction> row : rows) {
            if (row.size() != columns) {
                throw new IllegalArgumentException("A row has " + columns + " columns here, not " + row.size() + ".");
            }
            work.add(new ArrayList<>(row));
        }
        int rank = 0;
        for (int c = 0; c < columns && rank < work.size(); c++) {
            int pivot = rank;
            while (pivot < work.size() && work.get(pivot).get(c).sign() == 0) {
                pivot++;
            }
            if (pivot < work.size()) {
                List<Fraction> row = work.get(pivot);
                work.set(pivot, work.get(rank));
                work.set(rank, row);
                clear(work, rank, c);
                rank++;
            }
        }
        return new RowSpace(columns, List.copyOf(work.subList(0, rank)));
    }

    /** Makes the pivot 1 and all else in its column 0. */
    private static void clear(List<List<Fraction>> work, int at, int column) {
        List<Fraction> pivot = work.get(at);
        Fraction head = pivot.get(column);
        pivot.replaceAll(value -> value.over(head));
        for (int r = 0; r < work.size(); r++) {
            Fraction factor = work.get(r).get(column);
            if (r != at && factor.sign() != 0) {
                subtract(work.get(r), pivot, factor);
            }
        }
    }

    private static void subtract(List<Fraction> from, List<Fraction> row, Fraction factor) {
        for (int c = 0; c < from.size(); c++) {
            if (row.get(c).sign() != 0) {
                from.set(c, from.get(c).minus(row.get(c).times(factor)));
            }
        }
    }

    /**
     * How many of the rows say something that the others do not.
     *
     * @return the rank
     */
    public int rank() {
        return reduced.size();
    }

    /**
     * Whether a row follows from the rows.
     *
     * @param row {@code Fraction[columns]}; not modified
     * @return true if it is a combination of them
     * @throws IllegalArgumentException if it has another number of columns
     */
    public boolean contains(List<Fraction> row) {
        List<List<Fraction>> more = new ArrayList<>(reduced);
        more.add(row);
        return of(columns, more).rank() == rank();
    }

    /**
     * Whether nothing but 0 follows from the rows about fewer than so many people: no combination is other than 0 in
     * columns of fewer people together and 0 in all others.
     *
     * <p>A combination that is not 0 is other than 0 in at least one column of every basis of the columns. So the columns
     * of a basis are tried in turn; one that is taken to be among the few is exchanged for another, until there is none to
     * exchange it for, which is a combination about the few alone, or until the few are too many. Where this takes more
     * than 20,000 exchanges the answer is "no", since nobody has looked.
     *
     * @param sizes {@code int[columns]}: how many people stand for each column, at least 1; not modified
     * @param least how many people must be in every combination
     * @return true if every combination is about at least so many
     * @throws IllegalArgumentException if there is another number of sizes than of columns, or one is below 1
     */
    public boolean isAboutAtLeast(int[] sizes, int least) {
        if (sizes.length != columns) {
            throw new IllegalArgumentException("There are " + columns + " columns, but " + sizes.length + " sizes.");
        }
        for (int c = 0; c < columns; c++) {
            if (sizes[c] < 1) {
                throw new IllegalArgumentException("Column " + c + " stands for " + sizes[c] + " people.");
            }
        }
        return new Search(sizes, least).safe();
    }

    /** The walk from basis to basis. */
    private final class Search {
        private final int[] sizes;
        private final int least;
        private int exchanges;

        private Search(int[] sizes, int least) {
            this.sizes = sizes;
            this.least = least;
        }

        private boolean safe() {
            List<List<Fraction>> rows = new ArrayList<>();
            int[] basis = new int[reduced.size()];
            for (int r = 0; r < basis.length; r++) {
                rows.add(new ArrayList<>(reduced.get(r)));
                while (reduced.get(r).get(basis[r]).sign() == 0) {
                    basis[r]++;
                }
            }
            boolean[] outside = new boolean[columns];
            for (int c = 0; c < columns; c++) {
                outside[c] = sizes[c] >= least;
            }
            return safe(rows, basis, outside, new boolean[columns], 0);
        }

        /**
         * Whether no combination is about these few columns and some more.
         *
         * @param rows the combinations, each 1 in its own column of the basis, which is not among the few, and 0 in
         *     those of the others
         * @param basis the columns of the basis
         * @param outside columns that are known not to be among the few
         * @param few columns that are
         * @param people how many people the few are
         */
        private boolean safe(List<List<Fraction>> rows, int[] basis, boolean[] outside, boolean[] few, int people) {
            boolean[] known = outside.clone();
            for (int r = 0; r < basis.length; r++) {
                int column = basis[r];
                int together = people + sizes[column];
                if (known[column]) {
                    continue;
                }
                if (together < least) {
                    boolean[] more = few.clone();
                    more[column] = true;
                    int other = exchange(rows.get(r), more, known);
                    if (other < 0 || ++exchanges > MOST_EXCHANGES) {
                        return false;
                    }
                    List<List<Fraction>> next = new ArrayList<>();
                    rows.forEach(row -> next.add(new ArrayList<>(row)));
                    clear(next, r, other);
                    int[] exchanged = basis.clone();
                    exchanged[r] = other;
                    if (!safe(next, exchanged, known, more, together)) {
                        return false;
                    }
                }
                known[column] = true;
            }
            return true;
        }

        /** A column to stand in the basis instead, best one that need not be tried; -1 if there is none. */
        private int exchange(List<Fraction> row, boolean[] few, boolean[] outside) {
            int found = -1;
            for (int c = 0; c < columns; c++) {
                if (!few[c] && row.get(c).sign() != 0) {
                    if (outside[c]) {
                        return c;
                    }
                    found = found < 0 ? c : found;
                }
            }
            return found;
        }
    }
}
