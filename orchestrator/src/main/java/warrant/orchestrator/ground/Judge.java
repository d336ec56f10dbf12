package warrant.orchestrator.ground;

import java.util.List;
import java.util.Optional;
import warrant.graph.Entity;
import warrant.orchestrator.retrieve.Candidate;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Question;

/**
 * Chooses the candidate that answers, if any does. What is plainly the best is taken; among near ones the model
 * decides; what fits badly must convince it.
 */
public final class Judge {
    /** A candidate this good, this far ahead of the next, needs no model. */
    private static final double PLAIN = 0.8;

    private static final double AHEAD = 0.2;
    /** Candidates this far behind the best are not looked at. */
    private static final double BEHIND = 0.3;
    /** A candidate worse than this answers nothing. */
    private static final double FLOOR = 0.45;

    private static final double WEIGHT = 0.5;
    private static final double ACCEPT = 0.9;
    private static final int ASKED = 5;
    private static final int SHOWN = 3;

    private final Knowledge knowledge;
    private final Question question;
    private final Gate gate;

    public Judge(Knowledge knowledge, Question question, Gate gate) {
        this.knowledge = knowledge;
        this.question = question;
        this.gate = gate;
    }

    /** Finds the candidate that answers. */
    public Optional<Candidate> best(List<Candidate> candidates) {
        if (candidates.isEmpty() || candidates.getFirst().score() < FLOOR) {
            return Optional.empty();
        }
        double top = candidates.getFirst().score();
        List<Candidate> near = candidates.stream()
                .filter(c -> c.score() >= Math.max(FLOOR, top - BEHIND))
                .limit(ASKED)
                .toList();
        boolean plain = top >= PLAIN && (near.size() == 1 || top - near.get(1).score() >= AHEAD);
        return plain ? Optional.of(near.getFirst()) : judged(near);
    }

    private Optional<Candidate> judged(List<Candidate> near) {
        Sentences sentences = new Sentences(knowledge);
        double[] yes = gate.statements(
                question.text(),
                near.stream().map(candidate -> say(candidate, sentences)).toList());
        Candidate best = null;
        double bestScore = ACCEPT;
        for (int i = 0; i < yes.length; i++) {
            double score = near.get(i).score() + WEIGHT * yes[i];
            if (score >= bestScore) {
                best = near.get(i);
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
                : "The “" + knowledge.wording().relation(candidate.relation()) + "” of "
                        + knowledge.wording().of(subject) + " is as follows.";
    }
}
