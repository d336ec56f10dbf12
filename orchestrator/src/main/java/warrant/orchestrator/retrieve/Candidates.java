package warrant.orchestrator.retrieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Triple;
import warrant.orchestrator.retrieve.Candidate.Kind;
import warrant.orchestrator.retrieve.Names.Mentioned;

/** Gathers the triples that could answer a question, relation by relation, and ranks them by what is plain to see. */
public final class Candidates {
    private final Knowledge knowledge;
    private final Question question;
    private final Sides sides;
    private final Fit fit;

    public Candidates(Knowledge knowledge, Question question) {
        this.knowledge = knowledge;
        this.question = question;
        this.sides = new Sides(knowledge);
        this.fit = new Fit(question, sides);
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
        }
        nothing(relation, sayings).forEach(made::add);
        return made;
    }

    private Candidate candidate(Scored<String> relation, Kind kind, List<Triple> triples, int covered) {
        double score = relation.score() + fit.of(triples, covered);
        return new Candidate(relation.item(), kind, triples, null, covered, score);
    }

    /** A name with a number in it means one thing: a triple about another thing of that kind does not answer. */
    private boolean exact(Triple triple) {
        return question.names().stream()
                .filter(Question::isExact)
                .filter(name -> sameKind(name, triple))
                .allMatch(name -> Question.holds(triple, name.entities()));
    }

    private boolean sameKind(Mentioned name, Triple triple) {
        Set<String> kinds =
                name.entities().stream().map(knowledge.names()::typeOf).collect(Collectors.toSet());
        return kinds.contains(knowledge.names().typeOf(triple.subject()))
                || (triple.object() instanceof Entity object
                        && kinds.contains(knowledge.names().typeOf(object)));
    }

    /**
     * Triples that the question may ask about although they do not hold: flags of what it names, and pairs of names.
     */
    private List<Triple> supposed(String relation, List<Triple> sayings) {
        List<Triple> made = new ArrayList<>();
        Set<Entity> named = named();
        boolean flag = sides.isFlag(relation, sayings);
        for (Entity subject : named) {
            if (!sides.admits(relation, subject)) {
                continue;
            }
            if (flag) {
                made.add(new Triple(subject, relation, Literal.bool(true)));
            } else if (sides.isBetweenThings(relation, sayings)) {
                named.stream()
                        .filter(object -> !object.equals(subject) && sides.admitsObject(relation, object))
                        .forEach(object -> made.add(new Triple(subject, relation, object)));
            }
        }
        Set<Triple> known = new HashSet<>(sayings);
        return made.stream().filter(triple -> !known.contains(triple)).toList();
    }

    /** Things that the question names, of which the relation could say something, and says nothing. */
    private List<Candidate> nothing(Scored<String> relation, List<Triple> sayings) {
        if (sides.isFlag(relation.item(), sayings)) {
            return List.of();
        }
        Set<Entity> spoken = new HashSet<>();
        for (Triple triple : sayings) {
            spoken.add(triple.subject());
            if (triple.object() instanceof Entity object) {
                spoken.add(object);
            }
        }
        List<Candidate> made = new ArrayList<>();
        for (Mentioned name : question.names()) {
            boolean unspoken = name.entities().stream().noneMatch(spoken::contains);
            name.entities().stream()
                    .filter(subject -> unspoken && sides.admits(relation.item(), subject))
                    .forEach(subject -> made.add(new Candidate(
                            relation.item(),
                            Kind.NOTHING,
                            List.of(),
                            subject,
                            1,
                            relation.score() + fit.ofNothing(relation.item()))));
        }
        return made;
    }

    private Set<Entity> named() {
        Set<Entity> named = new LinkedHashSet<>();
        question.names().forEach(name -> named.addAll(name.entities()));
        return named;
    }
}
