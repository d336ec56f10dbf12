package warrant.llm.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number without an exponent between two bounds. A digit may come only if what has been written can still become
 * a number within them.
 *
 * @param written so far
 * @param whole whether no fraction may follow
 */
record NumberRange(String written, boolean whole, Bound least, Bound most) implements Grammar {
    private static final Pattern BEGUN = Pattern.compile("-?(0|[1-9][0-9]*)?|-?(0|[1-9][0-9]*)\\.[0-9]*");
    private static final Pattern DONE = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Octets BEGINS = Octets.of("-.0123456789");
    private static final int MOST_DIGITS = 18;

    /** @param value null for none */
    record Bound(@Nullable BigDecimal value, boolean open) {
        static final Bound NONE = new Bound(null, false);

        /** @return whether a number may be as small as this, if this is the lower bound */
        private boolean below(BigDecimal number) {
            return value == null || (open ? value.compareTo(number) < 0 : value.compareTo(number) <= 0);
        }

        private boolean above(BigDecimal number) {
            return value == null || (open ? value.compareTo(number) > 0 : value.compareTo(number) >= 0);
        }
    }

    @Override
    public @Nullable Grammar next(int octet) {
        String longer = written + (char) octet;
        boolean number = octet < 128 && BEGUN.matcher(longer).matches() && !(whole && octet == '.');
        if (!number || digits(longer) > MOST_DIGITS) {
            return null;
        }
        NumberRange next = new NumberRange(longer, whole, least, most);
        return next.possible() ? next : null;
    }

    private static int digits(String number) {
        return (int) number.chars().filter(Character::isDigit).count();
    }

    @Override
    public Octets begins() {
        return BEGINS;
    }

    @Override
    public boolean complete() {
        return DONE.matcher(written).matches() && within(new BigDecimal(written));
    }

    private boolean within(BigDecimal number) {
        return least.below(number) && most.above(number);
    }

    /** @return whether a number within the bounds begins like this */
    boolean possible() {
        boolean negative = written.startsWith("-");
        String size = negative ? written.substring(1) : written;
        int left = MOST_DIGITS - digits(written);
        if (size.isEmpty()) {
            return reaches(negative, BigDecimal.ZERO, BigDecimal.TEN.pow(left).subtract(step(left)))
                    || (!negative && reaches(true, BigDecimal.ZERO, BigDecimal.TEN.pow(left)));
        }
        int point = size.indexOf('.');
        if (point >= 0) {
            BigDecimal from = new BigDecimal(point == size.length() - 1 ? size + "0" : size);
            int places = size.length() - point - 1;
            BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
            return reaches(negative, from, from.add(unit).subtract(unit.movePointLeft(left)));
        }
        BigDecimal value = new BigDecimal(size);
        for (int more = 0; more <= (size.equals("0") ? 0 : left); more++) {
            BigDecimal from = value.movePointRight(more);
            BigDecimal above = BigDecimal.ONE.movePointRight(more).subtract(step(left - more));
            if (reaches(negative, from, from.add(above))) {
                return true;
            }
        }
        return false;
    }

    /** @return the least difference of two numbers, when so many digits may follow */
    private BigDecimal step(int digits) {
        return whole ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(digits);
    }

    /** @return whether a number of a size from one to another is within the bounds */
    private boolean reaches(boolean negative, BigDecimal from, BigDecimal to) {
        BigDecimal low = negative ? to.negate() : from;
        BigDecimal high = negative ? from.negate() : to;
        if (whole) {
            return wholeReaches(low, high);
        }
        if (!most.above(low) || !least.below(high)) {
            return false;
        }
        BigDecimal first = least.value() == null ? low : low.max(least.value());
        BigDecimal last = most.value() == null ? high : high.min(most.value());
        return first.compareTo(last) < 0 || (first.compareTo(last) == 0 && within(first));
    }

    private boolean wholeReaches(BigDecimal low, BigDecimal high) {
        BigInteger first = low.toBigInteger();
        BigInteger last = high.toBigInteger();
        if (least.value() != null) {
            BigInteger up =
                    least.value().setScale(0, java.math.RoundingMode.CEILING).toBigIntegerExact();
            boolean shut = least.open() && least.value().stripTrailingZeros().scale() <= 0;
            first = first.max(shut ? up.add(BigInteger.ONE) : up);
        }
        if (most.value() != null) {
            BigInteger down =
                    most.value().setScale(0, java.math.RoundingMode.FLOOR).toBigIntegerExact();
            boolean shut = most.open() && most.value().stripTrailingZeros().scale() <= 0;
            last = last.min(shut ? down.subtract(BigInteger.ONE) : down);
        }
        return first.compareTo(last) <= 0;
    }
}
