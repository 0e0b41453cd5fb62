package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How well the answers to one item keep to a model of Rasch or Masters: mean squares of what is left over.
 *
 * <p>For respondent i with the maximum likelihood ability of his sum, E the expected answer in categories from 0, W its
 * variance, C its fourth central moment and {@code z = (x - E) / sqrt(W)}, over the n respondents who answered the item:
 *
 * <pre>
 * outfit = sum z^2 / n                variance q^2 = sum(C / W^2) / n^2 - 1 / n
 * infit  = sum W z^2 / sum W          variance q^2 = sum(C - W^2) / (sum W)^2
 * standardised: t = (MS^(1/3) - 1) 3 / q + q / 3
 * </pre>
 *
 * <p>Range: mean squares are at least 0 and near 1 where the model holds; above 1 answers are noisier than the model
 * says (outfit: single surprising answers far from the respondent's place; infit: those near it), below 1 they are more
 * regular, as those of items are that repeat each other. Limits are conventions: 0.6 to 1.4 for ratings (Wright and
 * Linacre 1994); t beyond 2 is significant, which with many respondents it nearly always is. In short scales the
 * abilities come from the very answers that are judged, which makes mean squares smaller than 1.
 *
 * <p>Missing cells: an ability rests on what was answered. Respondents with fewer than two answers, or with all at the
 * bottom or all at the top, have no finite ability and are left out.
 *
 * <p>Special cases: a fit that did not converge gives no mean square, and neither does an item that fewer than two of the
 * respondents answered. Values from fewer than about 100 respondents say little (Linacre 1994).
 *
 * @param column the column of the answers that it stands for, from 0
 * @param n respondents behind the mean squares
 * @param infit the mean square that weighs by information
 * @param outfit the mean square that does not
 * @param infitZ infit standardised
 * @param outfitZ outfit standardised
 * @see "B. D. Wright and G. N. Masters (1982), Rating Scale Analysis, MESA Press (fit of items)"
 * @see "B. D. Wright and J. M. Linacre (1994), Reasonable mean-square fit values, Rasch Measurement Transactions 8(3),
 *     p. 370; J. M. Linacre (1994), Sample size and item calibration stability, ibid. 7(4), p. 328"
 */
public record ItemFit(int column, int n, Estimate infit, Estimate outfit, Estimate infitZ, Estimate outfitZ)
        implements Serializable {

    private static final Estimate NOT_CONVERGED = Estimate.notComputable(
            "The model did not converge, so nothing can be compared with it.", "モデルが収束していないため、比べる基準がありません。");

    private static final Estimate TOO_FEW = Estimate.notComputable(
            "Fewer than two respondents with answers between the two ends answered this item.",
            "両端以外の合計点をもつ回答者で、この項目に答えた人が二人に満ちません。");

    private static final Estimate NO_SPREAD = Estimate.notComputable(
            "The model leaves the answers to this item no room to vary.", "モデルの上では、この項目の回答にばらつきの余地がありません。");

    /** Refuses null. */
    public ItemFit {
        Objects.requireNonNull(infit, "infit");
        Objects.requireNonNull(outfit, "outfit");
        Objects.requireNonNull(infitZ, "infitZ");
        Objects.requireNonNull(outfitZ, "outfitZ");
    }

    /**
     * The fit of every item of a model.
     *
     * @param model the model, fitted to these answers
     * @param answers {@code double[respondents][items]}, NaN for a missing answer; not modified
     * @return one for each item of the model, in its order
     * @throws IllegalArgumentException if a row is too short for the items of the model, or holds an answer that is none
     *     of an item's categories
     */
    public static List<ItemFit> of(RaschFit.Fitted model, double[][] answers) {
        List<RaschItem> items = model.items();
        List<ItemFit> fits = new ArrayList<>(items.size());
        if (!model.convergence().isConverged()) {
            for (RaschItem item : items) {
                fits.add(none(item.column(), 0, NOT_CONVERGED));
            }
            return List.copyOf(fits);
        }
        RaschResiduals residuals = new RaschResiduals(items, answers);
        for (int i = 0; i < items.size(); i++) {
            fits.add(of(items.get(i).column(), residuals.of(i)));
        }
        return List.copyOf(fits);
    }

    private static ItemFit of(int column, RaschResiduals.Sums sums) {
        if (sums.n < 2) {
            return none(column, sums.n, TOO_FEW);
        }
        if (!(sums.variance > 0)) {
            return none(column, sums.n, NO_SPREAD);
        }
        double n = sums.n;
        double infit = sums.squares / sums.variance;
        double outfit = sums.standardised / n;
        double infitSpread = Math.sqrt(Math.max(0, sums.fourthLess)) / sums.variance;
        double outfitSpread = Math.sqrt(Math.max(0, sums.kurtosis / n / n - 1 / n));
        return new ItemFit(
                column,
                sums.n,
                Estimate.of(infit, sums.n),
                Estimate.of(outfit, sums.n),
                standardised(infit, infitSpread, sums.n),
                standardised(outfit, outfitSpread, sums.n));
    }

    private static Estimate standardised(double meanSquare, double spread, int n) {
        return spread > 0 ? Estimate.of((StrictMath.cbrt(meanSquare) - 1) * 3 / spread + spread / 3, n) : NO_SPREAD;
    }

    private static ItemFit none(int column, int n, Estimate why) {
        return new ItemFit(column, n, why, why, why, why);
    }
}
