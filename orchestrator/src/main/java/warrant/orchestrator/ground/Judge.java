package warrant.orchestrator.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warrant.graph.Entity;
import warrant.orchestrator.retrieve.Candidate;
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.session.Knowledge;

/** Chooses the candidate that answers, if any does: the model's judgement, weighed with what is plain to see. */
public final class Judge {
    private static final double ACCEPT = 0.5;
    private static final double PLAIN = 0.5;
    private static final int SHOWN = 3;

    private final Knowledge knowledge;
    private final Question question;
    private final Gate gate;

    public Judge(Knowledge knowledge, Question question, Gate gate) {
        this.knowledge = knowledge;
        this.question = question;
        this.gate = gate;
    }

    /** Finds the best candidate that the model accepts. */
    public Optional<Candidate> best(List<Candidate> candidates) {
        Sentences sentences = new Sentences(knowledge);
        List<String> said = new ArrayList<>();
        for (Candidate candidate : candidates) {
            said.add(say(candidate, sentences));
        }
        double[] yes = gate.statements(question.text(), question.wish(), said);
        Candidate best = null;
        double bestScore = 0;
        for (int i = 0; i < candidates.size(); i++) {
            double score = yes[i] + PLAIN * candidates.get(i).score();
            if (yes[i] >= ACCEPT && (best == null || score > bestScore)) {
                best = candidates.get(i);
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private String say(Candidate candidate, Sentences sentences) {
        Entity subject = candidate.subject();
        return subject == null
                ? String.join(
                        " ",
                        candidate.triples().stream()
                                .limit(SHOWN)
                                .map(sentences::of)
                                .toList())
                : knowledge.wording().of(subject) + ": " + knowledge.wording().relation(candidate.relation());
    }
}
