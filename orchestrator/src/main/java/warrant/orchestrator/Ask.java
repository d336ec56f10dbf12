package warrant.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.retrieve.RelationRanker;
import warrant.orchestrator.retrieve.Scored;

/** From a question to an answer: the table of contents of answering. */
public final class Ask {
    private static final int RELATIONS = 12;
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
        Question question = Question.of(asked.question(), knowledge.names());
        Refusal refusal = new Refusal(knowledge, asked, remarks);
        Optional<Answer> stranger = refusal.ofStrangers(question);
        if (stranger.isPresent()) {
            return stranger.get();
        }

        List<Scored<String>> relations = ranker.rank(question, knowledge);
        List<Candidate> candidates = new Candidates(knowledge, question)
                .of(relations.subList(0, Math.min(RELATIONS, relations.size())), CANDIDATES);
        Optional<Candidate> chosen = new Judge(knowledge, question, gate).best(candidates);
        if (chosen.isPresent()) {
            return new Verdict(knowledge, asked, question, remarks).of(chosen.get());
        }

        Optional<Answer> quoted = new Quoting(knowledge, asked, question, gate, remarks).best();
        double nearest = candidates.isEmpty() ? 0 : candidates.getFirst().score();
        return quoted.orElseGet(() -> refusal.of(question, nearest));
    }
}
