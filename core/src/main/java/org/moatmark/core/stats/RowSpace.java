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

    /** So many sets of columns are tried at most before the answer is "not safe". */
    static final int MOST_SETS = 20_000;

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
     * <p>Columns of {@code least} people or more cannot be among them. Of the others every largest set is tried that
     * stays below; where these are more than 20,000 the answer is "no", since nobody has looked.
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
        List<Integer> small = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            if (sizes[c] < 1) {
                throw new IllegalArgumentException("Column " + c + " stands for " + sizes[c] + " people.");
            }
            if (sizes[c] < least) {
                small.add(c);
            }
        }
        return new Search(sizes, least, small).safe(0, new ArrayList<>(), 0);
    }

    /** Whether some combination is 0 outside these columns and not 0 within. */
    private boolean reveals(List<Integer> within) {
        List<List<Fraction>> outside = new ArrayList<>();
        for (List<Fraction> row : reduced) {
            List<Fraction> rest = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                if (!within.contains(c)) {
                    rest.add(row.get(c));
                }
            }
            outside.add(rest);
        }
        return of(columns - within.size(), outside).rank() < rank();
    }

    /** The walk over all sets of small columns that cannot be made larger. */
    private final class Search {
        private final int[] sizes;
        private final int least;
        private final List<Integer> small;
        private int tried;

        private Search(int[] sizes, int least, List<Integer> small) {
            this.sizes = sizes;
            this.least = least;
            this.small = small;
        }

        private boolean safe(int from, List<Integer> chosen, int people) {
            boolean largest = true;
            for (int i = from; i < small.size(); i++) {
                int column = small.get(i);
                if (people + sizes[column] < least) {
                    largest = false;
                    chosen.add(column);
                    boolean safe = safe(i + 1, chosen, people + sizes[column]);
                    chosen.remove(chosen.size() - 1);
                    if (!safe) {
                        return false;
                    }
                }
            }
            return !largest || chosen.isEmpty() || (++tried <= MOST_SETS && !reveals(chosen));
        }
    }
}
