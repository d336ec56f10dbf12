package warrant.extraction.relate;

/**
 * Weighs what a model answers with what words, order and meaning show, because a small model says yes too easily to
 * what is merely likely: a logistic regression over whether a proposal was stated. Its weights were fitted, with ridge,
 * to the answers about matters whose statements a person had listed, and rounded; five of them were then moved by hand
 * (docs/adr/0167).
 */
final class Weighing {
    /** Log-odds of yes beyond which a model's answer says no more. */
    private static final double SURE = 4;
    /** By how much an answer can be above or below that to the best rival; and what none counts as. */
    private static final double AHEAD = 3;

    private static final double UNRIVALLED = 1;

    /** Of the model's answer. */
    private static final double YES = 1.08;
    /** Of how far the answer is above that to the best other relation between the same sides. */
    private static final double LEAD = 0.94;

    private Weighing() {}

    /** @return whether words of the sentence speak for the relation */
    static boolean isWorded(Proposal proposal) {
        return proposal.evidence().weight() > 0 && !proposal.apposed() && !Ranges.takesTruth(proposal.relation());
    }

    /**
     * @param place of the relation among those proposed for the sentence, by nearness to it, from 0
     * @return log-odds that the text states a proposal, before the model is asked
     */
    static double prior(Proposal proposal, int place) {
        return Cue.before(new Cue.Seen(proposal, place));
    }

    /**
     * @param yes log-odds with which the model says that the text states the proposal
     * @param rival the most of the same for another relation between the same sides; NaN if none is proposed
     * @return log-odds that the text states it
     */
    static double odds(Proposal proposal, int place, double yes, double rival) {
        double lead = Double.isNaN(rival) ? UNRIVALLED : Math.clamp(yes - rival, -AHEAD, AHEAD);
        return Cue.beside(new Cue.Seen(proposal, place)) + YES * Math.clamp(yes, -SURE, SURE) + LEAD * lead;
    }
}
