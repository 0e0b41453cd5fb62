package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of data whose few farthest values were drawn in (winsorised), so that they do not squeeze all others together
 * when the column is brought to a common scale. While the column is both skewed and heavy-tailed, one value more at the
 * end of the long tail is set to the nearest value that stays.
 *
 * @param values the column, NaN for a missing cell
 * @param replaced how many values were drawn in, from 0
 * @param settled whether the column is within the limits now; if not, it is as it was, and wants another transformation
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD and JRC (2008), Handbook on Constructing Composite
 *     Indicators, page 84 on outliers</a>
 * @see <a href="https://doi.org/10.21105/joss.04567">W. Becker and others (2022), COINr: An R package for developing
 *     composite indicators, Journal of Open Source Software 7(78), 4567, whose defaults are 2, 3.5 and 5</a>
 */
public record Winsorised(List<Double> values, int replaced, boolean settled) implements Serializable {

    /** Copies the list. */
    public Winsorised {
        values = List.copyOf(values);
    }

    /**
     * From where on a column is treated, and how far.
     *
     * @param skewness greatest skewness G1 to either side, at least 0
     * @param kurtosis greatest excess kurtosis G2
     * @param most how many values may be drawn in, from 0
     */
    public record Limits(double skewness, double kurtosis, int most) implements Serializable {

        /** The usual limits of composite indicators: skewness 2, kurtosis 3.5, five values. */
        public static final Limits USUAL = new Limits(2, 3.5, 5);

        /** Refuses limits that are none. */
        public Limits {
            if (!(skewness >= 0) || Double.isNaN(kurtosis) || most < 0) {
                throw new IllegalArgumentException("Limits of skewness " + skewness + ", kurtosis " + kurtosis + " and "
                        + most + " values cannot be kept: give numbers, the first and the last from 0.");
            }
        }

        private boolean kept(Moments moments) {
            double skew = moments.skewness().toOptional().orElse(0.0);
            double heavy = moments.kurtosis().toOptional().orElse(0.0);
            return Math.abs(skew) <= skewness || heavy <= kurtosis;
        }
    }

    /**
     * Treats a column.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param limits from where on, and how far
     * @return the treated column; with fewer than four values, or all equal, it is as it was
     * @throws IllegalArgumentException if a value is infinite
     */
    public static Winsorised of(double[] values, Limits limits) {
        Present present = Present.of("A treatment of outliers", values);
        double[] sorted = present.values().clone();
        Arrays.sort(sorted);
        for (int replaced = 0; replaced <= limits.most() && replaced < sorted.length; replaced++) {
            double[] treated = drawnIn(present, sorted, replaced);
            if (Moments.of(treated).map(limits::kept).toOptional().orElse(true)) {
                return new Winsorised(boxed(present.putBack(treated)), replaced, true);
            }
        }
        return new Winsorised(boxed(values), 0, sorted.length == 0);
    }

    private static double[] drawnIn(Present present, double[] sorted, int replaced) {
        int n = sorted.length;
        boolean longAbove = skewness(present.values()) >= 0;
        double end = longAbove ? sorted[n - 1 - replaced] : sorted[replaced];
        double[] treated = present.values().clone();
        for (int i = 0; i < n; i++) {
            treated[i] = longAbove ? Math.min(treated[i], end) : Math.max(treated[i], end);
        }
        return treated;
    }

    private static double skewness(double[] values) {
        return Moments.of(values).flatMap(Moments::skewness).toOptional().orElse(0.0);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
