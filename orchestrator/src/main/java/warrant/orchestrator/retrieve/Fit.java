package warrant.orchestrator.retrieve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;

/** Measures how well triples of a relation fit a question. */
final class Fit {
    private static final int CROWDED = 6;

    private final Question question;
    private final Sides sides;
    private final Links links;

    private final Set<String> asked;

    Fit(Question question, Knowledge knowledge, Sides sides, Links links) {
        this.question = question;
        this.sides = sides;
        this.links = links;
        this.asked = question.contentStems(knowledge.names(), knowledge.wording());
    }

    Fitness of(Nearness near, Candidate.Kind kind, List<Triple> triples) {
        Triple first = triples.getFirst();
        int covered = question.covered(first);
        List<Triple> via = via(first);
        return new Fitness(
                near,
                explained(near, via),
                share(covered),
                share(via.size()),
                triples.stream().anyMatch(this::givesWish),
                question.wish() == Wish.WHETHER && triples.stream().allMatch(this::tellsMore),
                question.total() ? triples.size() > 1 : triples.size() > CROWDED && covered == 0,
                kind == Candidate.Kind.SUPPOSED);
    }

    /** A relation that says nothing of a thing fits only if its values would be of the kind wished. */
    Fitness ofNothing(Nearness near, Entity subject) {
        boolean wished = sides.couldGive(near.relation(), question.wish());
        int linked = (int) question.names().stream()
                .filter(name -> !name.entities().contains(subject))
                .filter(name -> links.joining(subject, name).isPresent())
                .count();
        return new Fitness(near, explained(near, List.of()), share(1), share(linked), wished, false, false, false);
    }

    /**
     * How near a triple is to what the question names: names that it holds count more than those one step away, and
     * those more if the question speaks of the step.
     */
    double nearness(Triple triple) {
        return 2 * question.covered(triple)
                + via(triple).stream()
                        .mapToDouble(joint -> (1 + links.score(joint)) / 2)
                        .sum();
    }

    /**
     * The statements that join a triple to the names that it does not hold. A name of which the relation could itself
     * say something does not ask for what stands beside it.
     */
    List<Triple> via(Triple triple) {
        return question.names().stream()
                .filter(name -> name.entities().stream().noneMatch(entity -> sides.admits(triple.relation(), entity)))
                .map(name -> links.joining(triple, name))
                .flatMap(Optional::stream)
                .toList();
    }

    private double explained(Nearness near, List<Triple> via) {
        Set<String> told = new TreeSet<>(near.shared());
        via.forEach(joint -> told.addAll(links.shared(joint)));
        return asked.isEmpty() ? 0 : (double) told.size() / asked.size();
    }

    private double share(int count) {
        int wanted = question.names().size() + question.values().size();
        return wanted == 0 ? 0 : (double) count / wanted;
    }

    /**
     * Whether something holds is asked of what the question names; a triple with another value tells something else.
     */
    private boolean tellsMore(Triple triple) {
        boolean value = !Sides.isBoolean(triple.object()) && !question.names(triple.object());
        return value || !question.names(triple.subject());
    }

    private boolean givesWish(Triple triple) {
        Term answer = question.names(triple.object()) && !question.names(triple.subject())
                ? triple.subject()
                : triple.object();
        return switch (question.wish()) {
            case WHETHER, ANYTHING -> true;
            case PERSON_OR_COMPANY ->
                answer instanceof Entity entity
                        ? sides.isSomebody(entity)
                        : hasDatatype(answer, Set.of(Datatypes.STRING));
            case DAY, MONEY, AMOUNT, NUMBER, LENGTH_OF_TIME ->
                hasDatatype(answer, question.wish().datatypes());
        };
    }

    private static boolean hasDatatype(Term term, Set<String> datatypes) {
        return term instanceof Literal literal && datatypes.contains(literal.datatype());
    }
}
