package warrant.orchestrator.retrieve;

import java.util.List;
import java.util.Set;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * How well triples fit a question, apart from what their relation means: whether they are about what it names, and
 * whether what they tell is of the kind it wishes. Summands of a score; chosen by eye on one matter and held on
 * another.
 */
final class Fit {
    private static final double COVERAGE = 0.3;
    private static final double MISFIT = 0.25;
    private static final double CROWD = 0.1;
    private static final double UNASKED = 0.12;
    private static final int CROWDED = 6;

    private final Question question;
    private final Sides sides;

    Fit(Question question, Sides sides) {
        this.question = question;
        this.sides = sides;
    }

    double of(List<Triple> triples, int covered) {
        double fit = coverage(covered);
        if (triples.stream().noneMatch(this::givesWish)) {
            fit -= MISFIT;
        }
        if (triples.size() > CROWDED && covered == 0) {
            fit -= CROWD;
        }
        if (question.wish() == Wish.WHETHER && triples.stream().allMatch(this::tellsMore)) {
            fit -= UNASKED;
        }
        return fit;
    }

    /** A relation that says nothing of a thing fits only if its values would be of the kind wished. */
    double ofNothing(String relation) {
        return coverage(1) - (sides.couldGive(relation, question.wish()) ? 0 : MISFIT);
    }

    private double coverage(int covered) {
        int wanted = question.names().size() + question.values().size();
        return wanted == 0 ? 0 : COVERAGE * covered / wanted;
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
            case DAY, AMOUNT, NUMBER, LENGTH_OF_TIME -> hasDatatype(answer, datatypes(question.wish()));
        };
    }

    private static boolean hasDatatype(Term term, Set<String> datatypes) {
        return term instanceof Literal literal && datatypes.contains(literal.datatype());
    }

    /** The datatypes in which a wish can be met; empty: any. */
    static Set<String> datatypes(Wish wish) {
        return switch (wish) {
            case WHETHER, ANYTHING, PERSON_OR_COMPANY -> Set.of();
            case DAY -> Set.of(Datatypes.DATE);
            case AMOUNT -> Set.of(Datatypes.MONEY, Datatypes.DECIMAL, Datatypes.PERCENTAGE);
            case LENGTH_OF_TIME -> Set.of(Datatypes.DURATION, Datatypes.INTEGER);
            case NUMBER -> Set.of(Datatypes.INTEGER, Datatypes.DECIMAL, Datatypes.QUANTITY, Datatypes.PERCENTAGE);
        };
    }
}
