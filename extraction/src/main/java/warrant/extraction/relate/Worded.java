package warrant.extraction.relate;

/**
 * Weighs what a model answers about a proposal whose sentence has words of the relation: then the words decide, and the
 * model corrects them. What is said in other words altogether is {@link Weighing}'s. Each answers the question as it
 * was asked when its weights were chosen.
 */
final class Worded {
    /** Weakest proposal that is worth a question. */
    private static final double WORTH = 0.3;
    /** Log-odds of yes at which the model is undecided about a value: it leans to yes. */
    private static final double VALUE_LEAN = 1.8;
    /** The same for a statement about two things. */
    private static final double THING_LEAN = 0.6;
    /** Most that a yes can add: the model finds likely what was not said. */
    private static final double MOST_FOR = 1.2;

    private static final double MOST_AGAINST = -3;
    private static final double WORDS_WEIGHT = 4.5;
    private static final double EVEN = 0.6;
    private static final double WHOLE_LABEL = 0.6;
    private static final double PART_OF_LABEL = -0.3;
    private static final double DENIED = -0.7;

    private Worded() {}

    /** @return whether words of the sentence speak for the relation */
    static boolean weighs(Proposal proposal) {
        return proposal.evidence().weight() > 0 && !proposal.apposed() && !Ranges.takesTruth(proposal.relation());
    }

    static boolean worthAsking(Proposal proposal) {
        return proposal.strength() >= WORTH;
    }

    /**
     * @param yes log-odds with which the model says that the text states the proposal
     * @return log-odds that the text states it
     */
    static double odds(Proposal proposal, double yes) {
        double lean = proposal.object().thing() == null ? VALUE_LEAN : THING_LEAN;
        return Math.clamp(yes - lean, MOST_AGAINST, MOST_FOR)
                + WORDS_WEIGHT * (proposal.strength() - EVEN)
                + (RulesJudge.whole(proposal) ? WHOLE_LABEL : PART_OF_LABEL)
                + (RulesJudge.denied(proposal) ? DENIED : 0);
    }
}
