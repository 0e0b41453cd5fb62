package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Cholesky;

/** Works out {@link ScaleReliability} from means and covariances alone. */
final class Consistency {

    private static final Words TOO_FEW = new Words(
            "Reliability needs at least two items and two respondents who answered all of them.",
            "信頼性を求めるには、二つ以上の項目と、そのすべてに答えた二人以上の回答者が必要です。");

    private static final Words NO_VARIATION =
            new Words("The sum score does not vary between respondents.", "合計点に回答者間の差がありません。");

    private static final Words CONSTANT_ITEM = new Words(
            "An item was answered alike by everybody, so it correlates with nothing.", "全員が同じ答えをした項目があり、相関を求められません。");

    private static final Words DEPENDENT_ITEMS = new Words(
            "Some items are determined by others, or there are not more respondents than items.",
            "ほかの項目から完全に決まる項目があるか、回答者数が項目数を上回っていません。");

    private static final Words NO_NOISE = new Words(
            "All items correlate perfectly, so there is no noise to compare with.", "すべての項目の相関が 1 で、比べるべき誤差がありません。");

    private static final Words ONE_ITEM_LEFT =
            new Words("Without this item only one is left, which has no alpha.", "この項目を除くと一項目だけになり、アルファを求められません。");

    private final ItemMoments moments;
    private final int n;
    private final int items;
    private final double[][] covariance;
    private final double total;
    private final double trace;
    private final @Nullable Standardized standardized;

    Consistency(ItemMoments moments) {
        this.moments = moments;
        n = moments.respondents();
        items = moments.items();
        covariance = moments.covariance();
        total = ItemMoments.total(covariance);
        trace = ItemMoments.trace(covariance);
        standardized = n > 1 && items > 1 && moments.allVary() ? new Standardized(moments.correlation()) : null;
    }

    ScaleReliability result() {
        if (n < 2 || items < 2) {
            Estimate none = new Estimate.NotComputable(TOO_FEW);
            return new ScaleReliability(
                    n,
                    items,
                    moments.incomplete(),
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    List.of());
        }
        Estimate alpha = alpha(total, trace, items);
        Standardized std = standardized;
        Estimate constant = new Estimate.NotComputable(CONSTANT_ITEM);
        List<ItemStatistics> statistics = new ArrayList<>(items);
        for (int j = 0; j < items; j++) {
            statistics.add(item(j));
        }
        return new ScaleReliability(
                n,
                items,
                moments.incomplete(),
                alpha,
                std == null ? constant : standardizedAlpha(std.average, items),
                lambda2(covariance, total, trace),
                std == null ? constant : lambda2(std.matrix, std.total, items),
                std == null ? constant : lambda6(std, covariance, total),
                std == null ? constant : lambda6(std, std.matrix, std.total),
                std == null ? constant : Estimate.of(std.average, n),
                std == null ? constant : signalToNoise(std.average),
                error(alpha, Math.sqrt(total)),
                error(alpha, Math.sqrt(total) / items),
                statistics);
    }

    private Estimate alpha(double variance, double sumOfVariances, int count) {
        return isVarying(variance, sumOfVariances)
                ? Estimate.of((double) count / (count - 1) * (1 - sumOfVariances / variance), n)
                : new Estimate.NotComputable(NO_VARIATION);
    }

    private static boolean isVarying(double variance, double sumOfVariances) {
        return variance > 1e-14 * sumOfVariances;
    }

    private Estimate standardizedAlpha(double average, int count) {
        double denominator = 1 + (count - 1) * average;
        return denominator > 1e-14
                ? Estimate.of(count * average / denominator, n)
                : new Estimate.NotComputable(NO_VARIATION);
    }

