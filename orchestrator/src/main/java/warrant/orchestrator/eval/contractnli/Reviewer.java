package warrant.orchestrator.eval.contractnli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import warrant.extraction.relate.Level;
import warrant.llm.Context;
import warrant.llm.Context.Question;
import warrant.orchestrator.eval.contractnli.Review.Contract;
import warrant.orchestrator.eval.contractnli.Review.Label;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.search.Meanings;
import warrant.orchestrator.search.Together;
import warrant.orchestrator.search.Together.Match;

/** Says of each hypothesis what a contract says to it, and where. */
final class Reviewer {
    /** Spans that are looked at for the label. */
    private static final int LOOKED_AT = 5;

    /** Spans that the model reads. */
    private static final int READ = 3;

    /** A text that says nothing of any hypothesis: how the model answers it is how it answers anyhow. */
    private static final String NEUTRAL = "This Agreement is made between the parties named above.";

    private final Minds minds;
    private final Meanings meanings;
    private final Map<String, Double> usual = new ConcurrentHashMap<>();

    Reviewer(Minds minds) {
        this.minds = minds;
        this.meanings = new Meanings(minds.encoder());
    }

    /**
     * @param order numbers of all spans, the likeliest evidence first
     * @param sure of the label, in [0, 1]
     */
    record Decision(Label label, double sure, List<Integer> order) {}

    /** @return a decision a hypothesis, in order */
    List<Decision> decide(Contract contract, List<String> hypotheses) {
        Together together = Together.of(hypotheses, contract.spans(), "en", meanings);
        LeadIns leadIns = LeadIns.of(contract.spans());
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < hypotheses.size(); i++) {
            List<Match> found = together.best(i, contract.spans().size());
            decisions.add(decision(contract, hypotheses.get(i), found, EvidenceOrder.of(leadIns, found)));
        }
        return decisions;
    }

    private Decision decision(Contract contract, String hypothesis, List<Match> found, List<Integer> order) {
        List<Match> first = found.subList(0, Math.min(LOOKED_AT, found.size()));
        double meaning = first.stream().mapToDouble(Match::meaning).max().orElse(0);
        double covered = first.stream().mapToDouble(Match::covered).max().orElse(0);
        Odds odds = minds.level() == Level.MODEL
                ? Odds.read(meaning, covered, said(contract, hypothesis, first))
                : Odds.seen(meaning, covered);
        return new Decision(odds.likeliest(), odds.of(odds.likeliest()), order);
    }

    /** How much surer the model is of the hypothesis after it has read the nearest spans, in log odds. */
    private double said(Contract contract, String hypothesis, List<Match> first) {
        String clauses = first.stream()
                .limit(READ)
                .map(Match::text)
                .sorted()
                .map(span -> contract.spans().get(span).replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(" [...] "));
        return logOdds(clauses, hypothesis) - usual.computeIfAbsent(hypothesis, h -> logOdds(NEUTRAL, h));
    }

    private double logOdds(String clauses, String hypothesis) {
        try (Context context = minds.model().get().read("", "Clauses of a contract:\n" + clauses + "\n\n")) {
            Question question = Question.yesNo("Statement: " + hypothesis + "\nDo the clauses say so?");
            double yes = context.choose(List.of(question)).getFirst()[0];
            return Math.log((yes + 1e-6) / (1 - yes + 1e-6));
        }
    }
}
