package warrant.orchestrator.retrieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Triple;
import warrant.orchestrator.retrieve.Candidate.Kind;
import warrant.orchestrator.retrieve.Names.Mentioned;
import warrant.orchestrator.session.Knowledge;

/** Gathers the triples that could answer a question, relation by relation, and ranks them by what is plain to see. */
public final class Candidates {
    private static final double COVERAGE = 0.3;
    private static final double MISFIT = 0.25;
    private static final double CROWD = 0.1;
    private static final int CROWDED = 6;

    private final Knowledge knowledge;
    private final Question question;

    public Candidates(Knowledge knowledge, Question question) {
        this.knowledge = knowledge;
        this.question = question;
    }

    /** Lists candidates for the best relations, best first. */
    public List<Candidate> of(List<Scored<String>> relations, int most) {
        List<Candidate> all = new ArrayList<>();
        for (Scored<String> relation : relations) {
            all.addAll(of(relation));
        }
        all.sort(Comparator.comparingDouble((Candidate c) -> -c.score()).thenComparing(Candidate::relation));
        return all.subList(0, Math.min(most, all.size()));
    }

    private List<Candidate> of(Scored<String> relation) {
        List<Candidate> made = new ArrayList<>();
        List<Triple> sayings = knowledge.sayings(relation.item());
        int best = sayings.stream().mapToInt(question::covered).max().orElse(0);
        List<Triple> fitting = sayings.stream()
                .filter(t -> question.covered(t) == best && exact(t))
                .toList();
        Set<Triple> disputed = fitting.stream()
                .filter(triple -> !knowledge.deduction().holds(triple))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Triple> holding =
                fitting.stream().filter(t -> !disputed.contains(t)).toList();
        if (!disputed.isEmpty()) {
            made.add(candidate(relation, Kind.DISPUTED, List.copyOf(disputed), best));
        }
        if (!holding.isEmpty()) {
            made.add(candidate(relation, Kind.HOLDS, holding, best));
        }
        if (question.wish() == Wish.WHETHER) {
            supposed(relation.item(), sayings)
                    .forEach(triple ->
                            made.add(candidate(relation, Kind.SUPPOSED, List.of(triple), question.covered(triple))));
            nothing(relation, sayings).forEach(made::add);
        }
        return made;
    }

    /** A name with a number in it means one thing: a triple about another thing of that kind does not answer. */
    private boolean exact(Triple triple) {
        return question.names().stream()
                .filter(Question::isExact)
                .filter(name -> sameKind(name, triple))
                .allMatch(name -> name.entities().contains(triple.subject())
                        || (triple.object() instanceof Entity object
                                && name.entities().contains(object)));
    }

    private boolean sameKind(Mentioned name, Triple triple) {
        Set<String> kinds =
                name.entities().stream().map(knowledge.names()::typeOf).collect(Collectors.toSet());
        return kinds.contains(knowledge.names().typeOf(triple.subject()))
                || (triple.object() instanceof Entity object
                        && kinds.contains(knowledge.names().typeOf(object)));
    }

    private Candidate candidate(Scored<String> relation, Kind kind, List<Triple> triples, int covered) {
        int wanted = question.names().size() + question.values().size();
        double score = relation.score() + (wanted == 0 ? 0 : COVERAGE * covered / wanted);
        if (triples.stream().noneMatch(this::fitsWish)) {
            score -= MISFIT;
        }
        if (triples.size() > CROWDED && covered == 0) {
            score -= CROWD;
        }
        return new Candidate(relation.item(), kind, triples, null, covered, score);
    }

