package warrant.orchestrator.eval.proverqa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.eval.reasoning.Checks;
import warrant.orchestrator.eval.reasoning.Given;
import warrant.orchestrator.eval.suite.Item;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.Session;
import warrant.rules.foreign.Clauses;
import warrant.rules.foreign.Formula;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.value.Calendars;

/**
 * A problem after its formulas were run: the conclusion is true if its denial contradicts the premises, false if it
 * does itself.
 *
 * @param answer A, B or C; empty if the premises contradict each other or the conclusion cannot be said
 * @param proved whether there is a contradiction to prove
 * @param accepted whether the checker accepts the proof of it
 * @param unsaid formulas that rules cannot say, with the reason
 */
record Proving(ProverProblem problem, String answer, boolean proved, boolean accepted, List<String> unsaid) {
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    private enum Outcome {
        CONSISTENT,
        PROVED,
        REJECTED,
        UNSAID
    }

    static Proving of(ProverProblem problem) {
        List<String> unsaid = new ArrayList<>();
        List<Formula> premises = new ArrayList<>();
        problem.premises().forEach(text -> {
            try {
                Formula formula = Formula.parse(text);
                new Clauses().add(formula);
                premises.add(formula);
            } catch (IllegalArgumentException e) {
                unsaid.add(text + ": " + e.getMessage());
            }
        });
        try {
            Formula conclusion = Formula.parse(problem.conclusion());
            Outcome alone = assume(problem, premises, null);
            Outcome denied = assume(problem, premises, new Formula.Not(conclusion));
            Outcome assumed = assume(problem, premises, conclusion);
            return of(problem, alone, denied, assumed, unsaid);
        } catch (IllegalArgumentException e) {
            unsaid.add(problem.conclusion() + ": " + e.getMessage());
            return new Proving(problem, "", false, false, unsaid);
        }
    }

    private static Proving of(
            ProverProblem problem, Outcome alone, Outcome denied, Outcome assumed, List<String> unsaid) {
        if (alone != Outcome.CONSISTENT || (denied == Outcome.UNSAID && assumed == Outcome.UNSAID)) {
            return new Proving(problem, "", false, false, unsaid);
        }
        boolean holds = denied == Outcome.PROVED || denied == Outcome.REJECTED;
        boolean fails = assumed == Outcome.PROVED || assumed == Outcome.REJECTED;
        return new Proving(
                problem,
                holds ? "A" : fails ? "B" : "C",
                holds || fails,
                (holds ? denied : assumed) == Outcome.PROVED,
                unsaid);
    }

    private static Outcome assume(ProverProblem problem, List<Formula> premises, @Nullable Formula assumption) {
        Clauses clauses = new Clauses();
        premises.forEach(clauses::add);
        if (assumption != null) {
            try {
                clauses.add(assumption);
            } catch (IllegalArgumentException e) {
                return Outcome.UNSAID;
            }
        }
        RuleBase rules = new RuleBase(
                clauses.rules(), Set.of(), Set.of(), Set.of(), List.of(), Calendars.NONE, Set.of(), Map.of());
        try (Session session =
                new ForwardEngine().open(rules, Given.of(problem.id(), clauses.things()), DAY, Limits.GENEROUS)) {
            Deduction deduction = session.deduction();
            if (!deduction.holds(Clauses.ABSURD)) {
                return Outcome.CONSISTENT;
            }
            return new Checks(rules).accepts(deduction, Clauses.ABSURD) ? Outcome.PROVED : Outcome.REJECTED;
        }
    }

    Item item() {
        if (answer.isEmpty() || (answer.equals("C") && !unsaid.isEmpty())) {
            String why = unsaid.isEmpty() ? "the premises contradict each other" : "not said: " + unsaid.getFirst();
            return new Item(problem.id(), problem.level(), Item.Outcome.ABSTAINED, why);
        }
        boolean right = answer.equals(problem.answer());
        return new Item(
                problem.id(),
                problem.level(),
                right ? Item.Outcome.RIGHT : Item.Outcome.WRONG,
                right ? "" : "answered " + answer + " instead of " + problem.answer());
    }
}
