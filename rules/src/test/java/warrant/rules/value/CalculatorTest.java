package warrant.rules.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;

final class CalculatorTest {
    private static final Calendar ALDERMARK =
            Calendar.of("aldermark", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of("2024-01-26", "05-01"));

    private final List<String> warnings = new ArrayList<>();
    private final Calculator calculator = new Calculator(new Calendars(List.of(ALDERMARK)), warnings::add);

    /** Literals as short texts: {@code EUR 1.50}, {@code 4 %}, {@code P1M}, {@code 2024-01-31}, {@code 12}. */
    private static Value value(String text) {
        String datatype = text.matches("-?[0-9.]+")
                ? Datatypes.DECIMAL
                : text.matches("\\d{4}-\\d{2}-\\d{2}")
                        ? Datatypes.DATE
                        : text.matches("-?P.*")
                                ? Datatypes.DURATION
                                : text.matches("[A-Z]{3} .*")
                                        ? Datatypes.MONEY
                                        : text.endsWith("%")
                                                ? Datatypes.PERCENTAGE
                                                : text.matches("[0-9.]+ \\w+") ? Datatypes.QUANTITY : Datatypes.STRING;
        return Values.of(new Literal(text, datatype));
    }

    private static String text(Value value) {
        return ((Literal) Values.term(value)).lexical();
    }

    private String compute(String left, String operator, String right) {
        Operator found = Arrays.stream(Operator.values())
                .filter(o -> o.symbol().equals(operator))
                .findFirst()
                .orElseThrow();
        return text(calculator.apply(found, value(left), value(right)));
    }

    private String call(Function function, @Nullable String option, String... arguments) {
        return text(calculator.call(
                function, Arrays.stream(arguments).map(CalculatorTest::value).toList(), option));
    }

    @ParameterizedTest
    @CsvSource({
        "1, +, 2, 3",
        "0.1, +, 0.2, 0.3",
        "10, /, 4, 2.5",
        "EUR 84300.00, *, 4 %, EUR 3372.00",
        "4 %, *, EUR 0.01, EUR 0.0004",
        "EUR 1.00, +, EUR 2.00, EUR 3.00",
        "EUR 10.00, /, 4, EUR 2.50",
        "EUR 10.00, /, EUR 4.00, 2.5",
        "4 %, +, 1 %, 5 %",
        "4 %, *, 100, 4",
        "12.5 m2, *, 2, 25 m2",
        "2024-01-31, +, P1M, 2024-02-29",
        "2023-01-31, +, P1M, 2023-02-28",
        "2024-02-29, +, P1Y, 2025-02-28",
        "2024-03-31, -, P1M, 2024-02-29",
        "P45D, +, 2024-01-01, 2024-02-15",
        "2024-06-07, +, P1B, 2024-06-10",
        "2024-01-25, +, P1B, 2024-01-29",
        "2024-04-30, +, P1B aldermark, 2024-05-02",
        "2024-06-10, -, P1B, 2024-06-07",
        "2024-06-08, -, P1B, 2024-06-07",
        "2024-06-08, +, P0B, 2024-06-08",
        "P1Y, +, P2M, P1Y2M",
        "P30D, *, 2, P60D",
        "3, *, P10B, P30B",
        "P30D, -, P45D, -P15D",
        "-3, *, -2, 6",
    })
    void computes_exactly(String left, String operator, String right, String expected) {
        assertThat(compute(left, operator, right)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR 1.00, +, USD 1.00, UNITS",
        "EUR 1.00, *, EUR 1.00, TYPES",
        "EUR 1.00, +, 1, TYPES",
        "1, /, 0, DIVISION_BY_ZERO",
        "EUR 1.00, /, EUR 0.00, DIVISION_BY_ZERO",
        "2024-01-01, -, 2024-01-02, TYPES",
        "2024-01-01, +, 3, TYPES",
        "P1D, -, 2024-01-01, TYPES",
        "P1B, +, P1D, UNITS",
        "P1B aldermark, +, P1B, UNITS",
        "P1D, *, 1.5, RANGE",
        "2024-01-01, +, P9000Y, RANGE",
        "2024-01-01, +, P1B nowhere, CALENDAR",
        "2024-01-01, +, P999999999B, LIMIT",
        "x, +, 1, TYPES",
    })
    void gives_no_value_rather_than_a_wrong_one(String left, String operator, String right, String reason) {
        assertThatThrownBy(() -> compute(left, operator, right))
                .isInstanceOfSatisfying(
                        ValueException.class, e -> assertThat(e.reason()).hasToString(reason));
    }

    @Test
    void a_third_of_ten_times_three_is_ten() {
        Value third = calculator.apply(Operator.OVER, Value.number(10), Value.number(3));

        assertThat(calculator.apply(Operator.TIMES, third, Value.number(3))).isEqualTo(Value.number(10));
        assertThat(text(third)).isEqualTo("3." + "3".repeat(49));
    }

