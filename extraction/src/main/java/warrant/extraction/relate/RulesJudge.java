package warrant.extraction.relate;

import java.util.List;
import java.util.Set;
import warrant.graph.Passage;

/** Believes a sentence that has all the words of one of the relation's labels, and sides that fit. */
final class RulesJudge implements Judge {
    private static final double WHOLE = 0.95;
    private static final double PARTIAL = 0.55;
    private static final double DENIED = 0.5;
    private static final Set<String> DENIALS =
            Set.of("not", "no", "never", "neither", "nor", "may", "might", "could", "would", "nicht", "kein", "keine");

    @Override
    public List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals) {
        return proposals.stream().map(RulesJudge::verdict).toList();
    }

    private static Verdict verdict(Proposal proposal) {
        boolean whole = proposal.evidence().coverage() >= WHOLE || proposal.role();
        boolean denied = proposal.object().thing() != null
                && Words.of(proposal.sentence().text()).stream()
                        .anyMatch(w -> DENIALS.contains(w.text().toLowerCase(java.util.Locale.ROOT)));
        double probability = proposal.strength() * (whole ? 1 : PARTIAL) * (denied ? DENIED : 1);
        String detail = "words " + Choosing.number(proposal.evidence().weight()) + ", label "
                + Choosing.number(proposal.evidence().coverage()) + ", order " + proposal.order();
        return new Verdict(proposal, probability, detail);
    }

    @Override
    public String method() {
        return "rules";
    }

    @Override
    public String profile() {
        return "rules";
    }
}
