package warrant.rules.value;

import java.util.Objects;

/** There is no value: an operation met values it cannot work on. The rule that asked for it does not fire. */
public final class ValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why there is no value. */
    public enum Reason {
        /** A text that is not of the form its type asks for. */
        FORMAT,
        /** Types that do not meet, such as a date and a number. */
        TYPES,
        /** Two currencies, or two units. */
        UNITS,
        DIVISION_BY_ZERO,
        /** A date, place or length that does not exist. */
        RANGE,
        /** A calendar that the matter does not define. */
        CALENDAR,
        /** A number longer, or a count larger, than the limits allow. */
        LIMIT
    }

    private final Reason reason;

    public ValueException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "made with a message");
    }

    public Reason reason() {
        return reason;
    }
}
