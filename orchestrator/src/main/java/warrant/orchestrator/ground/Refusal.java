package warrant.orchestrator.ground;

import java.util.List;
import java.util.Optional;
import warrant.graph.Entity;
import warrant.graph.Ontology;
import warrant.orchestrator.ground.Answer.Reason;
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.retrieve.Scored;
import warrant.orchestrator.session.Knowledge;
import warrant.rules.Refutation;
import warrant.rules.Rule;

/** Says why a question is not answered. */
public final class Refusal {
    private static final double ASKED_FOR = 0.5;
    private static final int RELATIONS = 5;

    private final Knowledge knowledge;
    private final Asked asked;
    private final Question question;
    private final Gate gate;
    private final List<String> notes;

    public Refusal(Knowledge knowledge, Asked asked, Question question, Gate gate, List<String> notes) {
        this.knowledge = knowledge;
        this.asked = asked;
        this.question = question;
        this.gate = gate;
        this.notes = List.copyOf(notes);
    }

    /** A question about a thing that no document names cannot be answered. */
    public Optional<Answer> ofStrangers() {
        return question.strangers().stream()
                .filter(stranger -> !knowledge.mentions(stranger))
                .findFirst()
                .map(stranger -> refuse(Reason.MISSING_FACT, "No document of this matter names “" + stranger + "”."));
    }

    /** Says why none of the relations gave an answer. */
    public Answer of(List<Scored<String>> relations) {
        List<String> best =
                relations.stream().limit(RELATIONS).map(Scored::item).toList();
        double[] yes = gate.relations(
                question.text(), best.stream().map(this::describe).toList());
        int asks = -1;
        for (int i = 0; i < yes.length; i++) {
            if (yes[i] >= ASKED_FOR && (asks < 0 || yes[i] > yes[asks])) {
                asks = i;
            }
        }
        if (asks >= 0) {
            return about(best.get(asks));
        }
        return question.names().isEmpty()
                ? refuse(Reason.OUT_OF_SCOPE, "Nothing in this matter is about what is asked.")
                : refuse(Reason.MISSING_FACT, "What is named is known, but what is asked about it is not stated.");
    }

    private Answer about(String relation) {
        String label = knowledge.wording().relation(relation);
        for (Entity subject : subjects()) {
            if (knowledge.deduction().matching(subject, relation, null).isEmpty()) {
                Refutation refutation = knowledge.deduction().whyNot(subject, relation, null);
                if (!refutation.conflicts().isEmpty()) {
                    return refuse(Reason.CONFLICT, "“" + label + "” is disputed: " + refutation.text());
                }
                if (!refutation.otherDays().isEmpty() || expired(refutation)) {
                    return refuse(
                            Reason.NOT_IN_FORCE,
                            "“" + label + "” is known, but not for " + knowledge.asOf() + ": " + refutation.text());
                }
            }
        }
        List<Rule> rules = knowledge.concluding(relation);
        boolean none = !rules.isEmpty()
                && rules.stream().noneMatch(rule -> rule.force().contains(knowledge.asOf()));
        return none
                ? refuse(
                        Reason.NOT_IN_FORCE,
                        "No rule that concludes “" + label + "” is in force on " + knowledge.asOf() + ".")
                : refuse(
                        Reason.MISSING_FACT,
                        "No document states “" + label + "” for what is asked, and no rule concludes it.");
    }

    private List<Entity> subjects() {
        return question.names().stream()
                .flatMap(name -> name.entities().stream())
                .toList();
    }

    private static boolean expired(Refutation refutation) {
        return !refutation.failures().isEmpty()
                && refutation.failures().stream().anyMatch(f -> f instanceof Refutation.Failure.NotInForce);
    }

    private String describe(String relation) {
        String comment = knowledge
                .ontology()
                .relation(relation)
                .map(Ontology.Relation::comment)
                .orElse("");
        String label = knowledge.wording().relation(relation);
        return comment.isEmpty() ? label : label + " (" + comment + ")";
    }

    private Answer refuse(Reason reason, String explanation) {
        return new Answer.Unsupported(asked, reason, explanation, notes);
    }
}
