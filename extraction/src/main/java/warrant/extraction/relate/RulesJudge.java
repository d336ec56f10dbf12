package warrant.extraction.relate;

import java.util.List;
import warrant.graph.Passage;

/** Believes a sentence that has all the words of one of the relation's labels, and sides that fit. */
final class RulesJudge implements Judge {
    private static final double WHOLE = 0.95;
    private static final double STEEPNESS = 6;
    private static final double EVEN = 0.55;
    /** What a sentence without all the words of a label is worth. */
    static final double PARTIAL = 0.55;

    private static final double DENIED = 0.5;

    @Override
    public List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals) {
        return proposals.stream().map(RulesJudge::verdict).toList();
    }

    private static Verdict verdict(Proposal proposal) {
        boolean whole = whole(proposal);
        double plain = 1 / (1 + Math.exp(-STEEPNESS * (proposal.strength() - EVEN)));
        double probability = plain * (whole ? 1 : PARTIAL) * (denied(proposal) ? DENIED : 1);
        return new Verdict(proposal, probability, detail(proposal));
    }

    static String detail(Proposal proposal) {
        return "words " + Choosing.number(proposal.evidence().weight()) + ", label "
                + Choosing.number(proposal.evidence().coverage()) + ", order " + proposal.order();
    }

    /** @return whether the sentence has all the words of one of the relation's labels */
    static boolean whole(Proposal proposal) {
        return proposal.evidence().coverage() >= WHOLE || proposal.role() || proposal.apposed();
    }

    /** @return whether the sentence denies, or leaves open; of values that is how contracts state them */
    static boolean denied(Proposal proposal) {
        return proposal.object().thing() != null
                && (denies(proposal.sentence())
                        || Moods.open(proposal.sentence().text()));
    }

    static boolean denies(Sentence sentence) {
        return Moods.denies(sentence.text());
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
