package warrant.orchestrator.eval.reasoning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import warrant.graph.Entity;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Limits;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.Session;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.value.Calendars;
import warrant.rules.value.Values;

/** Whether a graph entails another under the rules made from it. */
final class Entailing {
    static final String BLANK = "urn:warrant:blank:";

    private Entailing() {}

    /** @param rules made anew while conclusions are axioms themselves */
    static boolean entails(
            Collection<Triple> premise, List<Triple> goals, Function<Collection<Triple>, List<Rule>> rules) {
        return satisfies(goals, 0, new HashMap<>(), closure(premise, rules));
    }

    private static Set<Triple> closure(Collection<Triple> premise, Function<Collection<Triple>, List<Rule>> made) {
        Set<Triple> known = new LinkedHashSet<>(premise);
        while (true) {
            RuleBase rules = new RuleBase(
                    made.apply(known), Set.of(), Set.of(), Set.of(), List.of(), Calendars.NONE, Set.of(), Map.of());
            try (Session session = new ForwardEngine()
                    .open(rules, Given.of("the premise", known), LocalDate.of(2009, 10, 27), Limits.GENEROUS)) {
                Collection<Triple> more = session.deduction().triples();
                if (!known.addAll(more)) {
                    return known;
                }
            }
        }
    }

    private static boolean satisfies(List<Triple> goals, int at, Map<Term, Term> blanks, Set<Triple> closure) {
        if (at == goals.size()) {
            return true;
        }
        Triple goal = goals.get(at);
        for (Triple triple : closure) {
            Map<Term, Term> more = new HashMap<>(blanks);
            if (triple.relation().equals(goal.relation())
                    && same(goal.subject(), triple.subject(), more)
                    && same(goal.object(), triple.object(), more)
                    && satisfies(goals, at + 1, more, closure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Term asked, Term found, Map<Term, Term> blanks) {
        if (isBlank(asked)) {
            Term known = blanks.putIfAbsent(asked, found);
            return known == null || Values.identity(known).equals(Values.identity(found));
        }
        return Values.identity(asked).equals(Values.identity(found));
    }

    static boolean isBlank(Term term) {
        return term instanceof Entity(String iri) && iri.startsWith(BLANK);
    }
}
