package warrant.rules.language;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;

/** What a value may be, as far as it can be told before anything is computed; and what can be computed with it. */
enum ValueKind {
    NUMBER("a number"),
    MONEY("an amount of money"),
    QUANTITY("a quantity"),
    DATE("a date"),
    DURATION("a duration"),
    TEXT("a text"),
    TRUTH("true or false"),
    ENTITY("an entity");

    static final Set<ValueKind> ANY = Set.of(values());
    private static final Set<ValueKind> LITERAL = Set.of(NUMBER, MONEY, QUANTITY, DATE, DURATION, TEXT, TRUTH);
    private static final Set<ValueKind> MEASURE = Set.of(NUMBER, MONEY, QUANTITY);

    /** What has an order, each only among its own kind. */
    static final Set<ValueKind> ORDERED = Set.of(NUMBER, MONEY, QUANTITY, DATE, DURATION, TEXT);

    /** What adds up, each only with its own kind. */
    static final Set<ValueKind> ADDED = Set.of(NUMBER, MONEY, QUANTITY, DURATION);

    /** What can be divided by a number. */
    static final Set<ValueKind> DIVIDED = MEASURE;

    private static final Map<String, ValueKind> DATATYPES = Map.of(
            Datatypes.STRING, TEXT,
            Datatypes.DATE, DATE,
            Datatypes.INTEGER, NUMBER,
            Datatypes.DECIMAL, NUMBER,
            Datatypes.PERCENTAGE, NUMBER,
            Datatypes.BOOLEAN, TRUTH,
            Datatypes.DURATION, DURATION,
            Datatypes.MONEY, MONEY,
            Datatypes.QUANTITY, QUANTITY);

    private static final Map<Function, List<Set<ValueKind>>> PARAMETERS = new EnumMap<>(Map.ofEntries(
            Map.entry(Function.DAYS, List.of(Set.of(DATE))),
            Map.entry(Function.MONTHS, List.of(Set.of(DATE))),
            Map.entry(Function.YEARS, List.of(Set.of(DATE))),
            Map.entry(Function.ROUND, List.of(MEASURE, Set.of(NUMBER))),
            Map.entry(Function.MIN, List.of(ORDERED)),
            Map.entry(Function.MAX, List.of(ORDERED)),
            Map.entry(Function.ABS, List.of(MEASURE)),
            Map.entry(Function.YEAR, List.of(Set.of(DATE))),
            Map.entry(Function.MONTH, List.of(Set.of(DATE))),
            Map.entry(Function.DAY, List.of(Set.of(DATE))),
            Map.entry(Function.DATE, List.of(Set.of(NUMBER))),
            Map.entry(Function.NEXT_BUSINESS_DAY, List.of(Set.of(DATE))),
            Map.entry(Function.CONCAT, List.of(LITERAL)),
            Map.entry(Function.LOWER, List.of(Set.of(TEXT))),
            Map.entry(Function.CONTAINS, List.of(Set.of(TEXT))),
            Map.entry(Function.STARTS_WITH, List.of(Set.of(TEXT))),
            Map.entry(Function.SUBSTRING, List.of(Set.of(TEXT), Set.of(NUMBER))),
            Map.entry(Function.NUMBER, List.of(Set.of(NUMBER, TEXT)))));

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    static Set<ValueKind> of(Term term) {
        return switch (term) {
            case Entity entity -> Set.of(ENTITY);
            case Literal literal -> ofDatatype(literal.datatype());
        };
    }

    /** @return the kind of a datatype's values; of one that rules do not know, any value */
    static Set<ValueKind> ofDatatype(String datatype) {
        ValueKind kind = DATATYPES.get(datatype);
        return kind == null ? LITERAL : Set.of(kind);
    }

    /** @return any value, but no entity */
    static Set<ValueKind> literals() {
        return LITERAL;
    }

    /** @return what an argument may be, counted from 0; the last one given holds for those that follow */
    static Set<ValueKind> parameter(Function function, int position) {
        List<Set<ValueKind>> all = PARAMETERS.getOrDefault(function, List.of(ANY));
        return all.get(Math.min(position, all.size() - 1));
    }

    /** @param first what the first argument may be */
    static Set<ValueKind> result(Function function, Set<ValueKind> first) {
        return switch (function) {
            case DAYS, MONTHS, YEARS, YEAR, MONTH, DAY, NUMBER -> Set.of(NUMBER);
            case ROUND, MIN, MAX, ABS -> common(first, parameter(function, 0));
            case DATE, NEXT_BUSINESS_DAY -> Set.of(DATE);
            case CONCAT, LOWER, SUBSTRING -> Set.of(TEXT);
            case CONTAINS, STARTS_WITH -> Set.of(TRUTH);
        };
    }

    /** @return what may come out; empty where the two cannot be computed with each other */
    static Set<ValueKind> result(Operator operator, Set<ValueKind> left, Set<ValueKind> right) {
        Set<ValueKind> results = EnumSet.noneOf(ValueKind.class);
        for (ValueKind a : left) {
            for (ValueKind b : right) {
                results.addAll(
                        switch (operator) {
                            case PLUS -> a == DURATION && b == DATE ? Set.of(DATE) : sum(a, b);
                            case MINUS -> sum(a, b);
                            case TIMES -> product(a, b);
                            case OVER -> quotient(a, b);
                        });
            }
        }
        return results;
    }

    private static Set<ValueKind> sum(ValueKind a, ValueKind b) {
        return (a == b && ADDED.contains(a)) || (a == DATE && b == DURATION) ? Set.of(a) : Set.of();
    }

    private static Set<ValueKind> product(ValueKind a, ValueKind b) {
        if (b == NUMBER && ADDED.contains(a)) {
            return Set.of(a);
        }
        return a == NUMBER && ADDED.contains(b) ? Set.of(b) : Set.of();
    }

    private static Set<ValueKind> quotient(ValueKind a, ValueKind b) {
        if (b == NUMBER && MEASURE.contains(a)) {
            return Set.of(a);
        }
        return a == b && MEASURE.contains(a) ? Set.of(NUMBER) : Set.of();
    }

    static Set<ValueKind> common(Set<ValueKind> one, Set<ValueKind> other) {
        Set<ValueKind> common = EnumSet.noneOf(ValueKind.class);
        common.addAll(one);
        common.retainAll(other);
        return common;
    }

    static String words(Set<ValueKind> kinds) {
        return kinds.equals(LITERAL)
                ? "a value"
                : kinds.stream().sorted().map(kind -> kind.words).collect(Collectors.joining(" or "));
    }
}
