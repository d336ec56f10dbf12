package warrant.rules.value;

import java.util.Arrays;
import java.util.Optional;

/** The functions of expressions, with the number of values they take. */
public enum Function {
    /** Days from the first date to the second. */
    DAYS("days", 2, 2),
    /** Completed months: the largest n for which the first date + n months does not lie after the second. */
    MONTHS("months", 2, 2),
    /** Completed years, as {@link #MONTHS}. */
    YEARS("years", 2, 2),
    /** Number or amount, decimal places; the mode is the option. */
    ROUND("round", 2, 2),
    MIN("min", 1, 100),
    MAX("max", 1, 100),
    ABS("abs", 1, 1),
    YEAR("year", 1, 1),
    MONTH("month", 1, 1),
    DAY("day", 1, 1),
    DATE("date", 3, 3),
    /** The date itself, if it is a business day, or the first one after it; a calendar may be the option. */
    NEXT_BUSINESS_DAY("next-business-day", 1, 1),
    /** All values as they are shown, one after the other. */
    CONCAT("concat", 1, 100),
    LOWER("lower", 1, 1),
    CONTAINS("contains", 2, 2),
    STARTS_WITH("starts-with", 2, 2),
    /** Text, first code point counted from 0, code point after the last. */
    SUBSTRING("substring", 3, 3),
    NUMBER("number", 1, 1);

    private final String spelling;
    private final int least;
    private final int most;

    Function(String spelling, int least, int most) {
        this.spelling = spelling;
        this.least = least;
        this.most = most;
    }

    public String spelling() {
        return spelling;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public static Optional<Function> of(String spelling) {
        return Arrays.stream(values()).filter(f -> f.spelling.equals(spelling)).findFirst();
    }
}
