package warrant.extraction.relate;

import java.util.List;
import warrant.graph.Passage;

/** Like rules, but a sentence may also be near in meaning to what the ontology says of the relation. */
final class EncoderJudge implements Judge {
    /** Standard deviations above the mean of all relations from which on a sentence counts as near. */
    private static final double NEAR = 1.5;

    private static final double WORTH = 0.3;

    private final RulesJudge rules = new RulesJudge();

    @Override
    public List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals) {
        List<Proposal> worth =
                proposals.stream().filter(p -> p.strength() >= WORTH).toList();
        return rules.judge(context, passage, worth).stream()
                .map(EncoderJudge::helped)
                .toList();
    }

    private static Verdict helped(Verdict verdict) {
        Proposal proposal = verdict.proposal();
        boolean helped = proposal.near() >= NEAR && !RulesJudge.whole(proposal);
        double probability = helped ? verdict.probability() / RulesJudge.PARTIAL : verdict.probability();
        return new Verdict(
                proposal, probability, "nearness " + Choosing.number(proposal.near()) + "; " + verdict.detail());
    }

    @Override
    public String method() {
        return "rules";
    }

    @Override
    public String profile() {
        return "rules+encoder";
    }
}
