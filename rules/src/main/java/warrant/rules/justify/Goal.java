package warrant.rules.justify;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.match.Bindings;
import warrant.rules.value.Calculator;

/**
 * What is searched for.
 *
 * @param subject null: of anything
 * @param object null: any object
 */
record Goal(
        @Nullable Entity subject, String relation, @Nullable Term object) {

    /** @return the goal that a pattern is under bindings; null when something that is no entity would be its subject */
    static @Nullable Goal of(Condition.Pattern pattern, Bindings bindings) {
        Term subject = term(pattern.subject(), bindings);
        return subject == null || subject instanceof Entity
                ? new Goal((Entity) subject, pattern.relation(), term(pattern.object(), bindings))
                : null;
    }

    static @Nullable Term term(RuleTerm place, Bindings bindings) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> bindings.get(name);
            case RuleTerm.Constant(Term term) -> term;
            case RuleTerm.Named(String label) -> bindings.get("@" + label);
        };
    }

    boolean admits(Triple triple) {
        return triple.relation().equals(relation)
                && (subject == null || triple.subject().equals(subject))
                && (object == null || Calculator.same(object, triple.object()));
    }

    /**
     * @param named statements by the label that they give
     * @return bindings under which the head is the goal; null if it never is
     */
    @Nullable Bindings unify(Rule.Head head, Bindings start, Function<String, @Nullable Statement> named) {
        if (!head.relation().equals(relation)) {
            return null;
        }
        Bindings first = subject == null ? start : bind(head.subject(), subject, start, named);
        return first == null || object == null ? first : bind(head.object(), object, first, named);
    }

    private static @Nullable Bindings bind(
            HeadTerm place, Term term, Bindings bindings, Function<String, @Nullable Statement> named) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> {
                Term known = bindings.get(name);
                if (known == null) {
                    yield bindings.with(name, term);
                }
                yield Calculator.same(known, term) ? bindings : null;
            }
            case RuleTerm.Constant(Term constant) -> Calculator.same(constant, term) ? bindings : null;
            case RuleTerm.Named(String label) -> {
                Statement statement = named.apply(label);
                yield statement != null && term.equals(statement.triple().subject()) ? bindings : null;
            }
            case Fresh fresh -> term instanceof Entity(String iri) && iri.startsWith(Heads.MADE) ? bindings : null;
        };
    }

    /** @return where the search of a clause's body begins: the day */
    static Bindings start(Snapshot snapshot) {
        return Bindings.NONE.with(RuleTerm.Variable.TODAY.name(), Literal.date(snapshot.asOf()));
    }
}
