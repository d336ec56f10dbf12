package warrant.orchestrator.eval.sara;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.orchestrator.eval.reasoning.Given;
import warrant.rules.Deduction;
import warrant.rules.Session;

/** Finds what satisfies a goal, from its first predicate to its last. For one case. */
final class Asking {
    private final Statute statute;
    private final CaseFacts facts;
    private final Session session;
    private int questions;

    Asking(Statute statute, CaseFacts facts, Session session) {
        this.statute = statute;
        this.facts = facts;
        this.session = session;
    }

    /** What was found so far. */
    private record Found(Map<String, Term> variables, List<Triple> triples) {
        Found {
            variables = Map.copyOf(variables);
            triples = List.copyOf(triples);
        }

        Found with(Triple triple) {
            List<Triple> more = new ArrayList<>(triples);
            more.add(triple);
            return new Found(variables, more);
        }

        Found with(String variable, Term value) {
            Map<String, Term> more = new HashMap<>(variables);
            more.put(variable, value);
            return new Found(more, triples);
        }
    }

    /**
     * @return the triples that satisfy the goal; empty if nothing does
     * @throws IllegalArgumentException naming a predicate that is not known
     */
    Optional<List<Triple>> answer(Goal goal) {
        List<Found> found = List.of(new Found(Map.of(), List.of()));
        for (Goal.Atom atom : goal.atoms()) {
            List<Found> next = new ArrayList<>();
            for (Found one : found) {
                next.addAll(atom(atom, one));
            }
            found = next;
        }
        return found.stream().findFirst().map(Found::triples);
    }

    private List<Found> atom(Goal.Atom atom, Found found) {
        if (atom.predicate().startsWith("\\+")) {
            String positive = atom.predicate().substring(2).strip();
            return atom(new Goal.Atom(positive, atom.places()), found).isEmpty() ? List.of(found) : List.of();
        }
        return switch (atom.predicate()) {
            case "var" -> isBound(atom, found) ? List.of() : List.of(found);
            case "nonvar" -> isBound(atom, found) ? List.of(found) : List.of();
            case "first_day_year" -> dayOfYear(atom, found, 1, 1);
            case "last_day_year" -> dayOfYear(atom, found, 12, 31);
            case "is_before" -> isBefore(atom, found) ? List.of(found) : List.of();
            default -> stated(atom, found);
        };
    }

    private static boolean isBound(Goal.Atom atom, Found found) {
        return !(atom.places().getFirst() instanceof GoalTerm.Unknown(String name))
                || found.variables().containsKey(name);
    }

    private List<Found> dayOfYear(Goal.Atom atom, Found found, int month, int day) {
        BigDecimal year = Terms.number(require(atom.places().getFirst(), found));
        if (year == null) {
            return List.of();
        }
        Found same = unify(atom.places().getLast(), Literal.date(LocalDate.of(year.intValue(), month, day)), found);
        return same == null ? List.of() : List.of(same);
    }

    private boolean isBefore(Goal.Atom atom, Found found) {
        Term one = value(atom.places().getFirst(), found);
        Term other = value(atom.places().getLast(), found);
        return one instanceof Literal(String first, String t1)
                && other instanceof Literal(String second, String t2)
                && first.compareTo(second) <= 0;
    }

    private List<Found> stated(Goal.Atom atom, Found found) {
        String key = Signature.key(atom.predicate(), atom.places().size());
        Signature signature = statute.signatures().get(key);
        if (signature == null) {
            throw new IllegalArgumentException("the predicate " + key + " is not known");
        }
        Statement asked = new Statement(signature, atom.places());
        List<Found> all = new ArrayList<>();
        for (Start start : asked.starts(found)) {
            List<Found> paths = List.of(start.found());
            for (Signature.Part part : signature.parts()) {
                List<Found> next = new ArrayList<>();
                for (Found path : paths) {
                    next.addAll(part.given() ? List.of(path) : asked.part(part, start.subject(), path));
                }
                paths = next;
            }
            all.addAll(paths);
        }
        return all;
    }

    private record Start(Entity subject, Found found) {}

    /** A predicate of the statute with its places. */
    private final class Statement {
        private final Signature signature;
        private final List<GoalTerm> places;

        Statement(Signature signature, List<GoalTerm> places) {
            this.signature = signature;
            this.places = places;
        }

        List<Start> starts(Found found) {
            return switch (signature.subject()) {
                case Signature.Subject.TaxYear(String person, String year) -> taxYears(person, year, found);
                case Signature.Subject.Calendar(String year) -> calendars(year, found);
                case Signature.Subject.Thing(String place) -> things(place, found);
                case Signature.Subject.Finding(String kind, boolean apart) ->
                    deduction().matching(null, Iris.TYPE, Statute.kind(kind)).stream()
                            .map(triple -> new Start(triple.subject(), found.with(triple)))
                            .toList();
                case Signature.Subject.Question question -> List.of(new Start(question(found), found));
            };
        }

        private List<Start> taxYears(String person, String year, Found found) {
            List<Start> starts = new ArrayList<>();
            for (int y : facts.years()) {
                for (String name : facts.persons()) {
                    Found of = unify(place(person), Terms.thing(name), found);
                    Found both = of == null ? null : unify(place(year), Literal.integer(y), of);
                    if (both != null) {
                        starts.add(new Start(Terms.taxYear(name, y), both));
                    }
                }
            }
            return starts;
        }