    @Test
    void interest_is_rounded_only_where_the_rule_says_so() {
        Value yearly = calculator.apply(Operator.TIMES, value("EUR 84300.00"), value("4 %"));
        Value days = calculator.apply(Operator.TIMES, yearly, Value.number(37));
        Value interest = calculator.apply(Operator.OVER, days, Value.number(365));

        Value rounded = calculator.call(Function.ROUND, List.of(interest, Value.number(2)), "half-up");

        assertThat(text(rounded)).isEqualTo("EUR 341.82");
    }

    @ParameterizedTest
    @CsvSource({
        "2.345, 2, half-up, 2.35", "2.345, 2, half-even, 2.34", "2.349, 2, down, 2.34", "2.341, 2, up, 2.35",
        "-2.345, 2, half-up, -2.35", "-2.345, 2, half-even, -2.34", "-2.349, 2, down, -2.34", "-2.341, 2, up, -2.35",
        "EUR 2.345, 2, half-up, EUR 2.35", "1250, -2, half-up, 1300", "1250, -2, half-even, 1200",
                "0.5, 0, half-even, 0",
        "-0.4, 0, half-up, 0"
    })
    void rounds_as_told(String value, String places, String mode, String expected) {
        assertThat(call(Function.ROUND, mode, value, places)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS, 2024-02-28, 2024-03-01, 2",
        "DAYS, 2024-03-01, 2024-02-28, -2",
        "MONTHS, 2024-01-31, 2024-02-28, 0",
        "MONTHS, 2024-01-31, 2024-02-29, 1",
        "MONTHS, 2024-01-15, 2024-03-14, 1",
        "MONTHS, 2024-03-14, 2024-01-15, -1",
        "YEARS, 2004-02-29, 2023-02-27, 18",
        "YEARS, 2004-02-29, 2023-02-28, 19",
        "YEARS, 2000-06-01, 2024-05-31, 23",
        "YEARS, 2000-06-01, 2024-06-01, 24"
    })
    void counts_completed_units(Function function, String a, String b, String expected) {
        assertThat(call(function, null, a, b)).isEqualTo(expected);
    }

    @Test
    void reads_the_parts_of_a_date_and_puts_them_together() {
        assertThat(call(Function.YEAR, null, "2024-02-29")).isEqualTo("2024");
        assertThat(call(Function.MONTH, null, "2024-02-29")).isEqualTo("2");
        assertThat(call(Function.DAY, null, "2024-02-29")).isEqualTo("29");
        assertThat(call(Function.DATE, null, "2024", "2", "29")).isEqualTo("2024-02-29");
        assertThatThrownBy(() -> call(Function.DATE, null, "2023", "2", "29")).hasMessage("no such date: 2023-2-29");
    }

    @Test
    void finds_the_next_business_day() {
        assertThat(call(Function.NEXT_BUSINESS_DAY, null, "2024-05-01")).isEqualTo("2024-05-02");
        assertThat(call(Function.NEXT_BUSINESS_DAY, "aldermark", "2024-06-08")).isEqualTo("2024-06-10");
        assertThat(call(Function.NEXT_BUSINESS_DAY, null, "2024-06-07")).isEqualTo("2024-06-07");
    }

    @Test
    void warns_where_the_calendar_lists_no_holidays() {
        compute("2024-06-07", "+", "P1B");
        assertThat(warnings).isEmpty();

        compute("2025-06-06", "+", "P1B");
        assertThat(warnings).first().asString().contains("aldermark", "2025");
    }

