package warrant.orchestrator.eval.logic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Triple;
import warrant.orchestrator.eval.reasoning.Checks;
import warrant.orchestrator.eval.reasoning.Given;
import warrant.orchestrator.eval.suite.Item;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.Session;
import warrant.rules.foreign.LogicAtom;
import warrant.rules.foreign.LogicProgram;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.value.Calendars;

/**
 * A problem after its program ran.
 *
 * @param answer A, B or C; empty if the query could not be read or both it and its contrary follow
 * @param turned the answer to the contrary of the query
 * @param proved whether the query or its contrary follows
 * @param accepted whether the checker accepts that proof
 * @param flagged whether query and sentence differ in what they affirm
 */
record Solved(
        Problem problem,
        String answer,
        String turned,
        boolean proved,
        boolean accepted,
        boolean flagged,
        List<String> unread) {
    /** Programs know no dates; any day does. */
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    static Solved of(Problem problem) {
        LogicProgram program = LogicProgram.parse(problem.program());
        LogicAtom query = program.query().orElse(null);
        if (query == null) {
            return new Solved(problem, "", "", false, false, false, program.unread());
        }
        RuleBase rules = new RuleBase(
                program.rules(), Set.of(), Set.of(), Set.of(), List.of(), Calendars.NONE, Set.of(), Map.of());
        try (Session session =
                new ForwardEngine().open(rules, Given.of(problem.id(), program.facts()), DAY, Limits.GENEROUS)) {
            return of(problem, program, query, session.deduction(), new Checks(rules));
        }
    }

    private static Solved of(
            Problem problem, LogicProgram program, LogicAtom query, Deduction deduction, Checks checks) {
        boolean asked = deduction.holds(query.triple());
        boolean contrary = deduction.holds(query.negated().triple());
        Triple shown = shown(query, asked, contrary);
        return new Solved(
                problem,
                answer(asked, contrary, problem.open()),
                answer(contrary, asked, problem.open()),
                shown != null,
                shown != null && checks.accepts(deduction, shown),
                Polarity.differs(problem.sentence(), query),
                program.unread());
    }

    private static @Nullable Triple shown(LogicAtom query, boolean asked, boolean contrary) {
        return asked ? query.triple() : contrary ? query.negated().triple() : null;
    }

    private static String answer(boolean holds, boolean contrary, boolean open) {
        if (holds && contrary) {
            return "";
        }
        return holds ? "A" : contrary || !open ? "B" : "C";
    }

    boolean isRight() {
        return answer.equals(problem.answer());
    }

    /** Whether the program proves the contrary of the right answer. */
    boolean isFlipped() {
        return proved && !answer.isEmpty() && !isRight() && !problem.answer().equals("C");
    }

    /** Whether the answer is right once a flagged query is turned. */
    boolean isRightTurned() {
        return (flagged ? turned : answer).equals(problem.answer());
    }

    Item item() {
        if (answer.isEmpty()) {
            String why = unread.isEmpty() ? "the query and its contrary both follow" : "no query could be read";
            return new Item(problem.id(), problem.set(), Item.Outcome.ABSTAINED, why);
        }
        return new Item(
                problem.id(),
                problem.set(),
                isRight() ? Item.Outcome.RIGHT : Item.Outcome.WRONG,
                isRight() ? "" : "answered " + answer + " instead of " + problem.answer());
    }
}
