package warrant.orchestrator.eval.contractnli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import warrant.extraction.relate.Level;
import warrant.llm.Context;
import warrant.llm.Context.Question;
import warrant.orchestrator.eval.contractnli.Odds.Signs;
import warrant.orchestrator.eval.contractnli.Review.Contract;
import warrant.orchestrator.eval.contractnli.Review.Label;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.search.Meanings;
import warrant.orchestrator.search.Together;
import warrant.orchestrator.search.Together.Match;

/** Says of each hypothesis what a contract says to it, and where. */
final class Reviewer {
    private static final String LANGUAGE = "en";

    /** Spans that are looked at for the label. */
    private static final int LOOKED_AT = 5;

    /** Likeliest evidence: spans whose form is compared, and that the model reads. */
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
        List<Claim> claims = hypotheses.stream().map(Claim::new).toList();
        List<String> contents = claims.stream().map(Claim::content).toList();
        Together whole = Together.of(hypotheses, contract.spans(), LANGUAGE, meanings);
        Together content = Together.of(contents, contract.spans(), LANGUAGE, meanings);
        LeadIns leadIns = LeadIns.of(contract.spans());
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            List<Match> found = content.best(i, contract.spans().size());
            List<Integer> order =
                    EvidenceOrder.of(contract.spans(), leadIns, claims.get(i).subject(), found);
            List<Integer> evidence = order.subList(0, Math.min(READ, order.size()));
            Stance stance = Stance.of(
                    claims.get(i),
                    evidence.stream()
                            .map(span -> leadIns.whole(contract.spans(), span))
                            .toList());
            decisions.add(decision(contract, claims.get(i), signs(whole.best(i, LOOKED_AT), stance), order));
        }
        return decisions;
    }

    private static Signs signs(List<Match> first, Stance stance) {
        double meaning = first.stream().mapToDouble(Match::meaning).max().orElse(0);
        double covered = first.stream().mapToDouble(Match::covered).max().orElse(0);
        return new Signs(meaning, covered, stance);
    }

    private Decision decision(Contract contract, Claim claim, Signs signs, List<Integer> order) {
        Odds odds =
                minds.level() == Level.MODEL ? Odds.read(signs, said(contract, claim.text(), order)) : Odds.seen(signs);
        return new Decision(odds.likeliest(), odds.of(odds.likeliest()), order);
    }

    /** How much surer the model is of the hypothesis after it has read the nearest spans, in log odds. */
    private double said(Contract contract, String hypothesis, List<Integer> order) {
        String clauses = order.stream()
                .limit(READ)
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
