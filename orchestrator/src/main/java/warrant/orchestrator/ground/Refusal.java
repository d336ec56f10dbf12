package warrant.orchestrator.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.orchestrator.ground.Answer.Reason;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.retrieve.Words;
import warrant.rules.Refutation;
import warrant.rules.RefutationText;
import warrant.rules.RuleTerm;

/** Says why a question is not answered. */
public final class Refusal {
    /** Relations less near than this have nothing to do with the question. */
    private static final double FAR = 0.3;
    /** A relation this near is what is asked for, if anything is. */
    private static final double NEAR = 0.75;

    private final Knowledge knowledge;
    private final Asked asked;
    private final List<String> notes;

    public Refusal(Knowledge knowledge, Asked asked, List<String> notes) {
        this.knowledge = knowledge;
        this.asked = asked;
        this.notes = List.copyOf(notes);
    }

    /** A question about a thing that no document names cannot be answered. */
    public Optional<Answer> ofStrangers(Question question) {
        return question.strangers().stream()
                .filter(stranger -> !knowledge.mentions(stranger))
                .findFirst()
                .map(stranger -> refuse(Reason.MISSING_FACT, "No document of this matter names “" + stranger + "”."));
    }

    /** Nothing that was found is what was asked for. */
    public Answer of(Question question, double nearest) {
        if (nearest < NEAR && !aboutSomethingKnown(question) && (nearest < FAR || mostlyUnheard(question))) {
            return refuse(Reason.OUT_OF_SCOPE, "Nothing in this matter is about what is asked.");
        }
        return nearest < NEAR
                ? refuse(
                        Reason.MISSING_FACT, "Neither a statement nor a sentence of the documents tells what is asked.")
                : refuse(Reason.BELOW_THRESHOLD, "What was found does not answer the question surely enough.");
    }

    /** Something of which anything is told; a place that is merely named is not. */
    private boolean aboutSomethingKnown(Question question) {
        return knowledge.deduction().triples().stream()
                .filter(triple -> !Knowledge.isNaming(triple.relation()))
                .anyMatch(triple -> question.names(triple.subject()));
    }

    private boolean mostlyUnheard(Question question) {
        Set<String> asked = question.contentStems(knowledge.names(), knowledge.wording());
        Set<String> heard = Words.stems(String.join(" ", knowledge.vocabulary()));
        return asked.stream().filter(heard::contains).count() * 2 < asked.size();
    }

    /** A relation could say something of the subject, and does not. */
    public Answer about(Entity subject, String relation) {
        String what = "“" + knowledge.wording().relation(relation) + "” of "
                + knowledge.wording().of(subject);
        Refutation refutation = knowledge.deduction().whyNot(subject, relation, null);
        if (!refutation.conflicts().isEmpty()) {
            return refuse(Reason.CONFLICT, what + " is disputed. " + words(refutation));
        }
        if (!refutation.otherDays().isEmpty() || refutation.failures().stream().anyMatch(Refusal::outOfForce)) {
            return refuse(
                    Reason.NOT_IN_FORCE, what + " does not apply on " + knowledge.asOf() + ". " + words(refutation));
        }
        return refuse(Reason.MISSING_FACT, "No document states " + what + ", and no rule concludes it.");
    }

    /** A rule that is not in force for the day it looks at, whether or not its other conditions are met. */
    private static boolean outOfForce(Refutation.Failure failure) {
        return switch (failure) {
            case Refutation.Failure.NotInForce none -> true;
            case Refutation.Failure.Stopped stopped -> false;
            case Refutation.Failure.Unmet unmet -> {
                RuleTerm.Variable day = unmet.rule().forceDay();
                yield day != null
                        && unmet.bindings().get(day.name()) instanceof Literal literal
                        && literal.datatype().equals(Datatypes.DATE)
                        && !unmet.rule().force().contains(LocalDate.parse(literal.lexical()));
            }
        };
    }

    private String words(Refutation refutation) {
        return RefutationText.of(
                refutation, warrant.rules.Wording.plain(knowledge.names()::of, knowledge.wording()::relation));
    }

    private Answer refuse(Reason reason, String explanation) {
        return new Answer.Unsupported(asked, reason, explanation, notes);
    }
}
