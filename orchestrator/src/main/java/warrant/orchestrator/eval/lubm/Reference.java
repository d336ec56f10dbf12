package warrant.orchestrator.eval.lubm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.graph.rdf.OwlMicro;
import warrant.rules.Condition;
import warrant.rules.RuleTerm;

/** Answers the queries over what Jena's OWL Micro reasoner concludes, by plain joins. */
final class Reference {
    private final OwlMicro reasoner;
    private final String namespace;

    private Reference(OwlMicro reasoner, String namespace) {
        this.reasoner = reasoner;
        this.namespace = namespace;
    }

    static Reference over(LubmData data) {
        List<Triple> all = new ArrayList<>(data.axioms());
        all.addAll(data.facts());
        return new Reference(new OwlMicro(all), data.namespace());
    }

    /** @return how many distinct answers there are */
    int answers(LubmQuery query) {
        List<Map<String, Term>> found = List.of(Map.of());
        List<Condition.Pattern> open = new ArrayList<>();
        query.rule(namespace).body().forEach(condition -> open.add((Condition.Pattern) condition));
        Set<RuleTerm> known = new HashSet<>();
        while (!open.isEmpty()) {
            Condition.Pattern next = Collections.max(open, Comparator.comparingInt(one -> knownPlaces(one, known)));
            open.remove(next);
            found = join(found, next);
            known.addAll(List.of(next.subject(), next.object()));
        }
        Set<List<Term>> answers = new HashSet<>();
        for (Map<String, Term> one : found) {
            List<Term> answer = new ArrayList<>();
            query.answers().forEach(variable -> answer.add(bound(one, variable.substring(1))));
            answers.add(answer);
        }
        return answers.size();
    }

    /** Joins whatever is bound already first: the order in which a query is written may multiply unrelated things. */
    private static int knownPlaces(Condition.Pattern pattern, Set<RuleTerm> known) {
        return places(pattern.subject(), known) + places(pattern.object(), known);
    }

    private static int places(RuleTerm term, Set<RuleTerm> known) {
        return known.contains(term) ? 2 : term instanceof RuleTerm.Constant ? 1 : 0;
    }

    private static Term bound(Map<String, Term> found, String variable) {
        Term term = found.get(variable);
        if (term == null) {
            throw new IllegalArgumentException("no condition binds ?" + variable);
        }
        return term;
    }

    private List<Map<String, Term>> join(List<Map<String, Term>> found, Condition.Pattern pattern) {
        List<Triple> triples = pattern.relation().equals(Iris.TYPE)
                ? reasoner.matching(pattern.relation(), ((RuleTerm.Constant) pattern.object()).term())
                : reasoner.matching(pattern.relation(), null);
        Map<Term, List<Triple>> bySubject = new HashMap<>();
        Map<Term, List<Triple>> byObject = new HashMap<>();
        for (Triple triple : triples) {
            bySubject.computeIfAbsent(triple.subject(), s -> new ArrayList<>()).add(triple);
            byObject.computeIfAbsent(triple.object(), o -> new ArrayList<>()).add(triple);
        }
        List<Map<String, Term>> joined = new ArrayList<>();
        for (Map<String, Term> one : found) {
            Term subject = value(pattern.subject(), one);
            Term object = value(pattern.object(), one);
            List<Triple> candidates = subject != null
                    ? bySubject.getOrDefault(subject, List.of())
                    : object != null ? byObject.getOrDefault(object, List.of()) : triples;
            for (Triple triple : candidates) {
                if (object == null || object.equals(triple.object())) {
                    Map<String, Term> more = new HashMap<>(one);
                    bind(pattern.subject(), triple.subject(), more);
                    bind(pattern.object(), triple.object(), more);
                    joined.add(more);
                }
            }
        }
        return joined;
    }

    private static @Nullable Term value(RuleTerm term, Map<String, Term> found) {
        return switch (term) {
            case RuleTerm.Variable(String name) -> found.get(name);
            case RuleTerm.Constant(Term constant) -> constant;
            case RuleTerm.Named named -> null;
        };
    }

    private static void bind(RuleTerm term, Term value, Map<String, Term> found) {
        if (term instanceof RuleTerm.Variable(String name)) {
            found.put(name, value);
        }
    }
}
