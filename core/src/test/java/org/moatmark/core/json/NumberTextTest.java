package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    private static final long SEED = 20261121L;

    /** RFC 8785, appendix B, "Number Serialization Samples": IEEE 754 bits and the text; NaN and Infinity are below. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writes_the_samples_of_rfc_8785(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7fffffffffffffffL, 0x7ff0000000000000L, 0xfff0000000000000L})
    void refuses_what_json_does_not_have(long bits) {
        assertThatThrownBy(() -> NumberText.of(Double.longBitsToDouble(bits)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 2^-44 is 5.684341886080802E-14 since Java 19 and had one digit more before. */
    @ParameterizedTest
    @CsvSource({
        "0x1p-44, 5.684341886080802e-14",
        "0x1p-1074, 5e-324",
        "0x1.8p-1073, 1.5e-323",
        "0x1.4p-1071, 5e-323",
        "0x1p-1022, 2.2250738585072014e-308",
        "0x0.fffffffffffffp-1022, 2.225073858507201e-308",
        "2.0E-3, 0.002",
        "2.0e23, 2e+23",
        "9007199254740993, 9007199254740992",
        "9007199254740991, 9007199254740991",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "100, 100",
        "-1, -1",
        "1000000000, 1000000000",
        "999999999, 999999999",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "0.0000012345, 0.0000012345",
        "1.2345e-7, 1.2345e-7",
        "4.35, 4.35",
        "61.25, 61.25",
        "0.001, 0.001",
        "999999.999, 999999.999",
        "33.333333333333336, 33.333333333333336"
    })
    void writes_hard_numbers(String written, String text) {
        assertThat(NumberText.of(Double.parseDouble(written))).isEqualTo(text);
    }

    @Test
    void reads_back_as_the_same_number_and_no_shorter_text_does() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double value = some(random, i);
            if (!Double.isFinite(value) || value == 0) {
                continue;
            }
            String text = NumberText.of(value);
            String message = "seed " + SEED + ", number " + i + ": " + Double.toHexString(value) + " as " + text;
            assertThat(Double.parseDouble(text)).as(message).isEqualTo(value);
            BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
            int digits = decimal.precision();
            assertThat(digits).as(message).isLessThanOrEqualTo(17);
            BigDecimal exact = new BigDecimal(value);
            if (digits > 1) {
                assertNoneShorter(exact, digits - 1, value, message);
            }
            assertNearest(exact, decimal, value, message);
        }
    }

    private static void assertNoneShorter(BigDecimal exact, int digits, double value, String message) {
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
        assertThat(below.doubleValue()).as(message).isNotEqualTo(value);
        assertThat(above.doubleValue()).as(message).isNotEqualTo(value);
    }

    private static void assertNearest(BigDecimal exact, BigDecimal decimal, double value, String message) {
        BigDecimal distance = exact.subtract(decimal).abs();
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimal.scale());
        for (BigDecimal neighbour : new BigDecimal[] {decimal.add(step), decimal.subtract(step)}) {
            if (neighbour.doubleValue() == value) {
                assertThat(distance)
                        .as(message)
                        .isLessThanOrEqualTo(exact.subtract(neighbour).abs());
            }
        }
    }

    /** Since Java 19 {@code Double.toString} gives the same digits, but never fewer than two (JDK-4511638). */
    @Test
    void has_the_digits_of_newer_java_versions() {
        if (Runtime.version().feature() < 19) {
            return;
        }
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000_000; i++) {
            double value = some(random, i);
            if (Double.isFinite(value) && Math.abs(value) > 1e-320) {
                BigDecimal ours = new BigDecimal(NumberText.of(value));
                assertThat(ours.compareTo(new BigDecimal(Double.toString(value))))
                        .as("seed %d, number %d: %s", SEED, i, value)
                        .isZero();
            }
        }
    }

    @Test
    void writes_every_small_number_with_two_digits_after_the_point() {
        byte[] target = new byte[NumberText.LONGEST + 3];
        for (int i = -10_000; i <= 10_000; i++) {
            String text = BigDecimal.valueOf(i, 2).stripTrailingZeros().toPlainString();
            int end = NumberText.write(i / 100.0, target, 3);
            assertThat(new String(target, 3, end - 3, StandardCharsets.US_ASCII))
                    .isEqualTo(i == 0 ? "0" : text);
        }
    }

    @Test
    void the_logarithms_are_exact() {
        for (int e = -2000; e <= 2000; e++) {
            BigDecimal power = new BigDecimal(2).pow(Math.abs(e));
            if (e < 0) {
                power = BigDecimal.ONE.divide(power);
            }
            assertThat(NumberText.floorLog10OfPow2(e)).isEqualTo(floorLog10(power));
            assertThat(NumberText.floorLog10OfThreeQuartersOfPow2(e))
                    .isEqualTo(floorLog10(power.multiply(new BigDecimal("0.75"))));
        }
        for (int e = -400; e <= 400; e++) {
            int bits = BigInteger.TEN.pow(Math.abs(e)).bitLength();
            assertThat(NumberText.floorLog2OfPow10(e)).isEqualTo(e > 0 ? bits - 1 : e == 0 ? 0 : -bits);
        }
    }

    private static int floorLog10(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static double some(Random random, int i) {
        return switch (i % 9) {
            case 0, 1 -> Double.longBitsToDouble(random.nextLong());
            case 2 -> random.nextDouble() * 100;
            case 3 -> random.nextInt(1_000_000) / (double) (1 + random.nextInt(1_000));
            case 4 -> Double.longBitsToDouble((long) (1 + random.nextInt(2046)) << 52);
            case 5 -> Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(40)));
            case 6 -> random.nextInt(10_000) / 1000.0;
            case 7 -> Double.longBitsToDouble(random.nextInt(200));
            default -> random.nextLong();
        };
    }
}
