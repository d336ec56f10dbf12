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
    private final List<Nearness> near;
    private final Fit fit;

    /** @param near all relations, with how near they are to the question, best first */
    public Candidates(Knowledge knowledge, Question question, List<Nearness> near) {
        this.knowledge = knowledge;
        this.question = question;
        this.sides = new Sides(knowledge);
        this.near = List.copyOf(near);
        Links links = new Links(
                question, knowledge, near.stream().collect(Collectors.toMap(Nearness::relation, each -> each)));
        this.fit = new Fit(question, knowledge, sides, links);
    }

    /** Lists candidates of the nearest relations, best first. */
    public List<Candidate> best(int relations, int most) {
        List<Candidate> all = new ArrayList<>();
        for (Nearness relation : near.subList(0, Math.min(relations, near.size()))) {
            all.addAll(of(relation));
        }
        all.sort(Comparator.comparingDouble((Candidate c) -> -c.score()).thenComparing(Candidate::relation));
        return all.subList(0, Math.min(most, all.size()));
    }

    private List<Candidate> of(Nearness relation) {
        List<Candidate> made = new ArrayList<>();
        List<Triple> sayings = knowledge.sayings(relation.relation());
        double best = sayings.stream().mapToDouble(fit::nearness).max().orElse(0);
        List<Triple> fitting = sayings.stream()
                .filter(t -> fit.nearness(t) == best && exact(t))
                .toList();
        Set<Triple> disputed = fitting.stream()
                .filter(triple -> !knowledge.deduction().holds(triple))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Triple> holding =
                fitting.stream().filter(t -> !disputed.contains(t)).toList();
        if (!disputed.isEmpty()) {
            made.add(candidate(relation, Kind.DISPUTED, List.copyOf(disputed)));
        }
        if (!holding.isEmpty()) {
            made.add(candidate(relation, Kind.HOLDS, holding));
        }
        if (question.wish() == Wish.WHETHER) {
            supposed(relation.relation(), sayings)
                    .forEach(triple -> made.add(candidate(relation, Kind.SUPPOSED, List.of(triple))));
        }
        nothing(relation, sayings).forEach(made::add);
        return made;
    }

    private Candidate candidate(Nearness relation, Kind kind, List<Triple> triples) {
        List<Triple> via = triples.size() > 1 ? List.of() : fit.via(triples.getFirst());
        return new Candidate(relation.relation(), kind, triples, via, null, fit.of(relation, kind, triples));
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
    private List<Candidate> nothing(Nearness relation, List<Triple> sayings) {
        if (sides.isFlag(relation.relation(), sayings)) {
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
                    .filter(subject -> unspoken && sides.admits(relation.relation(), subject))
                    .forEach(subject -> made.add(new Candidate(
                            relation.relation(),
                            Kind.NOTHING,
                            List.of(),
                            List.of(),
                            subject,
                            fit.ofNothing(relation, subject))));
        }
        return made;
    }

    private Set<Entity> named() {
        Set<Entity> named = new LinkedHashSet<>();
        question.names().forEach(name -> named.addAll(name.entities()));
        return named;
    }
}
