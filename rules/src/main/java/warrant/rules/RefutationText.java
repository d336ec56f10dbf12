package warrant.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import warrant.graph.Interval;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Refutation.Failure;
import warrant.rules.Refutation.Lack;

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

    /** @return one supposition in words: {@code X waives Y and Z owns X} */
    public static String of(Refutation.Supposition supposition, Wording wording) {
        return supposition.statements().stream()
                .map(each -> wording.of(each, Map.of()))
                .collect(Collectors.joining(" and "));
    }

    /** @return what one rule lacks, in words, one line or more */
    public static List<String> of(Failure failure, Wording wording) {
        RefutationText text = new RefutationText(wording);
        text.failure("", failure);
        return text.out.toString().lines().toList();
    }

    private void write(Refutation refutation) {
        Term object = refutation.object();
        String goal = wording.of(refutation.subject()) + " " + wording.relation(refutation.relation()) + " "
                + (object == null ? "anything" : wording.of(object));
        line("", "Not concluded as of " + refutation.asOf() + ": " + goal);
        refutation.defeats().forEach(this::defeat);
        refutation.conflicts().forEach(this::conflict);
        for (Statement statement : refutation.otherDays()) {
            line("", "It is stated, but holds only " + days(statement.valid()));
        }
        refutation.failures().forEach(failure -> failure("", failure));
        if (refutation.failures().isEmpty()) {
            line("", "No rule concludes it, and no statement valid on that day says it.");
        }
        for (Refutation.Supposition supposition : refutation.suppositions()) {
            line("", "It would be enough to suppose: " + of(supposition, wording));
        }
        refutation.completeness().cut().forEach(cut -> line("", "The search was cut: " + cut));
    }

    private static String days(Interval interval) {
        String from = interval.from() == null ? "" : "from " + interval.from();
        String until = interval.until() == null ? "" : "until " + interval.until();
        return from.isEmpty() || until.isEmpty() ? from + until : from + " " + until;
    }

    private void defeat(Deduction.Defeat defeat) {
        line("", "It would follow:");
        indent(ProofText.of(defeat.loser(), wording));
        for (Deduction.Winner winner : defeat.winners()) {
            line("", "but it is beaten, because " + winner.preference().words() + ":");
            indent(ProofText.of(winner.proof(), wording));
        }
    }

    private void conflict(Deduction.Conflict conflict) {
        line("", "Nothing settles between:");
        conflict.sides().forEach(side -> indent(ProofText.of(side, wording)));
    }

    private void failure(String margin, Failure failure) {
        Rule named = failure.rule();
        String rule = "Rule " + named.id() + (named.label().isEmpty() ? "" : " (" + named.label() + ")");
        switch (failure) {
            case Failure.NotInForce(Rule out, var day) -> line(margin, rule + " " + outOfForce(out, day));
            case Failure.Unmet unmet -> unmet(margin, rule, unmet);
            case Failure.Stopped stopped -> {
                line(margin, rule + " is stopped by: " + exception(stopped.exception(), stopped.bindings()));
                proofs(margin, stopped.because(), "because ");
            }
        }
    }

    private static String outOfForce(Rule rule, @Nullable Object day) {
        return "is not in force" + (day == null ? "" : " on " + day) + ": it is in force only " + days(rule.force());
    }

    private void unmet(String margin, String rule, Failure.Unmet unmet) {
        List<Lack> lacks = unmet.lacks();
        if (lacks.size() == 1) {
            lack(margin, rule + " lacks: ", lacks.getFirst(), unmet);
        } else {
            line(margin, rule + " lacks " + lacks.size() + " things:");
            lacks.forEach(lack -> lack(margin + "   ", "lacks: ", lack, unmet));
        }
        proofs(margin, unmet.met(), "found ");
        for (Condition open : unmet.open()) {
            line(margin + "   ", "then to be decided: " + wording.of(open, unmet.bindings()));
        }
    }

    private void lack(String margin, String before, Lack lack, Failure.Unmet unmet) {
        Map<String, Term> bindings = unmet.bindings();
        switch (lack) {
            case Lack.Missing(Condition condition, boolean supposable, var because) -> {
                line(margin, before + wording.of(condition, bindings) + (supposable ? " (may be supposed)" : ""));
                because.forEach(deeper -> failure(margin + "   ", deeper));
            }
            case Lack.Untrue(Condition condition, List<Term> values) ->
                line(margin, before + untrue(condition, bindings) + values(values));
            case Lack.Excepted(Condition condition, var because) -> {
                line(margin, before + "the absence of " + exception(condition, bindings));
                proofs(margin, because, "because ");
            }
            case Lack.OutOfForce(var day) -> line(margin, before + "it " + outOfForce(unmet.rule(), day));
        }
    }

    private String untrue(Condition condition, Map<String, Term> bindings) {
        if (condition instanceof Condition.Aggregate aggregate) {
            Map<String, Term> shown = new HashMap<>(bindings);
            shown.remove(aggregate.result().name());
            return wording.of(condition, shown);
        }
        return wording.of(condition, bindings);
    }

    private String values(List<Term> values) {
        return values.isEmpty()
                ? ""
                : "  [" + values.stream().map(wording::of).collect(Collectors.joining(" and ")) + "]";
    }

    private String exception(Condition exception, Map<String, Term> bindings) {
        return exception instanceof Condition.Not(List<Condition> group)
                ? group.stream().map(each -> wording.of(each, bindings)).collect(Collectors.joining(" and "))
                : wording.of(exception, bindings);
    }

    private void proofs(String margin, List<Proof> proofs, String word) {
        proofs.forEach(proof -> line(margin + "   ", word + wording.of(proof.conclusion())));
    }

    private void indent(String text) {
        text.lines().forEach(each -> line("   ", each));
    }

    private void line(String margin, String text) {
        out.append(margin).append(text).append('\n');
    }
}