    private Estimate lambda2(double[][] matrix, double variance, double sumOfVariances) {
        if (!isVarying(variance, sumOfVariances)) {
            return new Estimate.NotComputable(NO_VARIATION);
        }
        double squares = 0;
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < items; k++) {
                squares += j == k ? 0 : matrix[j][k] * matrix[j][k];
            }
        }
        double bound = Math.sqrt((double) items / (items - 1) * squares);
        return Estimate.of((variance - sumOfVariances + bound) / variance, n);
    }

    private Estimate lambda6(Standardized std, double[][] matrix, double variance) {
        if (!isVarying(variance, ItemMoments.trace(matrix))) {
            return new Estimate.NotComputable(NO_VARIATION);
        }
        if (std.unexplained.isEmpty()) {
            return new Estimate.NotComputable(DEPENDENT_ITEMS);
        }
        double unexplained = 0;
        for (int j = 0; j < items; j++) {
            unexplained += matrix[j][j] * std.unexplained.get()[j];
        }
        return Estimate.of(1 - unexplained / variance, n);
    }

    private Estimate signalToNoise(double average) {
        return average < 1 ? Estimate.of(items * average / (1 - average), n) : new Estimate.NotComputable(NO_NOISE);
    }

    private Estimate error(Estimate alpha, double deviation) {
        return alpha instanceof Estimate.Point point
                ? Estimate.of(deviation * Math.sqrt(Math.max(0, 1 - point.value())), n)
                : alpha;
    }

    private ItemStatistics item(int j) {
        double variance = covariance[j][j];
        double withTotal = 0;
        for (int k = 0; k < items; k++) {
            withTotal += covariance[j][k];
        }
        double withRest = withTotal - variance;
        double rest = total - 2 * withTotal + variance;
        Standardized std = standardized;
        return new ItemStatistics(
                Estimate.of(moments.mean(j), n),
                Estimate.of(Math.sqrt(variance), n),
                correlation(withTotal, variance, total),
                correlation(withRest, variance, rest),
                std == null ? new Estimate.NotComputable(CONSTANT_ITEM) : attenuationCorrected(std, j),
                items == 2 ? new Estimate.NotComputable(ONE_ITEM_LEFT) : alpha(rest, trace - variance, items - 1),
                standardizedIfDeleted(j));
    }

    private Estimate correlation(double both, double one, double other) {
        if (!(one > 0)) {
            return new Estimate.NotComputable(CONSTANT_ITEM);
        }
        return isVarying(other, trace)
                ? Estimate.of(Math.max(-1, Math.min(1, both / Math.sqrt(one * other))), n)
                : new Estimate.NotComputable(NO_VARIATION);
    }

    private Estimate attenuationCorrected(Standardized std, int j) {
        if (std.unexplained.isEmpty()) {
            return new Estimate.NotComputable(DEPENDENT_ITEMS);
        }
        double[] unexplained = std.unexplained.get();
        double common = std.total;
        for (double share : unexplained) {
            common -= share;
        }
        return common > 1e-14
                ? Estimate.of((std.sums[j] - unexplained[j]) / Math.sqrt(common), n)
                : new Estimate.NotComputable(NO_VARIATION);
    }

    private Estimate standardizedIfDeleted(int j) {
        if (items == 2) {
            return new Estimate.NotComputable(ONE_ITEM_LEFT);
        }
        Standardized std = standardized;
        if (std == null) {
            return new Estimate.NotComputable(CONSTANT_ITEM);
        }
        double others = std.total - 2 * std.sums[j] + 1 - (items - 1);
        return standardizedAlpha(others / ((items - 1.0) * (items - 2)), items - 1);
    }

    /** Correlations and what follows from them. */
    private static final class Standardized {

        private final double[][] matrix;
        private final double total;
        private final double average;
        private final double[] sums;

        /** The share of each item's variance that the others do not explain; empty if they determine one another. */
        private final Optional<double[]> unexplained;

        Standardized(double[][] matrix) {
            int items = matrix.length;
            this.matrix = matrix;
            total = ItemMoments.total(matrix);
            average = (total - items) / ((double) items * (items - 1));
            sums = new double[items];
            for (int j = 0; j < items; j++) {
                for (double cell : matrix[j]) {
                    sums[j] += cell;
                }
            }
            unexplained = Cholesky.of(matrix).map(Cholesky::inverse).map(inverse -> {
                double[] shares = new double[items];
                for (int j = 0; j < items; j++) {
                    shares[j] = 1 / inverse[j][j];
                }
                return shares;
            });
        }
    }
}
