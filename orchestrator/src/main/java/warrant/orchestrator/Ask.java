package warrant.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warrant.graph.Entity;
import warrant.llm.LanguageModel;
import warrant.orchestrator.ground.Answer;
import warrant.orchestrator.ground.Asked;
import warrant.orchestrator.ground.Gate;
import warrant.orchestrator.ground.Judge;
import warrant.orchestrator.ground.Quoting;
import warrant.orchestrator.ground.Refusal;
import warrant.orchestrator.ground.Verdict;
import warrant.orchestrator.retrieve.Candidate;
import warrant.orchestrator.retrieve.Candidates;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Nearness;
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.retrieve.RelationRanker;

/** From a question to an answer: the table of contents of answering. */
public final class Ask {
    private static final int RELATIONS = 24;
    private static final int CANDIDATES = 10;

    private final RelationRanker ranker;
    private final Gate gate;

    public Ask(RelationRanker ranker, LanguageModel model) {
        this.ranker = ranker;
        this.gate = new Gate(model);
    }

    /** Answers from what is known, or says why not. */
    public Answer ask(Asked asked, Knowledge knowledge, List<String> notes) {
        List<String> remarks = new ArrayList<>(notes);
        remarks.addAll(knowledge.deduction().completeness().cut());
        Question question = Question.of(asked.question(), knowledge.names(), knowledge.language());
        Refusal refusal = new Refusal(knowledge, asked, remarks);
        Optional<Answer> stranger = refusal.ofStrangers(question);
        if (stranger.isPresent()) {
            return stranger.get();
        }

        List<Nearness> relations = ranker.rank(question, knowledge);
        List<Candidate> candidates = new Candidates(knowledge, question, relations).best(RELATIONS, CANDIDATES);
        Optional<Candidate> chosen = new Judge(knowledge, question, gate).best(candidates);
        Quoting quoting = new Quoting(knowledge, asked, question, gate, remarks);
        if (chosen.isPresent()) {
            Optional<Answer> overlooked = chosen.flatMap(candidate -> overlooked(candidate, knowledge, quoting));
            return overlooked.orElseGet(() -> new Verdict(knowledge, asked, question, remarks).of(chosen.get()));
        }

        Optional<Answer> quoted = quoting.best();
        double nearest = candidates.isEmpty() ? 0 : candidates.getFirst().score();
        return quoted.orElseGet(() -> refusal.of(question, nearest));
    }

    /** What no statement says and no rule could conclude, a sentence may still say: reading overlooks some. */
    private static Optional<Answer> overlooked(Candidate candidate, Knowledge knowledge, Quoting quoting) {
        Entity subject = candidate.subject();
        if (subject == null || !knowledge.concluding(candidate.relation()).isEmpty()) {
            return Optional.empty();
        }
        return quoting.about(subject);
    }
}