    @Test
    void works_on_texts() {
        assertThat(call(Function.CONCAT, null, "a", "P45D", "EUR 1.00")).isEqualTo("a45 daysEUR 1.00");
        assertThat(call(Function.LOWER, null, "GmbH")).isEqualTo("gmbh");
        assertThat(call(Function.CONTAINS, null, "delivery note", "note")).isEqualTo("true");
        assertThat(call(Function.STARTS_WITH, null, "delivery note", "note")).isEqualTo("false");
        assertThat(call(Function.SUBSTRING, null, "𝒳abc", "1", "3")).isEqualTo("ab");
        assertThat(call(Function.NUMBER, null, " 4% ")).isEqualTo("4 %");
        assertThatThrownBy(() -> call(Function.SUBSTRING, null, "abc", "1", "9"))
                .isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> call(Function.NUMBER, null, "four")).hasMessage("not a number: 'four'");
    }

    @Test
    void chooses_the_least_and_the_greatest_of_one_type() {
        assertThat(call(Function.MIN, null, "EUR 3.00", "EUR 2.00")).isEqualTo("EUR 2.00");
        assertThat(call(Function.MAX, null, "2024-01-01", "2023-01-01")).isEqualTo("2024-01-01");
        assertThat(call(Function.ABS, null, "-3")).isEqualTo("3");
        assertThatThrownBy(() -> call(Function.MAX, null, "EUR 1.00", "USD 1.00"))
                .hasMessage("an amount in USD and an amount in EUR cannot be put in order");
    }

    @ParameterizedTest
    @CsvSource({
        "4 %, =, 0.04, true",
        "P12M, =, P1Y, true",
        "P2W, =, P14D, true",
        "1.50, =, 1.5, true",
        "EUR 1.5, =, EUR 1.50, true",
        "EUR 1, =, USD 1, false",
        "EUR 1, =, 1, false",
        "EUR 1, !=, USD 1, true",
        "P30D, <, P2M, true",
        "P1M, <=, P32D, true",
        "P5B, <, P6B, true",
        "a, <, b, true",
        "2, >=, 2, true"
    })
    void compares_by_value_and_type(String left, String symbol, String right, boolean expected) {
        Comparison comparison = Comparison.of(symbol).orElseThrow();

        assertThat(calculator.test(comparison, value(left), value(right))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"P30D, P1M", "P5B, P5D", "P5B, P5B aldermark", "EUR 1, 1", "2024-01-01, 3", "EUR 1, USD 1", "a, 1"})
    void refuses_an_order_that_does_not_exist(String left, String right) {
        assertThatThrownBy(() -> calculator.test(Comparison.LESS, value(left), value(right)))
                .isInstanceOf(ValueException.class);
    }

    @Test
    void identity_joins_what_is_equal_by_value() {
        assertThat(Calculator.same(new Literal("4 %", Datatypes.PERCENTAGE), Literal.decimal(new BigDecimal("0.04"))))
                .isTrue();
        assertThat(Calculator.same(Literal.integer(3), Literal.decimal(new BigDecimal("3.0"))))
                .isTrue();
        assertThat(Calculator.same(Literal.integer(3), Literal.text("3"))).isFalse();
        assertThat(Calculator.same(new Entity("urn:x:1"), new Entity("urn:x:1")))
                .isTrue();
        assertThat(Values.identity(new Literal("P24M", Datatypes.DURATION)))
                .isEqualTo(Values.identity(new Literal("P2Y", Datatypes.DURATION)));
    }

    @Test
    void brings_numbers_into_the_type_of_a_relation() {
        assertThat(Values.as(Datatypes.PERCENTAGE, Literal.decimal(new BigDecimal("0.04"))))
                .isEqualTo(new Literal("4 %", Datatypes.PERCENTAGE));
        assertThat(Values.as(Datatypes.DECIMAL, Literal.integer(3))).isEqualTo(new Literal("3", Datatypes.DECIMAL));
        assertThat(Values.as(Datatypes.MONEY, Literal.integer(3))).isEqualTo(Literal.integer(3));
        assertThat(Values.as(Datatypes.INTEGER, Literal.decimal(new BigDecimal("1.5"))))
                .isEqualTo(Literal.decimal(new BigDecimal("1.5")));
    }

    @Test
    void huge_numbers_end_in_a_limit() {
        Value big = value("9".repeat(900));
        Value bigger = calculator.apply(Operator.TIMES, big, big);

        assertThatThrownBy(() -> calculator.apply(Operator.TIMES, bigger, bigger))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("digits");
        assertThatThrownBy(() -> value("9".repeat(2_000))).isInstanceOf(ValueException.class);
    }

    @Test
    void random_sums_and_products_agree_with_decimals() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            BigDecimal a = BigDecimal.valueOf(random.nextLong(2_000_000) - 1_000_000, random.nextInt(5));
            BigDecimal b = BigDecimal.valueOf(random.nextLong(2_000_000) - 1_000_000, random.nextInt(5));

            Value sum = calculator.apply(Operator.PLUS, Value.number(a), Value.number(b));
            Value product = calculator.apply(Operator.TIMES, Value.number(a), Value.number(b));

            assertThat(sum).as("-Dseed=%d", seed).isEqualTo(Value.number(a.add(b)));
            assertThat(product).as("-Dseed=%d", seed).isEqualTo(Value.number(a.multiply(b)));
            assertThat(Values.of(Values.term(product))).as("-Dseed=%d", seed).isEqualTo(product);
        }
    }

    @Test
    void random_business_days_go_back_where_they_came_from() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            LocalDate day = ALDERMARK.next(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300)));
            int n = random.nextInt(40);

            assertThat(ALDERMARK.plus(ALDERMARK.plus(day, n), -n))
                    .as("-Dseed=%d", seed)
                    .isEqualTo(day);
        }
    }

    @Test
    void shows_durations_in_words() {
        assertThat(Values.show(new Literal("P45D", Datatypes.DURATION))).isEqualTo("45 days");
        assertThat(Values.show(new Literal("P1Y2M", Datatypes.DURATION))).isEqualTo("1 year 2 months");
        assertThat(Values.show(new Literal("P10B aldermark", Datatypes.DURATION)))
                .isEqualTo("10 business days in aldermark");
        assertThat(Values.show(new Literal("P0D", Datatypes.DURATION))).isEqualTo("0 days");
    }
}
