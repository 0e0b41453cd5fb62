package org.moatmark.core.stats;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact rational number in lowest terms with a denominator above 0: for questions whose answer is yes or no, such as
 * whether one row is a combination of others, where rounding would make the answer a guess.
 *
 * @param numerator any whole number
 * @param denominator above 0, without a common factor with the numerator
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction>, Serializable {

    /** Nothing. */
    public static final Fraction ZERO = of(0);

    /** One. */
    public static final Fraction ONE = of(1);

    /** Brings the fraction to lowest terms; refuses a denominator of 0. */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("The denominator of a fraction is not 0.");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /**
     * A whole number.
     *
     * @param whole the number
     * @return the fraction
     */
    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /**
     * The quotient of two whole numbers.
     *
     * @param numerator any
     * @param denominator not 0
     * @return the fraction
     * @throws IllegalArgumentException if the denominator is 0
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * The very value of a double, without any rounding.
     *
     * @param value a finite number
     * @return the fraction
     * @throws NumberFormatException if it is NaN or infinite
     */
    public static Fraction of(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.scale() > 0
                ? new Fraction(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
                : new Fraction(exact.toBigIntegerExact(), BigInteger.ONE);
    }

    /**
     * The sum.
     *
     * @param other what is added
     * @return this plus the other
     */
    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * The difference.
     *
     * @param other what is taken away
     * @return this minus the other
     */
    public Fraction minus(Fraction other) {
        return plus(other.negative());
    }

    /**
     * The product.
     *
     * @param other the other factor
     * @return this times the other
     */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The quotient.
     *
     * @param other by what it is divided, not 0
     * @return this over the other
     * @throws IllegalArgumentException if the other is 0
     */
    public Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * The same with the other sign.
     *
     * @return 0 minus this
     */
    public Fraction negative() {
        return new Fraction(numerator.negate(), denominator);
    }

    /**
     * Its sign.
     *
     * @return -1, 0 or 1
     */
    public int sign() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /**
     * The nearest double.
     *
     * @return the value, rounded
     */
    public double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
