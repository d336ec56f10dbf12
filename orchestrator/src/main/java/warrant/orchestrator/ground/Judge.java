package warrant.orchestrator.ground;

import java.util.List;
import java.util.Optional;
import warrant.graph.Entity;
import warrant.orchestrator.retrieve.Candidate;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Question;

/**
 * Decides whether the best candidate answers. What fits well is taken; what fits badly is not; between them the model
 * must find that the candidate makes the question likely. It is not asked to choose: on the questions of three matters
 * its choice among near candidates was no better than theirs by fitness (docs/adr/0054).
 */
public final class Judge {
    /** A candidate this good needs no model. */
    private static final double SURE = 0.9;
    /** A candidate worse than this answers nothing. */
    private static final double FLOOR = 0.44;
    /** By how much the candidate must make a token of the question likelier, in nats. */
    private static final double GAIN = 0.4;

    private static final int SHOWN = 2;

    private final Knowledge knowledge;
    private final Question question;
    private final Gate gate;

    public Judge(Knowledge knowledge, Question question, Gate gate) {
        this.knowledge = knowledge;
        this.question = question;
        this.gate = gate;
    }

    /** @param candidates best first */
    public Optional<Candidate> best(List<Candidate> candidates) {
        return candidates.stream()
                .limit(1)
                .filter(best -> best.score() >= FLOOR)
                .filter(best -> !passesOver(best))
                .filter(best -> best.score() >= SURE || (!unasked(best) && gain(best) >= GAIN))
                .findFirst();
    }

    /** A yes to something else than what was asked is worse than none. */
    private static boolean unasked(Candidate candidate) {
        return candidate.fitness().unasked();
    }

    /** A yes that tells something else, and is silent on a thing that was asked about, is none however near it is. */
    private static boolean passesOver(Candidate candidate) {
        return unasked(candidate) && candidate.fitness().covered() < 1;
    }

    /** Names are left out, so that only what is said of them counts. */
    private double gain(Candidate candidate) {
        String said = say(candidate) + explanation(candidate.relation());
        return gate.gains(
                        question.withoutNames(knowledge.names(), knowledge.wording()),
                        List.of(Question.generic(said, knowledge.names(), knowledge.wording())))[0];
    }

    private String say(Candidate candidate) {
        Entity subject = candidate.subject();
        Sentences sentences = new Sentences(knowledge);
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

    private String explanation(String relation) {
        String comment = knowledge
                .ontology()
                .relation(relation)
                .map(known -> known.comment())
                .filter(known -> !known.isEmpty())
                .orElseGet(() -> knowledge.concluding(relation).stream()
                        .map(rule -> rule.label())
                        .filter(label -> !label.isEmpty())
                        .findFirst()
                        .orElse(""));
        return comment.isEmpty() ? "" : " (" + knowledge.wording().relation(relation) + ": " + comment + ")";
    }
}
