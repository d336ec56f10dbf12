package warrant.orchestrator.desk;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import warrant.graph.Document;
import warrant.graph.Quotation;
import warrant.graph.Triple;
import warrant.orchestrator.desk.Knowing.Known;
import warrant.orchestrator.ground.Answer;
import warrant.orchestrator.ground.Asked;
import warrant.orchestrator.ground.Claim;
import warrant.orchestrator.ground.Grounds;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.view.AnswerView;
import warrant.orchestrator.view.ClaimView;
import warrant.orchestrator.view.ProofSteps;
import warrant.orchestrator.view.QuotationView;
import warrant.orchestrator.view.StepView;
import warrant.orchestrator.view.WhyView;
import warrant.rules.Confidence;
import warrant.rules.Deduction;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.RefutationText;
import warrant.rules.Wording;

/** Puts answers and proofs into words. */
final class Showing {
    /** Proofs that count for how likely a conclusion is. */
    private static final int PROOFS = 10;

    private final Known known;
    private final Knowledge knowledge;
    private final Wording wording;

    Showing(Known known) {
        this.known = known;
        this.knowledge = known.knowledge();
        this.wording = new Wording(knowledge.names()::of, knowledge.language());
    }

    AnswerView of(Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> view(answer, "grounded", claims(grounded.claims()), null, null);
            case Answer.Contradicted sides -> view(answer, "contradicted", claims(sides.sides()), null, null);
            case Answer.Unsupported not ->
                view(answer, "unsupported", List.of(), not.reason().code(), not.explanation());
        };
    }

    private static AnswerView view(
            Answer answer,
            String kind,
            List<ClaimView> claims,
            @org.jspecify.annotations.Nullable String reason,
            @org.jspecify.annotations.Nullable String explanation) {
        Asked asked = answer.asked();
        return new AnswerView(
                asked.question(),
                asked.asOf().toString(),
                asked.known().toString(),
                kind,
                claims,
                reason,
                explanation,
                answer.notes());
    }

    private List<ClaimView> claims(List<Claim> claims) {
        return claims.stream().map(this::claim).toList();
    }

    private ClaimView claim(Claim claim) {
        return switch (claim.grounds()) {
            case Grounds.Quoted(List<Quotation> quotations) ->
                new ClaimView(
                        claim.text(), quotations.stream().map(this::quotation).toList(), List.of(), "", "");
            case Grounds.Proved(Proof proof) ->
                new ClaimView(claim.text(), List.of(), steps(proof), "", checked(proof));
            case Grounds.Refuted(Refutation refutation) ->
                new ClaimView(
                        claim.text(),
                        List.of(),
                        against(refutation),
                        text(refutation),
                        Checking.of(refutation, knowledge));
        };
    }

    private QuotationView quotation(Quotation quotation) {
        Document document = knowledge.documents().get(quotation.span().document());
        return QuotationView.of(quotation, document);
    }

    String says(Triple triple) {
        return knowledge.wording().of(triple);
    }

    List<StepView> steps(Proof proof) {
        return newSteps().add(proof).steps();
    }

    /** The proofs of what beats a conclusion, or of what stops it. */
    List<StepView> against(Refutation refutation) {
        ProofSteps steps = newSteps();
        for (Deduction.Defeat defeat : refutation.defeats()) {
            defeat.winners().forEach(winner -> steps.add(winner.proof()));
        }
        for (Refutation.Failure failure : refutation.failures()) {
            if (failure instanceof Refutation.Failure.Stopped stopped) {
                stopped.because().forEach(steps::add);
            }
        }
        return steps.steps();
    }

    private ProofSteps newSteps() {
        return new ProofSteps(knowledge.wording()::of, wording, known.rules().text(), knowledge.documents());
    }

    String text(Refutation refutation) {
        return RefutationText.of(refutation, plain());
    }

    Wording plain() {
        return Wording.plain(knowledge.names()::of, knowledge.wording()::relation);
    }

    private String checked(Proof proof) {
        return proof instanceof Proof.Leaf ? "" : Checking.of(proof, knowledge);
    }

    WhyView why(Triple triple) {
        Deduction deduction = knowledge.deduction();
        String says = knowledge.wording().of(triple);
        String asOf = deduction.asOf().toString();
        return deduction
                .proof(triple)
                .map(proof -> new WhyView(says, true, asOf, steps(proof), "", confidence(triple), checked(proof)))
                .orElseGet(() -> {
                    Refutation refutation = deduction.whyNot(triple.subject(), triple.relation(), triple.object());
                    return new WhyView(
                            says,
                            false,
                            asOf,
                            against(refutation),
                            text(refutation),
                            "",
                            Checking.of(refutation, knowledge));
                });
    }

    /** @return how likely it is, over its best proofs; empty where nothing that they rest on was read */
    private String confidence(Triple triple) {
        List<Proof> proofs = knowledge.deduction().proofs(triple, PROOFS);
        Confidence confidence = Confidence.of(proofs);
        OptionalDouble exact = Confidence.exact(proofs);
        boolean certain = confidence.lower() >= 1;
        return certain
                ? ""
                : confidence.text()
                        + (exact.isPresent() ? String.format(Locale.ROOT, ", exactly %.2f", exact.getAsDouble()) : "");
    }
}
