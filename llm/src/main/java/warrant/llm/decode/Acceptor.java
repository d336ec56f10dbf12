package warrant.llm.decode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.llm.Constraint;
import warrant.llm.ModelException;

/** An automaton over the bytes of an answer. */
public interface Acceptor {
    /** @return the state before the first byte */
    State start();

    /** Immutable. */
    interface State {
        /** @return the state after one more byte, 0 to 255, or null if it may not follow */
        @Nullable State next(int octet);

        /**
         * @return the bytes that may follow: all of them, and others for which {@link #next} tells that they may not
         */
        default Octets begins() {
            return Octets.ALL;
        }

        /** @return whether the answer may end here */
        boolean complete();

        /** @return whether the answer must end here */
        boolean onlyComplete();

        /** @return the answer so far where it is known better than by its bytes */
        default Optional<String> text() {
            return Optional.empty();
        }
    }

    /**
     * @param lead what has been put into the model's mouth before
     * @throws ModelException with code {@code USER} if the constraint is not understood or allows nothing
     */
    static Acceptor of(Constraint constraint, String lead) {
        boolean open = !lead.isEmpty() && !Character.isWhitespace(lead.charAt(lead.length() - 1));
        return constraint instanceof Constraint.Free ? () -> Anything.INSTANCE : new Automaton(first(constraint, open));
    }

    private static State first(Constraint constraint, boolean open) {
        return switch (constraint) {
            case Constraint.OneOf oneOf ->
                StringRuns.oneOf(oneOf.strings(), open).start();
            case Constraint.SpanOf span ->
                StringRuns.spanOf(span.text(), span.maxWords(), span.matching(), open)
                        .start();
            default -> open ? Grammar.sequence(Grammar.space(), grammar(constraint)) : grammar(constraint);
        };
    }

    private static Grammar grammar(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Free free -> Grammar.repeat(Letters.any(), 0, -1);
            case Constraint.OneOf oneOf ->
                Grammar.anyOf(oneOf.strings().stream().map(Grammar::literal).toList());
            case Constraint.SpanOf span -> new Grammar.Foreign(first(span, false));
            case Constraint.JsonSchema schema -> JsonSchemas.grammar(schema.schema());
            case Constraint.Matching matching -> Regex.grammar(matching.expression(), false, Letters::of);
            case Constraint.Grammatical text -> GrammarText.grammar(text.rules());
            case Constraint.Then then ->
                Grammar.sequence(then.parts().stream().map(Acceptor::grammar).toList());
            case Constraint.Any any ->
                Grammar.anyOf(any.options().stream().map(Acceptor::grammar).toList());
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
