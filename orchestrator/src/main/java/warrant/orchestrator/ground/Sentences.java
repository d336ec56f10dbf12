package warrant.orchestrator.ground;

import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Triple;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.rules.Proof;
import warrant.rules.Saying;

/** The sentences of claims: a rule's own words where it has some, labels otherwise. */
public final class Sentences {
    private final Knowledge knowledge;

    public Sentences(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Says what a proof proves. */
    public String of(Proof proof) {
        String sentence = switch (proof) {
            case Proof.Leaf leaf -> knowledge.wording().of(leaf.conclusion());
            case Proof.Step step ->
                step.rule().say().isEmpty()
                        ? knowledge.wording().of(step.conclusion())
                        : Saying.filled(step, knowledge.language(), knowledge.wording()::of);
        };
        return finish(sentence);
    }

    /** Says a triple that holds, as its shortest proof would be said. */
    public String of(Triple triple) {
        return knowledge
                .deduction()
                .proof(triple)
                .map(this::of)
                .orElseGet(() -> finish(knowledge.wording().of(triple)));
    }

    /** Says that a triple does not hold. */
    public String denial(Triple triple) {
        return triple.object().equals(Literal.bool(true))
                ? denial(triple.subject(), triple.relation())
                : finish("it does not follow that " + knowledge.wording().of(triple));
    }

    /** Says that there is no value. */
    public String denial(Entity subject, String relation) {
        return finish("nothing supports “" + knowledge.wording().relation(relation) + "” for "
                + knowledge.wording().of(subject));
    }

    private static String finish(String sentence) {
        String plain = sentence.strip();
        return plain.endsWith(".") || plain.endsWith("。") ? plain : plain + ".";
    }
}
