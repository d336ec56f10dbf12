package warrant.llm.decode;

import org.jspecify.annotations.Nullable;

/**
 * A JSON number without an exponent, of at most 18 digits (RFC 8259, section 6).
 *
 * @param whole whether no fraction may follow
 */
record JsonNumber(Place place, boolean whole, int digits) implements Grammar {
    private static final Octets BEGINS = Octets.of("-.0123456789");
    private static final int MOST_DIGITS = 18;

    /** What was read last. */
    enum Place {
        NOTHING,
        MINUS,
        ZERO,
        INTEGER,
        POINT,
        FRACTION
    }

    static JsonNumber start(boolean whole) {
        return new JsonNumber(Place.NOTHING, whole, 0);
    }

    @Override
    public @Nullable Grammar next(int octet) {
        boolean digit = octet >= '0' && octet <= '9' && digits < MOST_DIGITS;
        return switch (place) {
            case NOTHING -> octet == '-' ? to(Place.MINUS) : first(octet, digit);
            case MINUS -> first(octet, digit);
            case ZERO -> octet == '.' && !whole ? to(Place.POINT) : null;
            case INTEGER -> digit ? to(Place.INTEGER) : octet == '.' && !whole ? to(Place.POINT) : null;
            case POINT, FRACTION -> digit ? to(Place.FRACTION) : null;
        };
    }

    private @Nullable Grammar first(int octet, boolean digit) {
        return digit ? to(octet == '0' ? Place.ZERO : Place.INTEGER) : null;
    }

    private JsonNumber to(Place next) {
        return new JsonNumber(next, whole, digits + 1);
    }

    @Override
    public Octets begins() {
        return BEGINS;
    }

    @Override
    public boolean complete() {
        return place == Place.ZERO || place == Place.INTEGER || place == Place.FRACTION;
    }
}
