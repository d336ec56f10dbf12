package warrant.orchestrator.eval.sara;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * A predicate of the statute that a case states as a fact: “Alice is entitled to a deduction for Bob under section
 * 151(c)”.
 *
 * <p>It is stated as the rules would conclude it; a finding {@code apart} as something of the class {@code given_…}, so
 * that rules can tell it from their own conclusions.
 *
 * @param years those that the deduction looks at; a finding about another year says nothing
 */
record CaseFinding(Signature signature, List<GoalTerm> places, Set<Integer> years) {
    private static final String GIVEN = "given_";

    List<Triple> triples() {
        return switch (signature.subject()) {
            case Signature.Subject.TaxYear(String person, String year) -> of(taxYear(person, year), "");
            case Signature.Subject.Calendar(String year) ->
                place(year) instanceof GoalTerm.Numeral(java.math.BigDecimal value)
                        ? of(Terms.calendarYear(value.intValue()), "")
                        : List.of();
            case Signature.Subject.Thing(String place) ->
                place(place) instanceof GoalTerm.Name(String text) ? of(Terms.thing(text), "") : List.of();
            case Signature.Subject.Finding(String kind, boolean apart) -> finding(kind, apart ? GIVEN : "");
            case Signature.Subject.Question question -> List.of();
        };
    }

    private List<Triple> finding(String kind, String prefix) {
        Entity finding = Terms.thing("found:" + signature.predicate() + places);
        List<Triple> triples = new ArrayList<>(of(finding, prefix));
        triples.add(new Triple(finding, Iris.TYPE, Statute.kind(prefix + kind)));
        return triples;
    }

    private List<Triple> of(@Nullable Entity subject, String prefix) {
        if (subject == null) {
            return List.of();
        }
        List<Triple> triples = new ArrayList<>();
        triples.add(new Triple(subject, Statute.relation(GIVEN + signature.predicate()), Literal.bool(true)));
        for (Signature.Part part : signature.parts()) {
            List<Term> objects = objects(part);
            if (objects.isEmpty() && !prefix.isEmpty()) {
                triples.add(new Triple(subject, Statute.relation("lacks"), Literal.text(part.relation())));
            }
            objects.forEach(
                    object -> triples.add(new Triple(subject, Statute.relation(prefix + part.relation()), object)));
        }
        return triples;
    }

    private List<Term> objects(Signature.Part part) {
        if (part.places().isEmpty()) {
            return List.of(Literal.bool(true));
        }
        if (part.places().size() == 2) {
            Entity year = taxYear(part.places().getFirst(), part.places().getLast());
            return year == null ? List.of() : List.of(year);
        }
        GoalTerm place = place(part.places().getFirst());
        List<GoalTerm> terms = place instanceof GoalTerm.Several(List<GoalTerm> several) ? several : List.of(place);
        List<Term> objects = new ArrayList<>();
        for (GoalTerm term : terms) {
            Term object = Terms.of(term, part.plain());
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }

    private @Nullable Entity taxYear(String person, String year) {
        return place(person) instanceof GoalTerm.Name(String name)
                        && place(year) instanceof GoalTerm.Numeral(java.math.BigDecimal value)
                        && years.contains(value.intValue())
                ? Terms.taxYear(name, value.intValue())
                : null;
    }

    private GoalTerm place(String name) {
        int index = signature.places().indexOf(name);
        return index < 0 ? GoalTerm.of(name) : places.get(index);
    }
}
