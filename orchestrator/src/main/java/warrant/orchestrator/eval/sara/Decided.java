package warrant.orchestrator.eval.sara;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Triple;
import warrant.orchestrator.eval.reasoning.Checks;
import warrant.orchestrator.eval.reasoning.Given;
import warrant.orchestrator.eval.suite.Item;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Session;
import warrant.rules.forward.ForwardEngine;

/**
 * A case after the rules answered it.
 *
 * @param found whether something satisfies the goal
 * @param accepted whether every triple that satisfies it has a proof that the checker accepts
 * @param tax what the rules compute, where a tax is asked for
 * @param trouble why nothing can be said; empty otherwise
 */
record Decided(
        SaraCase of,
        boolean found,
        boolean accepted,
        @Nullable BigDecimal tax,
        String trouble,
        List<String> rejected) {
    /** Every rule tests its force on the taxable year, so that the day of the question means nothing. */
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

    private static final Pattern AMOUNT = Pattern.compile(",\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\)\\s*$");
    private static final BigDecimal TOLERANCE = BigDecimal.valueOf(5000);

    static Decided of(Statute statute, SaraCase item) {
        try {
            Goal goal = Goal.parse(item.goal());
            CaseFacts facts = new CaseFacts(statute, item, goal);
            try (Session session = new ForwardEngine()
                    .open(statute.rules(), Given.of(item.id(), facts.triples()), DAY, Limits.GENEROUS)) {
                return of(statute, item, goal, facts, session);
            }
        } catch (IllegalArgumentException e) {
            return new Decided(item, false, false, null, String.valueOf(e.getMessage()), List.of());
        }
    }

    private static Decided of(Statute statute, SaraCase item, Goal goal, CaseFacts facts, Session session) {
        Optional<List<Triple>> answer = new Asking(statute, facts, session).answer(goal);
        Deduction deduction = session.deduction();
        List<String> cut = deduction.completeness().cut();
        if (!cut.isEmpty()) {
            return new Decided(item, false, false, null, String.join("; ", cut), List.of());
        }
        Checks checks = new Checks(statute.rules());
        boolean accepted = answer.isPresent()
                && answer.get().stream()
                        .distinct()
                        .filter(triple -> !checks.accepts(deduction, triple))
                        .toList()
                        .isEmpty();
        return new Decided(item, answer.isPresent(), accepted, tax(goal, deduction), "", checks.rejected());
    }

    private static @Nullable BigDecimal tax(Goal goal, Deduction deduction) {
        Goal.Atom atom = goal.atoms().getFirst();
        if (atom.predicate().equals("tax")
                && atom.places().getFirst() instanceof GoalTerm.Name(String person)
                && atom.places().get(1) instanceof GoalTerm.Numeral(BigDecimal year)) {
            return deduction.matching(Terms.taxYear(person, year.intValue()), Statute.relation("tax"), null).stream()
                    .findFirst()
                    .map(triple -> Terms.number(triple.object()))
                    .orElse(null);
        }
        return null;
    }

    /** The paper's measure: off by less than a tenth of the right amount or 5,000 dollars, whichever is more. */
    boolean isClose() {
        Matcher amount = AMOUNT.matcher(of.goal());
        if (tax == null || !amount.find()) {
            return false;
        }
        BigDecimal asked = new BigDecimal(amount.group(1));
        BigDecimal slack = asked.abs().movePointLeft(1).max(TOLERANCE);
        return tax.subtract(asked).abs().compareTo(slack) < 0;
    }

    Item item() {
        Item.Outcome outcome = !trouble.isEmpty()
                ? Item.Outcome.ABSTAINED
                : found == of.holds() ? Item.Outcome.RIGHT : Item.Outcome.WRONG;
        return new Item(of.id(), of.kind(), outcome, remark());
    }

    private String remark() {
        if (!trouble.isEmpty()) {
            return trouble;
        }
        String instead = tax == null ? "" : ", the rules compute " + tax.toPlainString();
        return found == of.holds()
                ? ""
                : of.goal().replaceAll("\\s+", " ") + (found ? " is found" : " is not found") + instead;
    }
}
