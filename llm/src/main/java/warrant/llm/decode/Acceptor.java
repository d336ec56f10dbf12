package warrant.llm.decode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.llm.Constraint;

/** An automaton over the bytes of an answer. */
public interface Acceptor {
    /** @return the state before the first byte */
    State start();

    /** Immutable. */
    interface State {
        /** @return the state after one more byte, 0 to 255, or null if it may not follow */
        @Nullable State next(int octet);

        /** @return whether the answer may end here */
        boolean complete();

        /** @return whether the answer must end here */
        boolean onlyComplete();

        /** @return the answer so far where it is known better than by its bytes */
        default Optional<String> text() {
            return Optional.empty();
        }
    }

    /** @param lead what has been put into the model's mouth before */
    static Acceptor of(Constraint constraint, String lead) {
        boolean open = !lead.isEmpty() && !Character.isWhitespace(lead.charAt(lead.length() - 1));
        return switch (constraint) {
            case Constraint.Free free -> () -> Anything.INSTANCE;
            case Constraint.OneOf oneOf -> StringRuns.oneOf(oneOf.strings(), open);
            case Constraint.SpanOf span -> StringRuns.spanOf(span.text(), span.maxWords(), open);
            case Constraint.JsonSchema schema -> {
                Grammar grammar = JsonSchemas.grammar(schema.schema());
                yield () -> grammar;
            }
        };
    }

    /** Accepts all. */
    enum Anything implements State {
        INSTANCE;

        @Override
        public State next(int octet) {
            return this;
        }

        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public boolean onlyComplete() {
            return false;
        }
    }
}
