package warrant.rules.owl;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datatype of XML Schema whose values are a stretch of the whole numbers.
 *
 * @param name without the namespace
 * @param least null: no end
 * @param most null: no end
 */
record WholeNumbers(
        String name, @Nullable BigInteger least, @Nullable BigInteger most) {
    static final List<WholeNumbers> ALL = List.of(
            new WholeNumbers("integer", null, null),
            new WholeNumbers("nonNegativeInteger", BigInteger.ZERO, null),
            new WholeNumbers("positiveInteger", BigInteger.ONE, null),
            new WholeNumbers("nonPositiveInteger", null, BigInteger.ZERO),
            new WholeNumbers("negativeInteger", null, BigInteger.ONE.negate()),
            signed("long", 63),
            signed("int", 31),
            signed("short", 15),
            signed("byte", 7),
            unsigned("unsignedLong", 64),
            unsigned("unsignedInt", 32),
            unsigned("unsignedShort", 16),
            unsigned("unsignedByte", 8));

    private static WholeNumbers signed(String name, int bits) {
        BigInteger limit = BigInteger.ONE.shiftLeft(bits);
        return new WholeNumbers(name, limit.negate(), limit.subtract(BigInteger.ONE));
    }

    private static WholeNumbers unsigned(String name, int bits) {
        return new WholeNumbers(
                name, BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    /** @return what both have */
    WholeNumbers and(WholeNumbers other) {
        BigInteger low =
                least == null || (other.least != null && other.least.compareTo(least) > 0) ? other.least : least;
        BigInteger high = most == null || (other.most != null && other.most.compareTo(most) < 0) ? other.most : most;
        return new WholeNumbers(name + " and " + other.name, low, high);
    }

    boolean contains(WholeNumbers other) {
        boolean below = least == null || (other.least != null && other.least.compareTo(least) >= 0);
        boolean above = most == null || (other.most != null && other.most.compareTo(most) <= 0);
        return below && above;
    }
}
