package warrant.graph;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A value in its canonical lexical form, so that equal values are equal records.
 *
 * @param lexical canonical form: {@code 2024-06-04}, {@code 45}, {@code 1.5}, {@code P45D}, {@code EUR 84300.00},
 *     {@code 4 %}, {@code 12.5 m2}
 * @param datatype IRI of the datatype, one of those in {@link Datatypes}
 */
public record Literal(String lexical, String datatype) implements Term {
    public Literal {
        Iris.check(datatype);
    }

    public static Literal text(String value) {
        return new Literal(value, Datatypes.STRING);
    }

    public static Literal date(LocalDate value) {
        return new Literal(value.toString(), Datatypes.DATE);
    }

    public static Literal bool(boolean value) {
        return new Literal(Boolean.toString(value), Datatypes.BOOLEAN);
    }

    public static Literal integer(long value) {
        return new Literal(Long.toString(value), Datatypes.INTEGER);
    }

    public static Literal decimal(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return new Literal(stripped.toPlainString(), Datatypes.DECIMAL);
    }

    @Override
    public String toString() {
        return '"' + lexical + "\"^^<" + datatype + ">";
    }
}
