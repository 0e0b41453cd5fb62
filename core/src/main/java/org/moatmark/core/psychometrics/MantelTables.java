package org.moatmark.core.psychometrics;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;

/** The tables of {@link DifferentialUse}, one a stratum: what they add up to, and what that says. */
final class MantelTables {

    private static final double SIGNIFICANT = 0.05;
    private static final double DELTA = 2.35;
    private static final double LARGE_DELTA = 1.5;
    private static final double LARGE_EFFECT = 0.25;
    private static final double MODERATE_EFFECT = 0.17;

    private static final Words NOBODY =
            new Words("No two people of different groups have the same matching score.", "照合得点が同じで群の異なる回答者がいません。");

    private static final Words ALIKE =
            new Words("All people who can be compared answered alike.", "比較できる回答者の答えがすべて同じです。");

    private static final Words ZERO_CELLS = new Words(
            "In every stratum a cell is empty, so that the odds are 0 or infinite.", "すべての層に空のセルがあり、オッズが 0 か無限大になります。");

    private static final Words ORDINAL = new Words(
            "With more than two different answers no standard error of the odds is worked out.",
            "三通り以上の答えがある場合、オッズの標準誤差は計算しません。");

    private final double[] values;
    private int reference;
    private int focal;
    private int strata;
    private double excess;
    private double variance;
    private double difference;
    private double sum;
    private double squares;
    private double up;
    private double down;
    private double robinsUp;
    private double robinsMixed;
    private double robinsDown;

    MantelTables(double[] values) {
        this.values = values;
    }

    /** Adds a stratum: answers, those of the focal group after all of the others, and then how many of the others there are. */
    void add(double[] stratum) {
        int n = stratum.length - 1;
        int others = (int) stratum[n];
        int own = n - others;
        if (others == 0 || own == 0) {
            return;
        }
        strata++;
        reference += others;
        focal += own;
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            double answer = stratum[i] - values[0];
            first += i < others ? answer : 0;
            second += i < others ? 0 : answer;
            sum += answer;
            squares += answer * answer;
        }
        double mean = (first + second) / n;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            spread += (stratum[i] - values[0] - mean) * (stratum[i] - values[0] - mean);
        }
        excess += second - own * mean;
        variance += (double) others * own * spread / n / (n - 1);
        difference += own * (second / own - first / others);
        for (int cut = 1; cut < values.length; cut++) {
            odds(stratum, others, n, values[cut]);
        }
    }

    private void odds(double[] stratum, int others, int n, double from) {
        double above = 0;
        double focalAbove = 0;
        for (int i = 0; i < n; i++) {
            if (stratum[i] >= from) {
                above += i < others ? 1 : 0;
                focalAbove += i < others ? 0 : 1;
            }
        }
        double focalBelow = n - others - focalAbove;
        double below = others - above;
        double r = focalAbove * below / n;
        double s = focalBelow * above / n;
        double p = (focalAbove + below) / n;
        up += r;
        down += s;
        robinsUp += p * r;
        robinsMixed += p * s + (1 - p) * r;
        robinsDown += (1 - p) * s;
    }

    DifferentialUse compare(int people) {
        int n = reference + focal;
        if (strata == 0 || !(variance > 0)) {
            Estimate none = new Estimate.NotComputable(strata == 0 ? NOBODY : ALIKE);
            return new DifferentialUse(reference, focal, strata, people - n, none, none, none, none, none, none, null);
        }
        boolean two = values.length == 2;
        double correction = two ? (values[1] - values[0]) / 2 : 0;
        double off = Math.max(0, Math.abs(excess) - correction);
        double chiSquared = off * off / variance;
        double p = Distributions.chiSquaredUpper(chiSquared, 1);
        double standard = difference / focal;
        double deviation = Math.sqrt((squares - sum * sum / n) / (n - 1));
        boolean odds = up > 0 && down > 0;
        Estimate logOdds = odds ? Estimate.of(StrictMath.log(up / down), n) : new Estimate.NotComputable(ZERO_CELLS);
        double error = odds && two
                ? Math.sqrt(robinsUp / (2 * up * up) + robinsMixed / (2 * up * down) + robinsDown / (2 * down * down))
                : 0;
        double effect = standard / deviation;
        return new DifferentialUse(
                reference,
                focal,
                strata,
                people - n,
                Estimate.of(chiSquared, n),
                Estimate.of(p, n),
                Estimate.of(standard, n),
                Estimate.of(effect, n),
                logOdds,
                error > 0 ? Estimate.of(error, n) : new Estimate.NotComputable(odds ? ORDINAL : ZERO_CELLS),
                two ? sizeOf(logOdds, error, p) : sizeOf(effect, p));
    }

    private static DifferentialUse.Size sizeOf(double effect, double p) {
        double most = Math.abs(effect);
        if (most <= MODERATE_EFFECT || p >= SIGNIFICANT) {
            return DifferentialUse.Size.NEGLIGIBLE;
        }
        return most <= LARGE_EFFECT ? DifferentialUse.Size.MODERATE : DifferentialUse.Size.LARGE;
    }

    private static DifferentialUse.@Nullable Size sizeOf(Estimate logOdds, double error, double p) {
        if (!(logOdds instanceof Estimate.Point point)) {
            return null;
        }
        double delta = DELTA * Math.abs(point.value());
        if (delta < 1 || p >= SIGNIFICANT) {
            return DifferentialUse.Size.NEGLIGIBLE;
        }
        double above = (delta - 1) / (DELTA * error);
        boolean large = delta >= LARGE_DELTA && above > Distributions.normalQuantile(1 - SIGNIFICANT);
        return large ? DifferentialUse.Size.LARGE : DifferentialUse.Size.MODERATE;
    }
}
