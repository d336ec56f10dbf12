package warrant.rules;

import warrant.graph.Term;

/** A place in a condition: a variable, a term, or an entity known by its label. */
public sealed interface RuleTerm extends Expr, HeadTerm permits RuleTerm.Variable, RuleTerm.Constant, RuleTerm.Named {

    /**
     * A variable.
     *
     * @param name without the question mark; {@code today} is bound to the as-of day from the start
     */
    record Variable(String name) implements RuleTerm {
        /** The day for which everything is evaluated. */
        public static final Variable TODAY = new Variable("today");

        @Override
        public String toString() {
            return "?" + name;
        }
    }

    /** An entity or a value. */
    record Constant(Term term) implements RuleTerm {}

    /**
     * {@code @"Halden Freight Systems Ltd"}: the entity of that label, looked up among the statements. With none, or
     * with several, the rule cannot fire; the deduction warns of several.
     */
    record Named(String label) implements RuleTerm {}
}