        private List<Start> calendars(String year, Found found) {
            List<Start> starts = new ArrayList<>();
            for (int y : facts.years()) {
                Found of = unify(place(year), Literal.integer(y), found);
                if (of != null) {
                    starts.add(new Start(Terms.calendarYear(y), of));
                }
            }
            return starts;
        }

        private List<Start> things(String place, Found found) {
            Signature.Part first = signature.parts().getFirst();
            List<Start> starts = new ArrayList<>();
            for (Triple triple : deduction().matching(null, Statute.relation(first.relation()), null)) {
                Found of = unify(place(place), triple.subject(), found);
                if (of != null && starts.stream().noneMatch(s -> s.subject().equals(triple.subject()))) {
                    starts.add(new Start(triple.subject(), of));
                }
            }
            return starts;
        }

        /** States what the question is about, and lets the rules conclude anew. */
        private Entity question(Found found) {
            Entity question = Terms.thing("question:" + ++questions);
            List<Triple> given = new ArrayList<>();
            for (Signature.Part part : signature.parts()) {
                if (part.given()) {
                    Term value = require(place(part.places().getFirst()), found);
                    BigDecimal number = Terms.number(value);
                    given.add(new Triple(
                            question,
                            Statute.relation(part.relation()),
                            number == null ? value : Terms.dollars(number)));
                }
            }
            session.insert(Given.of("the question", given));
            return question;
        }

        List<Found> part(Signature.Part part, Entity subject, Found found) {
            List<Triple> stated = deduction().matching(subject, Statute.relation(part.relation()), null);
            if (part.places().isEmpty()) {
                Triple flag = new Triple(subject, Statute.relation(part.relation()), Literal.bool(true));
                return stated.contains(flag) ? List.of(found.with(flag)) : List.of();
            }
            if (part.optional() && stated.isEmpty()) {
                return List.of(found);
            }
            if (part.places().size() == 2) {
                return years(part, stated, found);
            }
            GoalTerm place = place(part.places().getFirst());
            if (part.named() && value(place, found) == null) {
                return List.of(found);
            }
            if (place instanceof GoalTerm.Several(List<GoalTerm> terms)) {
                return several(terms, stated) ? List.of(found.with(stated.getFirst())) : List.of();
            }
            List<Found> all = new ArrayList<>();
            for (Triple triple : stated) {
                Found same = unify(place, triple.object(), found);
                if (same != null) {
                    all.add(same.with(triple));
                }
            }
            return all;
        }

        private List<Found> years(Signature.Part part, List<Triple> stated, Found found) {
            List<Found> all = new ArrayList<>();
            for (Start start : taxYears(part.places().getFirst(), part.places().getLast(), found)) {
                stated.stream()
                        .filter(triple -> triple.object().equals(start.subject()))
                        .forEach(triple -> all.add(start.found().with(triple)));
            }
            return all;
        }

        /** Names are all those stated; numbers add up to the one stated. */
        private static boolean several(List<GoalTerm> terms, List<Triple> stated) {
            BigDecimal sum = BigDecimal.ZERO;
            for (GoalTerm term : terms) {
                switch (term) {
                    case GoalTerm.Numeral(BigDecimal value) -> sum = sum.add(value);
                    case GoalTerm.Name(String text) -> {
                        if (stated.stream().noneMatch(t -> t.object().equals(Terms.thing(text)))) {
                            return false;
                        }
                    }
                    default -> {
                        // a variable or a wildcard in a list asks for nothing
                    }
                }
            }
            BigDecimal all = sum;
            boolean numbers = terms.stream().anyMatch(GoalTerm.Numeral.class::isInstance);
            return !stated.isEmpty() && (!numbers || stated.stream().anyMatch(t -> same(t.object(), all)));
        }

        private static boolean same(Term term, BigDecimal sum) {
            BigDecimal number = Terms.number(term);
            return number != null && Terms.sameNumber(number, sum);
        }

        private GoalTerm place(String name) {
            int index = signature.places().indexOf(name);
            return index < 0 ? GoalTerm.of(name) : places.get(index);
        }
    }

    private Deduction deduction() {
        return session.deduction();
    }

    private static Term require(GoalTerm term, Found found) {
        Term value = value(term, found);
        if (value == null) {
            throw new IllegalArgumentException("a value is needed for " + term);
        }
        return value;
    }

    private static @Nullable Term value(GoalTerm term, Found found) {
        return term instanceof GoalTerm.Unknown(String name) ? found.variables().get(name) : Terms.of(term, true);
    }

    /** @return with the variable bound, if the term is one; null where the two differ */
    private static @Nullable Found unify(GoalTerm term, Term value, Found found) {
        return switch (term) {
            case GoalTerm.Anything anything -> found;
            case GoalTerm.Unknown(String name) -> {
                Term known = found.variables().get(name);
                yield known == null ? found.with(name, value) : known.equals(value) ? found : null;
            }
            case GoalTerm.Numeral(BigDecimal number) -> {
                BigDecimal stated = Terms.number(value);
                yield stated != null && Terms.sameNumber(stated, number) ? found : null;
            }
            case GoalTerm.Name(String text) -> value.equals(Terms.thing(text)) ? found : null;
            case GoalTerm.Day(LocalDate date) -> value.equals(Literal.date(date)) ? found : null;
            case GoalTerm.Several several -> null;
        };
    }
}
