package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Contribution;

/** Rounds to 0.1 what must not be told more exactly. */
final class Tenths {

    private static final double SAME = 1e-9;

    private Tenths() {}

    static double of(double value) {
        return StrictMath.rint(value * 10) / 10;
    }

    static @Nullable Double of(@Nullable Double value) {
        return value == null ? null : Double.valueOf(of(value.doubleValue()));
    }

    /** From the lowest to the highest of some scores, rounded outward; null if they are all the same. */
    static @Nullable Bounds range(double... scores) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            low = Math.min(low, score);
            high = Math.max(high, score);
        }
        return high - low <= SAME
                ? null
                : new Bounds(
                        Math.max(0, StrictMath.floor(low * 10) / 10), Math.min(100, StrictMath.ceil(high * 10) / 10));
    }

    /** Points in tenths that sum to the rounded score: the largest rests are rounded up. */
    static List<Contribution> points(List<Contribution> exact, double score) {
        long[] tenths = new long[exact.size()];
        double[] rest = new double[exact.size()];
        long open = (long) StrictMath.rint(score * 10);
        for (int i = 0; i < tenths.length; i++) {
            tenths[i] = (long) StrictMath.floor(exact.get(i).points() * 10 + SAME);
            rest[i] = exact.get(i).points() * 10 - tenths[i];
            open -= tenths[i];
        }
        List<Integer> byRest =
                new ArrayList<>(IntStream.range(0, tenths.length).boxed().toList());
        byRest.sort(Comparator.comparingDouble((Integer i) -> -rest[i]));
        for (int i = 0; i < byRest.size() && open > 0; i++, open--) {
            tenths[byRest.get(i)]++;
        }
        List<Contribution> rounded = new ArrayList<>();
        for (int i = 0; i < tenths.length; i++) {
            Contribution one = exact.get(i);
            rounded.add(new Contribution(
                    one.key(), one.weight(), StrictMath.rint(one.share() * 1_000) / 1_000, tenths[i] / 10.0));
        }
        return rounded;
    }
}
