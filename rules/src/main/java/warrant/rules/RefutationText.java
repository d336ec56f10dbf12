package warrant.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import warrant.graph.Statement;
import warrant.graph.Term;

/** A refutation in words. */
public final class RefutationText {
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

    private RefutationText(Wording wording) {
        this.wording = wording;
    }

    static String of(Refutation refutation) {
        return of(refutation, Wording.PLAIN);
    }

    /** @return why it does not hold, with entities called as the wording says */
    public static String of(Refutation refutation, Wording wording) {
        RefutationText text = new RefutationText(wording);
        text.write(refutation);
        return text.out.toString();
    }

    private void write(Refutation refutation) {
        Term object = refutation.object();
        String goal = wording.of(refutation.subject()) + " " + wording.relation(refutation.relation()) + " "
                + (object == null ? "anything" : wording.of(object));
        line("Not concluded as of " + refutation.asOf() + ": " + goal);
        refutation.defeats().forEach(this::defeat);
        refutation.conflicts().forEach(this::conflict);
        for (Statement statement : refutation.otherDays()) {
            line("It is stated, but valid only from " + statement.valid().from() + " until "
                    + statement.valid().until());
        }
        refutation.failures().forEach(this::failure);
        if (refutation.failures().isEmpty()) {
            line("No rule concludes it, and no statement valid on that day says it.");
        }
        refutation.completeness().cut().forEach(cut -> line("The search was cut: " + cut));
    }

    private void defeat(Deduction.Defeat defeat) {
        line("It would follow:");
        indent(ProofText.of(defeat.loser(), wording));
        for (Deduction.Winner winner : defeat.winners()) {
            line("but it is beaten, because " + winner.preference().words() + ":");
            indent(ProofText.of(winner.proof(), wording));
        }
    }

    private void conflict(Deduction.Conflict conflict) {
        line("Nothing settles between:");
        conflict.sides().forEach(side -> indent(ProofText.of(side, wording)));
    }

    private void failure(Refutation.Failure failure) {
        String rule = "Rule " + failure.rule().id() + ", " + failure.rule().name();
        switch (failure) {
            case Refutation.Failure.NotInForce(Rule named, var day) ->
                line(rule + " is not in force" + (day == null ? "" : " on " + day) + ": from "
                        + named.force().from() + " until " + named.force().until());
            case Refutation.Failure.Unmet unmet -> {
                line(rule + " lacks: " + wording.of(unmet.unmet(), unmet.bindings()));
                met(unmet.met(), "found ");
            }
            case Refutation.Failure.Stopped stopped -> {
                line(rule + " is stopped by: " + exception(stopped.exception(), stopped.bindings()));
                met(stopped.because(), "because ");
            }
        }
    }

    private String exception(Condition exception, Map<String, Term> bindings) {
        return exception instanceof Condition.Not(List<Condition> group)
                ? group.stream().map(each -> wording.of(each, bindings)).collect(Collectors.joining(" and "))
                : wording.of(exception, bindings);
    }

    private void met(List<Proof> proofs, String word) {
        proofs.forEach(proof -> line("   " + word + wording.of(proof.conclusion())));
    }

    private void indent(String text) {
        text.lines().forEach(each -> line("   " + each));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
