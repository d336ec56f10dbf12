package warrant.rules.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds the values of an aggregate's rows. */
final class Aggregates {
    private final Arithmetic arithmetic;

    Aggregates(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    /** @return null where there is no result: anything but a count of nothing */
    @Nullable Value folded(String word, List<Value> values) {
        if (word.equals("count")) {
            return Value.number(values.size());
        }
        Value total = null;
        for (Value value : values) {
            total = total == null
                    ? value
                    : switch (word) {
                        case "sum", "avg" -> arithmetic.sum(total, value);
                        case "min" -> arithmetic.compare(value, total) < 0 ? value : total;
                        case "max" -> arithmetic.compare(value, total) > 0 ? value : total;
                        default -> throw new Rejection("no aggregate " + word);
                    };
        }
        return total == null || !word.equals("avg") ? total : Arithmetic.quotient(total, Value.number(values.size()));
    }
}
