package warrant.rules.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A fraction in lowest terms, so that {@code 10 / 3 * 3} is 10.
 *
 * @param denominator positive
 */
record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {
    /** Significant digits of a decimal that has no finite form. */
    static final int DIGITS = 50;

    /** Bits of a numerator or denominator: about 3,000 decimal digits. */
    private static final int MAX_BITS = 10_000;

    /** Digits of a number, before and after the point. */
    private static final int MAX_SCALE = 1_000;

    static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

    Exact {
        if (denominator.signum() == 0) {
            throw new ValueException(ValueException.Reason.DIVISION_BY_ZERO, "division by zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
        if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
            throw new ValueException(ValueException.Reason.LIMIT, "a number of more than 3,000 digits");
        }
    }

    static Exact of(BigDecimal value) {
        if (Math.abs((long) value.scale()) > MAX_SCALE || value.precision() > MAX_SCALE) {
            throw new ValueException(ValueException.Reason.LIMIT, "a number of more than 1,000 digits");
        }
        return value.scale() > 0
                ? new Exact(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Exact(value.toBigIntegerExact(), BigInteger.ONE);
    }

    Exact plus(Exact other) {
        return new Exact(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Exact minus(Exact other) {
        return plus(other.negate());
    }

    Exact times(Exact other) {
        return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Exact over(Exact other) {
        return new Exact(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    Exact negate() {
        return new Exact(numerator.negate(), denominator);
    }

    /** @param places decimal places kept; negative ones round before the point */
    Exact round(int places, RoundingMode mode) {
        BigDecimal rounded = places >= 0
                ? new BigDecimal(numerator).divide(new BigDecimal(denominator), places, mode)
                : roundBeforePoint(-places, mode);
        return of(rounded);
    }

    private BigDecimal roundBeforePoint(int zeros, RoundingMode mode) {
        BigDecimal unit = BigDecimal.TEN.pow(zeros);
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator).multiply(unit), 0, mode)
                .multiply(unit);
    }

    /** @return the decimal, without trailing zeros; half-even to {@link #DIGITS} digits where it has no finite form */
    BigDecimal decimal() {
        int digits = isFinite() ? MAX_SCALE : DIGITS;
        BigDecimal quotient = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), new MathContext(digits, RoundingMode.HALF_EVEN));
        return quotient.signum() == 0 ? BigDecimal.ZERO : quotient.stripTrailingZeros();
    }

    /** A fraction in lowest terms has a finite decimal form when two and five alone divide its denominator. */
    private boolean isFinite() {
        BigInteger rest = denominator.shiftRight(Math.max(0, denominator.getLowestSetBit()));
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
        }
        return rest.equals(BigInteger.ONE);
    }

    boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Exact other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