    private boolean fitsWish(Triple triple) {
        return switch (question.wish()) {
            case WHETHER, ANYTHING -> true;
            case PERSON_OR_COMPANY -> !(triple.object() instanceof Literal) || isText(triple);
            case DAY -> hasDatatype(triple, Set.of(Datatypes.DATE));
            case AMOUNT -> hasDatatype(triple, Set.of(Datatypes.MONEY, Datatypes.DECIMAL, Datatypes.PERCENTAGE));
            case LENGTH_OF_TIME -> hasDatatype(triple, Set.of(Datatypes.DURATION, Datatypes.INTEGER));
            case NUMBER ->
                hasDatatype(
                        triple, Set.of(Datatypes.INTEGER, Datatypes.DECIMAL, Datatypes.QUANTITY, Datatypes.PERCENTAGE));
        };
    }

    private static boolean isText(Triple triple) {
        return hasDatatype(triple, Set.of(Datatypes.STRING));
    }

    private static boolean hasDatatype(Triple triple, Set<String> datatypes) {
        return triple.object() instanceof Literal literal && datatypes.contains(literal.datatype());
    }

    /**
     * Triples that the question may ask about although they do not hold: flags of what it names, and pairs of names.
     */
    private List<Triple> supposed(String relation, List<Triple> sayings) {
        List<Triple> made = new ArrayList<>();
        Set<Entity> named = new LinkedHashSet<>();
        question.names().forEach(name -> named.addAll(name.entities()));
        boolean flag = isFlag(relation, sayings);
        for (Entity subject : named) {
            if (!admits(relation, subject)) {
                continue;
            }
            if (flag) {
                made.add(new Triple(subject, relation, Literal.bool(true)));
            } else {
                named.stream()
                        .filter(object -> !object.equals(subject) && isBetweenThings(relation, sayings))
                        .forEach(object -> made.add(new Triple(subject, relation, object)));
            }
        }
        Set<Triple> known = new HashSet<>(sayings);
        return made.stream().filter(triple -> !known.contains(triple)).toList();
    }

    /** Things of which the rules could say a value, and say none. */
    private List<Candidate> nothing(Scored<String> relation, List<Triple> sayings) {
        if (knowledge.concluding(relation.item()).isEmpty() || isFlag(relation.item(), sayings)) {
            return List.of();
        }
        Set<Entity> spoken = sayings.stream().map(Triple::subject).collect(Collectors.toSet());
        int wanted = question.names().size() + question.values().size();
        List<Candidate> made = new ArrayList<>();
        for (Mentioned name : question.names()) {
            for (Entity subject : name.entities()) {
                if (!spoken.contains(subject) && admits(relation.item(), subject)) {
                    double score = relation.score() + COVERAGE / wanted;
                    made.add(new Candidate(relation.item(), Kind.NOTHING, List.of(), subject, 1, score));
                }
            }
        }
        return made;
    }

    private boolean isFlag(String relation, List<Triple> sayings) {
        boolean declared = knowledge
                .ontology()
                .relation(relation)
                .map(r -> r.range().contains(Datatypes.BOOLEAN))
                .orElse(false);
        boolean concluded = knowledge.concluding(relation).stream()
                .flatMap(rule -> rule.head().stream())
                .anyMatch(head -> head.relation().equals(relation)
                        && head.object() instanceof warrant.rules.RuleTerm.Constant(Literal literal)
                        && literal.datatype().equals(Datatypes.BOOLEAN));
        return declared || concluded || sayings.stream().anyMatch(t -> hasDatatype(t, Set.of(Datatypes.BOOLEAN)));
    }

    private boolean isBetweenThings(String relation, List<Triple> sayings) {
        Ontology.@Nullable Relation known = knowledge.ontology().relations().get(relation);
        return known == null ? sayings.stream().allMatch(t -> t.object() instanceof Entity) : known.object();
    }

    private boolean admits(String relation, Entity subject) {
        Ontology.@Nullable Relation known = knowledge.ontology().relations().get(relation);
        String type = knowledge.names().typeOf(subject);
        return known == null
                || known.domain().isEmpty()
                || type.isEmpty()
                || known.domain().stream()
                        .anyMatch(kind -> knowledge.ontology().isA(type, kind)
                                || knowledge.ontology().isA(kind, type));
    }
}
