package warrant.extraction.relate;

/**
 * Weighs what a model answers with what words, order and meaning show, because a small model says yes too easily to
 * what is merely likely: a logistic regression over whether a proposal was stated. Its weights were fitted, with ridge,
 * to the answers about matters whose statements a person had listed, and rounded.
 */
final class Weighing {
    private static final double BIAS = -5.4;
    private static final double WORDS = 0.7;
    private static final double LABEL = 0.9;
    private static final double CLOSENESS = 1;
    private static final double ORDER = 0.5;
    private static final double ROLE = 0.5;
    private static final double TAKEN = -1.5;
    private static final double VAGUE = -0.8;
    private static final double VALUE = -0.6;
    private static final double DENIED = -0.3;
    private static final double NEARNESS = 0.75;
    private static final double IMPLIED = 0.5;
    /** Of the answer above what the model usually answers. */
    private static final double ANSWER = 0.95;
    /** Of the answer itself. */
    private static final double YES = 0.45;
    /** A flag holds or not as its sentence denies or not. */
    private static final double POLARITY = 1;
    /** Of what is said in passing that somebody is: it could be said of few relations. */
    private static final double APPOSED = 2.5;
    /** Standard deviations beyond which nearness says no more. */
    private static final double FAR = -1.5;

    private static final double NEAR = 3;
    /** Log-odds of yes beyond which a model's answer says no more. */
    private static final double SURE = 4;

    private Weighing() {}

    /** @return log-odds that the text states a proposal before the model is asked, if it answered as it usually does */
    static double prior(Proposal proposal) {
        boolean truth = Ranges.takesTruth(proposal.relation());
        boolean value = proposal.object().thing() == null && !truth;
        return BIAS
                + WORDS * proposal.evidence().strength()
                + LABEL * proposal.evidence().coverage()
                + CLOSENESS * proposal.closeness()
                + (truth ? POLARITY : ORDER) * proposal.order()
                + (proposal.role() ? ROLE : 0)
                + (proposal.taken() ? TAKEN : 0)
                + VAGUE * proposal.vagueness()
                + (value ? VALUE : 0)
                + (proposal.subject().implied() ? IMPLIED : 0)
                + (RulesJudge.denied(proposal) ? DENIED : 0)
                + (proposal.apposed() ? APPOSED : 0)
                + NEARNESS * Math.clamp(proposal.near(), FAR, NEAR);
    }

    /** @return what a sure answer adds to a prior; an answer at both bounds of {@link #SURE} could add a third more */
    static double most() {
        return (ANSWER + YES) * 3;
    }

    /**
     * @param yes log-odds with which the model says that the text states the proposal
     * @param baseline the same for a statement of the relation over a text that says nothing of the kind
     * @return log-odds that the text states it
     */
    static double odds(Proposal proposal, double yes, double baseline) {
        return prior(proposal) + ANSWER * Math.clamp(yes - baseline, -SURE, SURE) + YES * Math.clamp(yes, -SURE, SURE);
    }
}
