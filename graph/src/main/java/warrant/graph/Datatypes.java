package warrant.graph;

/** IRIs of the datatypes of values. */
public final class Datatypes {
    public static final String STRING = Iris.XSD + "string";
    public static final String DATE = Iris.XSD + "date";
    public static final String INTEGER = Iris.XSD + "integer";
    public static final String DECIMAL = Iris.XSD + "decimal";
    public static final String BOOLEAN = Iris.XSD + "boolean";
    /**
     * Durations: {@code P45D}, {@code P2M}, {@code P1Y}; business days, which ISO 8601 does not know, as {@code P10B},
     * with a calendar as {@code P10B aldermark}.
     */
    public static final String DURATION = Iris.XSD + "duration";
    /** Money: ISO 4217 code, blank, plain decimal with at least two places: {@code EUR 84300.00}. */
    public static final String MONEY = Iris.WARRANT + "Money";
    /** Percentages: plain decimal, blank, sign: {@code 4 %}. As a number it is a hundredth of that. */
    public static final String PERCENTAGE = Iris.WARRANT + "Percentage";
    /** Quantities: plain decimal, blank, unit: {@code 12.5 m2}. */
    public static final String QUANTITY = Iris.WARRANT + "Quantity";

    private Datatypes() {}
}
