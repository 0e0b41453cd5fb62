package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Distribution functions and quantiles against R, at their ends, and in their identities. */
class DistributionsTest {

    /** {@code r_distributions.csv}: pnorm, qnorm, pt, qt, pf, qf, pbeta, qbeta, pchisq and qchisq of R 4.2.2. */
    @Test
    void they_agree_with_r_to_twelve_digits() {
        List<List<String>> rows = ReferenceCase.table("r_distributions.csv");
        assertThat(rows).hasSizeGreaterThan(600);
        for (List<String> row : rows.subList(1, rows.size())) {
            double expected = Double.parseDouble(row.get(4));
            assertThat(value(row)).as(row.toString()).isCloseTo(expected, within(1e-12 * Math.abs(expected) + 1e-15));
        }
    }

    private static double value(List<String> row) {
        double x = Double.parseDouble(row.get(1));
        double a = row.get(2).isEmpty() ? 0 : Double.parseDouble(row.get(2));
        double b = row.get(3).isEmpty() ? 0 : Double.parseDouble(row.get(3));
        return switch (row.get(0)) {
            case "normalCdf" -> Distributions.normalCdf(x);
            case "normalQuantile" -> Distributions.normalQuantile(x);
            case "studentCdf" -> Distributions.studentCdf(x, a);
            case "studentQuantile" -> Distributions.studentQuantile(x, a);
            case "fCdf" -> Distributions.fCdf(x, a, b);
            case "fUpper" -> Distributions.fUpper(x, a, b);
            case "fQuantile" -> Distributions.fQuantile(x, a, b);
            case "betaCdf" -> Distributions.betaCdf(x, a, b);
            case "betaQuantile" -> Distributions.betaQuantile(x, a, b);
            case "chiSquaredCdf" -> Distributions.chiSquaredCdf(x, a);
            case "chiSquaredUpper" -> Distributions.chiSquaredUpper(x, a);
            case "chiSquaredQuantile" -> Distributions.chiSquaredQuantile(x, a);
            default -> throw new IllegalArgumentException(row.toString());
        };
    }

    @Test
    void they_reach_their_ends() {
        double endless = Double.POSITIVE_INFINITY;
        assertThat(Distributions.normalCdf(-endless)).isZero();
        assertThat(Distributions.normalCdf(endless)).isOne();
        assertThat(Distributions.normalQuantile(0)).isEqualTo(-endless);
        assertThat(Distributions.normalQuantile(1)).isEqualTo(endless);
        assertThat(Distributions.normalDensity(endless)).isZero();
        assertThat(Distributions.normalDensity(0)).isCloseTo(0.398942280401432678, within(1e-16));
        assertThat(Distributions.studentCdf(-endless, 3)).isZero();
        assertThat(Distributions.studentCdf(endless, 3)).isOne();
        assertThat(Distributions.studentCdf(0, 3)).isEqualTo(0.5);
        assertThat(Distributions.studentQuantile(0, 3)).isEqualTo(-endless);
        assertThat(Distributions.studentQuantile(1, 3)).isEqualTo(endless);
        assertThat(Distributions.fCdf(-1, 2, 3)).isZero();
        assertThat(Distributions.fUpper(-1, 2, 3)).isOne();
        assertThat(Distributions.fCdf(endless, 2, 3)).isOne();
        assertThat(Distributions.fUpper(endless, 2, 3)).isZero();
        assertThat(Distributions.fQuantile(0, 2, 3)).isZero();
        assertThat(Distributions.fQuantile(1, 2, 3)).isEqualTo(endless);
        assertThat(Distributions.betaCdf(-0.1, 2, 3)).isZero();
        assertThat(Distributions.betaCdf(1.1, 2, 3)).isOne();
        assertThat(Distributions.betaQuantile(0, 2, 3)).isZero();
        assertThat(Distributions.betaQuantile(1, 2, 3)).isOne();
        assertThat(Distributions.chiSquaredCdf(0, 2)).isZero();
        assertThat(Distributions.chiSquaredCdf(endless, 2)).isOne();
        assertThat(Distributions.chiSquaredUpper(-1, 2)).isOne();
        assertThat(Distributions.chiSquaredUpper(endless, 2)).isZero();
        assertThat(Distributions.chiSquaredQuantile(0, 2)).isZero();
        assertThat(Distributions.chiSquaredQuantile(1, 2)).isEqualTo(endless);
    }

    /** Student's t squared is F(1, df); F(1, 1) is the square of a tangent; chi-squared(2) is exponential. */
    @Test
    void they_keep_the_identities_between_them() {
        for (double df : new double[] {1, 2.5, 8, 120}) {
            double t = Distributions.studentQuantile(0.975, df);
            assertThat(Distributions.fQuantile(0.95, 1, df)).isCloseTo(t * t, within(1e-11 * t * t));
            assertThat(Distributions.studentTwoSided(t, df)).isCloseTo(0.05, within(1e-13));
        }
        double tangent = Math.tan(Math.PI * 0.5e-6);
        assertThat(Distributions.fQuantile(1e-6, 1, 1) / (tangent * tangent)).isCloseTo(1, within(1e-12));
        assertThat(Distributions.chiSquaredQuantile(0.3, 2)).isCloseTo(-2 * Math.log(0.7), within(1e-14));
    }

    @Test
    void what_is_no_distribution_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Distributions.normalCdf(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A distribution function was asked at x = NaN: give a number.");
        assertThatThrownBy(() -> Distributions.fQuantile(1.5, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile was asked at probability 1.5: give one from 0 to 1.");
        assertThatThrownBy(() -> Distributions.normalQuantile(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile was asked at probability NaN: give one from 0 to 1.");
        assertThatThrownBy(() -> Distributions.studentCdf(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A distribution was given degrees of freedom of 0.0: give a finite number above 0.");
        assertThatThrownBy(() -> Distributions.betaCdf(0.5, 1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A distribution was given shape of Infinity: give a finite number above 0.");
    }
}
