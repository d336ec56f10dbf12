package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.column.Body;
import warrant.rules.column.Store;
import warrant.rules.match.Plan;

/**
 * A clause over the numbers of a store.
 *
 * @param component where its conclusions lie
 * @param variables of its patterns, in the order of their numbers
 * @param heads subject, relation and object of each, as places of a {@link Body}; empty where they must be computed
 * @param computed what remains to be computed when its patterns are matched
 */
record ColumnClause(Clause clause, int component, Body body, List<String> variables, List<Head> heads, Plan computed) {

    /** A head of which each place is a constant or a variable of a pattern. */
    record Head(int subject, int relation, int object) {}

    static ColumnClause of(Program program, Clause clause, Heads heads, Store store, LocalDate day) {
        List<Condition.Pattern> patterns = clause.patterns();
        List<String> names = new ArrayList<>(Columnar.matched(clause));
        names.remove(RuleTerm.Variable.TODAY.name());
        names.sort(null);
        int[] relation = new int[patterns.size()];
        int[] subject = new int[patterns.size()];
        int[] object = new int[patterns.size()];
        for (int i = 0; i < patterns.size(); i++) {
            relation[i] = store.relation(patterns.get(i).relation());
            subject[i] = place(patterns.get(i).subject(), names, store, day);
            object[i] = place(patterns.get(i).object(), names, store, day);
        }
        boolean plain = patterns.size() == clause.conditions().size()
                && clause.heads().stream().allMatch(head -> isPlain(head, heads, names));
        List<Head> made = new ArrayList<>();
        for (Rule.Head head : plain ? clause.heads() : List.<Rule.Head>of()) {
            made.add(new Head(
                    place(head.subject(), names, store, day),
                    store.relation(head.relation()),
                    place(head.object(), names, store, day)));
        }
        return new ColumnClause(
                clause,
                program.componentOf(clause),
                new Body(clause.id(), relation, subject, object, names.size()),
                List.copyOf(names),
                List.copyOf(made),
                program.computed(clause));
    }

    private static boolean isPlain(Rule.Head head, Heads heads, List<String> names) {
        return heads.isPlain(head) && isPlain(head.subject(), names) && isPlain(head.object(), names);
    }

    private static boolean isPlain(HeadTerm term, List<String> names) {
        return switch (term) {
            case RuleTerm.Variable(String name) -> names.contains(name);
            case RuleTerm.Constant constant -> true;
            case RuleTerm.Named named -> false;
            case Fresh fresh -> false;
        };
    }

    private static int place(HeadTerm place, List<String> names, Store store, LocalDate day) {
        return switch (place) {
            case RuleTerm.Variable(String name) ->
                name.equals(RuleTerm.Variable.TODAY.name())
                        ? store.terms().number(Literal.date(day))
                        : ~names.indexOf(name);
            case RuleTerm.Constant(Term term) -> store.terms().number(term);
            case RuleTerm.Named named -> throw new IllegalStateException("a label in a column: " + named);
            case Fresh fresh -> throw new IllegalStateException("not in a column: " + fresh);
        };
    }
}
