package warrant.rules.match;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Term;
import warrant.rules.Condition.Aggregate;
import warrant.rules.value.Calculator;
import warrant.rules.value.Operator;
import warrant.rules.value.Value;
import warrant.rules.value.ValueException;
import warrant.rules.value.Values;

/** The rows of one aggregate, folded as they come. Rows that are equal by value count once. */
final class Folding {
    private final Calculator calculator;
    private final Aggregate aggregate;
    private final Set<String> names;
    private final Set<Map<String, Term>> rows = new HashSet<>();
    private @Nullable Value folded;
    private @Nullable ValueException failure;

    Folding(Calculator calculator, Aggregate aggregate, Set<String> names) {
        this.calculator = calculator;
        this.aggregate = aggregate;
        this.names = names;
    }

    void row(Bindings bindings) {
        Map<String, Term> row = new TreeMap<>();
        for (String name : names) {
            Term term = bindings.get(name);
            if (term != null) {
                row.put(name, Values.identity(term));
            }
        }
        Term over = bindings.get(aggregate.over().name());
        if (over != null && rows.add(row) && failure == null) {
            try {
                add(over);
            } catch (ValueException none) {
                failure = none;
            }
        }
    }

    private void add(Term over) {
        folded = switch (aggregate.fold()) {
            case COUNT -> null;
            case SUM, AVG -> {
                Value value = Values.of(over);
                yield folded == null ? value : calculator.apply(Operator.PLUS, folded, value);
            }
            case MIN -> {
                Value value = Values.of(over);
                yield folded == null || calculator.compare(value, folded) < 0 ? value : folded;
            }
            case MAX -> {
                Value value = Values.of(over);
                yield folded == null || calculator.compare(value, folded) > 0 ? value : folded;
            }
        };
    }

    /**
     * @return the result; null where an aggregate other than count ran over nothing
     * @throws ValueException when the values do not fold, such as amounts in two currencies
     */
    @Nullable Value result() {
        if (failure != null) {
            throw failure;
        }
        return switch (aggregate.fold()) {
            case COUNT -> Value.number(rows.size());
            case SUM, MIN, MAX -> folded;
            case AVG -> folded == null ? null : calculator.apply(Operator.OVER, folded, Value.number(rows.size()));
        };
    }
}
