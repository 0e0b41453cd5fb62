package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The six coefficients beyond the published data: against each other, the jackknife, and at their limits. */
class RaterAgreementTest {

    private static final double NA = Double.NaN;

    private static final AgreementWeights NAMES = AgreementWeights.identity(1, 2, 3);

    private static final AgreementWeights LINEAR = AgreementWeights.linear(1, 2, 3);

    private record Coefficient(String name, BiFunction<double[][], AgreementWeights, RaterAgreement> of) {
        RaterAgreement of(double[][] ratings, AgreementWeights weights) {
            return of.apply(ratings, weights);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Coefficient> coefficients() {
        return Stream.of(
                new Coefficient("percent", RaterAgreement::percent),
                new Coefficient("Brennan-Prediger", RaterAgreement::brennanPrediger),
                new Coefficient("Fleiss", RaterAgreement::fleiss),
                new Coefficient("Conger", RaterAgreement::conger),
                new Coefficient("Gwet", RaterAgreement::gwet),
                new Coefficient("Krippendorff", RaterAgreement::krippendorff));
    }

    /** Ratings that follow the unit half of the time, a fifth of them missing. */
    private static double[][] random(long seed, int units, int raters) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] ratings = new double[units][raters];
        for (double[] unit : ratings) {
            int truth = 1 + random.nextInt(3);
            Arrays.setAll(
                    unit, i -> random.nextInt(5) == 0 ? NA : random.nextBoolean() ? truth : 1 + random.nextInt(3));
        }
        return ratings;
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void the_standard_error_is_near_the_jackknife(Coefficient coefficient) {
        double[][] ratings = random(5, 400, 4);
        RaterAgreement whole = coefficient.of(ratings, LINEAR);
        double[] without = new double[400];
        for (int i = 0; i < 400; i++) {
            int out = i;
            double[][] rest = Stream.iterate(0, k -> k < 400, k -> k + 1)
                    .filter(k -> k != out)
                    .map(k -> ratings[k])
                    .toArray(double[][]::new);
            without[i] = coefficient.of(rest, LINEAR).coefficient().orThrow();
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares =
                Arrays.stream(without).map(x -> (x - mean) * (x - mean)).sum();
        assertThat(whole.standardError().orThrow())
                .isCloseTo(
                        Math.sqrt(squares * 399 / 400),
                        within(0.01 * whole.standardError().orThrow()));
    }

    @Test
    void conger_of_two_raters_is_cohen() {
        double[][] ratings = {{1, 1}, {2, 3}, {3, 3}, {1, 2}, {2, 2}, {3, 1}};
        double[] first = Arrays.stream(ratings).mapToDouble(row -> row[0]).toArray();
        double[] second = Arrays.stream(ratings).mapToDouble(row -> row[1]).toArray();

        assertThat(RaterAgreement.conger(ratings, LINEAR).coefficient().orThrow())
                .isCloseTo(CohenKappa.of(first, second, LINEAR).kappa().orThrow(), within(1e-14));
    }

    @Test
    void krippendorff_with_weights_is_alpha() {
        double[][] ratings = random(8, 40, 5);

        assertThat(RaterAgreement.krippendorff(ratings, NAMES).coefficient().orThrow())
                .isCloseTo(KrippendorffAlpha.of(ratings, Metric.NOMINAL).alpha().orThrow(), within(1e-13));
        assertThat(RaterAgreement.krippendorff(ratings, AgreementWeights.quadratic(1, 2, 3))
                        .coefficient()
                        .orThrow())
                .isCloseTo(
                        KrippendorffAlpha.of(ratings, Metric.INTERVAL).alpha().orThrow(), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void raters_of_one_mind_reach_one(Coefficient coefficient) {
        RaterAgreement agreement = coefficient.of(new double[][] {{1, 1, 1}, {2, 2, NA}, {3, 3, 3}}, NAMES);

        assertThat(agreement.coefficient().orThrow()).isEqualTo(1);
        assertThat(agreement.standardError().orThrow()).isCloseTo(0, within(1e-8));
        assertThat(agreement.observedAgreement().orThrow()).isEqualTo(1);
        assertThat(agreement.interval(0.95).orThrow().high()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void without_a_pair_there_is_none(Coefficient coefficient) {
        for (double[][] ratings : new double[][][] {{}, {{NA, 1}, {2, NA}}, {{NA, NA}}, {{1}, {2}}}) {
            RaterAgreement agreement = coefficient.of(ratings, NAMES);
            assertThatThrownBy(agreement.coefficient()::orThrow)
                    .hasMessage("No unit was rated by two raters, so nothing can be compared.");
            assertThat(agreement.interval(0.95).isComputable()).isFalse();
            assertThat(agreement.pairableUnits()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void one_used_category_gives_none_where_chance_comes_from_use(Coefficient coefficient) {
        RaterAgreement agreement = coefficient.of(new double[][] {{2, 2}, {2, 2}, {2, NA}}, NAMES);

        if (coefficient.name().matches("Fleiss|Conger|Krippendorff")) {
            assertThatThrownBy(agreement.coefficient()::orThrow)
                    .hasMessage("Chance alone already gives full agreement, because only one category was or can be"
                            + " used.");
        } else {
            assertThat(agreement.coefficient().orThrow()).isEqualTo(1);
        }
    }

    @Test
    void one_possible_category_leaves_only_percent() {
        AgreementWeights one = AgreementWeights.identity(2);
        coefficients()
                .forEach(coefficient -> assertThat(coefficient
                                .of(new double[][] {{2, 2}, {2, 2}}, one)
                                .coefficient()
                                .number()
                                .isPresent())
                        .as(coefficient.name())
                        .isEqualTo(coefficient.name().equals("percent")));
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void one_unit_has_a_coefficient_and_no_standard_error(Coefficient coefficient) {
        RaterAgreement agreement = coefficient.of(new double[][] {{1, 2, 3}}, NAMES);

        assertThat(agreement.coefficient().number()).isPresent();
        assertThatThrownBy(agreement.interval(0.95)::orThrow)
                .hasMessage("A standard error over units needs at least two units.");
    }

    @Test
    void conger_needs_every_rater_at_work() {
        assertThatThrownBy(RaterAgreement.conger(new double[][] {{1, 2, NA}, {2, 2, NA}}, NAMES)
                        .coefficient()::orThrow)
                .hasMessage("A rater rated no unit at all, so that rater's habits are unknown; leave the column out.");
    }

    @Test
    void says_how_many_units_count() {
        RaterAgreement agreement = RaterAgreement.gwet(new double[][] {{1, 1}, {NA, 3}, {NA, NA}, {2, 1}}, NAMES);

        assertThat(agreement.units()).isEqualTo(3);
        assertThat(agreement.pairableUnits()).isEqualTo(2);
        assertThat(agreement.raters()).isEqualTo(2);
        assertThatThrownBy(() -> RaterAgreement.gwet(new double[][] {{4, 1}}, NAMES))
                .hasMessage("Rating 4.0 is none of the categories [1.0, 2.0, 3.0]. Name every category that raters may"
                        + " choose.");
    }
}
