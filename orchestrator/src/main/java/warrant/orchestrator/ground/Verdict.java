package warrant.orchestrator.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Triple;
import warrant.orchestrator.ground.Answer.Reason;
import warrant.orchestrator.retrieve.Candidate;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.retrieve.Wish;
import warrant.rules.Deduction.Conflict;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.RuleBase.Contrary;

/** Makes an answer of a candidate that was found to be what is asked for. */
public final class Verdict {
    private static final int MOST_CLAIMS = 25;

    private final Knowledge knowledge;
    private final Sentences sentences;
    private final Asked asked;
    private final Question question;
    private final List<String> notes;

    public Verdict(Knowledge knowledge, Asked asked, Question question, List<String> notes) {
        this.knowledge = knowledge;
        this.sentences = new Sentences(knowledge);
        this.asked = asked;
        this.question = question;
        this.notes = List.copyOf(notes);
    }

    public Answer of(Candidate candidate) {
        return switch (candidate.kind()) {
            case HOLDS -> grounded(candidate);
            case DISPUTED -> disputed(candidate.triples().getFirst());
            case SUPPOSED -> supposed(candidate.triples().getFirst());
            case NOTHING -> nothing(Objects.requireNonNull(candidate.subject()), candidate.relation());
        };
    }

    /** What joins the answer to the things that the question names is part of it. */
    private Answer grounded(Candidate candidate) {
        List<Triple> triples = candidate.triples();
        List<Claim> claims = new ArrayList<>();
        for (Triple triple : triples.subList(0, Math.min(MOST_CLAIMS, triples.size()))) {
            knowledge
                    .deduction()
                    .proof(triple)
                    .ifPresent(proof ->
                            claims.add(new Claim(verdict(triple) + sentences.of(proof), new Grounds.Proved(proof))));
        }
        if (question.wish() != Wish.WHETHER) {
            candidate.via().stream()
                    .distinct()
                    .map(this::stated)
                    .flatMap(Optional::stream)
                    .forEach(claims::add);
        }
        List<String> all = new ArrayList<>(notes);
        if (triples.size() > MOST_CLAIMS) {
            all.add(MOST_CLAIMS + " of " + triples.size() + " are shown.");
        }
        return new Answer.Grounded(asked, claims, all);
    }

    private Optional<Claim> stated(Triple triple) {
        return knowledge
                .deduction()
                .proof(triple)
                .map(proof -> new Claim(sentences.of(proof), new Grounds.Proved(proof)));
    }

    /**
     * “Yes” or “no”, where that was asked: a value that the question does not name is a no to the one that it names.
     */
    private String verdict(Triple triple) {
        if (question.wish() != Wish.WHETHER) {
            return "";
        }
        if (triple.object() instanceof Literal literal) {
            boolean denied = literal.equals(Literal.bool(false));
            boolean other = question.values().stream()
                            .anyMatch(value -> value.datatype().equals(literal.datatype()) && !value.equals(literal))
                    && !question.values().contains(literal);
            return denied || other ? "No: " : "Yes: ";
        }
        return "Yes: ";
    }

    private Answer disputed(Triple triple) {
        Optional<Conflict> conflict = knowledge.conflict(triple);
        if (conflict.isEmpty()) {
            return unsupported(
                    Reason.CONFLICT,
                    "What would answer this is disputed: " + knowledge.wording().of(triple) + ".");
        }
        return contradicted(conflict.get());
    }

    private Answer contradicted(Conflict conflict) {
        List<Claim> sides = conflict.sides().stream()
                .map(side -> new Claim(sentences.of(side), new Grounds.Proved(side)))
                .toList();
        return new Answer.Contradicted(asked, sides, notes);
    }

    private Answer supposed(Triple triple) {
        Optional<Triple> contrary = contrary(triple);
        if (contrary.isPresent()) {
            Proof proof = knowledge.deduction().proof(contrary.get()).orElseThrow();
            return new Answer.Grounded(
                    asked, List.of(new Claim("No: " + sentences.of(proof), new Grounds.Proved(proof))), notes);
        }
        if (knowledge.concluding(triple.relation()).isEmpty()) {
            return unsupported(
                    Reason.MISSING_FACT,
                    "No document says whether " + knowledge.wording().of(triple) + ", and no rule concludes it.");
        }
        return refuted(
                knowledge.deduction().whyNot(triple.subject(), triple.relation(), triple.object()),
                sentences.denial(triple));
    }

    /** Whether there is a value is answered by the search; what the value is, by saying why there is none. */
    private Answer nothing(Entity subject, String relation) {
        if (question.wish() != Wish.WHETHER || knowledge.concluding(relation).isEmpty()) {
            return new Refusal(knowledge, asked, notes).about(subject, relation);
        }
        return refuted(knowledge.deduction().whyNot(subject, relation, null), sentences.denial(subject, relation));
    }

    private Answer refuted(Refutation refutation, String denial) {
        if (!refutation.conflicts().isEmpty()) {
            return contradicted(refutation.conflicts().getFirst());
        }
        return new Answer.Grounded(asked, List.of(new Claim("No: " + denial, new Grounds.Refuted(refutation))), notes);
    }

    private Optional<Triple> contrary(Triple triple) {
        for (Contrary pair : knowledge.rules().contrary()) {
            String other = pair.one().equals(triple.relation())
                    ? pair.other()
                    : pair.other().equals(triple.relation()) ? pair.one() : "";
            if (!other.isEmpty()) {
                Entity subject = triple.subject();
                for (Triple held : knowledge.deduction().matching(subject, other, null)) {
                    boolean same = held.object().equals(triple.object()) || isFlag(held);
                    if (same) {
                        return Optional.of(held);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFlag(Triple triple) {
        return triple.object() instanceof Literal literal
                && literal.datatype().equals(Datatypes.BOOLEAN)
                && literal.lexical().equals("true");
    }

    private Answer unsupported(Reason reason, String explanation) {
        return new Answer.Unsupported(asked, reason, explanation, notes);
    }
}
