package warrant.rules.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** A fraction in lowest terms with a positive denominator. */
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
    private static final MathContext SHOWN = new MathContext(50, RoundingMode.HALF_EVEN);

    Ratio {
        if (under.signum() == 0) {
            throw new Rejection("a division by zero");
        }
        BigInteger common = over.gcd(under);
        BigInteger divisor = under.signum() < 0 ? common.negate() : common;
        over = over.divide(divisor);
        under = under.divide(divisor);
    }

    static Ratio of(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        return value.scale() > 0
                ? new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Ratio(value.toBigInteger(), BigInteger.ONE);
    }

    static Ratio of(long value) {
        return new Ratio(BigInteger.valueOf(value), BigInteger.ONE);
    }

    Ratio plus(Ratio other) {
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio times(Ratio other) {
        return new Ratio(over.multiply(other.over), under.multiply(other.under));
    }

    Ratio dividedBy(Ratio other) {
        return new Ratio(over.multiply(other.under), under.multiply(other.over));
    }

    Ratio negated() {
        return new Ratio(over.negate(), under);
    }

    Ratio rounded(int places, RoundingMode mode) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
        BigDecimal units = new BigDecimal(over).divide(new BigDecimal(under).multiply(unit), 0, mode);
        return of(units.multiply(unit).toPlainString());
    }

    /** @return the fraction as it can be written: to fifty digits, where it has no finite form */
    Ratio written() {
        BigInteger rest = under;
        for (BigInteger factor : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(factor).signum() == 0) {
                rest = rest.divide(factor);
            }
        }
        return rest.equals(BigInteger.ONE)
                ? this
                : of(new BigDecimal(over).divide(new BigDecimal(under), SHOWN).toPlainString());
    }

    int whole() {
        if (!under.equals(BigInteger.ONE) || over.bitLength() > 31) {
            throw new Rejection("a whole number is needed, not " + over + "/" + under);
        }
        return over.intValue();
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
