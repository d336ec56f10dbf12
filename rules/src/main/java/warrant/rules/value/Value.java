package warrant.rules.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What expressions are computed with. Equal values are equal records, however they were written. */
public sealed interface Value {

    /** @return what a person calls this kind of value: {@code a number}, {@code a date} */
    String kind();

    static Num number(long value) {
        return new Num(Exact.of(BigDecimal.valueOf(value)), false);
    }

    static Num number(BigDecimal value) {
        return new Num(Exact.of(value), false);
    }

    /** A value with a size and, perhaps, a unit. */
    sealed interface Measure extends Value {
        Exact size();

        /** @return this kind of value, of the same unit, in another size */
        Measure resized(Exact size);
    }

    /**
     * A number.
     *
     * @param percent whether it is shown as a percentage; 4 % and 0.04 are equal
     */
    record Num(Exact size, boolean percent) implements Measure {
        @Override
        public Num resized(Exact other) {
            return new Num(other, percent);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Num number && size.equals(number.size);
        }

        @Override
        public int hashCode() {
            return size.hashCode();
        }

        @Override
        public String kind() {
            return "a number";
        }
    }

    /** @param currency ISO 4217 code */
    record Money(String currency, Exact size) implements Measure {
        @Override
        public Money resized(Exact other) {
            return new Money(currency, other);
        }

        @Override
        public String kind() {
            return "an amount in " + currency;
        }
    }

    /** @param unit as it was written: {@code m2} */
    record Quantity(Exact size, String unit) implements Measure {
        @Override
        public Quantity resized(Exact other) {
            return new Quantity(other, unit);
        }

        @Override
        public String kind() {
            return "a quantity in " + unit;
        }
    }

    record Date(LocalDate day) implements Value {
        @Override
        public String kind() {
            return "a date";
        }
    }

    /**
     * A length of time. Years and months are kept as written and are equal by their sum: 12 months are 1 year.
     *
     * @param calendar of the business days; null for the default one or where there are none
     */
    record Duration(
            int years,
            int months,
            int days,
            int businessDays,
            @Nullable String calendar) implements Value {
        long totalMonths() {
            return years * 12L + months;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Duration d
                    && totalMonths() == d.totalMonths()
                    && days == d.days
                    && businessDays == d.businessDays
                    && java.util.Objects.equals(calendar, d.calendar);
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hash(totalMonths(), days, businessDays, calendar);
        }

        @Override
        public String kind() {
            return "a duration";
        }
    }

    record Text(String text) implements Value {
        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        @Override
        public String kind() {
            return "a text";
        }
    }

    record Truth(boolean isTrue) implements Value {
        @Override
        public String kind() {
            return "a truth value";
        }
    }

    /** An entity, which can only be equal to another or not. */
    record Thing(String iri) implements Value {
        @Override
        public String kind() {
            return "an entity";
        }
    }
}
