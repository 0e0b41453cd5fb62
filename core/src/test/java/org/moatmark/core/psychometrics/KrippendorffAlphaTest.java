package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alpha beyond the published examples: the definition pair by pair, special cases, and the bootstrap. */
class KrippendorffAlphaTest {

    private static final double NA = Double.NaN;

    @ParameterizedTest
    @EnumSource(Metric.class)
    void agrees_with_the_definition_pair_by_pair(Metric metric) {
        for (long seed = 1; seed <= 200; seed++) {
            double[][] ratings = random(seed, 2 + (int) (seed % 9), 2 + (int) (seed % 4));
            KrippendorffAlpha alpha = KrippendorffAlpha.of(ratings, metric);
            double[] disagreements = pairByPair(ratings, metric);
            if (alpha.alpha() instanceof Estimate.Point point) {
                assertThat(alpha.observedDisagreement().orThrow())
                        .as("seed " + seed)
                        .isCloseTo(disagreements[0], within(1e-12 * (1 + disagreements[0])));
                assertThat(point.value())
                        .as("seed " + seed)
                        .isCloseTo(1 - disagreements[0] / disagreements[1], within(1e-12));
            } else {
                assertThat(disagreements[1] > 0).as("seed " + seed).isFalse();
            }
        }
    }

    /** Ratings from 0 to 4, a third of them missing; some far apart, so that distances are not only steps of one. */
    private static double[][] random(long seed, int units, int raters) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scale = {0, 1, 2, 4, 7.5};
        double[][] ratings = new double[units][raters];
        for (double[] unit : ratings) {
            Arrays.setAll(unit, i -> random.nextInt(3) == 0 ? NA : scale[random.nextInt(scale.length)]);
        }
        return ratings;
    }

    private static double[] pairByPair(double[][] ratings, Metric metric) {
        double[][] pairable = Arrays.stream(ratings)
                .map(unit -> Arrays.stream(unit).filter(x -> !Double.isNaN(x)).toArray())
                .filter(unit -> unit.length > 1)
                .toArray(double[][]::new);
        double[] all = Arrays.stream(pairable).flatMapToDouble(Arrays::stream).toArray();
        double observed = 0;
        for (double[] unit : pairable) {
            observed += pairs(unit, all, metric) / (unit.length - 1);
        }
        return new double[] {observed / all.length, pairs(all, all, metric) / (all.length * (all.length - 1.0))};
    }

    private static double pairs(double[] some, double[] all, Metric metric) {
        double sum = 0;
        for (double c : some) {
            for (double k : some) {
                sum += c == k ? 0 : StrictMath.pow(difference(Math.min(c, k), Math.max(c, k), all, metric), 2);
            }
        }
        return sum;
    }

    private static double difference(double c, double k, double[] all, Metric metric) {
        return switch (metric) {
            case NOMINAL -> 1;
            case INTERVAL -> k - c;
            case RATIO -> (k - c) / (k + c);
            case ORDINAL ->
                Arrays.stream(all).filter(x -> c <= x && x <= k).count()
                        - Arrays.stream(all).filter(x -> x == c || x == k).count() / 2.0;
        };
    }

    @Test
    void says_what_it_rests_on() {
        KrippendorffAlpha alpha =
                KrippendorffAlpha.of(new double[][] {{1, 1, NA}, {2, 3, 3}, {NA, NA, 1}, {NA, NA, NA}}, Metric.ORDINAL);

        assertThat(alpha.units()).isEqualTo(4);
        assertThat(alpha.pairableUnits()).isEqualTo(2);
        assertThat(alpha.pairableRatings()).isEqualTo(5);
        assertThat(alpha.alpha())
                .isInstanceOfSatisfying(
                        Estimate.Point.class, point -> assertThat(point.n()).isEqualTo(2));
    }

    @Test
    void raters_of_one_mind_reach_one() {
        double[][] ratings = {{1, 1}, {5, 5}, {3, 3}};
        for (Metric metric : Metric.values()) {
            assertThat(KrippendorffAlpha.of(ratings, metric).alpha()).isEqualTo(Estimate.of(1, 3));
        }
    }

    @Test
    void raters_who_always_contradict_fall_below_zero() {
        // D_o = 1; D_e = 2 * 4 * 4 / (8 * 7): 1 - 7 / 4.
        assertThat(KrippendorffAlpha.of(new double[][] {{0, 1}, {1, 0}, {0, 1}, {1, 0}}, Metric.NOMINAL)
                        .alpha()
                        .orThrow())
                .isCloseTo(-0.75, within(1e-15));
    }

    @Test
    void one_unit_alone_gives_zero() {
        assertThat(KrippendorffAlpha.of(new double[][] {{2, 5}}, Metric.INTERVAL)
                        .alpha()
                        .orThrow())
                .isZero();
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(KrippendorffAlpha.of(new double[][] {{0.0, -0.0}, {1, 1}}, Metric.NOMINAL)
                        .alpha()
                        .orThrow())
                .isEqualTo(1);
    }

    @Test
    void without_pairs_there_is_no_alpha() {
        for (double[][] ratings : new double[][][] {{}, {{}}, {{1}, {2}}, {{1, NA}, {NA, 2}}}) {
            KrippendorffAlpha alpha = KrippendorffAlpha.of(ratings, Metric.ORDINAL);
            assertThatThrownBy(alpha.alpha()::orThrow)
                    .hasMessage("No unit was rated by two raters, so nothing can be compared.");
            assertThat(alpha.observedDisagreement().number()).isEmpty();
            assertThat(alpha.pairableRatings()).isZero();
        }
    }

    @Test
    void without_variation_there_is_no_alpha() {
        for (Metric metric : Metric.values()) {
            KrippendorffAlpha alpha =
                    KrippendorffAlpha.of(new double[][] {{0.1, 0.1, 0.1}, {0.1, 0.1, NA}, {3, NA, NA}}, metric);
            assertThatThrownBy(alpha.alpha()::orThrow)
                    .hasMessage(
                            "All ratings are equal, so agreement cannot be told from a scale of which only one value"
                                    + " is used.");
            assertThat(alpha.expectedDisagreement().orThrow()).isZero();
        }
    }

    @Test
    void refuses_what_is_no_table_of_ratings() {
        assertThatThrownBy(() -> KrippendorffAlpha.of(new double[][] {{1, 2}, {1}}, Metric.NOMINAL))
                .hasMessage(
                        "Row 1 (unit) has 1 cells, not 2 as the first: every unit needs one cell for each rater, NaN"
                                + " where it is missing.");
        assertThatThrownBy(() -> KrippendorffAlpha.of(new double[][] {{1, 1 / 0.0}}, Metric.NOMINAL))
                .hasMessage("The cell of unit 0 and rater 1 is Infinity: a cell is a finite number, or NaN where it is"
                        + " missing.");
        assertThatThrownBy(() -> KrippendorffAlpha.of(new double[][] {{1, -1}}, Metric.RATIO))
                .hasMessage("The ratio metric needs ratings from a true zero upwards, but one is -1.0. Use the interval"
                        + " metric for scales that go below zero.");
    }

    @Test
    void the_bootstrap_repeats_itself_and_holds_alpha() {
        double[][] ratings = random(3, 60, 4);
        double[][] copy = Arrays.stream(ratings).map(double[]::clone).toArray(double[][]::new);
        double alpha = KrippendorffAlpha.of(ratings, Metric.ORDINAL).alpha().orThrow();

        BootstrapInterval interval = KrippendorffAlpha.bootstrap(ratings, Metric.ORDINAL, 0.95, 500, 7);

        assertThat(interval).isEqualTo(KrippendorffAlpha.bootstrap(ratings, Metric.ORDINAL, 0.95, 500, 7));
        assertThat(interval.limits())
                .isNotEqualTo(KrippendorffAlpha.bootstrap(ratings, Metric.ORDINAL, 0.95, 500, 8)
                        .limits());
        assertThat(interval.limits().orThrow().contains(alpha)).isTrue();
        assertThat(interval.runs()).isEqualTo(500);
        assertThat(interval.runsWithout()).isZero();
        assertThat(Arrays.deepEquals(ratings, copy)).isTrue();
        assertThat(KrippendorffAlpha.bootstrap(ratings, Metric.ORDINAL, 0.5, 500, 7)
                        .limits()
                        .orThrow())
                .satisfies(narrow -> assertThat(narrow.high() - narrow.low())
                        .isLessThan(interval.limits().orThrow().high()
                                - interval.limits().orThrow().low()));
    }

    @Test
    void the_bootstrap_of_raters_of_one_mind_is_one() {
        IntervalEstimate.Limits limits = KrippendorffAlpha.bootstrap(
                        new double[][] {{1, 1}, {2, 2}, {3, 3}, {4, 4}}, Metric.INTERVAL, 0.9, 200, 1)
                .limits()
                .orThrow();

        assertThat(limits).isEqualTo(new IntervalEstimate.Limits(1, 1, 0.9));
    }

    @Test
    void the_bootstrap_says_when_it_cannot() {
        BootstrapInterval one = KrippendorffAlpha.bootstrap(new double[][] {{1, 2}}, Metric.NOMINAL, 0.9, 100, 1);
        assertThatThrownBy(one.limits()::orThrow).hasMessage("A bootstrap needs at least two units that can be drawn.");
        assertThat(one.runsWithout()).isEqualTo(100);

        double[][] lonely = new double[40][2];
        BootstrapInterval flat = KrippendorffAlpha.bootstrap(lonely, Metric.NOMINAL, 0.9, 100, 1);
        assertThatThrownBy(flat.limits()::orThrow)
                .hasMessage("More than half of the bootstrap draws gave no value, mostly because all drawn ratings were"
                        + " equal.");
        assertThatThrownBy(() -> KrippendorffAlpha.bootstrap(lonely, Metric.NOMINAL, 95, 100, 1))
                .hasMessage("A level of confidence lies between 0 and 1, such as 0.95, and is not 95.0.");
        assertThatThrownBy(() -> KrippendorffAlpha.bootstrap(lonely, Metric.NOMINAL, 0.95, 99, 1))
                .hasMessage("A bootstrap interval needs at least 100 runs to have tails, not 99; 2,000 are usual.");
    }
}
