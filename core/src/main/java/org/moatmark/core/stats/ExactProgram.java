package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How low and how high one unknown can lie when some sums of unknowns are known within limits: a linear program, solved
 * in exact arithmetic by the simplex method with the rule of the smallest index, which ends always.
 *
 * <p>For small programs: some dozens of unknowns. Source: R. G. Bland, "New finite pivoting rules for the simplex
 * method", Mathematics of Operations Research 2 (1977), pp. 103-107.
 */
public final class ExactProgram implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int unknowns;
    private final List<List<Fraction>> rows = new ArrayList<>();
    private final List<Fraction> limits = new ArrayList<>();

    /**
     * A program whose unknowns lie in 0 to a limit each.
     *
     * @param upper {@code Fraction[unknowns]}: the most that each can be, at least 0; not modified
     */
    public ExactProgram(List<Fraction> upper) {
        this.unknowns = upper.size();
        for (int i = 0; i < unknowns; i++) {
            List<Fraction> row = zeros(unknowns);
            row.set(i, Fraction.ONE);
            atMost(row, upper.get(i));
        }
    }

    /**
     * Adds what is known of a sum.
     *
     * @param row {@code Fraction[unknowns]}: how often each unknown is in the sum; not modified
     * @param low the least that the sum can be
     * @param high the most that it can be
     * @throws IllegalArgumentException if the row has another number of unknowns
     */
    public void known(List<Fraction> row, Fraction low, Fraction high) {
        if (row.size() != unknowns) {
            throw new IllegalArgumentException("A sum has " + unknowns + " unknowns here, not " + row.size() + ".");
        }
        atMost(row, high);
        atMost(row.stream().map(Fraction::negative).toList(), low.negative());
    }

    private void atMost(List<Fraction> row, Fraction limit) {
        rows.add(List.copyOf(row));
        limits.add(limit);
    }

    /**
     * The least and the greatest value of an unknown.
     *
     * @param unknown which, from 0
     * @return {@code [least, greatest]}, or an empty list if nothing fits what is known
     */
    public List<Fraction> range(int unknown) {
        List<Fraction> goal = zeros(unknowns);
        goal.set(unknown, Fraction.ONE);
        Fraction greatest = greatest(goal);
        goal.set(unknown, Fraction.ONE.negative());
        Fraction least = greatest(goal);
        return greatest == null || least == null ? List.of() : List.of(least.negative(), greatest);
    }

    private @Nullable Fraction greatest(List<Fraction> goal) {
        return new Tableau().greatest(goal);
    }

    private static List<Fraction> zeros(int n) {
        List<Fraction> zeros = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            zeros.add(Fraction.ZERO);
        }
        return zeros;
    }

    /**
     * The tableau: a row for each limit with a slack each, one column more for the helper that makes a first solution.
     * Column {@code unknowns + rows} is that helper, the last one the right side.
     */
    private final class Tableau {
        private final int helper = unknowns + rows.size();
        private final int right = helper + 1;
        private final List<List<Fraction>> table = new ArrayList<>();
        private final int[] basis = new int[rows.size()];

        private Tableau() {
            for (int r = 0; r < rows.size(); r++) {
                List<Fraction> line = zeros(right + 1);
                for (int c = 0; c < unknowns; c++) {
                    line.set(c, rows.get(r).get(c));
                }
                line.set(unknowns + r, Fraction.ONE);
                line.set(helper, Fraction.ONE.negative());
                line.set(right, limits.get(r));
                table.add(line);
                basis[r] = unknowns + r;
            }
        }

        private @Nullable Fraction greatest(List<Fraction> goal) {
            int worst = 0;
            for (int r = 1; r < table.size(); r++) {
                worst = value(r).compareTo(value(worst)) < 0 ? r : worst;
            }
            if (value(worst).sign() < 0) {
                List<Fraction> first = zeros(right + 1);
                first.set(helper, Fraction.ONE);
                pivot(worst, helper, first);
                climb(first, right);
                if (first.get(right).sign() != 0) {
                    return null;
                }
                dropHelper();
            }
            List<Fraction> costs = zeros(right + 1);
            for (int c = 0; c < unknowns; c++) {
                costs.set(c, goal.get(c).negative());
            }
            for (int r = 0; r < table.size(); r++) {
                subtract(costs, table.get(r), costs.get(basis[r]));
            }
            climb(costs, helper);
            return costs.get(right);
        }

        private Fraction value(int row) {
            return table.get(row).get(right);
        }

        /** A helper that is still in the solution, at 0, goes out for whatever stands in its row. */
        private void dropHelper() {
            for (int r = 0; r < basis.length; r++) {
                for (int c = 0; basis[r] == helper && c < helper; c++) {
                    if (table.get(r).get(c).sign() != 0) {
                        pivot(r, c, zeros(right + 1));
                    }
                }
            }
        }

        /** Improves until nothing is left to improve, among the first columns. */
        private void climb(List<Fraction> costs, int columns) {
            for (int entering = entering(costs, columns); entering >= 0; entering = entering(costs, columns)) {
                int leaving = -1;
                for (int r = 0; r < table.size(); r++) {
                    if (table.get(r).get(entering).sign() > 0 && (leaving < 0 || before(r, leaving, entering))) {
                        leaving = r;
                    }
                }
                if (leaving < 0) {
                    throw new IllegalStateException("Every unknown has a limit, so that no sum is without one.");
                }
                pivot(leaving, entering, costs);
            }
        }

        private int entering(List<Fraction> costs, int columns) {
            for (int c = 0; c < columns; c++) {
                if (costs.get(c).sign() < 0) {
                    return c;
                }
            }
            return -1;
        }

        private boolean before(int one, int other, int column) {
            Fraction first = value(one).over(table.get(one).get(column));
            Fraction second = value(other).over(table.get(other).get(column));
            int order = first.compareTo(second);
            return order < 0 || (order == 0 && basis[one] < basis[other]);
        }

        private void pivot(int row, int column, List<Fraction> costs) {
            List<Fraction> line = table.get(row);
            Fraction head = line.get(column);
            line.replaceAll(value -> value.over(head));
            for (int r = 0; r < table.size(); r++) {
                if (r != row) {
                    subtract(table.get(r), line, table.get(r).get(column));
                }
            }
            subtract(costs, line, costs.get(column));
            basis[row] = column;
        }

        private void subtract(List<Fraction> from, List<Fraction> line, Fraction factor) {
            if (factor.sign() != 0) {
                for (int c = 0; c < from.size(); c++) {
                    if (line.get(c).sign() != 0) {
                        from.set(c, from.get(c).minus(line.get(c).times(factor)));
                    }
                }
            }
        }
    }
}
